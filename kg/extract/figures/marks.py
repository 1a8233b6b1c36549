"""Marks that something passed: 税收突破|3亿元|大关、迈上|4亿元|新台阶."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import phrases
from kg.extract.figures.mention import FigureMention
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page

_MARKS: Final = ("大关", "新台阶", "台阶", "关口", "新高")
"""Behind a figure that something passed: 突破|3亿元|大关."""
_PASSED: Final = re.compile(
    "(?:先后|相继|首次|成功|连续|再次|再|一举|已|连|接连)*(?:(?:突破|迈上|跨上|跃上|站上|登上|迈过|跨过|跨越|冲破|达到|超过)了?)?$"
)
_LONGEST_PASSED: Final = 10
_PASSED_ON: Final = re.compile(
    "(?:大关|新台阶|台阶|关口|新高)?[、，和](?:先后|相继|再次|再|又)*(?:突破|迈上|跨上|跃上|站上|登上|迈过|跨过|跨越|冲破)了?"
)


def passed(page: Page, names: Names, left: int, number: Number) -> str:
    """What passed the mark that ``number`` is: 地区生产总值|先后突破|3亿元|大关."""
    verb = None
    if page.text.startswith(_MARKS, number.end):
        verb = _PASSED.search(page.text, max(left, number.start - _LONGEST_PASSED), number.start)
    return phrases.before(page, names, left, verb.start()).text if verb is not None and verb.start() > left else ""


def passed_on(page: Page, number: Number, previous: FigureMention) -> bool:
    """Whether ``number`` is a mark beyond the one that the figure before is: 税收突破3亿元大关、迈上|4亿元|新台阶."""
    return page.text.startswith(_MARKS, number.end) and _PASSED_ON.fullmatch(page.text, previous.end, number.start) is not None
