"""Figures that count what the one before them in the sentence does: what that came to, was sorted into or is in all, and some of those."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import marks, phrases
from kg.extract.figures.mention import FigureMention
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page
from kg.lexicon.words import FIGURE_THEN

_REACHED: Final = re.compile(
    "[\u4e00-\u9fff]{0,4}，"
    "(?:(?:已|实际)?(?:达到?|为)"  # 已达到
    "|(?:已)?连续[一二两三四五六七八九十0-9]{1,3}年(?:稳定|保持|突破|超过)在?)"  # 连续三年保持在
    "(?:近|约|超过)?"
)
"""生产总值突破100亿元大关，达|109亿元."""
_ARRANGED: Final = re.compile("[，、；]?(?:最终|共|并|经)*(?:梳理|归纳|整理|整合|汇总|归类|归并|合并|分|筛选)+(?:为|成|出)")
"""Between a figure and what it was made into: 意见225条，梳理归纳为|18项."""
_OF_THEM: Final = re.compile("[，、；](?:其中|现|目前)?(?:已|已经)?(?:完成|办结|落实|整改|解决|销号|兑现|化解)了?")
_ONE_OF_THEM: Final = re.compile("[，、；（]?(?:其中)?[：:，]?([\u4e00-\u9fff]{2,12}?)(?:共?有)?")
_SEVERAL: Final = 2
_IN_ALL: Final = re.compile("[，；、]?(?:合计|共计|总计)(?:为|达)?[：:]?")
_LABEL: Final = re.compile("([\u4e00-\u9fff]{2,8})[：:]")
_ALIKE: Final = re.compile("[，、；](?:其中|目前|现|已|已经|共|累计|先后)*([\u4e00-\u9fff]{2})了?")
"""Between two figures of the same, the second of which only says what was done: 问卷3000份、|收回|2871份."""


def goes_on(page: Page, number: Number, previous: FigureMention, behind: str) -> bool:
    """Whether ``number``, with ``behind`` its unit, counts what the figure before does: what that was sorted into, or what it came to."""
    start, end = previous.end, number.start
    if previous.unit == number.unit and _REACHED.fullmatch(page.text, start, end):
        return True
    return not behind and _ARRANGED.fullmatch(page.text, start, end) is not None


def of_those(page: Page, number: Number, previous: FigureMention) -> bool:
    """Whether ``number`` counts the people of the households before (移民90户、|300人|的任务), or is a mark beyond the one before."""
    if previous.unit == "户" and number.unit == "人" and previous.rule == "noun before":
        return page.text[previous.end : number.start] in ("", "、") and page.text.startswith("的", number.end)
    return marks.passed_on(page, number, previous)


def some_of_them(page: Page, names: Names, number: Number, previous: FigureMention) -> bool:
    """Whether ``number`` counts some of what the figure before does: 实事45项，已完成|43项, 案例20个，其中|某县|3个."""
    if previous.unit != number.unit:
        return False
    if _OF_THEM.fullmatch(page.text, previous.end, number.start):
        return True
    named = _ONE_OF_THEM.fullmatch(page.text, previous.end, number.start)
    return named is not None and all(map(names.hold, range(*named.span(1))))


def alike(page: Page, number: Number, verb: str, previous: FigureMention | None) -> str:
    """What is counted by a figure that only says what was done, as the one before it told: 调查问卷3000份、收回|2871份."""
    if previous is None or previous.unit != number.unit or verb not in FIGURE_THEN:
        return ""
    told = _ALIKE.fullmatch(page.text, previous.end, number.start)
    return phrases.without_verbs(previous.measure) if told is not None and told[1] == verb else ""


def total(page: Page, low: int, number: Number, found: list[FigureMention]) -> str:
    """What several sums come to: 本季支出：电费1860元，报刊费620元，|合计|2480元; nothing where ``number`` is no total."""
    if len(found) < _SEVERAL or found[-1].unit != number.unit or found[-_SEVERAL].start < low:
        return ""
    if _IN_ALL.fullmatch(page.text, found[-1].end, number.start) is None:
        return ""
    label = _LABEL.match(page.text, low, found[-_SEVERAL].start)
    return (label[1] if label is not None else "") + "合计"
