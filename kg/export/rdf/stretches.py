"""Stretches of one text in UTF-8, escaped for Turtle: the text is escaped and encoded once, and then only cut."""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import Final

from kg.export.rdf.turtle import escape


class _Encoded(dict[str, bytes]):
    """A character as it stands in a Turtle string, in UTF-8."""

    def __missing__(self, char: str) -> bytes:
        self[char] = encoded = escape(char).encode()
        return encoded


class Stretches:
    """A text, escaped and encoded once, and where each of its code points begins in the bytes."""

    _encoded: Final = _Encoded()

    def __init__(self, text: str) -> None:
        """``text`` is raw text; positions count its code points."""
        pieces = list(map(self._encoded.__getitem__, text))
        self._bytes = b"".join(pieces)
        self._starts = array("Q", accumulate(map(len, pieces), initial=0))
        self._length = len(text)

    def __call__(self, start: int, end: int) -> bytes:
        """``text[start:end]`` as it stands between the quotation marks of a Turtle string (no position is negative)."""
        starts, length = self._starts, self._length
        return self._bytes[starts[min(length, start)] : starts[min(length, end)]]
