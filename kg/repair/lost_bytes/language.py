"""How likely a character is after two others: in the language at large, and on the page at hand.

Everything is in simplified script with full-width marks and ``0`` for any digit (see ``tables.to_simplified``). Costs
are ``-log`` of probabilities. Those at large are mixed when the table is made (``generate_language_model.py``); the
page, which weighs most, is counted here: what a page is about stands in it more than once.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import log
from typing import Final

from kg.repair.lost_bytes.marks import CLAUSE, END_COSTS, ENDS, MARK_AFTER_MARK, SHARES, STOPS
from kg.repair.lost_bytes.neighbours import Neighbours
from kg.repair.lost_bytes.rows import BREAK, row, share, table
from kg.repair.lost_bytes.tables import to_simplified

_COMMON: Final = 2_500
_CLAUSES: Final = dict.fromkeys(END_COSTS, CLAUSE)
_RAREST: Final = 3e-8
# How far the page is trusted, fitted to what texts of ours cost: by characters, and what is taken off its counts of
# pairs and threes, and how much the estimate below counts.
_BY_CHARACTER: Final = 0.1
_REST: Final = 1 - _BY_CHARACTER
_PAIR, _PAIR_BELOW = 0.7, 8.2
_THREE, _THREE_BELOW = 0.84, 1.0


@cache
def followers(character: str) -> list[str]:
    """Return what follows a character, most frequent first."""
    after = row(character).after
    return [after[at] for at in sorted(range(1, len(after), 2), key=lambda at: after[at + 1])]


@cache
def common_characters() -> frozenset[str]:
    """Return the characters that make up nearly all of official text, and its marks."""
    return frozenset(list(table().places)[:_COMMON]) | frozenset(SHARES)


class After(dict[str, float]):
    """What each character costs after two others; worked out when asked for."""

    def __init__(self, page: Neighbours, before: str, previous: str) -> None:
        """Find what is known of the two."""
        super().__init__()
        self.after_stop = previous in STOPS
        before, previous = _CLAUSES.get(before, before), _CLAUSES.get(previous, previous)
        known = row(previous)
        self.one = known.after
        self.two = _part(known.after_two, before)
        self.back_one = share(self.one[0])
        self.back_two = share(self.two[0]) if self.two else 1.0
        self.page = page
        self.page_one, self.page_two = page.after(previous), page.after_two(before, previous)
        self.of_one, self.rest_one = _weights(self.page_one, _PAIR, _PAIR_BELOW)
        self.of_two, self.rest_two = _weights(self.page_two, _THREE, _THREE_BELOW)

    def __missing__(self, character: str) -> float:
        """Return the cost of a character."""
        end = END_COSTS.get(character)
        if end is None:
            result = -log(self._share(character))
        else:
            result = end - log(self._share(CLAUSE))
            if self.after_stop and character != "\n":
                result += MARK_AFTER_MARK
        self[character] = result
        return result

    def _share(self, character: str) -> float:
        """Return how likely a character is: at large, then as the page corrects it."""
        place = self.two.find(character)
        if place >= 0:
            found = share(self.two[place + 1])
        else:
            place = self.one.find(character)
            found = share(self.one[place + 1]) if place >= 0 else self.back_one * table().start.get(character, _RAREST)
            found *= self.back_two
        found = _REST * found + _BY_CHARACTER * self.page.share(character)
        if self.page_one:
            count = self.page_one.get(character)
            found = ((count - _PAIR if count else 0.0) + self.rest_one * found) / self.of_one
        if self.page_two:
            count = self.page_two.get(character)
            found = ((count - _THREE if count else 0.0) + self.rest_two * found) / self.of_two
        return found


@cache
def _as_known() -> dict[int, int | str]:
    """Return a table that makes text what the language model knows, with one mark for all that end a clause.

    What stays is in it, too: a character that a table lacks costs :meth:`str.translate` an exception.
    """
    same: dict[int, int | str] = {code: code for code in range(0x4E00, 0xA000)}
    return same | ENDS | {code: known.translate(ENDS) for code, known in to_simplified().items()}


def _part(after_two: str, before: str) -> str:
    """Return what is known after two characters; ``after_two`` is the part of a row."""
    place = after_two.find(BREAK + before)
    if place < 0:
        return ""
    end = after_two.find(BREAK, place + 2)
    return after_two[place + 2 : end] if end >= 0 else after_two[place + 2 :]


def _weights(counts: Counter[str], discount: float, below: float) -> tuple[float, float]:
    """Return what counts are divided by, and how much the estimate below counts among them."""
    if not counts:
        return below, below
    return sum(counts.values()) + below, discount * len(counts) + below


class Language:
    """The language of a page."""

    def __init__(self, page: str) -> None:
        """Take the sound text of a page, in either script."""
        self.page = Neighbours(page.translate(_as_known()))
        self.known: dict[str, After] = {}

    def after(self, before: str, previous: str) -> After:
        """Return what each character costs after two others."""
        key = before + previous
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = After(self.page, before, previous)
        return known
