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

    def around(self, start: int, end: int, width: int) -> tuple[str, str, str]:
        """``text[start:end]`` as it stands between the quotation marks of a Turtle string, and ``width`` code points before and after it.

        No position is negative.
        """
        low, high = max(0, start - width), end + width
        parts = self._text[low:start], self._text[start:end], self._text[end:high]
        number = bisect_left(self._special, low)
        if number == len(self._special) or self._special[number] >= high:
            return parts
        return escape(parts[0]), escape(parts[1]), escape(parts[2])
