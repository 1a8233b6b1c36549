"""How sure a claim is, by the rule that found it: measured on documents with gold, not supposed.

Two tables, both made by :mod:`kg.score.fit`: ``confidences`` says for each rule how many of its claims were right and what
follows from that; ``calibration`` how often claims of each bin of confidence were right, each document judged by a table
that was fitted without it.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from kg.lexicon.tables import read_table

BINS: Final = (0.9, 0.8, 0.6, 0.0)
"""The least confidence of each bin, the surest first. Narrower ones below 0.8 would hold little but one rule each."""

ANY: Final = "*"
"""In place of a rule: all rules of the kind and relation together."""

_UNJUDGED: Final = 0.85
"""What the gold does not speak of is never called surer than this."""

_SAME_WORDS: Final = {"zm:endedBy": "org:holds", "zm:proposedOn": "org:holds"}
"""Relations that are read off the words of another one, by whose rules they are judged."""


class Measured(NamedTuple):
    """Of the claims of a bin, on gold: how many there were, and how many were right."""

    least: float
    claims: int
    right: int


def confidence(kind: str, relation: str, rule: str, given: float) -> float:
    """The confidence of a claim of ``relation`` whose subject is of ``kind`` (empty for a source), found by ``rule``.

    ``given`` is what the rule's author supposes; it counts only until the gold has judged the rule, and no further than
    what the gold says of the other rules.
    """
    found, most = _measured(kind, relation, rule)
    return min(given, most) if found is None else found


@cache
def _measured(kind: str, relation: str, rule: str) -> tuple[float | None, float]:
    """What the gold says of a rule, and, for one that it has not judged, the most that may be believed."""
    table = _table()
    relation = _SAME_WORDS.get(relation, relation)
    return table.get((kind, relation, rule)), table.get((kind, relation, ANY), _UNJUDGED)


def bin_of(sure: float) -> float:
    """The least confidence of the bin that ``sure`` falls into."""
    return next(least for least in BINS if sure >= least)


@cache
def calibration() -> tuple[Measured, ...]:
    """What was measured on gold, a row for each bin."""
    return tuple(Measured(float(row["least"]), int(row["claims"]), int(row["right"])) for row in read_table("calibration"))


@cache
def _table() -> dict[tuple[str, str, str], float]:
    return {(row["kind"], row["relation"], row["rule"]): float(row["confidence"]) for row in read_table("confidences")}
