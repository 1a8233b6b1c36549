"""Pairs of bytes that left no trace: the second half of a character and the first of the next one.

The decoder made private-use characters of them, which were deleted later. Each hides in the run out of step, and all that
tells of it is that the text reads better with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from heapq import nsmallest
from itertools import islice
from typing import Final, NamedTuple

from kg.repair.lost_bytes.candidates import before_vanished, common, ending, following, forms, key_leads
from kg.repair.lost_bytes.codec import FIRST_TRAIL, Half, unseen
from kg.repair.lost_bytes.document import Page
from kg.repair.lost_bytes.paths import Path
from kg.repair.lost_bytes.window import Kind, Piece

#: First characters that each path tries, and pairs that it then follows: ones before a piece, ones before another pair.
_FIRST_HALVES, _PAIRS, _CHAINED = 6, 4, 2
#: Second characters that are tried after each first one.
_TRIED: Final = 8


class Missing(NamedTuple):
    """A missing pair: the half that ends a character, and the byte that begins the next."""

    cost: float
    half: Half
    byte: int


class Vanished:
    """Tries missing pairs; many paths have the same last characters."""

    def __init__(self, page: Page) -> None:
        """Remember what was tried."""
        self.page, self.language = page, page.language
        self.pairs: dict[tuple[str, Half, int], list[tuple[float, int]]] = {}
        self.firsts: dict[tuple[str, str, int], list[tuple[float, Half]]] = {}

    def before(self, path: Path, piece: Piece | None, most: float) -> list[Missing]:
        """Choose the likeliest pairs after which ``piece`` ends a character, or without it another pair is missing.

        A pair whose first character alone costs more than ``most`` is not looked for.
        """
        tries: list[Missing] = []
        for cost, half in self._firsts(path):
            if cost > most:
                break
            tries.extend(Missing(cost + more, half, byte) for more, byte in self._seconds(path.previous, half, piece))
        return nsmallest(_PAIRS if piece else _CHAINED, tries)

    def _seconds(self, previous: str, half: Half, piece: Piece | None) -> list[tuple[float, int]]:
        """List the first bytes of characters after ``half`` that ``piece`` ends, and what each character costs."""
        key = (previous, half, piece.start if piece else -1)
        found = self.pairs.get(key)
        if found is None:
            after = self.language.after(previous, half.simple)
            seconds = {*_seconds(half, piece), *_on_page(half, after.page_two, piece)}
            found = self.pairs[key] = [(after[second], byte) for second, byte in seconds]
        return found

    def _firsts(self, path: Path) -> list[tuple[float, Half]]:
        """List the likeliest characters whose second byte can be missing."""
        key = (path.before, path.previous, path.lead)
        found = self.firsts.get(key)
        if found is None:
            after = self.language.after(path.before, path.previous)
            halves = self.page.possible(before_vanished(path.lead))
            found = self.firsts[key] = nsmallest(_FIRST_HALVES, [(after[half.simple], half) for half in halves])
        return found


@cache
def _any(first: str, byte: int) -> list[tuple[str, int]]:
    """List the likeliest characters (simplified) after ``first`` whose first byte can be missing after ``byte``."""
    allowed = unseen()[byte]
    return list(islice((pair for pair in following(first) if pair[1] in allowed), _TRIED))


def _seconds(half: Half, piece: Piece | None) -> list[tuple[str, int]]:
    """List the likeliest characters (simplified) after a first one that ``piece`` can end, with their first byte."""
    if piece is None or piece.kind is Kind.LOST:
        return _any(half.simple, half.byte)
    if piece.kind is Kind.LOST_AND_PINYIN:
        likely = key_leads(piece.syllable)
    elif piece.kind is Kind.GLOSS or piece.data[0] < FIRST_TRAIL:
        return []
    else:
        likely = ending(half.simple, piece.data[0])[:_TRIED] + common(piece.data[0])
    allowed = unseen()[half.byte]
    return [pair for pair in likely if pair[1] in allowed]


def _on_page(half: Half, seconds: Iterable[str], piece: Piece | None) -> Iterator[tuple[str, int]]:
    """List in the same way those that the page has after the two characters before."""
    if piece and piece.kind in (Kind.GLOSS, Kind.LOST_AND_PINYIN):
        return
    allowed = unseen()[half.byte]
    end = piece.data[0] if piece and piece.kind is not Kind.LOST else 0
    for second in seconds:
        for lead, trail in forms().get(second, ()):
            if lead in allowed and end in (0, trail):
                yield second, lead
