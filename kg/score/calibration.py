"""How far a claim's confidence says how often it is right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.lexicon.confidences import BINS, bin_of
from kg.model import Relation
from kg.score.judge import Judged

_FACTS: Final = frozenset({Relation.TYPE, Relation.HOLDS})
"""Relations whose claims say a fact that is scored by itself; others link one to another."""


@dataclass(slots=True)
class Bin:
    """Claims that are about as sure: how many, how many of them right, and the sum of their confidences."""

    least: float
    claims: int = 0
    right: int = 0
    sum: float = 0.0

    def add(self, sure: float, *, right: bool) -> None:
        """Count a claim."""
        self.claims += 1
        self.right += right
        self.sum += sure

    @property
    def said(self) -> float:
        """The mean confidence; 0 where there is no claim."""
        return self.sum / self.claims if self.claims else 0.0

    @property
    def was(self) -> float:
        """The share that is right; 0 where there is no claim."""
        return self.right / self.claims if self.claims else 0.0


class Said(NamedTuple):
    """How sure a claim is, what it says, and whether that is right."""

    sure: float
    relation: Relation
    right: bool


def said(claims: Iterable[Judged]) -> list[Said]:
    """Claims as a build has them."""
    return [Said(one.claim.confidence, one.claim.relation, one.right) for one in claims]


def bins(claims: Iterable[Said]) -> list[Bin]:
    """Claims by bin."""
    found = {least: Bin(least) for least in BINS}
    for one in claims:
        found[bin_of(one.sure)].add(one.sure, right=one.right)
    return list(found.values())


def by_rule(claims: Iterable[Judged]) -> dict[tuple[str, str, str], Bin]:
    """Claims by the kind of their subject, their relation and the rule that found them, in that order."""
    found: dict[tuple[str, str, str], Bin] = {}
    for one in sorted(claims, key=Judged.key):
        found.setdefault(one.key(), Bin(0.0)).add(one.claim.confidence, right=one.right)
    return found


def facts(claims: Iterable[Said]) -> list[Said]:
    """Those that say that a thing is there or that a post is held; the others say how things are linked."""
    return [one for one in claims if one.relation in _FACTS]


def covered(claims: Iterable[Said], least: float = BINS[0]) -> float:
    """The share of facts (of things that are there and posts that are held) with at least that confidence; 0 where there is none."""
    sure = [one.sure >= least for one in facts(claims)]
    return sum(sure) / len(sure) if sure else 0.0
