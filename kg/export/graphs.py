"""graph.graphml: the graph for Gephi, yEd, Cytoscape and igraph.

Written as text: networkx's own writer builds the whole document first and takes some twenty times as long. Nodes, and
edges, of which the same is said share a pattern that only the values are put into; most values (relations,
bases, titles, dates) occur many times and are escaped once.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from kg.graph import Names, Network, Values

_MARKUP: Final = re.compile('[&<>"\n\r\t]')
"""What a quoted attribute cannot hold as it is: more than an element cannot."""
_HEAD: Final = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


class _Escaped(dict[object, str]):
    """A value (text, a number, a tuple of texts) as the text of an element, made at the first question."""

    def __missing__(self, value: object) -> str:
        text = " | ".join(value) if isinstance(value, tuple) else str(value)
        escaped = self[value] = escape(text) if _MARKUP.search(text) else text
        return escaped


class _Quoted(dict[str, str]):
    """Text as a quoted attribute, made at the first question."""

    def __missing__(self, text: str) -> str:
        quoted = self[text] = quoteattr(text) if _MARKUP.search(text) else f'"{text}"'
        return quoted


class _Patterns(dict[Names, str]):
    """For each set of names the element with room for its own attributes and the values, and what the file must declare of them."""

    def __init__(self, domain: str, element: str) -> None:
        """``element`` has room for its own attributes and, last, for what it holds."""
        super().__init__()
        self._domain = domain
        self._element = element
        self._types: dict[str, str] = {}

    def of(self, names: Names, values: Values) -> str:
        """The pattern for ``names``, of which ``values`` are the first."""
        for name, value in zip(names, values, strict=True):
            self._types.setdefault(name, "double" if isinstance(value, float) else "string")
        keys = [quoteattr(f"{self._domain}_{name}").replace("%", "%%") for name in names]
        return self.setdefault(names, self._element.replace("DATA", "".join([f"<data key={key}>%s</data>" for key in keys])))

    def declared(self) -> str:
        """A ``key`` element for each name that occurred, in alphabetical order."""
        return "".join(
            f'<key id={quoteattr(f"{self._domain}_{name}")} for="{self._domain}" attr.name={quoteattr(name)} attr.type="{kind}"/>\n'
            for name, kind in sorted(self._types.items())
        )


def write_graphml(graph: Network, path: Path) -> None:
    """Write ``graph``; attributes of several values are joined by `` | ``, as GraphML has single values only."""
    quoted, escaped = _Quoted(), _Escaped()
    nodes = _Patterns("node", "<node id=%s>DATA</node>\n")
    edges = _Patterns("edge", "<edge source=%s target=%s id=%s>DATA</edge>\n")
    body = [
        (nodes.get(names) or nodes.of(names, values)) % (quoted[node], *map(escaped.__getitem__, values))
        for node, names, values in graph.nodes
    ]
    body += [
        (edges.get(names) or edges.of(names, values)) % (quoted[start], quoted[end], quoted[key], *map(escaped.__getitem__, values))
        for start, end, key, names, values in graph.edges
    ]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{_HEAD}{nodes.declared()}{edges.declared()}<graph edgedefault="directed">\n')
        file.writelines(body)
        file.write("</graph>\n</graphml>\n")
