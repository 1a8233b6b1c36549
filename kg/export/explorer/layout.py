"""Where the things of the opening view stand: by the springs of rustworkx, then labels pushed off each other, components packed apart.

rustworkx starts from seeded places and computes them one after the other by ``+ - * /`` and square roots alone, all of
which IEEE 754 rounds correctly, so they are the same on every machine and a committed page can be compared byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Final

from rustworkx import PyGraph, connected_components, spring_layout

from kg.export.explorer.numbers import Point, Size
from kg.export.explorer.shelves import shelve

Link = tuple[int, int]

_SEED: Final = 1
_LENGTH: Final = 130.0
"""Of a link on average, before labels are pushed off each other."""
_TOGETHER: Final = 0.1
_ROUNDS: Final = 200
_PUSHES: Final = 100
_GAP: Final = 40


def arrange(sizes: Sequence[Size], links: Iterable[Link]) -> list[Point]:
    """Centres for nodes of ``sizes`` (width and height of symbol and label), each component laid out and packed."""
    pairs = sorted({(min(link), max(link)) for link in links if link[0] != link[1]})
    whole: PyGraph[None, None] = PyGraph()
    whole.add_nodes_from([None] * len(sizes))
    whole.add_edges_from_no_data(pairs)
    components = sorted((sorted(nodes) for nodes in connected_components(whole)), key=lambda nodes: (-len(nodes), nodes))
    inner = [_spread([sizes[node] for node in nodes], _within(nodes, pairs)) for nodes in components]
    frames = [_frame(points, [sizes[node] for node in nodes]) for nodes, points in zip(components, inner, strict=True)]
    places: list[Point] = [(0, 0)] * len(sizes)
    for nodes, points, (left, top, _), (x, y) in zip(components, inner, frames, shelve([size for *_, size in frames]), strict=True):
        for node, (dx, dy) in zip(nodes, points, strict=True):
            places[node] = (x + dx - left, y + dy - top)
    return _centred(places)


def _within(nodes: Sequence[int], pairs: Iterable[Link]) -> list[Link]:
    """The links of a component, by position in it."""
    place = {node: at for at, node in enumerate(nodes)}
    return [(place[a], place[b]) for a, b in pairs if a in place]


def _spread(sizes: Sequence[Size], links: Sequence[Link]) -> list[Point]:
    """One component, wider than high, from springs (Fruchterman and Reingold)."""
    if not links:
        return [(0, 0)] * len(sizes)
    places = spring_layout(_springs(len(sizes), links), weight_fn=float, repulsive_exponent=1, num_iter=_ROUNDS, seed=_SEED)
    unit = _LENGTH * len(links) / sum(_distance(places[a], places[b]) for a, b in links)
    # Rounded before anything is decided, so that all decisions are made on integers.
    xs, ys = ([round(places[node][axis] * unit) for node in range(len(sizes))] for axis in (0, 1))
    if max(ys) - min(ys) > max(xs) - min(xs):
        xs, ys = ys, xs
    return _part(xs, ys, sizes)


def _springs(count: int, links: Sequence[Link]) -> PyGraph[None, float]:
    """The links as springs, and a weak one from each node to a last node, which keeps all together.

    Springs of hubs are softer, so that their fans open.
    """
    graph: PyGraph[None, float] = PyGraph()
    graph.add_nodes_from([None] * (count + 1))
    graph.add_edges_from([(a, b, 1.0) for a, b in links])
    for edge, (a, b) in enumerate(links):
        graph.update_edge_by_index(edge, 1 / min(graph.degree(a), graph.degree(b)))
    graph.add_edges_from([(node, count, _TOGETHER) for node in range(count)])
    return graph


def _distance(a: Sequence[float], b: Sequence[float]) -> float:
    """Not by math.hypot, whose last digit may differ between machines."""
    dx, dy = a[0] - b[0], a[1] - b[1]
    return sqrt(dx * dx + dy * dy)


def _part(xs: list[int], ys: list[int], sizes: Sequence[Size]) -> list[Point]:
    """Push overlapping boxes apart, each pair along the axis on which it overlaps less."""
    for _ in range(_PUSHES):
        moved = False
        for i, (width, height) in enumerate(sizes):
            for j in range(i):
                across = (width + sizes[j][0]) // 2 - abs(xs[i] - xs[j])
                if across > 0:
                    along = (height + sizes[j][1]) // 2 - abs(ys[i] - ys[j])
                    if along > 0:
                        moved = True
                        _push(*((xs, across) if across < along else (ys, along)), i, j)
        if not moved:
            break
    return list(zip(xs, ys, strict=True))


def _push(places: list[int], over: int, i: int, j: int) -> None:
    """Move two boxes that overlap by ``over`` on an axis half of it each, away from each other."""
    half = over // 2 + 1
    if places[i] < places[j]:
        half = -half
    places[i] += half
    places[j] -= half


def _frame(points: Sequence[Point], sizes: Sequence[Size]) -> tuple[int, int, Size]:
    """Left and top of a laid out component, and its size with the gap to the next."""
    across = [(x - width // 2, x + width // 2) for (x, _), (width, _) in zip(points, sizes, strict=True)]
    down = [(y - height // 2, y + height // 2) for (_, y), (_, height) in zip(points, sizes, strict=True)]
    left, top = min(across)[0], min(down)[0]
    return left, top, (max(right for _, right in across) - left + _GAP, max(bottom for _, bottom in down) - top + _GAP)


def _centred(points: list[Point]) -> list[Point]:
    """The points moved so that their bounding box is about the origin."""
    if not points:
        return points
    x = (min(x for x, _ in points) + max(x for x, _ in points)) // 2
    y = (min(y for _, y in points) + max(y for _, y in points)) // 2
    return [(a - x, b - y) for a, b in points]
