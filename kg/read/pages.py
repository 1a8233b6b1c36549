"""Printed pages to text: lines into reading order, column by column, with page headers and footers set apart.

Works on boxes alone, whatever they were taken out of. Units are those of the page (points in a PDF); the origin is below left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from kg.aligned import Span

_PAGE_NUMBER: Final = re.compile(r"[\s\-—–·.|/]*(?:第\s*)?\d{1,4}\s*+(?:页|/\s*\d{1,4}|页?[,，/\s]*共\s*\d{1,4}\s*页)?[\s\-—–·.|]*")
_MARGIN_ROWS: Final = 2
"""Rows at the head and at the foot of a page that may belong to every page."""
_LEAST_ROWS: Final = 4
"""Rows that stand side by side make columns; fewer are a table or a signature."""
_FILLED: Final = 0.55
"""Lines of running text fill this share of their column, in the middle; cells of tables do not."""


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of text in one line, and where it stands."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        """The height at which the line stands."""
        return (self.bottom + self.top) / 2


def text_of(pages: Sequence[Sequence[Box]]) -> tuple[str, tuple[Span, ...]]:
    """The text of ``pages``, a line a row, and the stretches of it that are page headers and footers, which stand at its end.

    So a sentence that runs over the end of a page is in one piece.
    """
    rows = [list(_rows(page)) for page in pages]
    repeated = _repeated(rows)
    body: list[str] = []
    furniture: list[str] = []
    for page in rows:
        for number, row in enumerate(page):
            at_edge = number < _MARGIN_ROWS or number >= len(page) - _MARGIN_ROWS
            is_number = number in (0, len(page) - 1) and _PAGE_NUMBER.fullmatch(row)
            (furniture if is_number or (at_edge and _shape(row) in repeated) else body).append(row + "\n")
    chrome = []
    at = sum(map(len, body))
    for row in furniture:
        chrome.append(Span(at, at + len(row)))
        at += len(row)
    return "".join(body + furniture), tuple(chrome)


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands at the edge of at least half of the pages, figures apart."""
    edges: Counter[str] = Counter()
    for rows in pages:
        edges.update({_shape(row) for row in (*rows[:_MARGIN_ROWS], *rows[-_MARGIN_ROWS:])})
    return frozenset(shape for shape, count in edges.items() if count >= max(2, len(pages) / 2))


def _shape(row: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", row))


def _rows(page: Sequence[Box]) -> Iterator[str]:
    """The lines of a page in reading order; what stands side by side without being columns is one row, parted by tabs."""
    gutter = _gutter(page)
    if gutter is None:
        for row in _lines(page):
            yield "\t".join(box.text for box in row)
        return
    band: list[Box] = []
    for row in _lines(page):  # what runs across the gutter parts the page into bands; in each, left before right
        if any(box.left < gutter < box.right for box in row):
            yield from _columns(band, gutter)
            band = []
            yield "\t".join(box.text for box in row)
        else:
            band += row
    yield from _columns(band, gutter)


def _columns(band: Sequence[Box], gutter: float) -> Iterator[str]:
    for side in ([box for box in band if box.right <= gutter], [box for box in band if box.left >= gutter]):
        yield from _rows(side)


def _lines(page: Sequence[Box]) -> list[list[Box]]:
    """Boxes at one height, from top to bottom and in each from left to right."""
    lines: list[list[Box]] = []
    for box in sorted(page, key=lambda box: (-box.middle, box.left)):
        if lines and abs(lines[-1][0].middle - box.middle) <= (box.top - box.bottom) / 2:
            lines[-1].append(box)
        else:
            lines.append([box])
    return [sorted(line, key=lambda box: box.left) for line in lines]


def _gutter(page: Sequence[Box]) -> float | None:
    """Where the blank between two columns of running text is, if the page (or part of one) is set in columns."""
    if len(page) < 2 * _LEAST_ROWS:
        return None
    left, right = min(box.left for box in page), max(box.right for box in page)
    pairs = [(row[0], row[1]) for row in _lines(page) if len(row) > 1 and row[0].right < row[1].left]
    if len(pairs) < _LEAST_ROWS:
        return None
    at = median((one.right + other.left) / 2 for one, other in pairs)
    sides = [box for box in page if box.right <= at], [box for box in page if box.left >= at]
    widths = at - left, right - at
    filled = all(
        len(side) >= _LEAST_ROWS and median(box.right - box.left for box in side) >= _FILLED * width
        for side, width in zip(sides, widths, strict=True)
    )
    return at if filled else None
