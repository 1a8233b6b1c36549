"""Stations of railways that act or have people: 岳阳东站|举行, 武昌站|客运车间."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceMention
from kg.lexicon import divisions
from kg.model import Basis

_RAILWAY: Final = re.compile("铁路|列车|火车|高铁|动车|春运")
"""What a page says that tells of railways."""
_ACTS: Final = re.compile(
    "站(?=举行|举办|组织|开展|召开|成立|推出|启动|开通|党|团委|团支部|干部|职工|客运|售票|值班|站长|志愿|青年|增开|共?发送|到发|预计|安排)"
)
"""Behind the short name of a city."""
_SIDES: Final = "东西南北"
_LENGTHS: Final = (3, 2)
"""Characters of the short name of a city."""


def stations(page: Page, places: list[PlaceMention]) -> list[BodyMention]:
    """The stations that ``page``, which speaks of railways, calls by the short name of their city, in order."""
    if "站" not in page.text or _RAILWAY.search(page.text) is None:
        return []
    cities = {mention.end: mention.place for mention in places}
    found: list[BodyMention] = []
    for station in _ACTS.finditer(page.text):
        end = station.start() - (page.text[station.start() - 1] in _SIDES)
        start = _city_start(page, end)
        if start >= 0 and page.mined(start):
            body = BodyRef(page.text[start : station.end()], "enterprise", cities.get(end))
            found.append(BodyMention(start, station.end(), body, Basis.STATED, "station", 0.8))
    return found


def _city_start(page: Page, end: int) -> int:
    """Where the short name of a city starts that ends at ``end``, at the beginning of a word; else -1."""
    short = divisions.load().by_short
    starts = (end - length for length in _LENGTHS if end >= length)
    return next((start for start in starts if page.text[start:end] in short and page.breaks(start)), -1)
