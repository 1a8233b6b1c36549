"""What a figure counts, in words of the text: the nouns behind the unit, the phrase before the number, or what was done."""

from __future__ import annotations

from kg.extract.figures.phrases.before import before, clause_before
from kg.extract.figures.phrases.behind import NO_MARKS, behind, deed, matter, money, not_done, worth
from kg.extract.figures.phrases.last import Phrase, before_names, phrase, without_verbs

__all__ = [
    "NO_MARKS",
    "Phrase",
    "before",
    "before_names",
    "behind",
    "clause_before",
    "deed",
    "matter",
    "money",
    "not_done",
    "phrase",
    "without_verbs",
    "worth",
]
