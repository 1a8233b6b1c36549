"""How likely a stretch of text is as words: each after the one before it, or after its part of speech where those two are unknown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from math import log
from typing import Final, NamedTuple

from kg.repair.lost_bytes.marks import MARK_AFTER_MARK, SHARES, STOPS, WORD_LENGTH
from kg.repair.lost_bytes.pairs import after, back, place
from kg.repair.lost_bytes.rows import BREAK, COST, TAG, cost, row, table

#: Characters of the longest word of the language, and of the longest stretch that is asked for.
_LONGEST, LONGEST = 5, 8
_UNKNOWN: Final = 4.0
_RAREST: Final = 3e-8
_TAG_WEIGHT: Final = 0.6
#: What a mark costs after a word of each part of speech, and such a word after a mark: an adverb, preposition or
#: conjunction hardly ends a clause, a particle or measure word hardly begins one.
_BEFORE_MARK: Final = {"d": 2.5, "p": 3.5, "c": 2.5, "uj": 1.5, "r": 1.5, "m": 1.0, "u": 1.0, "ad": 2.5, "b": 1.5}
_AFTER_MARK: Final = {"uj": 5.0, "y": 5.0, "q": 2.0, "k": 4.0, "u": 2.0, "ul": 5.0, "uz": 5.0, "f": 1.0}
NO_TAG, _MARK = -1, -2
_NEVER: Final = 99.0


class Word(NamedTuple):
    """A word that a stretch begins with: its length, its cost, its part of speech, its place in the table of pairs."""

    size: int
    cost: float
    tag: int
    place: int


_NOTHING: Final = Word(0, 0.0, NO_TAG, -1)


@lru_cache(maxsize=100_000)
def _step(before: Word, word: Word) -> float:
    """Return what a word costs after another: as newspapers have the two, else by its part of speech."""
    by_itself = word.cost + _link(before.tag, word.tag)
    if before.place < 0:
        return by_itself
    return min(after(before.place).get(word.place, _NEVER), by_itself + back(before.place))


@lru_cache(maxsize=100_000)
def words_at(stretch: str) -> tuple[Word, ...]:
    """List the words of the language that ``stretch`` begins with; its first character always is one."""
    words = row(stretch[0]).words
    found = []
    for size in range(1, min(len(stretch), _LONGEST) + 1):
        at = words.find(BREAK + stretch[1:size])
        if at < 0:
            break  # no longer word begins so, either
        tag = ord(words[at + size])
        if TAG <= tag < COST:
            found.append(Word(size, cost(words[at + size + 1]), tag - TAG, place(stretch[:size])))
    return tuple(found) if found and found[0].size == 1 else (_unknown(stretch[0]), *found)


def cost_of_words(text: str, at: Callable[[str], tuple[Word, ...]] = words_at) -> float:
    """Return the cost of the best way to cut ``text`` into words, each depending on the one before it.

    ``at`` lists the words that a stretch begins with.
    """
    size = len(text)
    # best[end] maps each word that ends there to the cost so far
    best: list[dict[Word, float]] = [{} for _ in range(size + 1)]
    best[0][_NOTHING] = 0.0
    for start in range(size):
        arrived = best[start].items()
        for word in at(text[start : start + LONGEST]) if arrived else ():
            here = best[start + word.size]
            whole = min([so_far + _step(before, word) for before, so_far in arrived])
            if whole < here.get(word, 1e9):
                here[word] = whole
    return min(best[size].values())


@cache
def _unknown(character: str) -> Word:
    """Return a character that is no word as one."""
    if character in SHARES:
        tag = _MARK if character in STOPS and character != "\n" else NO_TAG
        return Word(1, -log(WORD_LENGTH * SHARES[character]), tag, place(character))
    return Word(1, _UNKNOWN - log(table().anywhere.get(character, _RAREST)), NO_TAG, place(character))


@cache
def _link(before: int, tag: int) -> float:
    """Return what a word of one part of speech costs after another."""
    if before >= 0 and tag >= 0:
        return _TAG_WEIGHT * (cost(table().transitions[before][tag]) - 10)
    if before >= 0:
        return _BEFORE_MARK.get(table().tags[before], 0.0) if tag == _MARK else 0.0
    if before == _MARK:
        return _AFTER_MARK.get(table().tags[tag], 0.0) if tag >= 0 else MARK_AFTER_MARK if tag == _MARK else 0.0
    return 0.0
