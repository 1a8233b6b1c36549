"""Where the things of the opening view stand: plain arithmetic, the same integers on every machine.

Only ``+ - * /`` and square roots are used (IEEE 754 rounds all five correctly), in a fixed order and without
randomness, so that a committed page can be compared byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Final

Link = tuple[int, int]
Point = tuple[int, int]
Size = tuple[int, int]

_SPRING: Final = 80.0
SMALL: Final = 40
"""A component of at most so many nodes is given more room, so that its lines can be written on."""

_GRAVITY: Final = 1.8
_STEPS: Final = 50
_GAP: Final = 40
_ACROSS: Final = 20
"""At most so many components stand on the first shelf. The page is taken to be wider than high, by five to four."""


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
    push = _SPRING * _SPRING
    fx, fy = [0.0] * len(xs), [0.0] * len(xs)
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        sx = sy = 0.0
        for j in range(i):
            dx, dy = x - xs[j], y - ys[j]
            force = push / (dx * dx + dy * dy + 0.01)
            sx += dx * force
            sy += dy * force
            fx[j] -= dx * force
            fy[j] -= dy * force
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
    xs, ys = [x for x, _ in points], [y for _, y in points]
    for _ in range(60):
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
    """Top left corners that put boxes, in order, on shelves: of the widths that fit, the one that is shown largest."""
    rooms = {sum(width for width, _ in extents[:count]) for count in range(1, min(len(extents), _ACROSS) + 1)}
    widest = max((width for width, _ in extents), default=0)
    tried = [_on_shelves(extents, max(room, widest)) for room in sorted(rooms)]
    return min(tried, key=lambda shelves: max(shelves[1] * 4, shelves[2] * 5), default=([], 0, 0))[0]


def _on_shelves(extents: Sequence[Size], room: int) -> tuple[list[Point], int, int]:
    """The corners on shelves of width ``room``, and the width and height of them all."""
    out: list[Point] = []
    x = y = shelf = across = 0
    for width, height in extents:
        if x and x + width > room:
            x, y, shelf = 0, y + shelf, 0
        out.append((x, y))
        x, shelf = x + width, max(shelf, height)
        across = max(across, x)
    return out, across, y + shelf


def _centred(points: list[Point]) -> list[Point]:
    """The points moved so that their bounding box is about the origin."""
    if not points:
        return points
    x = (min(x for x, _ in points) + max(x for x, _ in points)) // 2
    y = (min(y for _, y in points) + max(y for _, y in points)) // 2
    return [(a - x, b - y) for a, b in points]
