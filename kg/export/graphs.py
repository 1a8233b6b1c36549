"""graph.graphml: the graph for Gephi, yEd, Cytoscape and igraph.

Written as text: networkx's own writer builds the whole document first and takes some twenty times as long. Nodes, and
edges, with attributes of the same names share a pattern that only the values are put into; most values (relations,
bases, titles, dates) occur many times and are escaped once.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kg.graph import Graph

_HEAD: Final = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""

Attributes = dict[str, object]


class _Escaped(dict[object, str]):
    """A value (text, a number, a tuple of texts) as the text of an element, made at the first question."""

    def __missing__(self, value: object) -> str:
        text = self[value] = escape(" | ".join(map(str, value)) if isinstance(value, tuple) else str(value))
        return text


class _Quoted(dict[str, str]):
    """Text as a quoted attribute, made at the first question."""

    def __missing__(self, text: str) -> str:
        quoted = self[text] = quoteattr(text)
        return quoted


class _Patterns:
    """For each set of names the ``data`` elements with room for the values, and what the file must declare of them."""

    def __init__(self, domain: str) -> None:
        self._domain = domain
        self._patterns: dict[tuple[str, ...], str] = {}
        self._types: dict[str, str] = {}

    def of(self, attributes: Attributes) -> str:
        """The pattern for these attributes."""
        names = tuple(attributes)
        found = self._patterns.get(names)
        return self._add(names, attributes) if found is None else found

    def _add(self, names: tuple[str, ...], attributes: Attributes) -> str:
        for name, value in attributes.items():
            self._types.setdefault(name, "double" if isinstance(value, float) else "string")
        keys = [quoteattr(f"{self._domain}_{name}").replace("%", "%%") for name in names]
        return self._patterns.setdefault(names, "".join([f"<data key={key}>%s</data>" for key in keys]))

    def declared(self) -> str:
        """A ``key`` element for each name that occurred, in alphabetical order."""
        return "".join(
            f'<key id={quoteattr(f"{self._domain}_{name}")} for="{self._domain}" attr.name={quoteattr(name)} attr.type="{kind}"/>\n'
            for name, kind in sorted(self._types.items())
        )


def write_graphml(graph: Graph, path: Path) -> None:
    """Write ``graph``; attributes of several values are joined by `` | ``, as GraphML has single values only."""
    nodes, edges, quoted = _Patterns("node"), _Patterns("edge"), _Quoted()
    body = [*_nodes(graph, nodes, quoted), *_edges(graph, edges, quoted)]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{_HEAD}{nodes.declared()}{edges.declared()}<graph edgedefault="directed">\n')
        file.writelines(body)
        file.write("</graph>\n</graphml>\n")


def _nodes(graph: Graph, patterns: _Patterns, quoted: _Quoted) -> Iterator[str]:
    escaped = _Escaped()
    for node, attributes in graph.nodes(data=True):
        data = patterns.of(attributes) % tuple([escaped[value] for value in attributes.values()])
        yield f"<node id={quoted[node]}>{data}</node>\n"


def _edges(graph: Graph, patterns: _Patterns, quoted: _Quoted) -> Iterator[str]:
    escaped = _Escaped()
    for start, ends in graph.adjacency():
        source = quoted[start]
        for end, parallel in ends.items():
            target = quoted[end]
            for key, attributes in parallel.items():
                data = patterns.of(attributes) % tuple([escaped[value] for value in attributes.values()])
                yield f"<edge source={source} target={target} id={quoted[key]}>{data}</edge>\n"
