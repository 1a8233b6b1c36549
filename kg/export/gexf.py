"""graph.gexf: the graph for Gephi and other readers of GEXF 1.3, written as a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, cast
from xml.sax.saxutils import quoteattr

from kg.export.graphs import Attributes
from kg.graph import Graph

_HEAD: Final = """<?xml version="1.0" encoding="utf-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed">
"""


def write_gexf(graph: Graph, path: Path) -> None:
    """Write ``graph``; attributes of several values are joined by `` | ``."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(graph))


def _lines(graph: Graph) -> Iterator[str]:
    nodes = cast("list[tuple[str, Attributes]]", list(graph.nodes(data=True)))
    edges = cast("list[tuple[str, str, Attributes]]", list(graph.edges(data=True)))
    node_keys = _keys("node", (attributes for _, attributes in nodes))
    edge_keys = _keys("edge", (attributes for *_, attributes in edges))
    yield _HEAD
    yield from _declared("node", node_keys)
    yield from _declared("edge", edge_keys)
    yield "<nodes>\n"
    for node, attributes in nodes:
        yield f"<node id={quoteattr(node)} label={quoteattr(_text(attributes['label']))}>{_values(attributes, node_keys)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, (start, end, attributes) in enumerate(edges):
        ends = f"source={quoteattr(start)} target={quoteattr(end)}"
        yield f'<edge id="{number}" {ends} label={quoteattr(_text(attributes["relation"]))}>{_values(attributes, edge_keys)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(domain: str, known: dict[str, tuple[str, str]]) -> Iterable[str]:
    yield f'<attributes class="{domain}">\n'
    for name, (key, kind) in known.items():
        yield f'<attribute id="{key}" title={quoteattr(name)} type="{kind}"/>\n'
    yield "</attributes>\n"


def _values(attributes: Attributes, known: dict[str, tuple[str, str]]) -> str:
    said = "".join([f'<attvalue for="{known[name][0]}" value={quoteattr(_text(value))}/>' for name, value in attributes.items()])
    return f"<attvalues>{said}</attvalues>"


def _keys(domain: str, all_attributes: Iterable[Attributes]) -> dict[str, tuple[str, str]]:
    """For each name of an attribute its key in the file and its type."""
    kinds: dict[str, str] = {}
    for attributes in all_attributes:
        for name, value in attributes.items():
            kinds.setdefault(name, "double" if isinstance(value, float) else "string")
    return {name: (f"{domain}_{name}", kinds[name]) for name in sorted(kinds)}


def _text(value: object) -> str:
    """An attribute as text, several values joined."""
    return " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
