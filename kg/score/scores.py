"""The scores of several documents, with intervals.

Intervals are those of a bootstrap over documents: facts of one document are found or missed together (a place misread
takes every body of the document with it), so that a formula for independent facts (Wilson's) would be too narrow, and F1 is
no share that it would apply to. Documents are drawn with replacement a thousand times by a generator of fixed seed, and
the middle 95 % of scores are given. With few documents that is still too narrow; with one there is no interval.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.score.differences import Difference
from kg.score.document import DocumentScore, score_document
from kg.score.gold import Gold
from kg.score.judge import Judged
from kg.score.match import Mode
from kg.score.tally import Tally

_DRAWS: Final = 1000
_TAIL: Final = 0.025


@dataclass(frozen=True)
class Scores:
    """What came of scoring documents."""

    documents: tuple[DocumentScore, ...]

    def kind(self, kind: str, mode: Mode) -> Tally:
        """The counts of a kind, strict or lenient."""
        return _sum(one.tallies[kind][mode] for one in self.documents)

    def codes(self) -> Tally:
        """Of the places that were found and have a code in the gold: how many bear it."""
        return _sum(one.codes for one in self.documents)

    def links(self) -> dict[str, Tally]:
        """The links of the programs that were found, by their names in the gold."""
        names = dict.fromkeys(name for one in self.documents for name in one.links)
        return {name: _sum(one.links[name] for one in self.documents if name in one.links) for name in names}

    def differences(self) -> list[Difference]:
        """All that was missed or is wrong."""
        return [difference for one in self.documents for difference in one.differences]

    def judged(self) -> list[Judged]:
        """All claims that the gold can judge."""
        return [claim for one in self.documents for claim in one.judged]

    def interval(self, kind: str, mode: Mode) -> tuple[float, float] | None:
        """The middle 95 % of the F1 of redrawn documents."""
        if len(self.documents) < 2:
            return None
        tallies = [one.tallies[kind][mode] for one in self.documents]
        drawn = sorted(_sum(tallies[n] for n in draw).f1 for draw in self._draws)
        cut = round(_DRAWS * _TAIL)
        return drawn[cut], drawn[-cut - 1]

    @cached_property
    def _draws(self) -> list[list[int]]:
        chance = random.Random(0)  # noqa: S311 - the same draws every time, and no secret
        return [chance.choices(range(len(self.documents)), k=len(self.documents)) for _ in range(_DRAWS)]


def score(golds: Iterable[Gold]) -> Scores:
    """Build each text by itself and compare it with its gold. Raises :class:`~kg.errors.InputError` for one that cannot be read."""
    return Scores(tuple(score_document(gold) for gold in golds))


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())
