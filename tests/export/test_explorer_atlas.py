"""The map of the whole: who stands in whose box, and that nothing lies on anything else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from test_explorer import town

from bench.country import country
from kg.export.explorer.atlas import CELL, Atlas, _without_circles, atlas
from kg.export.explorer.pack import Page, pack


def boxes_of(made: Atlas) -> dict[int, tuple[int, int]]:
    """The size of each box."""
    return {node: (width, height) for node, width, height in zip(made["box"], made["width"], made["height"], strict=True)}


def home_of(page: Page, node: str) -> str:
    """The name of the node in whose box a node is."""
    names = page["names"]["id"]
    home = page["atlas"]["home"][names.index(node)]
    return names[home] if home >= 0 else ""


def test_people_stand_in_bodies_and_bodies_in_places() -> None:
    """A person is in the body of the post, a body in its place, a place in the one above, what is tied to none in nothing."""
    page = pack(town())
    assert home_of(page, "person/zhou") == "body/committee"
    assert home_of(page, "body/committee") == "place/city"
    assert home_of(page, "place/city") == "place/province"
    assert home_of(page, "program/bridge") == "body/civil"
    assert home_of(page, "figure/stations") == "place/city"
    assert home_of(page, "person/chen") == ""


def forests() -> st.SearchStrategy[list[int]]:
    """Homes of up to sixty nodes, circles among them."""
    return st.integers(1, 60).flatmap(lambda count: st.lists(st.integers(-1, count - 1), min_size=count, max_size=count))


@given(forests())
def test_what_is_in_a_box_lies_inside_and_on_nothing_else(homes: list[int]) -> None:
    """Siblings do not overlap, and a box reaches around all that is in it, under its line."""
    home = [to if to < node else -1 for node, to in enumerate(homes)]
    made = atlas(home, range(len(home)))
    sizes = boxes_of(made)
    frames = {node: (made["x"][node], made["y"][node], *sizes.get(node, CELL)) for node in range(len(home))}
    for node, (x, y, width, height) in frames.items():
        if home[node] >= 0:
            across, down = sizes[home[node]]
            assert x >= 0
            assert y > 0
            assert x + width <= across
            assert y + height <= down
        for other, (left, top, wide, high) in frames.items():
            if other > node and home[other] == home[node]:
                assert left >= x + width or x >= left + wide or top >= y + height or y >= top + high


@given(forests())
def test_homes_never_lead_back(homes: list[int]) -> None:
    """Facts that put each of two places in the other leave one of them in nothing."""
    home = _without_circles(list(homes))
    for start in range(len(home)):
        node, steps = start, 0
        while node >= 0:
            node, steps = home[node], steps + 1
            assert steps <= len(home)
    assert all(new in (old, -1) for new, old in zip(home, homes, strict=True))


def calls(function: Callable[..., object], *arguments: Any) -> int:
    """How many functions, of Python or C, are called meanwhile."""
    count = 0

    def see(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(see)
    try:
        function(*arguments)
    finally:
        sys.setprofile(None)
    return count


def test_twice_the_things_take_twice_the_work() -> None:
    """Packing a page is linear but for the opening view, which is equally large for all large graphs."""
    two, four, eight = (calls(pack, country(things)) for things in (2_000, 4_000, 8_000))
    assert eight - four < 2.5 * (four - two)
