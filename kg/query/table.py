"""A table in plain text, for people. Lighter than a library for it, which takes longer to load than a query takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import Final
from unicodedata import combining, east_asian_width

_GAP: Final = "  "
_LEAST: Final = 8
"""Columns of the terminal that a column of the table keeps however narrow the terminal is."""


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """``rows`` under ``heads``, columns aligned; cells are broken to keep lines within ``width`` columns of a terminal, if given."""
    cells = [[text.expandtabs().split("\n") for text in row] for row in (heads, *rows)]
    widest = [max(columns(line) for cell in column for line in cell) for column in zip(*cells, strict=True)]
    widths = _fitting(widest, width - len(_GAP) * (len(widest) - 1)) if width else widest
    head, *body = ([_broken(cell, room) for cell, room in zip(row, widths, strict=True)] for row in cells)
    rule = [["─" * room] for room in widths]
    return "".join(_line(parts, widths) for row in (head, rule, *body) for parts in zip_longest(*row, fillvalue=""))


def columns(text: str) -> int:
    """How many columns of a terminal ``text`` takes: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(char: str) -> int:
    return 0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1


def _fitting(widest: list[int], room: int) -> list[int]:
    """Widths that add up to ``room``, if the widest columns can give way so far."""
    low, high = _LEAST, max(widest, default=0)
    while low < high:  # the largest limit under which all fit
        limit = (low + high + 1) // 2
        low, high = (limit, high) if sum(min(one, limit) for one in widest) <= room else (low, limit - 1)
    return [min(one, low) for one in widest]


def _broken(lines: Sequence[str], room: int) -> list[str]:
    """``lines``, each in pieces of at most ``room`` columns."""
    pieces = []
    for line in lines:
        if columns(line) <= room:
            pieces.append(line)
            continue
        start = taken = 0
        for at, char in enumerate(line):
            if taken + _columns(char) > room:
                pieces.append(line[start:at])
                start, taken = at, 0
            taken += _columns(char)
        pieces.append(line[start:])
    return pieces


def _line(parts: Sequence[str], widths: Sequence[int]) -> str:
    padded = (part + " " * (room - columns(part)) for part, room in zip(parts, widths, strict=True))
    return _GAP.join(padded).rstrip() + "\n"
