"""The map of the whole: every node in the box of what it belongs to, places in places, bodies in places, people in bodies.

Boxes are packed from the inside out on shelves, in O(n log n) and in integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isqrt
from typing import Final, TypedDict

from kg.export.explorer.edges import Edges
from kg.export.explorer.numbers import Row, Size
from kg.export.explorer.things import Nodes
from kg.model import Kind, Relation

CELL: Final[Size] = (14, 12)
"""The room of a node with nothing in it."""
_MARGIN: Final = 3
_LINE: Final = 9
_LINES: Final = 14
"""Above the insides of a box is a line for its name: at least so high, and at least that part of the width."""
_MANY: Final = 1 << 40
"""More than there are edges."""
_HOMES: Final = (
    Relation.CONTAINED_IN,
    Relation.JURISDICTION,
    Relation.HOLDS,
    Relation.PROPOSED,
    Relation.ORGANIZER,
    Relation.LOCATION,
    Relation.ABOUT,
    Relation.PUBLISHER,
    Relation.PARENT_BODY,
)
"""What ties a node to the place or body that it belongs to, the strongest tie first."""


class Atlas(TypedDict):
    """One entry a node in ``home`` (the node whose box it is in, or -1), ``x`` and ``y`` (its corner in that box).

    ``box`` lists the nodes with others inside, ``width`` and ``height`` their sizes; all others have that of a :data:`CELL`.
    """

    home: Row
    x: Row
    y: Row
    box: Row
    width: Row
    height: Row
    cell: Size


def whole_map(nodes: Nodes, edges: Edges, private: Iterable[int], kinds: Sequence[str]) -> Atlas:
    """The map of all nodes. Inside a box they stand by kind, the better connected first, and private persons last of all."""
    key = [kind * _MANY for kind in nodes["kind"]]
    for ends in (edges["a"], edges["b"]):
        for node in ends:
            key[node] -= 1
    for node in private:
        key[node] += len(kinds) * _MANY
    return atlas(homes(nodes, edges, kinds), sorted(range(len(key)), key=key.__getitem__))


def homes(nodes: Nodes, edges: Edges, kinds: Sequence[str]) -> Row:
    """For each node the place or body that it belongs to, or -1; following them never leads back."""
    holders = {kinds.index(str(Kind.PLACE)), kinds.index(str(Kind.BODY))}
    rank = {str(relation): place for place, relation in enumerate(_HOMES)}
    ranks = [rank.get(relation, len(_HOMES)) for relation, _, _ in edges["looks"]]
    kind = nodes["kind"]
    best, home = [len(_HOMES)] * len(kind), [-1] * len(kind)
    for a, b, look in zip(edges["a"], edges["b"], edges["look"], strict=True):
        if ranks[look] < best[a] and kind[b] in holders and a != b:
            best[a], home[a] = ranks[look], b
    return _without_circles(home)


def _without_circles(home: Row) -> Row:
    """The homes, but none for one node of each circle."""
    seen = [0] * len(home)
    for start in range(len(home)):
        node = start
        while node >= 0 and not seen[node]:
            seen[node] = start + 1
            if home[node] >= 0 and seen[home[node]] == start + 1:
                home[node] = -1
            node = home[node]
    return home


def atlas(home: Row, order: Iterable[int]) -> Atlas:
    """The map for the homes of all nodes; ``order`` says which come first inside a box."""
    inside: list[Row] = [[] for _ in home]
    roots: Row = []
    for node in order:
        (inside[home[node]] if home[node] >= 0 else roots).append(node)
    x, y, size = [0] * len(home), [0] * len(home), [CELL] * len(home)
    boxes = _boxes(roots, inside)
    for box in reversed(boxes):
        size[box] = _pack(inside[box], inside, size, x, y)
    _pack(roots, inside, size, x, y)
    return Atlas(home=home, x=x, y=y, box=boxes, width=[size[box][0] for box in boxes], height=[size[box][1] for box in boxes], cell=CELL)


def _boxes(roots: Row, inside: Sequence[Row]) -> Row:
    """The nodes with others inside, outer ones first."""
    boxes = [node for node in roots if inside[node]]
    for box in boxes:  # grows meanwhile
        boxes += [node for node in inside[box] if inside[node]]
    return boxes


def _pack(members: Row, inside: Sequence[Row], size: Sequence[Size], x: Row, y: Row) -> Size:
    """Give the members of a box their corners in it; the size of the box. Those without insides form a block of their own."""
    boxes = [node for node in members if inside[node]]
    cells = [node for node in members if not inside[node]] if boxes else members
    columns = max(1, isqrt(len(cells)))
    block = (columns * CELL[0], -(-len(cells) // columns) * CELL[1])
    if not boxes:
        line = max(_LINE, block[0] // _LINES)
        _fill(cells, columns, (_MARGIN, line), x, y)
        return block[0] + 2 * _MARGIN, line + block[1] + _MARGIN
    return _shelve([*((size[node], [node]) for node in boxes), (block, cells)], columns, x, y)


def _fill(cells: Row, columns: int, corner: tuple[int, int], x: Row, y: Row) -> None:
    """Put cells side by side in rows, from a corner."""
    left, top = corner
    for at, node in enumerate(cells):
        x[node] = left + at % columns * CELL[0]
        y[node] = top + at // columns * CELL[1]


def _shelve(items: list[tuple[Size, Row]], columns: int, x: Row, y: Row) -> Size:
    """Put boxes and a block of cells on shelves, high ones first; the size that they take up."""
    items.sort(key=lambda item: -item[0][1])
    room = max(*(width for (width, _), _ in items), isqrt(sum(width * height for (width, height), _ in items) * 4 // 3))
    line = max(_LINE, room // _LINES)
    left, top, shelf, across = _MARGIN, line, 0, 0
    for (width, height), held in items:
        if left > _MARGIN and left + width > room:
            left, top, shelf = _MARGIN, top + shelf, 0
        _fill(held, columns, (left, top), x, y)
        left, shelf = left + width + _MARGIN, max(shelf, height + _MARGIN)
        across = max(across, left)
    return across, top + shelf
