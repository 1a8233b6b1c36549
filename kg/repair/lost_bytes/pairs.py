"""How likely a word is after another, as newspapers have it.

``data/word_pairs.bin`` opens with a line of words, tab between them (a line end is ``¶``), commonest first; each is known by its
place. Then come, for each word, how many others follow it (two bytes, little endian) and what it costs to fall back to a
word that does not (one byte); then all that follow, two bytes each, in the order of the words that they follow; then their
costs, one byte each. Costs are ``-log`` of probabilities in steps of :data:`~kg.repair.lost_bytes.rows.STEP`.
``generate_language_model.py`` makes it.
"""

from __future__ import annotations

import sys
from array import array
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from kg.repair.lost_bytes.rows import STEP

LINE_END: Final = "¶"


class Pairs(NamedTuple):
    """The table: places of words, what it costs to fall back, and where the words are that follow each, with their costs."""

    places: dict[str, int]
    back: bytes
    parts: list[tuple[int, int]]
    seconds: array[int]
    costs: bytes


@cache
def pairs() -> Pairs:
    """Read the table."""
    data = (files("kg.repair") / "data" / "word_pairs.bin").read_bytes()
    head, _, data = data.partition(b"\n")
    words = head.decode("utf-8").replace(LINE_END, "\n").split("\t")
    count = len(words)
    parts = list(pairwise(accumulate(_shorts(data[: 2 * count]), initial=0)))
    back, data = data[2 * count : 3 * count], data[3 * count :]
    whole = 2 * parts[-1][1]
    return Pairs({word: place for place, word in enumerate(words)}, back, parts, _shorts(data[:whole]), data[whole:])


def _shorts(data: bytes) -> array[int]:
    numbers = array("H", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def place(word: str) -> int:
    """Return where the table has a word, or -1."""
    return pairs().places.get(word, -1)


@cache
def after(first: int) -> dict[int, float]:
    """Return what each word costs that follows the word of a place."""
    known = pairs()
    start, end = known.parts[first]
    return {known.seconds[at]: known.costs[at] * STEP for at in range(start, end)}


def back(first: int) -> float:
    """Return what any other word costs more than by itself."""
    return pairs().back[first] * STEP
