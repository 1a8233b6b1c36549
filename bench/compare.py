"""Counts of the same documents in two states, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random
from typing import Final, NamedTuple

from bench.scoring import total
from kg.score.found import KINDS
from kg.score.tally import Tally

LEAST: Final = 200
"""Facts of a kind from which on a difference is held against it."""


class Row(NamedTuple):
    """The counts of one kind before and after, document by document."""

    kind: str
    before: list[Tally]
    after: list[Tally]

    @property
    def wanted(self) -> int:
        """Facts of the kind in all documents."""
        return total(self.before).gold

    @property
    def change(self) -> float:
        """Pooled F1 after less that before."""
        return total(self.after).f1 - total(self.before).f1

    def interval(self, draws: int = 1000) -> tuple[float, float]:
        """The middle 95% of the change over documents drawn with repetition."""
        random, both = Random(1), list(zip(self.before, self.after, strict=True))
        drawn = (random.choices(both, k=len(both)) for _ in range(draws))
        changes = sorted(total(after for _, after in some).f1 - total(before for before, _ in some).f1 for some in drawn)
        return changes[draws // 40], changes[-draws // 40 - 1]


def rows(scored: Iterable[tuple[Mapping[str, Tally], Mapping[str, Tally]]]) -> list[Row]:
    """The counts of every kind, given those of each document before and after."""
    both = list(scored)
    return [Row(kind, [before[kind] for before, _ in both], [after[kind] for _, after in both]) for kind in KINDS]


def print_rows(table: Iterable[Row], least: int = LEAST) -> None:
    """A line for each kind: facts, F1 before and after, the change; with an interval where there are few facts, else marked below -0.02."""
    for row in table:
        low, high = row.interval()
        note = f"  [{low:+.3f}, {high:+.3f}]" if row.wanted < least else "  !" if row.change < -0.02 else ""
        print(f"  {row.kind:13}{row.wanted:5}{total(row.before).f1:8.3f}{total(row.after).f1:8.3f}{row.change:+8.3f}{note}")
