"""What bureaus, procuratorates and courts are called by what they do: 岳阳市|公安机关 is 岳阳市公安局 in a page that names that."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import canonical
from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceMention
from kg.model import Basis

_HOUSES: Final = {
    "公安机关": ("公安局", "government-department"),
    "检察机关": ("检察院", "procuratorate"),
    "审判机关": ("法院", "court"),
}
"""By what they are called: the house, and its kind."""
_CALLED: Final = re.compile(f"(?:{'|'.join(_HOUSES)})(?!领导|各|和|、|及|负责|的)")


def services(page: Page, places: list[PlaceMention]) -> list[BodyMention]:
    """The houses that ``page`` calls so behind their places and names in full elsewhere, in order."""
    by_end = {mention.end: mention for mention in places}
    found: list[BodyMention] = []
    for called in _CALLED.finditer(page.text):
        mention = by_end.get(called.start())
        house, kind = _HOUSES[called[0]]
        if mention is None or mention.place.candidates or not page.mined(called.start()) or not _is_named(page.text, mention, house):
            continue
        body = BodyRef(canonical(mention.place, house), kind, mention.place)
        found.append(BodyMention(mention.start, called.end(), body, Basis.CONTEXT, "by its service", 0.85))
    return found


def _is_named(text: str, mention: PlaceMention, house: str) -> bool:
    """Whether the text names the house of that place in full, or behind its level word (市公安局)."""
    named = (mention.place.name, text[mention.start : mention.end], mention.place.slot)
    return any(f"{place}{middle}{house}" in text for place in named if place for middle in ("", "人民", "中级人民"))
