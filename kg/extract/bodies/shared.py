"""Bodies of several places that share their last words: 长安、汉阴、石泉3个县（市、区）委, 平利、镇坪两县县委."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import canonical, level_of
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef, PlaceMention
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_KINDS: Final = frozenset({"party-committee", "government", "congress", "cppcc", "discipline"})
_BUREAUS: Final = frozenset({"government-department", "court", "procuratorate"})
"""Kinds of bodies that counties have, too, but which two counties before them do not share without a word for it."""
_COUNT: Final = r"(?:\d{1,3}|[两二三四五六七八九十]{1,3})个?"
_LEVELS: Final = "县市区旗）"
_LEVEL: Final = "[县市区旗]"
_SHARED: Final = re.compile(
    f"(?:{_COUNT}{_LEVEL}(?:（[县市区旗、]{{1,7}}）)?|{_LEVEL}（[县市区旗、]{{1,7}}）|等(?:{_COUNT})?{_LEVEL}{{1,3}})的?{_LEVEL}?$"
)
"""From behind the last of the places to the core of the body: what they are, and how many, which the suffix may hold: 两|县政府, 两县|县委, 等县区|公安局."""
_LONGEST: Final = 16
_SEVERAL: Final = 2
_JOINING: Final = "、和与及"


def shared(reader: Reader, hit: Hit) -> BodyMention | None:
    """The body of the last of such places; those before it are added to what ``reader`` has found."""
    level = level_of(hit.text)
    core = hit.text.removeprefix(level)
    named = hit.start + len(level)
    organ = core == "委" or SUFFIXES[hit.text].kind in _KINDS
    if not organ and not (SUFFIXES[hit.text].kind in _BUREAUS and reader.text[named - 1 : named] in _LEVELS):
        return None
    between = _SHARED.search(reader.text, max(0, hit.start - _LONGEST), named)
    places = _row(reader, between.start()) if between is not None else _of_one_level(_row(reader, named)) if organ else []
    if len(places) < _SEVERAL:
        return None
    for mention in places[:-1]:
        reader.add(_of(mention, core, mention.end, hit))
    return _of(places[-1], core, hit.end, hit)


def _row(reader: Reader, end: int) -> list[PlaceMention]:
    """The places that stand one after another up to ``end``."""
    row: list[PlaceMention] = []
    mention = reader.places.ending(end)
    while mention is not None:
        row.append(mention)
        mention = reader.places.ending(mention.start - 1) if reader.text[mention.start - 1 : mention.start] in _JOINING else None
    return row[::-1]


def _of_one_level(row: list[PlaceMention]) -> list[PlaceMention]:
    """``row`` if of its counties only the last is named in full: 平利和|镇坪县委."""
    counties = {mention.place.level for mention in row} == {"county"} and len({mention.place.slot for mention in row}) == 1
    return row if counties and [mention.short for mention in row[-_SEVERAL:]] == [True, False] else []


def _of(mention: PlaceMention, core: str, end: int, hit: Hit) -> BodyMention:
    kind = "party-committee" if core == "委" else SUFFIXES[hit.text].kind
    body = BodyRef(canonical(mention.place, core), kind, mention.place)
    return BodyMention(mention.start, end, body, Basis.STATED, "place of several", 0.9)
