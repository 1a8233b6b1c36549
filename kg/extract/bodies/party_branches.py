"""Branches of other parties than the Communist Party, in schools, hospitals and fields of work."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.other_parties import PARTIES
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.model import Basis

_BRANCHES: Final = frozenset({"总支", "总支部", "支部", "支社", "基层委员会"})
_IN_A_HOUSE: Final = re.compile(f"(?:{'|'.join(sorted(PARTIES))})((?:(?![的了在和与及])[\u4e00-\u9fff]){{2,14}})$")
"""A party and, up to its branch, whose people are in it: 民盟|岳阳市医院|支部, 九三学社|师范学院|支社."""
_LONGEST_BRANCH: Final = 20


def branch_of_party(reader: Reader, hit: Hit) -> BodyMention | None:
    """The branch that another party has in a school, hospital or field of work: 民盟岳阳职教|支部; one of a place alone is read behind the place."""
    within = _IN_A_HOUSE.search(reader.text, max(0, hit.start - _LONGEST_BRANCH), hit.start) if hit.text in _BRANCHES else None
    if within is None or reader.places.ending(hit.start) is not None or reader.words.has_verb(within.start(1), hit.start):
        return None
    place = reader.places.starting(within.start(1))
    body = BodyRef(within[0] + hit.text, "other", place.place if place is not None else None)
    return BodyMention(within.start(), hit.end, body, Basis.STATED, "branch of a party", 0.9)
