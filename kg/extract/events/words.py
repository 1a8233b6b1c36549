"""The automaton over the words for events."""

from __future__ import annotations

from functools import cache

from kg.extract.scan import Scanner
from kg.lexicon.words import EVENT_WORDS


@cache
def scanner() -> Scanner:
    """Of all words of the table of event words."""
    return Scanner(EVENT_WORDS)
