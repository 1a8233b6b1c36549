"""Figures that several things share out or that say how another one changed: A、B分别为X、Y, 增长9%, 占38.4%."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures.mention import FigureMention
from kg.extract.figures.numbers import Number
from kg.extract.page import Page
from kg.extract.scan import Stretches

_SHARED: Final = re.compile(
    r"((?:[\u4e00-\u9fff“”]{2,14}[、和及])+[\u4e00-\u9fff“”]{2,14}?)(?:同比|比上年|较上年|均|都|分别)+([\u4e00-\u9fff]{0,4})$"
)
_ALONE: Final = re.compile(r"([\u4e00-\u9fff]{2,20}?)(?:同比)?分别(?:同比)?([\u4e00-\u9fff]{0,4})$")
_AGAIN: Final = re.compile(r"(?:^|[，；])(?:同比|比上年|较上年)?分别(?:同比)?([\u4e00-\u9fff]{2,4})$")
_CHANGE: Final = re.compile(
    r"(?:^|[，；、（(])(?:同比|环比|比去年同期|比上年同期|比上年|比去年|较上年|较去年|较上年同期|年均)*(增长|增幅达?|提高|上升|下降|增加|减少|降低|回落)(?:了|为|到)?$"
)
_PART: Final = re.compile(r"(?:^|[，；、（(])(?:仅|只|约)?(占)(?:到|比)?(?:(?:全[市县省区镇村]|总数|总)[\u4e00-\u9fff]{0,6})?的?$")
_MANY: Final = 6
"""城乡收入分别达A、B: one phrase for so many figures at most."""
_SAYS: Final = {"达", "为", "是", "达到", "完成", "实现", ""}
_TAIL: Final = 2
_SPLIT: Final = re.compile("[、和及]")


def parts(page: Page, known: Stretches, low: int, number: Number) -> tuple[list[str], str]:
    """The things that share the figures beginning with ``number`` (A、B分别为), and the verb of change between; else nothing.

    ``known`` are the names of the page, which are no part of what is counted.
    """
    near = page.text[max(low, number.start - 8) : number.start]
    if "分别" not in near and "均" not in near and "都" not in near:
        return [], ""
    low = max(low, number.start - 60)
    while low < number.start and known.hold(low):
        low += 1
    shared = _SHARED.search(page.text, low, number.start)
    if shared is None:
        clause = max(low, page.clause(number.start - 1)[0])
        while clause < number.start and known.hold(clause):
            clause += 1
        alone = _ALONE.fullmatch(page.text, clause, number.start)
        return ([alone[1]] * _MANY, "" if alone[2] in _SAYS else alone[2]) if alone else ([], "")
    start = shared.start(1)
    while start < shared.end(1) and known.hold(start):
        start += 1
    names = [part for part in _SPLIT.split(page.text[start : shared.end(1)]) if part]
    return _completed(names), "" if shared[2] in _SAYS else shared[2]


def again(page: Page, low: int, number: Number) -> str:
    """分别增长: the verb by which the things of the clause before share these figures, too."""
    match = _AGAIN.search(page.text, max(low, number.start - 16), number.start)
    return match[1] if match else ""


def of_previous(page: Page, low: int, number: Number, previous: FigureMention | None) -> str:
    """The measure of a figure that says how the previous one of its sentence changed, or what part it is."""
    if previous is None or previous.start < low:
        return ""
    start = max(previous.end, number.start - 20)
    change = _CHANGE.search(page.text, start, number.start)
    if change:
        return previous.measure + change[1]
    return previous.measure if _PART.search(page.text, start, number.start) else ""


def _completed(names: list[str]) -> list[str]:
    """A公共预算收入 and 支出, 城镇 and 农村居民收入: what the parts have in common stands only with the first, or only with the last."""
    first, rest = names[0], names[1:]
    if len(first) <= _TAIL < len(rest[-1]):
        return [*(name + rest[-1][len(name) :] for name in names[:-1]), rest[-1]]
    return [first, *(first[: -len(name)] + name if len(name) <= _TAIL < len(first) else name for name in rest)]
