"""What bureaus, procuratorates and courts are called by what they do: 岳阳市|公安机关 is 岳阳市公安局 in a page that names that."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import canonical
from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.model import Basis

_HOUSES: Final = {
    "公安机关": ("公安局", "government-department"),
    "检察机关": ("检察院", "procuratorate"),
    "审判机关": ("法院", "court"),
}
"""By what they are called: the house, and its kind."""
_NAMED: Final = re.compile(f"(?:中级人民|人民)?({'|'.join(house for house, _ in _HOUSES.values())})")
_LEVEL_WORDS: Final = (1, 2, 3)
"""Characters of level words: 市, 地区, 自治州."""
_CALLED: Final = re.compile(f"(?:{'|'.join(_HOUSES)})(?!领导|各|和|、|及|负责|的)")


def services(page: Page, places: list[PlaceMention]) -> list[BodyMention]:
    """The houses that ``page`` calls so behind their places and names in full elsewhere, in order."""
    by_end = {mention.end: mention for mention in places}
    named = _named(page.text, by_end) if _CALLED.search(page.text) is not None else frozenset()
    found: list[BodyMention] = []
    for called in _CALLED.finditer(page.text):
        mention = by_end.get(called.start())
        house, kind = _HOUSES[called[0]]
        if mention is None or mention.place.candidates or not page.mined(called.start()):
            continue
        if named.isdisjoint(((mention.place, house), (mention.place.slot, house))):
            continue
        body = BodyRef(canonical(mention.place, house), kind, mention.place)
        found.append(BodyMention(mention.start, called.end(), body, Basis.CONTEXT, "by its service", 0.85))
    return found


def _named(text: str, by_end: dict[int, PlaceMention]) -> frozenset[tuple[PlaceRef | str, str]]:
    """The houses that the text names, each behind its place or the level word before it (市公安局), which may be longer (自治区)."""
    found: set[tuple[PlaceRef | str, str]] = set()
    for house in _NAMED.finditer(text):
        end = house.start()
        found |= {(text[end - length : end], house[1]) for length in _LEVEL_WORDS if end >= length}
        if (mention := by_end.get(end)) is not None:
            found.add((mention.place, house[1]))
    return frozenset(found)
