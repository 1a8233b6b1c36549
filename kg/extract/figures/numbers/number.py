"""A number with its unit and the words of its qualifier."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from kg.lexicon.words import FIGURE_QUALIFIERS, UNITS, UNITS_IN_NAMES

_BEHIND: Final = re.compile(r"([多余](?=[\u4e00-\u9fff，。、；]))?(以上|左右|以下|以内|上下)?")
_NOT_IN_WORDS: Final = {"约": "(?<![公民条合节制预签契特违和婚履])约", "近": "(?<![附最就邻临靠远])近"}
"""Qualifiers that end other words: 节约|300万元, 签约|45个, 附近|200户."""
_BEFORE: Final = re.compile(
    "(?:" + "|".join(_NOT_IN_WORDS.get(word, word) for word in sorted(FIGURE_QUALIFIERS, key=lambda word: (-len(word), word))) + ")$"
)
_BEHIND_FIRST: Final = frozenset("多余以左上")
_BEFORE_LAST: Final = frozenset(word[-1] for word in FIGURE_QUALIFIERS)
"""First and last characters of the patterns: most numbers have none of them beside them, and a look costs less than a match."""
_QUALIFIED: Final = {"more": "more than", "less": "less than", "about": "about"}


class Number(NamedTuple):
    """``text[start:end]`` with the words of its qualifier; ``digits`` is where the number itself begins; ``unit`` may be empty."""

    start: int
    digits: int
    end: int
    value: Decimal
    unit: str
    qualifier: str
    in_words: bool = False


def _by_first() -> dict[str, tuple[str, ...]]:
    """The units by their first character, longest first; 个 only by itself and before units of time and percent."""
    units = {*UNITS, "农户", "批次", "轮次", "（人）次"} - UNITS_IN_NAMES
    kept = sorted(
        (u for u in units if u[0] != "个" or u in ("个", "个百分点", "个千分点", "个小时", "个月", "个工日", "个工作日")),
        key=lambda unit: (-len(unit), unit),
    )
    return {first: tuple(unit for unit in kept if unit[0] == first) for first in {unit[0] for unit in kept}}


_UNITS: Final = _by_first()


_NO_UNIT: Final = "部门"


def unit_at(text: str, at: int) -> str:
    """The longest unit that begins at ``at``, or nothing; 部 of 七部门 is none."""
    return (
        "" if text.startswith(_NO_UNIT, at) else next((unit for unit in _UNITS.get(text[at : at + 1], ()) if text.startswith(unit, at)), "")
    )


def finished(text: str, digits: int, end: int, value: Decimal, unit: str, *, more: bool, in_words: bool = False) -> Number:
    """A number with the words of its qualifier on both sides."""
    before = _BEFORE.search(text, max(0, digits - 3), digits) if text[digits - 1 : digits] in _BEFORE_LAST else None
    end += len(unit)
    behind = _BEHIND.match(text, end) if text[end : end + 1] in _BEHIND_FIRST else None
    said = _QUALIFIED[FIGURE_QUALIFIERS[before[0]]] if before else ""
    bound = behind[2] if behind else None
    if more or (behind and behind[1]) or bound == "以上" or said == "more than":
        qualifier = "more than"
    elif said == "less than" or bound in ("以下", "以内"):
        qualifier = "less than"
    else:
        qualifier = "about" if said or bound else ""
    unit = "人次" if unit in ("（人）次", "人（次）", "人(次)") else "%" if unit == "％" else unit
    return Number(before.start() if before else digits, digits, behind.end() if behind else end, value, unit, qualifier, in_words)
