"""How a page sets its lines: at what width they are wrapped, and whether its paragraphs are indented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from typing import Final

from kg.repair.line_ends import SENTENCE_ENDS, is_closed

PROSE_MARK: Final = re.compile("[，。；]")
Fullness = Callable[[str], bool]

_WRAPPED_LINES: Final = 8
_FULL_LINES: Final = 5
"""So many lines of prose that are as long as the longest: the page is wrapped, however many short lines there are."""
_WIDTHS: Final = range(15, 81)
"""The usual widths of pages, in characters."""
_ASCII_MARKS: Final = str.maketrans("，；：！？（）", ",;:!?()")
INDENT: Final = "  "
_LEAST_INDENTED: Final = 3


class Setting:
    """Whether a line fills the width of the page, and whether the page indents its paragraphs."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self.is_full: Fullness = fullness(lines)

    @cached_property
    def indented(self) -> bool:
        """Whether the page indents its paragraphs; most pages are never asked."""
        return indents(self._lines)


def indents(lines: list[str]) -> bool:
    """Whether a page indents its paragraphs: nearly all prose that does not go on a line broken off before it."""
    begins = [line for before, line in pairwise(["", *lines]) if is_closed(before) and PROSE_MARK.search(line)]
    indented = sum(line.startswith(INDENT) for line in begins)
    return indented >= _LEAST_INDENTED and 5 * indented >= 4 * len(begins)


def fullness(lines: list[str]) -> Fullness:
    """Tells whether a line fills the width at which the text is hard-wrapped; none does where it is not wrapped.

    Most lines are then about equally long; or there are many short ones, but several of prose come up to the greatest
    length, in characters or as printed (ASCII is half as wide, marks may have been ASCII, and one may hang over the edge).
    """
    if sum(not is_closed(line) and bool(PROSE_MARK.search(line)) for line in lines) < _FULL_LINES - 1:
        return _never
    filled = [line for line in lines if line.strip()]
    if len(filled) < _WRAPPED_LINES:
        return _never
    prose = [line for line in filled if PROSE_MARK.search(line)]
    if 4 * len(prose) < len(filled):
        return _never
    may_be_printed = max(map(_length, filled)) <= 2 * _WIDTHS[-1] + 5  # no character is less than half as wide as a Chinese one
    for measure, spread in ((_length, 0), (_printed, 4), (_printed_before, 4)) if may_be_printed else ():
        if width := _common_width(prose, max(map(measure, filled)), measure, spread):
            return lambda line, measure=measure, least=width - spread: measure(line) >= least  # type: ignore[misc]
    lengths = sorted(map(len, map(str.strip, filled)))
    usual = lengths[len(lengths) * 9 // 10]
    near = sum(usual - 3 <= length <= usual + 2 for length in lengths)
    return (lambda line: _length(line) >= usual - 3) if near * 2 >= len(lengths) and usual in _WIDTHS else _never


def _common_width(prose: list[str], widest: int, measure: Callable[[str], int], spread: int) -> int:
    """The width to which half of the longer lines of ``prose`` come, give or take ``spread``, and no line much over it; 0 for none."""
    counted = Counter(map(measure, prose))
    width = max(range(widest - spread, widest + 1), key=lambda width: (counted[width], width))
    full = [line for line in prose if measure(line) >= width - spread]
    near = sum(measure(line) >= width * 3 // 4 for line in prose)
    broken = sum(not SENTENCE_ENDS.search(line.rstrip()) for line in full)
    is_usual = width // (2 if spread else 1) in _WIDTHS
    return width if is_usual and len(full) >= _FULL_LINES and 2 * len(full) >= near and 2 * broken >= len(full) else 0


def _never(_line: str) -> bool:
    return False


def _length(line: str) -> int:
    return len(line.rstrip())


def _printed(line: str) -> int:
    """The width of a line in print, in half characters."""
    return len(line.rstrip().encode("gbk", "replace"))


def _printed_before(line: str) -> int:
    """The same before marks were given one form."""
    return _printed(line.translate(_ASCII_MARKS))
