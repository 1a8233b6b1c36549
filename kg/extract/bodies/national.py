"""Ministries and other departments of the State Council: 教育部, 国家税务总局."""

from __future__ import annotations

from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_STATE: Final = "国家"


def national(reader: Reader, hit: Hit) -> BodyMention | None:
    """A ministry by its name, with or without 国家, or a department that 国家 stands before; none in the paper of an organisation with departments of its own."""
    suffix = SUFFIXES[hit.text]
    if suffix.kind != "government-department" or suffix.weak:
        return None
    ministry = hit.text.endswith("部")
    whole = hit.text.startswith(_STATE) and hit.text.endswith("总局")
    named = reader.text.startswith(_STATE, hit.start - len(_STATE)) and not whole
    start = hit.start - len(_STATE) * named
    if not (ministry or named or whole) or not reader.left_boundary(start) or (ministry and not named and reader.context(hit).self_bodies):
        return None
    name = hit.text if ministry or whole else _STATE + hit.text
    return BodyMention(start, hit.end, BodyRef(name, suffix.kind), Basis.STATED, "national department", 0.85)
