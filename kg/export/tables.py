"""nodes.csv and edges.csv: the graph for spreadsheets. UTF-8 with BOM, as Excel wants it; no cell runs as a formula.

Rows with attributes of the same names share a pattern that only the cells are put into; most values occur many times
and are quoted once. Python's csv module, which the tests read the tables with, takes twice as long to write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Final

from kg.graph import Names, Network, Values

_FORMULA: Final = tuple("=+@\t-")
"""What spreadsheets take for the head of a formula."""
_PARTING: Final = re.compile('[,"\n\r]')
"""What parts cells and rows."""
_NODES: Final = ("kind", "label", "aliases")
_EDGES: Final = ("relation", "title", "status", "basis", "confidence", "claims")
"""The columns that follow the ids in every table."""


class _Cells(dict[object, str]):
    """A value (text, a number, a tuple of texts) as a cell that no spreadsheet takes for a formula, made at the first question."""

    def __missing__(self, value: object) -> str:
        text = " | ".join(value) if isinstance(value, tuple) else str(value)
        cell = self[value] = _cell(text) if text.startswith(_FORMULA) or _PARTING.search(text) else text
        return cell


def _cell(text: str) -> str:
    text = text.replace("\r", " ")  # a lone CR would end the row for many readers
    text = f"'{text}" if text.startswith(_FORMULA) else text
    return '"' + text.replace('"', '""') + '"' if _PARTING.search(text) else text


class _Patterns:
    """For each set of names the row, its ids included, with room for the cells, and what puts values in the order of these."""

    def __init__(self, first: Names, ids: int, shapes: Iterable[Names]) -> None:
        """The first ``ids`` columns are ids, those of ``first`` follow, then all others in alphabetical order."""
        listed = list(dict.fromkeys(shapes))
        self.columns = [*first, *sorted({name for shape in listed for name in shape} - set(first))]
        self._ids = "%s," * ids
        self.of = {shape: self._pattern(shape) for shape in listed}

    def _pattern(self, names: Names) -> tuple[str, Callable[[Values], Values]]:
        row = self._ids + ",".join(["%s" if name in names else "" for name in self.columns]) + "\n"
        return row, itemgetter(*[names.index(name) for name in self.columns if name in names])


def write_csv(graph: Network, nodes: Path, edges: Path) -> None:
    """Write both tables; columns that only some kinds have follow in alphabetical order."""
    cells = _Cells()
    _write(nodes, _nodes(graph, cells))
    _write(edges, _edges(graph, cells))


def _nodes(graph: Network, cells: _Cells) -> Iterator[str]:
    patterns = _Patterns(_NODES, 1, [node.names for node in graph.nodes])
    yield _head(("id", *patterns.columns))
    for node, names, values in graph.nodes:
        pattern, ordered = patterns.of[names]
        yield pattern % (cells[node], *map(cells.__getitem__, ordered(values)))


def _edges(graph: Network, cells: _Cells) -> Iterator[str]:
    patterns = _Patterns(_EDGES, 2, [edge.names for edge in graph.edges])
    yield _head(("source", "target", *patterns.columns))
    for start, end, _, names, values in graph.edges:
        pattern, ordered = patterns.of[names]
        yield pattern % (cells[start], cells[end], *map(cells.__getitem__, ordered(values)))


def _head(columns: Iterable[str]) -> str:
    cells = _Cells()
    return ",".join([cells[name] for name in columns]) + "\n"


def _write(path: Path, lines: Iterator[str]) -> None:
    path.write_bytes("".join(lines).encode("utf-8-sig"))
