"""graph.graphml: the graph for Gephi, yEd, Cytoscape and igraph."""

from __future__ import annotations

from pathlib import Path

import networkx as nx


def write_graphml(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write ``graph``; attributes of several values are joined by `` | ``, as GraphML has single values only."""
    flat = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        flat.add_node(node, **_flat(attributes))
    for start, end, key, attributes in graph.edges(keys=True, data=True):
        flat.add_edge(start, end, key=key, **_flat(attributes))
    nx.write_graphml_lxml(flat, path, named_key_ids=True)


def _flat(attributes: dict[str, object]) -> dict[str, object]:
    return {name: " | ".join(map(str, value)) if isinstance(value, tuple) else value for name, value in attributes.items()}
