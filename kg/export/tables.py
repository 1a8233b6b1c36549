"""nodes.csv and edges.csv: the graph for spreadsheets. UTF-8 with BOM, as Excel wants it; no cell runs as a formula.

Rows with attributes of the same names share a pattern that only the cells are put into; most values occur many times
and are quoted once. Python's csv module, which the tests read the tables with, takes twice as long to write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kg.graph import Graph

_FORMULA: Final = frozenset("=+-@\t\r")
_SPECIAL: Final = re.compile('[,"\n]')
_NODES: Final = ("kind", "label", "aliases")
_EDGES: Final = ("relation", "title", "status", "basis", "confidence", "claims")
"""The columns that follow the ids in every table."""

Attributes = dict[str, object]


class _Cells(dict[object, str]):
    """A value (text, a number, a tuple of texts) as a cell that no spreadsheet takes for a formula, made at the first question."""

    def __missing__(self, value: object) -> str:
        text = " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        text = text.replace("\r", " ")  # a lone CR would end the row for many readers
        text = f"'{text}" if text[:1] in _FORMULA else text
        cell = self[value] = '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text
        return cell


class _Patterns:
    """For each set of names the order of their columns, and the row (from its first attribute) with room for the cells."""

    def __init__(self, first: tuple[str, ...], shapes: Iterable[tuple[str, ...]]) -> None:
        listed = list(shapes)
        self.columns = [*first, *sorted({name for shape in listed for name in shape} - set(first))]
        self.of = {shape: self._pattern(set(shape)) for shape in listed}

    def _pattern(self, names: set[str]) -> tuple[list[str], str]:
        return [name for name in self.columns if name in names], ",".join(["%s" if name in names else "" for name in self.columns])


def write_csv(graph: Graph, nodes: Path, edges: Path) -> None:
    """Write both tables; columns that only some kinds have follow in alphabetical order."""
    _write(nodes, _nodes(graph))
    _write(edges, _edges(graph))


def _nodes(graph: Graph) -> Iterator[str]:
    patterns = _Patterns(_NODES, dict.fromkeys([tuple(attributes) for _, attributes in graph.nodes(data=True)]))
    cells = _Cells()
    yield _head(("id", *patterns.columns))
    for node, attributes in graph.nodes(data=True):
        names, pattern = patterns.of[tuple(attributes)]
        yield f"{cells[node]},{pattern % tuple([cells[attributes[name]] for name in names])}\n"


def _edges(graph: Graph) -> Iterator[str]:
    patterns = _Patterns(_EDGES, dict.fromkeys([tuple(attributes) for _, _, attributes in graph.edges(data=True)]))
    cells = _Cells()
    yield _head(("source", "target", *patterns.columns))
    for start, ends in graph.adjacency():
        source = cells[start]
        for end, parallel in ends.items():
            for attributes in parallel.values():
                names, pattern = patterns.of[tuple(attributes)]
                yield f"{source},{cells[end]},{pattern % tuple([cells[attributes[name]] for name in names])}\n"


def _head(columns: Iterable[str]) -> str:
    cells = _Cells()
    return ",".join([cells[name] for name in columns]) + "\n"


def _write(path: Path, lines: Iterator[str]) -> None:
    path.write_bytes("".join(lines).encode("utf-8-sig"))
