"""Which things the page opens on, and where they stand: plain arithmetic, the same integers on every machine.

Only ``+ - * /`` and square roots are used (IEEE 754 rounds all five correctly), in a fixed order and without
randomness, so that a committed page can be compared byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from math import sqrt
from typing import Final

Link = tuple[int, int]
Point = tuple[int, int]
Size = tuple[int, int]

WHOLE: Final = 150
"""A graph of at most so many drawable nodes is opened whole."""
OPENING: Final = 120
"""A larger graph opens on at most so many nodes: as many as can be read on a small screen."""
SEEDS: Final = 10
"""The opening view grows from so many of the best connected nodes."""
FAN: Final = 9
"""So many neighbours that are tied to nothing else on the view may hang on one node."""

_SPRING: Final = 80.0
SMALL: Final = 40
"""A component of at most so many nodes is given more room, so that its lines can be written on."""

_GRAVITY: Final = 1.8
_STEPS: Final = 110
_GAP: Final = 28


def best_connected(nodes: Iterable[int], links: Iterable[Link], limit: int = OPENING) -> list[int]:
    """At most ``limit`` of ``nodes``: the best connected, and those that tie most of them together; sorted.

    The view grows from a few seeds by whatever has most ties to what is there already, then by connections, then by
    position in the graph. What would stand alone is left out.
    """
    near = _near(set(nodes), links)
    chosen = set(sorted(near, key=lambda node: (-len(near[node]), node))[:SEEDS])
    ties: dict[int, int] = {}
    fan: dict[int, int] = {}
    queue: list[tuple[int, int, int]] = []

    def reach(node: int) -> None:
        for other in sorted(near[node] - chosen):
            ties[other] = ties.get(other, 0) + 1
            heappush(queue, (-ties[other], -len(near[other]), other))

    for seed in sorted(chosen):
        reach(seed)
    while queue and len(chosen) < limit:
        count, _, node = heappop(queue)
        if node in chosen or -count != ties[node]:
            continue
        if count == -1:
            parent = min(near[node] & chosen)
            fan[parent] = fan.get(parent, 0) + 1
            if fan[parent] > FAN:
                continue
        chosen.add(node)
        reach(node)
    return sorted(node for node in chosen if near[node] & chosen)


def _near(allowed: set[int], links: Iterable[Link]) -> dict[int, set[int]]:
    """The neighbours of each allowed node that has any."""
    near: dict[int, set[int]] = {}
    for a, b in links:
        if a in allowed and b in allowed and a != b:
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
    return near


def arrange(sizes: Sequence[Size], links: Iterable[Link]) -> list[Point]:
    """Centres for nodes of ``sizes`` (width and height of symbol and label), each component laid out and packed."""
    near: list[set[int]] = [set() for _ in sizes]
    for a, b in links:
        if a != b:
            near[a].add(b)
            near[b].add(a)
    points: list[Point] = [(0, 0)] * len(sizes)
    boxes = [
        (component, _spread([sizes[node] for node in component], _inner(component, near)))
        for component in _components(near)
    ]
    for (component, inner), (x, y) in zip(boxes, _shelve([_extent(box, sizes) for box in boxes]), strict=True):
        left, top = _corner(component, inner, sizes)
        for node, (dx, dy) in zip(component, inner, strict=True):
            points[node] = (x + dx - left, y + dy - top)
    return _centred(points)


def _components(near: Sequence[set[int]]) -> list[list[int]]:
    """The connected components in breadth-first order, large ones first."""
    seen: set[int] = set()
    out: list[list[int]] = []
    for start in sorted(range(len(near)), key=lambda node: (-len(near[node]), node)):
        if start in seen:
            continue
        seen.add(start)
        queue = [start]
        for node in queue:
            fresh = sorted(near[node] - seen)
            seen.update(fresh)
            queue.extend(fresh)
        out.append(queue)
    return sorted(out, key=lambda nodes: -len(nodes))


def _inner(component: Sequence[int], near: Sequence[set[int]]) -> list[Link]:
    """The links of a component, by position in it."""
    place = {node: at for at, node in enumerate(component)}
    return [(place[a], place[b]) for a in component for b in sorted(near[a]) if place[a] < place[b]]


def _spiral(count: int) -> list[tuple[float, float]]:
    """``count`` points on a square spiral, a spring's length apart: where the force layout starts."""
    points: list[tuple[float, float]] = []
    x, y, dx, dy, run = 0, 0, 1, 0, 1
    while len(points) < count:
        for _ in range(2):
            for _ in range(run):
                points.append((x * _SPRING, y * _SPRING))
                x, y = x + dx, y + dy
            dx, dy = -dy, dx
        run += 1
    return points[:count]


