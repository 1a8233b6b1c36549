"""Places: administrative divisions by name, short name and nickname, and towns and villages by their form.

A name that fits several divisions is decided by what stands before it (福州鼓楼区), by the places that the page names,
and by its date; otherwise it stays undecided, with its candidates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from kg.extract import towns
from kg.extract.page import Page
from kg.extract.places import abbreviated
from kg.extract.places.choosing import Chooser
from kg.extract.places.coded import is_name, named, place_ref, scanner
from kg.extract.refs import PlaceMention, PlaceRef
from kg.extract.scan import Hit, Stretches

__all__ = ["Found", "find", "named", "place_ref", "settle"]


_BEFORE: Final = ("和", "原")
_LONGEST: Final = 12
"""Characters behind a hit in which a name that begins inside of it ends."""


@dataclass(frozen=True, slots=True)
class Found:
    """The places of a page, the short names of counties (绥阳) that need the context's word to be places, and those where something was held."""

    mentions: list[PlaceMention]
    weak: list[PlaceMention]
    venues: list[PlaceMention]
    """在昆山举办, 在京召开: places, but what the page speaks of they do not tell."""


def find(page: Page, year: int | None) -> Found:
    """The places named in the mined zones of ``page``, in order; ``year`` is the document's."""
    hits = _hits(page)
    chooser = Chooser(page, hits, year)
    chosen = chooser.choose()
    found = towns.find(page, chosen, [hit for hit in hits if page.text[hit.end : hit.end + 1] not in ("县", "市", "区")])
    starts = {mention.start for mention in found}
    inside = Stretches((mention.start, mention.end) for mention in found)
    chosen = [mention for mention in chosen if not inside.hold(mention.start)]  # 巴彦|鄂温克|民族乡
    weak = [mention for mention in chooser.weak if not inside.hold(mention.start)]  # 东河|口镇
    confirmed = [mention for mention in weak if mention.end in starts]
    venues = [mention for mention in chooser.venues if not inside.hold(mention.start)] + list(abbreviated.find(page, [*chosen, *found]))
    return Found(sorted([*chosen, *confirmed, *found], key=lambda mention: mention.start), weak, venues)


def _hits(page: Page) -> list[Hit]:
    """The names of divisions in the mined zones of ``page``, in order, not overlapping."""
    hits: list[Hit] = []
    for found in scanner().scan(page.text):
        if page.mined(found.start) and (not hits or hits[-1].end <= found.start):
            hits.append(_past_conjunction(page.text, found))
    return hits


def _past_conjunction(text: str, hit: Hit) -> Hit:
    """``hit``, or the full name that begins behind its 和 or 原 where it is but a short one: 岳阳市和|平江县 names no 和平县, 原|平江县 no 原平市."""
    if hit.text[0] not in _BEFORE or is_name(hit.text):
        return hit
    behind = next(scanner().scan(text[hit.start + 1 : hit.end + _LONGEST]), None)
    if behind is None or behind.start or not is_name(behind.text):
        return hit
    return Hit(hit.start + 1, hit.start + 1 + behind.end, behind.text)


def settle(mentions: list[PlaceMention], parents: Callable[[PlaceMention], PlaceRef | None]) -> list[PlaceMention]:
    """``mentions`` with the towns and villages that stood without a parent put below the one that ``parents`` gives."""
    return [mention._replace(place=_settled(mention.place, mention, parents)) for mention in mentions]


def _settled(place: PlaceRef, mention: PlaceMention, parents: Callable[[PlaceMention], PlaceRef | None]) -> PlaceRef:
    """``place`` with its parent, or that of the town in which it is said to lie."""
    if place.level not in ("township", "village"):
        return place
    above = place.parent
    parent = parents(mention._replace(place=place)) if above is None else _settled(above, mention, parents)
    return place if parent is None or parent == above else replace(place, parent=parent)
