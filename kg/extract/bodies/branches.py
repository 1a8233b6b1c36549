"""Branches that bureaus have in zones, ports and the like of their city: 高新公安分局, 岳阳市公安局|经开|分局."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import canonical
from kg.extract.bodies.groups import EVERY
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.model import Basis

_OF_POLICE: Final = "公安分局"
_BRANCH: Final = "分局"
_POLICE: Final = "公安局"
_BUREAU: Final = "局"
_WHERE: Final = re.compile(
    "((?:高新技术(?:产业)?开发|经济技术开发|经济开发|旅游度假|风景名胜|综合保税|高新|经开|开发|保税|工业园|风景|度假|临港|空港|临空|示范|试验|新)区"
    "|工业园|高新|经开|临港|空港|滨海|滨江|水上|机场|铁路|森林|港航|城郊|轨道交通|公共交通)$"
)
"""What parts of a city have branches of their own, which are no districts, behind its name or that of the bureau."""
_ZONE: Final = "区"
_SEVERAL: Final = tuple(sorted(EVERY))
_LONGEST: Final = 12
_LEVELS: Final = ("prefecture", "county")


def branch(reader: Reader, hit: Hit) -> BodyMention | None:
    """The branch of the bureau before it, or of the police of the city before it or of the article, in a zone or port."""
    if hit.text not in (_OF_POLICE, _BRANCH):
        return None
    where = _WHERE.search(reader.text, max(0, hit.start - _LONGEST), hit.start)
    if where is None:
        return None
    last, start = reader.found[-1] if reader.found else None, where.start()
    if last is not None and last.end == start and last.body.name.endswith(_BUREAU):
        return BodyMention(last.start, hit.end, last.body.part(where[1] + _BRANCH, last.body.kind), last.basis, "joined", 0.9)
    return _of_police(reader, hit, where) if hit.text == _OF_POLICE else None


def _of_police(reader: Reader, hit: Hit, where: re.Match[str]) -> BodyMention | None:
    """The branch of the police of the city whose name stands before ``where``, else of that of the article."""
    mention, start = reader.places.ending(where.start()), where.start()
    if mention is None and (not reader.words.left_boundary(start) or reader.text.endswith(_SEVERAL, 0, start)):  # 各|开发区公安分局
        return None
    if mention is not None and mention.short and where[1].endswith(_ZONE):  # the zone is called so: 岳阳经开区|公安分局
        return None
    city = mention.place if mention is not None else reader.context(hit).home
    if city is None or city.level not in _LEVELS:
        return None
    body = _police(city).part(where[1] + _BRANCH, "government-department")
    if mention is not None:
        return BodyMention(mention.start, hit.end, body, Basis.STATED, "place and modifier", 0.9)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "of the article's place", 0.8)


def _police(city: PlaceRef) -> BodyRef:
    return BodyRef(canonical(city, _POLICE), "government-department", city)
