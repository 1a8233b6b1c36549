"""Congresses and plenary sessions of the Party: 党的十六大和十六届三中、四中全会 names three of them.

They are referred to far from where they were held: the sentence tells neither when nor where that was, nor who was there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.events.mention import Around, EventMention, has_day

_TERM: Final = r"十[一二三四五六七八九]|二十"
_CONGRESSES: Final = tuple(re.compile(rf"{whose}((?:{_TERM})大)(?!会|代表|人选)") for whose in ("党的", "中共"))
"""Each begins with its own words, which makes the search for them quick."""
_PLENUM: Final = re.compile(
    rf"(?:党的|中共)?(?:第?(?:{_TERM})大[、和及与])?第?({_TERM})届((?:[一二三四五六七]中(?:全会)?[、和及与])*[一二三四五六七]中全会)$"
)
_CALLED_SHORT: Final = re.compile("(?:十[六七八九]|二十)大(?=精神|报告|以来|胜利召开|召开)")
_STUDIED: Final = (
    "学习",
    "贯彻",
    "宣传",
    "宣讲",
    "落实",
    "喜迎",
    "迎接",
    "领会",
    "把握",
    "围绕",
    "传达",
    "自",
    "为",
    "和",
    "、",
    "，",
    "。",
    "“",
    "\n",
)
"""Before 十八大精神, which is that of the Party's congress; not 民盟|十二大精神."""
_MET: Final = re.compile("(?:在北京(?:人民大会堂)?)?(?:胜利|隆重)?(?:召开|举行|开幕)")
_LAST: Final = "中全会"
_REACH: Final = 48
_SESSION: Final = re.compile("[一二三四五六七]中")
_ANOTHER_PARTY: Final = re.compile("(?:民[革盟建进]|[农工致公]党|学社|台盟|团|联|会|盟)(?:中央|全国)?$")


def plenums(around: Around) -> Iterator[EventMention]:
    """The congresses and plenary sessions of the Party that the mined zones name, each under its full name."""
    page = around.page
    found = [match for congress in _CONGRESSES for match in congress.finditer(page.text) if page.mined(match.start())]
    for match in _CALLED_SHORT.finditer(page.text):
        if page.mined(match.start()) and page.text.endswith(_STUDIED, 0, match.start()):
            yield EventMention(match.start(), match.end(), "党的" + match[0], "party congress", 0.7, held=False)
    for match in found:
        date = _opened(around, match.start(), match.end())
        yield EventMention(match.start(), match.end(), "党的" + match[1], "party congress", 0.8, held=bool(date), date=date)
    at = page.text.find(_LAST)
    while at >= 0:
        end = at + len(_LAST)
        plenum = _PLENUM.search(page.text, max(0, end - _REACH), end)
        if plenum and page.mined(at) and not _ANOTHER_PARTY.search(page.text, max(0, plenum.start() - 6), plenum.start()):
            yield from _sessions(plenum, _opened(around, plenum.start(), end))
        at = page.text.find(_LAST, end)


def _opened(around: Around, start: int, end: int) -> str:
    """The day on which the sentence says that a congress met (11月5日，党的…全会在北京召开); else nothing."""
    sentence = around.page.sentence_at(start)
    if sentence is None or _MET.match(around.page.text, end, sentence.end) is None:
        return ""
    date = around.date_before(sentence, start)
    return date.value if date is not None and has_day(date) else ""


def _sessions(match: re.Match[str], date: str) -> Iterator[EventMention]:
    """One session for each number: 十六届三中、四中全会."""
    numbers = list(_SESSION.finditer(match[0], match.start(2) - match.start()))
    start = match.start() if match[0].startswith(("党的", "中共")) and "大" not in match[0][:6] else match.start(1)
    for position, number in enumerate(numbers):
        begin = start if position == 0 else match.start() + number.start()
        end = match.end() if position == len(numbers) - 1 else match.start() + number.end()
        yield EventMention(begin, end, f"党的{match[1]}届{number[0]}全会", "plenary session", 0.8, held=bool(date), date=date)
