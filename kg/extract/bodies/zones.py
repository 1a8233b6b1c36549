"""Readings of a suffix behind the name of a zone or park."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_ZONE: Final = re.compile(
    "(?:(?:国家级|省级)?(?:经济技术开发|经济开发|高新技术产业开发|高新技术开发|经开|高新|工业园|产业园|科技园|物流园|开发|保税|示范|试验|旅游度假|度假|景|园))区$"
)
"""The words of a zone, up to 区."""
_FIELD: Final = re.compile("[\u4e00-\u9fff]{2,6}")
_LONGEST_FIELD: Final = 8
_LONGEST_ZONE: Final = 12


def zoned(reader: Reader, hit: Hit) -> BodyMention | None:
    """A body of a development zone or park, whose 区 is no district: 经开|区党工委, 常州高新|区管委会."""
    end = hit.start + hit.text.startswith("区")
    far = reader.text.rfind("区", max(0, end - _LONGEST_FIELD), end) + 1 if SUFFIXES[hit.text].kind == "government-department" else end
    if far < end and not _FIELD.fullmatch(reader.text, far, end):  # 高新区|综合执法|局
        return None
    zone = _ZONE.search(reader.text, max(0, far - _LONGEST_ZONE), far) if reader.text[far - 1 : far] == "区" else None
    if zone is None:
        return None
    start = zone.start()
    place = reader.places.ending(start)
    start = place.start if place is not None else start
    body = BodyRef(
        reader.text[start : hit.end], SUFFIXES[hit.text].kind, place.place if place is not None else None, scope=reader.page.source
    )
    return BodyMention(start, hit.end, body, Basis.STATED, "zone", 0.9)
