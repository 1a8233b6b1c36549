"""Documents named in full without 《》: 关于…的通知, rules in a list, numbers, laws, the headline of a page that is a document.

A reading is a module with a ``find`` and a member of :data:`READINGS`. They run in order, each on what those before it left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from kg.extract.documents.mention import DocumentMention
from kg.extract.documents.unbracketed import headlines, known, laws, led, numbers, quoted, titles
from kg.extract.page import Page

READINGS: Final[tuple[Callable[[Page, list[tuple[int, int]]], Iterator[DocumentMention]], ...]] = (
    headlines.find,
    titles.find,
    led.find,
    numbers.find,
    quoted.find,
    laws.find,
    known.find,
)


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The documents without marks in the mined zones of ``page``; ``covered`` are stretches that name others, and grows."""
    for reading in READINGS:
        yield from reading(page, covered)
