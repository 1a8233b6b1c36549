"""graph.graphml: the graph for Gephi, yEd, Cytoscape and igraph.

Written as a stream: networkx's own writer builds the whole document first and takes some ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, cast
from xml.sax.saxutils import escape, quoteattr

from kg.graph import Graph

_HEAD: Final = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""

Attributes = dict[str, object]


def write_graphml(graph: Graph, path: Path) -> None:
    """Write ``graph``; attributes of several values are joined by `` | ``, as GraphML has single values only."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(graph))


def _lines(graph: Graph) -> Iterator[str]:
    nodes = cast("list[tuple[str, Attributes]]", list(graph.nodes(data=True)))
    edges = cast("list[tuple[str, str, str, Attributes]]", list(graph.edges(keys=True, data=True)))
    node_keys = attribute_keys("node", (attributes for _, attributes in nodes))
    edge_keys = attribute_keys("edge", (attributes for _, _, _, attributes in edges))
    yield _HEAD
    for domain, keys in (("node", node_keys), ("edge", edge_keys)):
        for name, (key, kind) in keys.items():
            yield f'<key id="{key}" for="{domain}" attr.name={quoteattr(name)} attr.type="{kind}"/>\n'
    yield '<graph edgedefault="directed">\n'
    for node, attributes in nodes:
        yield f"<node id={quoteattr(node)}>{_data(attributes, node_keys)}</node>\n"
    for start, end, key, attributes in edges:
        yield f"<edge source={quoteattr(start)} target={quoteattr(end)} id={quoteattr(key)}>{_data(attributes, edge_keys)}</edge>\n"
    yield "</graph>\n</graphml>\n"


def attribute_keys(domain: str, all_attributes: Iterable[Attributes]) -> dict[str, tuple[str, str]]:
    """For each name of an attribute its key in the file and its type."""
    kinds: dict[str, str] = {}
    for attributes in all_attributes:
        for name, value in attributes.items():
            if name not in kinds:
                kinds[name] = "double" if isinstance(value, float) else "string"
    return {name: (f"{domain}_{name}", kinds[name]) for name in sorted(kinds)}


def _data(attributes: Attributes, keys: dict[str, tuple[str, str]]) -> str:
    return "".join(
        [
            f'<data key="{keys[name][0]}">{escape(value) if type(value) is str else escape(as_text(value))}</data>'
            for name, value in attributes.items()
        ]
    )


def as_text(value: object) -> str:
    """An attribute as text, several values joined."""
    return " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
