"""One document against its gold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.model import Knowledge
from kg.pipeline import build
from kg.score.differences import Difference, differences
from kg.score.found import KINDS, rows_of
from kg.score.gold import Gold
from kg.score.judge import Judged, judged
from kg.score.links import link_tallies
from kg.score.match import LENIENT, STRICT, Mode
from kg.score.names import forms
from kg.score.pairs import Pairs, pair
from kg.score.tally import Tally

_CODE: Final = 6
"""Digits of a code of GB/T 2260."""


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """The counts of one document, the differences behind them, and which of its claims are right."""

    name: str
    tallies: dict[str, dict[Mode, Tally]]
    codes: Tally
    links: dict[str, Tally]
    differences: list[Difference]
    judged: list[Judged]


def score_document(gold: Gold) -> DocumentScore:
    """Build the text of ``gold`` by itself and compare. Raises :class:`~kg.errors.InputError` where it cannot be read."""
    knowledge = build(gold.text).knowledge
    return compare(gold, knowledge)


def compare(gold: Gold, knowledge: Knowledge) -> DocumentScore:
    """The score of a build of one document."""
    rows = rows_of(knowledge)
    strict = {kind: pair(kind, gold.facts[kind], rows[kind], STRICT) for kind in KINDS}
    lenient = {kind: pair(kind, gold.facts[kind], rows[kind], LENIENT) for kind in KINDS}
    return DocumentScore(
        gold.name,
        {kind: {STRICT: strict[kind].tally(), LENIENT: lenient[kind].tally()} for kind in KINDS},
        _codes(strict["places"]),
        _links(lenient["programs"]),
        differences(gold.name, knowledge, strict, lenient["programs"]),
        judged(knowledge, strict, lenient),
    )


def _codes(pairs: Pairs) -> Tally:
    """Of the places that were found: how many bear the gold's code (longer codes by their first six digits)."""
    coded = [(fact, row) for fact, row in pairs.hits if fact.get("code")]
    right = sum(
        bool({code[:_CODE] for code in row.fields["code"].split()} & {code[:_CODE] for code in forms(fact["code"])}) for fact, row in coded
    )
    return Tally(right, len(coded), len(coded))


def _links(pairs: Pairs) -> dict[str, Tally]:
    total: dict[str, Tally] = {}
    for fact, row in pairs.hits:
        for name, tally in link_tallies(fact, row).items():
            total[name] = total.get(name, Tally()) + tally
    return total
