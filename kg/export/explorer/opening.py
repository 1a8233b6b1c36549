"""The view that the page opens on: which nodes, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import isqrt
from typing import Final, TypedDict

from kg.export.explorer.choose import WHOLE, best_connected
from kg.export.explorer.edges import Edges
from kg.export.explorer.layout import arrange
from kg.export.explorer.numbers import Row, Size
from kg.export.explorer.things import Nodes
from kg.model import Kind, Relation

MAJOR: Final = (Kind.PERSON, Kind.BODY, Kind.PLACE, Kind.PROGRAM)
"""The kinds that the opening view of a large graph draws from."""
LINE: Final = 9
"""Characters in a line of a label; the page breaks labels the same way."""


class Opening(TypedDict):
    """The nodes of the opening view and their places."""

    node: Row
    x: Row
    y: Row


def without_office(nodes: Nodes, edges: Edges, kinds: Sequence[str]) -> Row:
    """The persons without any office: private persons, hidden until asked for."""
    officials = {edges["a"][edge] for edge in edges["held"]}
    person = kinds.index(str(Kind.PERSON))
    return [node for node, kind in enumerate(nodes["kind"]) if kind == person and node not in officials]


def open_view(nodes: Nodes, edges: Edges, private: set[int], kinds: Sequence[str]) -> tuple[Opening, bool]:
    """The opening view, laid out, and whether it is the whole graph (sources and private persons aside)."""
    source, major = kinds.index("source"), {kinds.index(str(kind)) for kind in MAJOR}
    drawable = [node for node, kind in enumerate(nodes["kind"]) if kind != source and node not in private]
    links = list(zip(edges["a"], edges["b"], strict=True))
    whole = len(drawable) <= WHOLE
    if not whole:
        hierarchy = {look for look, (relation, _, _) in enumerate(edges["looks"]) if relation == Relation.CONTAINED_IN}
        links = [link for link, look in zip(links, edges["look"], strict=True) if look not in hierarchy]
        drawable = best_connected([node for node in drawable if nodes["kind"][node] in major], links)
    place = {node: at for at, node in enumerate(drawable)}
    inner = [(place[a], place[b]) for a, b in links if a in place and b in place]
    degree = Counter([*edges["a"], *edges["b"]])
    points = arrange([_size(nodes["label"][node], degree[node]) for node in drawable], inner)
    return Opening(node=drawable, x=[x for x, _ in points], y=[y for _, y in points]), whole


def _size(label: str, degree: int) -> Size:
    """The room that a node and the (broken) label below it take up; the letters of a well connected one are larger."""
    font = 14 + min(9, isqrt(degree))
    radius = 8 + min(12, isqrt(degree) * 7 // 5)
    halves = sum(2 if char > "\u2e7f" else 1 for char in label[: LINE * 2])
    lines = 1 if halves <= LINE * 2 else 2
    return 12 + max(40, font * min(halves, LINE * 2) // 2), 6 + 2 * radius + (font + 2) * lines
