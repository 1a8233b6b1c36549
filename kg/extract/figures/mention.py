"""What a reported figure is before it becomes a thing of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FigureMention:
    """``text[start:end]`` reports ``value`` ``unit`` of ``measure``; ``qualifier``: more than, less than, about, or nothing."""

    start: int
    end: int
    value: Decimal
    unit: str
    measure: str
    qualifier: str
    rule: str
    confidence: float
