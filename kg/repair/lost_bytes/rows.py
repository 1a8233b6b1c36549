"""The table of the language model, read a row at a time.

``data/language.bin`` is text in UTF-16 (little endian), so that a place in it is a place in its bytes. Costs are ``-log`` of
probabilities in steps of :data:`STEP`, one character each, ``chr(COST + steps)``; parts of speech are ``chr(TAG + number)``.
Neither is a character that text holds, so a row is searched as it stands. The lines::

    parts of speech
    for each part of speech the costs of all next ones, as differences to the word alone, ten nats up
    characters, most frequent first
    their costs where anything may begin
    their costs at any place
    lengths of the rows that follow, one for each character

    words that begin with it <tab> what follows it <tab> what follows it and one before it

Words are ``|``, the rest of the word, its part of speech, its cost; sorted, so that a word comes before those that it
begins. What follows is the cost of falling back to one character less, then characters with their costs; after two
characters, such a list for each first one, behind ``|`` and it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from math import exp
from typing import Final, NamedTuple

#: A twentieth of a nat is finer than any of these figures deserves.
STEP: Final = 0.05
TAG, COST, HIGHEST = 0x100, 0x200, 0x3FF
BREAK: Final = "|"


class Row(NamedTuple):
    """What is known of one character."""

    words: str
    after: str
    after_two: str


class Table(NamedTuple):
    """The table: its bytes, where each row is, and the lines before."""

    data: bytes
    places: dict[str, tuple[int, int]]
    tags: list[str]
    transitions: list[str]
    start: dict[str, float]
    anywhere: dict[str, float]


@cache
def table() -> Table:
    """Read the lines before the rows."""
    data = (files("kg.repair") / "data" / "language.bin").read_bytes()
    lines = []
    at = 0
    for _ in range(6):
        end = data.index(b"\n\0", at)
        lines.append(data[at:end].decode("utf-16-le"))
        at = end + 2
    tags, transitions, characters, start, anywhere, sizes = lines
    ends = list(accumulate((2 * int(size) for size in sizes.split(" ")), initial=at))
    return Table(
        data,
        dict(zip(characters, pairwise(ends), strict=True)),
        tags.split(" "),
        transitions.split(" "),
        dict(zip(characters, map(share, start), strict=True)),
        dict(zip(characters, map(share, anywhere), strict=True)),
    )


@cache
def row(character: str) -> Row:
    """Return the row of a character, an empty one if it has none."""
    place = table().places.get(character)
    if place is None:
        return Row("", chr(COST), "")
    return Row(*table().data[place[0] : place[1] - 2].decode("utf-16-le").split("\t"))


@cache
def cost(code: str) -> float:
    """Return the cost that a character stands for."""
    return (ord(code) - COST) * STEP


@cache
def share(code: str) -> float:
    """Return the probability that a character stands for."""
    return exp(-cost(code))
