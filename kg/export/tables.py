"""nodes.csv and edges.csv: the graph for spreadsheets. UTF-8 with BOM, as Excel wants it; no cell runs as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kg.graph import Graph

_FORMULA: Final = frozenset("=+-@\t\r")
_FIRST: Final = {
    "nodes": ("id", "kind", "label", "aliases"),
    "edges": ("source", "target", "relation", "title", "status", "basis", "confidence", "claims"),
}


def write_csv(graph: Graph, nodes: Path, edges: Path) -> None:
    """Write both tables; columns that only some kinds have follow in alphabetical order."""
    _write(nodes, _FIRST["nodes"], ({"id": node, **attributes} for node, attributes in graph.nodes(data=True)))
    rows = ({"source": start, "target": end, **attributes} for start, end, attributes in graph.edges(data=True))
    _write(edges, _FIRST["edges"], rows)


def _write(path: Path, first: tuple[str, ...], rows: Iterable[dict[str, object]]) -> None:
    listed = list(rows)
    columns = [*first, *sorted({name for row in listed for name in row} - set(first))]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in listed)


def _cell(value: object) -> str:
    """``value`` as text that no spreadsheet takes for a formula."""
    if type(value) is not str:
        value = " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    value = value.replace("\r", " ")  # csv leaves a lone CR unquoted before Python 3.13, and it would end the row
    return f"'{value}" if value[:1] in _FORMULA else value
