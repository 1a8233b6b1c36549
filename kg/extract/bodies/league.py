"""Committees of the Youth League."""

from __future__ import annotations

from kg.extract.bodies.canonical import level_of
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.other_parties import of_party
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.model import Basis


def league(reader: Reader, hit: Hit) -> BodyMention | None:
    """团县委, 团市委: the Youth League's committee of the place that the context says."""
    level = level_of(hit.text[1:]) if hit.text.startswith("团") else ""
    if not level or hit.text != f"团{level}委":
        return None
    named = reader.places.ending(hit.start)
    if named is not None and named.place.slot == level:  # 惠山|团区委
        return BodyMention(named.start, hit.end, of_party("共青团", named.place), Basis.STATED, "league", 0.9)
    place = reader.place_of_level(level, hit)
    if place is None:
        body = BodyRef(hit.text, "mass-organisation", resolved=False, scope=reader.page.source)
        return BodyMention(hit.start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    return BodyMention(hit.start, hit.end, of_party("共青团", place), Basis.CONTEXT, "league", 0.9)
