"""Words of the page at hand: what stands in it several times, and is cut out of no word on either side.

A page says again what it is about, and no list of words has all of that. Such a phrase is believed little, but far more than its
characters are as words of their own.
"""

from __future__ import annotations

from functools import cache
from math import exp, log
from typing import Final

from kg.repair.lost_bytes.marks import SHARES, WORD_LENGTH
from kg.repair.lost_bytes.neighbours import Neighbours
from kg.repair.lost_bytes.pairs import place
from kg.repair.lost_bytes.words import NO_TAG, Word, words_at

#: How often a phrase must stand on the page.
_OFTEN: Final = 3
#: For how much of the words of a page its phrases stand, and how many words it has at least; set like the shares of ``decide``.
_SHARE, _LEAST_WORDS = 0.02, 400
#: A pair of characters that costs less is a word, and no phrase begins or ends inside it.
_USUAL: Final = 14.0


class PageWords:
    """The words of a language and of a page."""

    def __init__(self, page: Neighbours) -> None:
        """Take the page; its phrases are looked for when asked for."""
        self.page = page
        self.once = -log(_SHARE / max(len(page.text) / WORD_LENGTH, _LEAST_WORDS))
        self.known: dict[str, tuple[Word, ...]] = {}

    def at(self, stretch: str) -> tuple[Word, ...]:
        """List the words and phrases that ``stretch`` begins with."""
        found = self.known.get(stretch)
        if found is None:
            words = {word.size: word for word in words_at(stretch)}
            for size, cost in self._phrases(stretch):
                word = words.get(size)
                if word is None:
                    words[size] = Word(size, cost, NO_TAG, place(stretch[:size]))
                else:
                    words[size] = word._replace(cost=-log(exp(-word.cost) + exp(-cost)))
            found = self.known[stretch] = tuple(words.values())
        return found

    def _phrases(self, stretch: str) -> list[tuple[int, float]]:
        """List the sizes of phrases that ``stretch`` begins with, and their costs; no mark stands in one."""
        found: list[tuple[int, float]] = []
        if stretch[0] in SHARES:
            return found
        text = self.page.text
        places = [at for at in self.page.places(stretch[:2]) if not _is_word(text[max(at - 1, 0) : at + 1])]
        for size in range(2, len(stretch) + 1):
            last = stretch[size - 1]
            places = [at for at in places if text[at + size - 1] == last]
            if len(places) < _OFTEN or last in SHARES:
                break
            times = sum(not _is_word(text[at + size - 1 : at + size + 1]) for at in places)
            if times >= _OFTEN:
                found.append((size, self.once - log(times)))
        return found


@cache
def _is_word(pair: str) -> bool:
    return any(word.size > 1 and word.cost < _USUAL for word in words_at(pair)) if pair else False
