"""Accidents and disasters: what broke out somewhere on a day (3月18日，某矿发生…事故), or is called by its day (“7·09”…地震)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.events.calling import clean
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.page import MINED

_KIND: Final = "(?:事故|地震|火灾|洪灾|泥石流|爆炸|山洪|滑坡|坍塌|透水|雪灾|旱灾|洪水|龙卷风)(?:事故|灾害)?"
_BROKE_OUT: Final = re.compile(
    rf"，([\u4e00-\u9fff（）]{{2,24}}?)(?:突然|突|再次|相继)?(?:发生|遭遇|遭受|爆发)了?(?:一起|一场|罕见的?|强烈)*([\u4e00-\u9fff0-9.]{{0,14}}?{_KIND})(?=[，。；、！造]|$)"
)
_CALLED: Final = re.compile(rf"“(1[0-2]|[1-9])[·•.](3[01]|[12]\d|0?[1-9])”([\u4e00-\u9fff]{{0,14}}?{_KIND})(?![预应防专隐报统等])")
_WORDS: Final = ("发生", "遭遇", "遭受", "爆发")
_WHERE: Final = re.compile("[\u4e00-\u9fff]{3,16}$")
"""Before the day of an accident: 某洗煤厂|2024年1月25日|事故."""
_LONGEST: Final = 16
_TOLD: Final = re.compile(".*(?:通报|传达|学习|吸取|针对|关于|发生|剖析|反思|观看|[了的，])")
_NO_PLACE: Final = re.compile("^(?:如|若|凡|未|没有|因|是否|可能|不|所)|近年|以来|多次|每|[要应需]|防|避免|杜绝|确保")
_FAR: Final = 30
_WHAT: Final = re.compile(rf"[\u4e00-\u9fff]{{0,10}}?{_KIND}")
_SHORTEST: Final = 3
_KINDS: Final = re.compile(_KIND)


def disasters(around: Around) -> Iterator[EventMention]:
    """Those that the mined zones tell of, each under where and what it was, with its day."""
    if _KINDS.search(around.page.text) is not None:
        yield from _broke_out(around)
        yield from _called(around)
        yield from _dated(around)


def _broke_out(around: Around) -> Iterator[EventMention]:
    page = around.page
    if not any(word in page.text for word in _WORDS):
        return
    for match in _BROKE_OUT.finditer(page.text):
        sentence = page.sentence_at(match.start())
        if sentence is None or sentence.zone not in MINED or _NO_PLACE.search(match[1]):
            continue
        date = around.date_before(sentence, match.start(1))
        if date is not None and has_day(date) and match.start() - date.end <= _FAR:
            yield EventMention(match.start(1), match.end(), clean(match[1] + match[2]), "disaster", 0.65, date=date.value)


def _called(around: Around) -> Iterator[EventMention]:
    """Those that are called by their day, where the sentence names the year."""
    page = around.page
    for match in _CALLED.finditer(page.text):
        sentence = page.sentence_at(match.start())
        before = around.date_before(sentence, match.start()) if sentence is not None and sentence.zone in MINED else None
        if before is not None and not before.value.startswith("-"):
            day = f"{before.value[:4]}-{int(match[1]):02}-{int(match[2]):02}"
            name = f"{match[1]}·{match[2]}{match[3]}"
            yield EventMention(match.start(), match.end(), name, "disaster", 0.65, held=False, date=day)


def _dated(around: Around) -> Iterator[EventMention]:
    """Those that are named after where and when they were."""
    page = around.page
    for date in around.dates:
        kind = _WHAT.match(page.text, date.end) if has_day(date) and date.value[0] != "-" else None
        where = _WHERE.search(page.text, max(0, date.start - _LONGEST), date.start) if kind is not None else None
        if kind is None or where is None:
            continue
        told = _TOLD.match(where[0])
        start = where.start() + (told.end() if told is not None else 0)
        if date.start - start >= _SHORTEST and page.mined(start):
            words = page.text[start : date.start] + kind[0]
            yield EventMention(start, kind.end(), words, "disaster", 0.65, held=False, date=date.value)