def _spread(sizes: Sequence[Size], links: Sequence[Link]) -> list[Point]:
    """One component by springs and repulsion (Fruchterman and Reingold), then labels pushed off each other."""
    xs = [x for x, _ in _spiral(len(sizes))]
    ys = [y for _, y in _spiral(len(sizes))]
    weight = [0] * len(sizes)
    for a, b in links:
        weight[a] += 1
        weight[b] += 1
    for step in range(_STEPS if len(sizes) > 1 else 0):
        fx, fy = _repel(xs, ys)
        _attract(xs, ys, links, weight, fx, fy)
        _move(xs, ys, fx, fy, _SPRING * 1.5 * (_STEPS - step) / _STEPS)
    room = 1.5 if len(sizes) <= SMALL else 1.0
    # Rounded before the overlaps are decided, so that the decisions are made on integers.
    return _part([(round(x * room * 1.15), round(y * room)) for x, y in zip(xs, ys, strict=True)], sizes)


def _repel(xs: Sequence[float], ys: Sequence[float]) -> tuple[list[float], list[float]]:
    """The forces by which all nodes push each other away."""
    count, push = len(xs), _SPRING * _SPRING
    fx, fy = [0.0] * count, [0.0] * count
    for i in range(count):
        x, y, sx, sy = xs[i], ys[i], 0.0, 0.0
        for j in range(i + 1, count):
            dx, dy = x - xs[j], y - ys[j]
            force = push / (dx * dx + dy * dy + 0.01)
            dx, dy = dx * force, dy * force
            sx, sy = sx + dx, sy + dy
            fx[j] -= dx
            fy[j] -= dy
        fx[i] += sx
        fy[i] += sy
    return fx, fy


def _attract(
    xs: Sequence[float],
    ys: Sequence[float],
    links: Sequence[Link],
    weight: Sequence[int],
    fx: list[float],
    fy: list[float],
) -> None:
    """Add the pull of links and a pull to the middle. Links of hubs are softer, so that their fans open."""
    for a, b in links:
        dx, dy = xs[a] - xs[b], ys[a] - ys[b]
        pull = sqrt(dx * dx + dy * dy) / _SPRING / sqrt(float(min(weight[a], weight[b])))
        fx[a] -= dx * pull
        fy[a] -= dy * pull
        fx[b] += dx * pull
        fy[b] += dy * pull
    for node in range(len(xs)):
        fx[node] -= xs[node] * _GRAVITY
        fy[node] -= ys[node] * _GRAVITY


def _move(xs: list[float], ys: list[float], fx: Sequence[float], fy: Sequence[float], reach: float) -> None:
    """Move each node along its force, at most ``reach``."""
    for node in range(len(xs)):
        force = sqrt(fx[node] * fx[node] + fy[node] * fy[node])
        if force > 0.0:
            step = min(force, reach) / force
            xs[node] += fx[node] * step
            ys[node] += fy[node] * step


def _part(points: list[Point], sizes: Sequence[Size]) -> list[Point]:
    """Push overlapping boxes apart, each pair along the axis on which it overlaps less."""
    at = [list(point) for point in points]
    for _ in range(60):
        moved = False
        for i in range(len(at)):
            for j in range(i + 1, len(at)):
                moved = _part_pair(at[i], at[j], sizes[i], sizes[j]) or moved
        if not moved:
            break
    return [(x, y) for x, y in at]


def _part_pair(a: list[int], b: list[int], size: Size, other: Size) -> bool:
    """Push two boxes apart where they overlap; whether they did."""
    over = [(size[axis] + other[axis]) // 2 - abs(a[axis] - b[axis]) for axis in (0, 1)]
    if over[0] <= 0 or over[1] <= 0:
        return False
    axis = 0 if over[0] < over[1] else 1
    half = over[axis] // 2 + 1
    sign = 1 if a[axis] >= b[axis] else -1
    a[axis] += sign * half
    b[axis] -= sign * half
    return True


def _corner(component: Sequence[int], inner: Sequence[Point], sizes: Sequence[Size]) -> Point:
    """The top left corner of a laid out component."""
    pairs = list(zip(component, inner, strict=True))
    return min(x - sizes[n][0] // 2 for n, (x, _) in pairs), min(y - sizes[n][1] // 2 for n, (_, y) in pairs)


def _extent(box: tuple[Sequence[int], Sequence[Point]], sizes: Sequence[Size]) -> Size:
    """Width and height of a laid out component."""
    left, top = _corner(*box, sizes)
    pairs = list(zip(*box, strict=True))
    right = max(x + sizes[n][0] // 2 for n, (x, _) in pairs)
    return right - left + _GAP, max(y + sizes[n][1] // 2 for n, (_, y) in pairs) - top + _GAP


def _shelve(extents: Sequence[Size]) -> list[Point]:
    """Top left corners that put boxes, in order, on shelves of about the shape of a screen."""
    area = sum(width * height for width, height in extents)
    room = max([round(sqrt(area * 1.9)), *(width for width, _ in extents)], default=0)
    out: list[Point] = []
    x = y = shelf = 0
    for width, height in extents:
        if x and x + width > room:
            x, y, shelf = 0, y + shelf, 0
        out.append((x, y))
        x, shelf = x + width, max(shelf, height)
    return out


def _centred(points: list[Point]) -> list[Point]:
    """The points moved so that their bounding box is about the origin."""
    if not points:
        return points
    x = (min(x for x, _ in points) + max(x for x, _ in points)) // 2
    y = (min(y for _, y in points) + max(y for _, y in points)) // 2
    return [(a - x, b - y) for a, b in points]
