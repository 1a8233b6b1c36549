"""What a figure counts, in words of the text: the nouns behind the unit, the phrase before the number, or what was done."""

from __future__ import annotations

from kg.extract.figures.phrases.before import before, clause_before
from kg.extract.figures.phrases.behind import behind
from kg.extract.figures.phrases.deeds import deed, not_done
from kg.extract.figures.phrases.last import Phrase, before_names, phrase, without_verbs
from kg.extract.figures.phrases.modified import matter, money, worth
from kg.extract.figures.phrases.nouns import NO_MARKS

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
