"""nodes.csv and edges.csv (kg/export/tables.py): what a spreadsheet opens. Named apart from tests/lexicon/test_tables.py."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import Build, to_networkx
from kg.export.tables import write_csv
from kg.graph import Edge, Network, Node


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", ["nodes.csv", "edges.csv"])
def test_tables_begin_with_a_byte_order_mark(seeds_build: Build, name: str) -> None:
    """Excel reads UTF-8 only with a BOM; there is one, and one only."""
    data = (seeds_build.folder / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\xef\xbb\xbf") == 1
    data.decode("utf-8")


def test_tables_hold_the_graph(any_build: Build) -> None:
    """There is a row for each node and each edge, and every end of an edge is a node."""
    graph = to_networkx(any_build.knowledge)
    nodes, edges = (rows(any_build.folder / name) for name in ("nodes.csv", "edges.csv"))
    assert [row["id"] for row in nodes] == list(graph)
    assert [(row["source"], row["target"]) for row in edges] == list(graph.edges())
    labels = nx.get_node_attributes(graph, "label")
    assert all(row["label"].removeprefix("'") == labels[row["id"]] for row in nodes)


UNQUOTED = pytest.mark.xfail(sys.version_info < (3, 13), reason="before Python 3.13 csv leaves a lone CR unquoted: it ends the row")
CELLS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")', pytest.param("\r=1", marks=UNQUOTED)]


@pytest.mark.parametrize("cell", CELLS)
def test_no_cell_is_a_formula(tmp_path: Path, cell: str) -> None:
    """A cell that a spreadsheet would run is text, in nodes and in edges, whole or as one of several values."""
    people = [Node("a", ("kind", "label", "aliases"), ("person", cell, (cell, "b")))]
    holdings = [Edge("a", "a", "org:holds p", ("relation", "title", "claims"), ("org:holds", cell, ()))]
    write_csv(Network(people, holdings), tmp_path / "nodes.csv", tmp_path / "edges.csv")
    (node,), (edge,) = rows(tmp_path / "nodes.csv"), rows(tmp_path / "edges.csv")
    assert (node["label"], node["aliases"], edge["title"]) == (f"'{cell}", f"'{cell} | b", f"'{cell}")


def test_ordinary_cells_are_not_changed(tmp_path: Path) -> None:
    """Commas, quotation marks and line ends survive, and what is no formula is not marked."""
    label = '韦启明, "a"\nb=1'
    write_csv(Network([Node("a", ("kind", "label"), ("person", label))], []), tmp_path / "nodes.csv", tmp_path / "edges.csv")
    assert rows(tmp_path / "nodes.csv")[0]["label"] == label


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_python_reads_back_what_was_written(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """Whatever stands in the cells, rows and columns stay apart: the csv module reads the same text, but for CR and formulas."""
    folder = tmp_path_factory.mktemp("csv")
    people = [Node(f"n{number}", ("kind", "label", f"more %s {number}"), ("person", text, text)) for number, text in enumerate(texts)]
    write_csv(Network(people, []), folder / "nodes.csv", folder / "edges.csv")
    wanted = [text.replace("\r", " ") for text in texts]
    wanted = [f"'{text}" if text[:1] in set("=+-@\t") else text for text in wanted]
    assert [row["label"] for row in rows(folder / "nodes.csv")] == wanted
    assert [row[f"more %s {number}"] for number, row in enumerate(rows(folder / "nodes.csv"))] == wanted
