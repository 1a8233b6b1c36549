"""Meetings that share their words with others of a list: 省委七届三次、四次全会 names two, 全国、全省、全市组织部长会议 three.

As with plenary sessions of the Party, most are referred to far from where they were held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.events.calling import clean
from kg.extract.events.mention import Around, EventMention
from kg.extract.refs import BodyRef
from kg.model import Basis

_NUMERAL: Final = "[一二三四五六七八九十0-9]{1,3}"
_SESSIONS: Final = re.compile(
    rf"届((?:第?{_NUMERAL}次(?:全会)?[、和及与]){{1,4}}第?{_NUMERAL}次)(全会|全体（扩大）会议|全体会议|会议)(?!室|代表|纪要|记录)"
)
_OF_SEVERAL: Final = re.compile(
    rf"届(第?{_NUMERAL}次)[、和及与](?=(?:[^，。；、]{{2,12}}届第?{_NUMERAL}次[、和及与]){{0,2}}[^，。；、]{{2,12}}届第?{_NUMERAL}次(全会|全体（扩大）会议|全体会议))"
)
"""省委八届七次、|市委五届八次全会: sessions of several bodies."""
_ONE: Final = re.compile(rf"第?{_NUMERAL}次")
_TERM: Final = re.compile(rf"第?{_NUMERAL}$")
_WHOSE: Final = re.compile("(?:[省市县区旗州盟](?:委|人大(?:常委会)?|政协)|政协)$")
_LONGEST: Final = 30
_LEVEL: Final = re.compile("中央|全?[国省市县区州旗盟](?!政府|人大|政协)委?")
_LEVELS: Final = re.compile("(?:(?:(?<=[^\u4e00-\u9fff])|全|(?<=[达彻实习讲了、和及]))(?:[国省市县区州旗盟]委?|中央)[、和及]){1,4}$")
_LEVEL_LONGEST: Final = 13
_SHARING: Final = "named meeting"
OF_LIST: Final = "session of a list"
_PART: Final = re.compile(
    rf"[届会大协]第?{_NUMERAL}次会议(?=(?:召集人会议|预备会议?|主席团[^，。；]{{0,8}}会议|新闻发布会|记者会|闭幕会|开幕会)$)"
)


def sessions(around: Around) -> Iterator[EventMention]:
    """The sessions of one term that are named together, each under its full name."""
    page = around.page
    for match in _SESSIONS.finditer(page.text):
        term = _TERM.search(page.text, max(0, match.start() - 4), match.start())
        if term is None or not page.mined(match.start()):
            continue
        start, whose = _assembly(around, term.start())
        if not whose:
            continue
        numbers = list(_ONE.finditer(page.text, *match.span(1)))
        for number in numbers:
            begin = start if number is numbers[0] else number.start()
            end = match.end() if number is numbers[-1] else number.end()
            name = f"{whose}{term[0]}届{number[0]}{match[2]}"
            yield EventMention(begin, end, name, OF_LIST, 0.8, held=False)


def of_several(around: Around) -> Iterator[EventMention]:
    """The sessions of bodies that share the last word of a list, but for the last of them."""
    page = around.page
    for match in _OF_SEVERAL.finditer(page.text):
        term = _TERM.search(page.text, max(0, match.start() - 4), match.start())
        start, whose = _assembly(around, term.start()) if term is not None and page.mined(match.start()) else (0, "")
        if term is not None and whose:
            yield EventMention(start, match.end(1), f"{whose}{term[0]}届{match[1]}{match[2]}", OF_LIST, 0.8, held=False)


def _assembly(around: Around, end: int) -> tuple[int, str]:
    """Where the assembly begins that is named before ``end``, and its name; no name where none is."""
    text = around.page.text
    named = [one for one in around.subjects.between(max(0, end - _LONGEST), end) if one.end == end and isinstance(one.ref, BodyRef)]
    if named:
        said = text[named[0].start : end]
        return named[0].start, named[0].ref.name if named[0].basis is Basis.CONTEXT else said
    whose = _WHOSE.search(text, max(0, end - _LONGEST), end)
    return (whose.start(), whose[0]) if whose is not None else (end, "")


def opened(mention: EventMention, text: str) -> Iterator[EventMention]:
    """The session of which what ``mention`` names is a part: 县十七届人大四次会议|召集人会议."""
    part = _PART.search(text, mention.start, mention.end) if mention.rule == _SHARING else None
    if part is not None:
        name = clean(text[mention.start : part.end()])
        yield mention._replace(end=part.end(), name=name, rule=OF_LIST, held=False, date="", hosts=(), place=None, confidence=0.7)


def shared(around: Around, mention: EventMention) -> Iterator[EventMention]:
    """The meetings of other levels that share the words of ``mention``: 全国、全省 before 全市组织部长会议."""
    text = around.page.text
    own = _LEVEL.match(text, mention.start) if mention.rule == _SHARING else None
    levels = _LEVELS.search(text, max(0, mention.start - _LEVEL_LONGEST), mention.start) if own is not None else None
    if own is None or levels is None:
        return
    for level in _LEVEL.finditer(text, levels.start(), levels.end()):
        name = level[0] + clean(text[own.end() : mention.end])
        yield mention._replace(start=level.start(), end=level.end(), name=name, held=False, date="", hosts=(), place=None, confidence=0.7)
