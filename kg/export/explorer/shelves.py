"""Components of the opening view side by side: boxes on shelves, in integers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.export.explorer.numbers import Point, Size

_ACROSS: Final = 20
"""At most so many boxes stand on the first shelf. The page is taken to be wider than high, by five to four."""


def shelve(extents: Sequence[Size]) -> list[Point]:
    """Top left corners that put boxes, in order, on shelves: of the widths that fit, the one that is shown largest."""
    rooms = {sum(width for width, _ in extents[:count]) for count in range(1, min(len(extents), _ACROSS) + 1)}
    widest = max((width for width, _ in extents), default=0)
    tried = [_on_shelves(extents, max(room, widest)) for room in sorted(rooms)]
    return min(tried, key=lambda shelves: max(shelves[1] * 4, shelves[2] * 5), default=([], 0, 0))[0]


def _on_shelves(extents: Sequence[Size], room: int) -> tuple[list[Point], int, int]:
    """The corners on shelves of width ``room``, and the width and height of them all."""
    out: list[Point] = []
    x = y = shelf = across = 0
    for width, height in extents:
        if x and x + width > room:
            x, y, shelf = 0, y + shelf, 0
        out.append((x, y))
        x, shelf = x + width, max(shelf, height)
        across = max(across, x)
    return out, across, y + shelf
