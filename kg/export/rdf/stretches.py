"""Stretches of one text in UTF-8, escaped for Turtle."""

from __future__ import annotations

from bisect import bisect_left

from kg.export.rdf.turtle import SPECIAL, escape


class Stretches:
    """A text of which stretches are asked for; where it holds something to escape is looked for once."""

    def __init__(self, text: str) -> None:
        """``text`` is raw text; positions count its code points."""
        self._text = text
        self._special = [match.start() for match in SPECIAL.finditer(text)]

    def __call__(self, start: int, end: int) -> str:
        """``text[start:end]`` as it stands between the quotation marks of a Turtle string (no position is negative)."""
        special = self._special
        number = bisect_left(special, start)
        plain = number == len(special) or special[number] >= end
        return self._text[start:end] if plain else escape(self._text[start:end])
