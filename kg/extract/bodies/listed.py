"""What a list names without its place behind a body of that place: 龙门镇党政办、|社会事务综合服务中心, 平江县财政局、|招商促进事务中心."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import LEVELS, canonical, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import OF_ANY, TWO_BODIES, ends_name
from kg.extract.page import Token
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC, INSIDE_NAMES
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_BEHIND: Final = frozenset({"government-department", "public-institution", "office", "other"})
"""Kinds of bodies that are named so."""
_BEFORE: Final = _BEHIND | {"government", "party-committee", "party-department", "mass-organisation", "congress", "cppcc", "discipline"}
"""Kinds of bodies behind which they are."""
_ENDS: Final = ("局", "中心", "办", "办公室", "大队", "委", "服务站")
"""Last words of what a place has one of by that name."""
_FIELD: Final = re.compile(
    "(?:、[\u4e00-\u9fff]{1,8}[局办委队站学校会联心]){0,2}、((?!中国|国家|全国|中央|各|部分|某|本|该|学校|医院|公司|集团|原)[\u4e00-\u9fff]{2,12})$"
)
"""What the body is there for, behind the one before it or two more that no table has."""
_LONGEST: Final = 33
_WORK: Final = frozenset("服务 事务 发展 管理 保障 指导 监测 建设".split())
"""Last words of a field that may have verbs before them: 招商促进|事务|中心."""
_GOES_ON: Final = re.compile(
    "[、，。；等和及与]|以及|(?:主要|相关|有关|分管)?(?:负责|领导)|工作人员|干部|党员|职工|联合|共同|参[加与]|组织|派出|到场"
)
"""Behind the last of a list, or between two of it."""


def listed(reader: Reader, hit: Hit) -> BodyMention | None:
    """The department or institution of the place of the body that the list names before it."""
    if SUFFIXES[hit.text].kind not in _BEHIND or not hit.text.endswith(_ENDS) or not reader.found:
        return None
    last = reader.found[-1]
    field = _FIELD.fullmatch(reader.text, last.end, hit.start) if hit.start - last.end <= _LONGEST else None
    place = _place_of(last.body)
    if field is None or place is None or not (_GOES_ON.match(reader.text, hit.end) or reader.words.opens_post(hit)):
        return None
    start = field.start(1)
    if reader.places.between(start, hit.start) is not None or not _is_field(reader, start, hit):
        return None
    body = BodyRef(canonical(place, unquoted(field[1]) + hit.text), SUFFIXES[hit.text].kind, place)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "beside another body", 0.8)


def _place_of(body: BodyRef) -> PlaceRef | None:
    """The place whose organ or department ``body`` is, by its name."""
    place = body.jurisdiction
    if place is None or place.level == "village" or body.kind not in _BEFORE or not body.name.startswith(place.in_bodies):
        return None
    return place if body.parent is None or body.parent.kind == "party-committee" else None


def _is_field(reader: Reader, start: int, hit: Hit) -> bool:
    """Whether the words before the suffix say what a department is for: 招商促进事务, 社会事务综合; not 深入服务, 县文化."""
    text = reader.text[start : hit.start]
    if OF_ANY.search(text) or TWO_BODIES.search(text) or text.startswith(LEVELS):
        return False
    if any(position in reader.words.titles for position in range(start, hit.start)):
        return False
    tokens = reader.page.tokens(start, hit.start)
    works = bool(tokens) and (tokens[-1].text in _WORK or hit.text[:2] in _WORK)
    return not all(token.text in GENERIC for token in tokens) and all(_may_be_in_field(token, works=works) for token in tokens)


def _may_be_in_field(token: Token, *, works: bool) -> bool:
    """Whether a word says what a department is for; ``works``: the last one says that the words before it are its work."""
    if token.text in INSIDE_NAMES or token.text in ("和", "与"):
        return True
    work = works and token.tag == "v" and len(token.text) > 1
    return (work or not ends_name(token)) and token.tag[0] not in "pcdrumq"
