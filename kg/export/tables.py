"""nodes.csv and edges.csv: the graph for spreadsheets. UTF-8 with BOM, as Excel wants it; no cell runs as a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import networkx as nx

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_FIRST: Final = {"nodes": ("id", "kind", "label", "aliases"), "edges": ("source", "target", "relation", "title", "status", "basis", "confidence", "claims")}


def write_csv(graph: nx.MultiDiGraph, nodes: Path, edges: Path) -> None:
    """Write both tables; columns that only some kinds have follow in alphabetical order."""
    _write(nodes, _FIRST["nodes"], ({"id": node, **attributes} for node, attributes in graph.nodes(data=True)))
    rows = ({"source": start, "target": end, **attributes} for start, end, attributes in graph.edges(data=True))
    _write(edges, _FIRST["edges"], rows)


def _write(path: Path, first: tuple[str, ...], rows: Iterable[dict[str, object]]) -> None:
    listed = list(rows)
    columns = [*first, *sorted({name for row in listed for name in row} - set(first))]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in listed:
            writer.writerow([_cell(row.get(column, "")) for column in columns])


def _cell(value: object) -> str:
    """``value`` as text that no spreadsheet takes for a formula."""
    text = " | ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
