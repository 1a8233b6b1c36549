"""What a reported figure is before it becomes a thing of the graph."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

PEOPLE: Final = frozenset({"人", "人次"})
"""Units of people."""


class FigureMention(NamedTuple):
    """``text[start:end]`` reports ``value`` ``unit`` of ``measure``; ``qualifier``: more than, less than, about, or nothing."""

    start: int
    end: int
    value: Decimal
    unit: str
    measure: str
    qualifier: str
    rule: str
    confidence: float
