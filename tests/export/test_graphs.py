"""graph.graphml and graph.gexf, as networkx reads them back."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from kg import Build, to_networkx
from kg.export.gexf import write_gexf
from kg.export.graphs import write_graphml
from kg.graph import Edge, Network, Node, network


@pytest.fixture
def reread(any_build: Build) -> nx.MultiDiGraph:
    """The graph of the file."""
    return nx.read_graphml(any_build.folder / "graph.graphml", force_multigraph=True)


def flat(attributes: dict[str, object]) -> dict[str, object]:
    """Attributes as GraphML can hold them."""
    return {name: " | ".join(map(str, value)) if isinstance(value, tuple) else value for name, value in attributes.items()}


def test_the_file_holds_the_nodes(any_build: Build, reread: nx.MultiDiGraph) -> None:
    """Every node comes back with every attribute."""
    graph = to_networkx(any_build.knowledge)
    assert {node: flat(data) for node, data in graph.nodes(data=True)} == dict(reread.nodes(data=True))


def test_the_file_holds_the_edges(any_build: Build, reread: nx.MultiDiGraph) -> None:
    """Every edge comes back, parallel ones apart, with every attribute."""
    graph = to_networkx(any_build.knowledge)
    made = {(start, end, key): flat(data) for start, end, key, data in graph.edges(keys=True, data=True)}
    edges = reread.edges(keys=True, data=True)
    found = {(start, end, key): {name: value for name, value in data.items() if name != "id"} for start, end, key, data in edges}
    assert made == found


def test_gexf_holds_the_same_graph(any_build: Build, tmp_path: Path) -> None:
    """Nodes with their labels, and every edge with its relation."""
    graph = to_networkx(any_build.knowledge)
    write_gexf(network(any_build.knowledge), tmp_path / "graph.gexf")
    reread = nx.read_gexf(tmp_path / "graph.gexf")
    assert {node: data["label"] for node, data in reread.nodes(data=True)} == {node: data["label"] for node, data in graph.nodes(data=True)}
    assert sorted((a, b, data["relation"]) for a, b, data in reread.edges(data=True)) == sorted(
        (a, b, str(data["relation"])) for a, b, data in graph.edges(data=True)
    )


def test_names_and_values_may_hold_any_mark(tmp_path: Path) -> None:
    """Markup, quotation marks and per cent signs in names and values are kept, and parallel edges stay apart."""
    nodes = [Node("a", ("50%<s>", "n"), ("%s & <b>", 1.5)), Node("b\"'", ("n",), (2.0,))]
    edges = [Edge("a", "b\"'", key, ("relation",), ("%d",)) for key in ("x<", "y&")]
    write_graphml(Network(nodes, edges), tmp_path / "g.graphml")
    read = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert dict(read.nodes(data=True)) == {"a": {"50%<s>": "%s & <b>", "n": 1.5}, "b\"'": {"n": 2.0}}
    assert list(read.edges(keys=True)) == [("a", "b\"'", "x<"), ("a", "b\"'", "y&")]
