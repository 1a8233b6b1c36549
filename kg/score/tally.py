"""Counts, and what is computed from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts are right, how many were found, how many there are in the gold."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found.

        Several wanted links may be one found link, which is right but once.
        """
        return _ratio(min(self.right, self.found), self.found)

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1 where there is none."""
        return _ratio(self.right, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
