"""graph.gexf: the graph for Gephi and other readers of GEXF 1.3, written as a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from kg.graph import Edge, Names, Network, Node, Values

_HEAD: Final = """<?xml version="1.0" encoding="utf-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph defaultedgetype="directed">
"""


def write_gexf(graph: Network, path: Path) -> None:
    """Write ``graph``; attributes of several values are joined by `` | ``."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_lines(graph))


def _lines(graph: Network) -> Iterator[str]:
    node_keys, edge_keys = _keys("node", graph.nodes), _keys("edge", graph.edges)
    yield _HEAD
    yield from _declared("node", node_keys)
    yield from _declared("edge", edge_keys)
    yield "<nodes>\n"
    for node, names, values in graph.nodes:
        label = quoteattr(_text(values[names.index("label")]))
        yield f"<node id={quoteattr(node)} label={label}>{_values(names, values, node_keys)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, (start, end, _, names, values) in enumerate(graph.edges):
        ends = f"source={quoteattr(start)} target={quoteattr(end)}"
        label = quoteattr(_text(values[names.index("relation")]))
        yield f'<edge id="{number}" {ends} label={label}>{_values(names, values, edge_keys)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(domain: str, known: dict[str, tuple[str, str]]) -> Iterable[str]:
    yield f'<attributes class="{domain}">\n'
    for name, (key, kind) in known.items():
        yield f'<attribute id="{key}" title={quoteattr(name)} type="{kind}"/>\n'
    yield "</attributes>\n"


def _values(names: Names, values: Values, known: dict[str, tuple[str, str]]) -> str:
    said = zip(names, values, strict=True)
    held = "".join([f'<attvalue for="{known[name][0]}" value={quoteattr(_text(value))}/>' for name, value in said])
    return f"<attvalues>{held}</attvalues>"


def _keys(domain: str, rows: Iterable[Node] | Iterable[Edge]) -> dict[str, tuple[str, str]]:
    """For each name of an attribute its key in the file and its type."""
    kinds: dict[str, str] = {}
    for row in rows:
        for name, value in zip(row.names, row.values, strict=True):
            kinds.setdefault(name, "double" if isinstance(value, float) else "string")
    return {name: (f"{domain}_{name}", kinds[name]) for name in sorted(kinds)}


def _text(value: object) -> str:
    """An attribute as text, several values joined."""
    return " | ".join(map(str, value)) if isinstance(value, tuple) else str(value)
