"""Tables in text: rows whose cells tabs part, as word processors and spreadsheets write them."""

from __future__ import annotations

from kg.aligned import Span

_LEAST_ROWS = 2
"""One line with a tab in it is no table."""


def rows_of(text: str) -> tuple[Span, ...]:
    """The stretches of ``text`` that are rows, one below the other."""
    if "\t" not in text:
        return ()
    found: list[Span] = []
    at = start = rows = 0
    for line in [*text.split("\n"), ""]:
        if "\t" in line.strip():
            rows += 1
        else:
            if rows >= _LEAST_ROWS:
                found.append(Span(start, at))
            rows = 0
            start = at + len(line) + 1
        at += len(line) + 1
    return tuple(Span(table.start, min(table.end, len(text))) for table in found)
