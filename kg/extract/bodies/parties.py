"""Committees of other parties than the Communist Party, and of the Youth League."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import level_of
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.model import Basis

OF_ANOTHER_PARTY: Final = re.compile("(?:共青团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)$")
"""Behind these, a 市委 is not the Communist Party's."""


def league(reader: Reader, hit: Hit) -> BodyMention | None:
    """团县委, 团市委: the Youth League's committee of the place that the context says."""
    level = level_of(hit.text[1:]) if hit.text.startswith("团") else ""
    if not level or hit.text != f"团{level}委":
        return None
    place = reader.place_of_level(level, hit)
    if place is None:
        body = BodyRef(hit.text, "mass-organisation", resolved=False, scope=reader.page.source)
        return BodyMention(hit.start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    return BodyMention(hit.start, hit.end, of_party("共青团", place), Basis.CONTEXT, "league", 0.9)


def of_party(party: str, place: PlaceRef) -> BodyRef:
    """The committee that a party or the Youth League has in ``place``."""
    return BodyRef(f"{party}{place.name}委", "mass-organisation" if party == "共青团" else "other", place)
