"""Strict counts of what was found of a document's gold facts, by the comparison of ``kg score``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg import Analysis, resolve
from kg.score.found import rows_of
from kg.score.match import STRICT, GoldFact
from kg.score.names import forms
from kg.score.pairs import pair
from kg.score.tally import Tally


def total(tallies: Iterable[Tally]) -> Tally:
    """Counts pooled."""
    return sum(tallies, Tally())


def score(gold: dict[str, Any], analysis: Analysis) -> dict[str, Tally]:
    """The counts of each kind for one document; ``gold`` is what a gold file holds."""
    return {kind: pair(kind, gold[kind], found, STRICT).tally() for kind, found in rows_of(resolve([analysis])).items()}


def names(fact: GoldFact) -> list[str]:
    """Every name that the gold gives a thing."""
    return forms(fact["name"]) + [form for alias in fact.get("aliases", ()) for form in forms(alias)]
