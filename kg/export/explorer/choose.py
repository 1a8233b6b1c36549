"""Which things the page opens on: the best connected, and what ties them together."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from typing import Final

Link = tuple[int, int]

WHOLE: Final = 150
"""A graph of at most so many drawable nodes is opened whole."""
OPENING: Final = 90
"""A larger graph opens on at most so many nodes: as many as can be read on a small screen."""
SEEDS: Final = 10
"""The opening view grows from so many of the best connected nodes."""
FAN: Final = 9
"""So many neighbours that are tied to nothing else on the view may hang on one node."""


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
