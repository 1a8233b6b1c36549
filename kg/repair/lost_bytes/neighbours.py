"""What stands beside what on a page, counted for those characters that are asked for."""

from __future__ import annotations

import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from typing import Final

#: What follows the last character.
_NOTHING: Final = "\0"
#: Four bytes for each character, as the machine has numbers.
_UTF_32: Final = {"little": "utf-32-le", "big": "utf-32-be"}[sys.byteorder]


class Neighbours:
    """A text, and what was counted in it so far."""

    def __init__(self, text: str) -> None:
        """Note the different pairs, as numbers, and of how many each character is the second."""
        self.text = text + _NOTHING
        self.pairs = _pairs(text)
        self.seconds = Counter(array("I", array("Q", self.pairs).tobytes())[1::2])
        self.one_pair = 1 / (len(self.pairs) or 1)
        self.known: dict[str, Counter[str]] = {}

    def share(self, character: str) -> float:
        """Return for how much of the different pairs a character is the second.

        Not how much of the text it is: what always follows the same character is unlikely after another one.
        """
        return self.seconds.get(ord(character), 0) * self.one_pair

    def after(self, character: str) -> Counter[str]:
        """Count what follows a character."""
        known = self.known.get(character)
        if known is None:
            known = self.known[character] = self._following(character)
        return known

    def after_two(self, before: str, character: str) -> Counter[str]:
        """Count what follows a character where another one stands before it."""
        both = before + character
        return self._following(both) if _number(both) in self.pairs else _NONE

    def places(self, pair: str) -> list[int]:
        """List where two characters stand beside each other."""
        return list(self._places(pair)) if len(pair) > 1 and _number(pair) in self.pairs else []

    def _following(self, characters: str) -> Counter[str]:
        text, size = self.text, len(characters)
        counts = Counter([text[at + size] for at in self._places(characters)])
        counts.pop(_NOTHING, None)
        return counts

    def _places(self, characters: str) -> Iterator[int]:
        at = self.text.find(characters)
        while at >= 0:
            yield at
            at = self.text.find(characters, at + 1)


def _pairs(text: str) -> set[int]:
    """Return the different pairs of characters, each as one number of eight bytes: making strings of them takes three times as long."""
    data = memoryview(_bytes(text))
    from_first, from_second = data[: len(data) // 8 * 8], data[4 : 4 + (len(data) - 4) // 8 * 8]
    return {*from_first.cast("Q"), *from_second.cast("Q")}


def _number(pair: str) -> int:
    return int.from_bytes(_bytes(pair), sys.byteorder)


def _bytes(text: str) -> bytes:
    return text.encode(_UTF_32, "surrogatepass")


_NONE: Final[Counter[str]] = Counter()
