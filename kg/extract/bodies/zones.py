"""Readings of a suffix behind the name of a zone or park."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import FREE_KINDS, is_compound, level_ending
from kg.extract.bodies.groups import EVERY
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_KINDS: Final = (
    "经济技术开发|经济开发|高新技术产业开发|高新技术开发|高新技术产业园|高新产业园|经开|高新|工业园|工业集中|产业园|产业集聚|科技园|物流园|开发|综合保税|保税|示范|试验"
    "|风景名胜|旅游度假|度假|新港|临港|空港|管理"
)
_ZONE: Final = re.compile(f"(?:(?:国家级|省级)?(?:{_KINDS}|景|园|新|(?:航空)?港))区$|(?<![\u4e00-\u9fff])[高经]区$")
"""The words of a zone, up to 区; 高|区 and 经|区 are what 高新区 and 经开区 are called for short."""
_NAMED: Final = re.compile(f"(?:{_KINDS}|新|港)区")
_NOT_ALONE: Final = ("管理", "产业集聚", "省级产业集聚", "新港", "临港", "空港", "工业集中")
"""Words of zones that without a name are any."""
ZONE: Final = re.compile(f"[\u4e00-\u9fff]{{2,8}}?(?:{_KINDS}|新)区")
"""The name of a zone, where it is known to begin."""
_BEFORE_NAME: Final = frozenset("，。、；：！？\n “（在到赴来对是为于和与及")
"""What stands before the name of a zone that is no place's."""
_OF_ZONES: Final = frozenset({"工委", "党工委", "管委会", "管理委员会"})
"""What zones have and districts do not."""
_ORGANS: Final = frozenset({"party-committee", "congress", "government", "cppcc"})
"""Kinds of the organs of a place."""
_REACH: Final = 3000
"""Characters before the words 区工委 in which the zone is looked for."""
_MANY: Final = 20
"""Zones before the words, the last first, among which one with a name is looked for."""
_FIELD: Final = re.compile("(?:(?!领导|干部|有关|相关|各|管委会|工委)[\u4e00-\u9fff]){2,6}")
_LONGEST_FIELD: Final = 8
_LONGEST_ZONE: Final = 12
_NOT_ONE: Final = (*sorted(EVERY), "外", "跨")
"""Before a level word: not one place of that level, or not the article's."""


def zoned(reader: Reader, hit: Hit) -> BodyMention | None:
    """A body of a development zone or park, whose 区 is no district: 经开|区党工委, 常州高新|区管委会."""
    end = hit.start + (hit.text.rfind("区", 0, -1) + 1)  # 经开|区党工委, |高新区管委会
    far = reader.text.rfind("区", max(0, end - _LONGEST_FIELD), end) + 1 if SUFFIXES[hit.text].kind == "government-department" else end
    if far < end and not _FIELD.fullmatch(reader.text, far, end):  # 高新区|综合执法|局
        return None
    zone = _ZONE.search(reader.text, max(0, far - _LONGEST_ZONE), far) if reader.text[far - 1 : far] == "区" else None
    if zone is None:
        return None
    start = zone.start()
    if (larger := _ZONE.search(reader.text, max(0, start - _LONGEST_ZONE), start)) is not None:  # 晋江|经济开发区|园区委员会
        start = larger.start()
    place = reader.places.ending(start)
    if place is None and (named := _named_before(reader, start, zone[0])) is not None:  # 杨凌示范区…|示范区党工委
        return BodyMention(
            start, hit.end, _of_zone(reader, hit, named, reader.text[zone.end() : hit.end]), Basis.CONTEXT, "zone named before", 0.85
        )
    named_so = _name_start(reader, start) if place is None else -1
    noun = named_so >= 0 and _is_noun(reader, named_so, start)  # 东湖|高新区管委会
    place = reader.places.ending(named_so) if named_so >= 0 and not noun else place  # 大连|普湾新区党工委
    start = named_so if noun else start
    start = place.start if place is not None else start
    if place is None and (of_level := _of_level(reader, hit, start) or _in_row(reader, hit, start)) is not None:
        return of_level
    alone = place is None and start == zone.start()
    if alone and (zone[0].startswith(_NOT_ALONE) or (SUFFIXES[hit.text].kind in FREE_KINDS and not reader.words.left_boundary(start))):
        return None  # 中国旅游|景区协会 is of no zone
    body = BodyRef(
        reader.text[start : hit.end], SUFFIXES[hit.text].kind, place.place if place is not None else None, scope=reader.page.source
    )
    return BodyMention(start, hit.end, body, Basis.STATED, "zone", 0.9)


def _of_level(reader: Reader, hit: Hit, start: int) -> BodyMention | None:
    """县|石牛寨景区管委会: of the zone, which begins at ``start``, of the place that the level word before it refers to."""
    level = level_ending(reader.text, start)
    at = start - len(level)
    if not level or not reader.page.breaks(at) or is_compound(reader.text, at) or reader.text.endswith(_NOT_ONE, 0, at):
        return None
    place = reader.place_of_level(level, Hit(start, hit.end, hit.text))
    if place is None:
        return None
    body = BodyRef(place.in_bodies + reader.text[start : hit.end], SUFFIXES[hit.text].kind, place, scope=reader.page.source)
    return BodyMention(at, hit.end, body, Basis.CONTEXT, "zone of level", 0.85)


def _in_row(reader: Reader, hit: Hit, start: int) -> BodyMention | None:
    """县人大、政府、政协、|工业园区管委会: of the zone of the place whose organs are listed before it."""
    last = reader.found[-1] if reader.found and reader.text[start - 1 : start] == "、" else None
    if last is None or last.end != start - 1 or last.body.kind not in _ORGANS or last.body.parent is not None:
        return None
    place = last.body.jurisdiction
    if place is None:
        return None
    body = BodyRef(place.in_bodies + reader.text[start : hit.end], SUFFIXES[hit.text].kind, place, scope=reader.page.source)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "zone of level", 0.85)


def of_zone_before(reader: Reader, hit: Hit) -> BodyMention | None:
    """区工委, 区管委会 where the article has named a zone: that of the zone named last."""
    head = hit.text.removeprefix("区")
    start = hit.end - len(head) - 1
    if head not in _OF_ZONES or reader.text[start : start + 1] != "区" or not reader.page.breaks(start):
        return None
    if reader.places.ending(start + 1) is not None:
        return None
    named = _named_before(reader, start)
    return BodyMention(start, hit.end, _of_zone(reader, hit, named, head), Basis.CONTEXT, "zone named before", 0.85) if named else None


def _of_zone(reader: Reader, hit: Hit, named: tuple[int, int], core: str) -> BodyRef:
    """The body ``core`` of the zone that is ``named`` there."""
    place = reader.places.between(*named)
    return BodyRef(reader.text[slice(*named)] + core, SUFFIXES[hit.text].kind, place, scope=reader.page.source)


def _named_before(reader: Reader, at: int, words: str = "") -> tuple[int, int] | None:
    """Where the zone stands that the article named last before ``at`` with a name of its own; with ``words``, one that these name with their place."""
    article = reader.page.article_at(at)
    for zone in [*_NAMED.finditer(reader.text, max(0, at - _REACH), at)][: -_MANY - 1 : -1]:
        if reader.page.article_at(zone.start()) != article or (words and zone[0] != words):
            continue
        place = reader.places.ending(zone.start())
        begins = place.start if place is not None else _name_start(reader, zone.start())
        if begins >= 0 and (place is not None or not words or _is_noun(reader, begins, zone.start())):
            return begins, zone.end()
    return None


def _is_noun(reader: Reader, start: int, end: int) -> bool:
    return all(token.tag.startswith("n") for token in reader.page.tokens(start, end))


def _name_start(reader: Reader, end: int) -> int:
    """Where the name of a zone of two or three characters begins that ends at ``end``, or -1."""
    heads = (end - length for length in (2, 3) if end >= length and reader.page.breaks(end - length))
    return next((at for at in heads if _may_begin(reader, at)), -1)


def _may_begin(reader: Reader, at: int) -> bool:
    """Whether the name of a zone may begin at ``at``: at the head of a clause, or behind a level word or a place."""
    before = reader.text[max(0, at - 1) : at]
    return not before or before in _BEFORE_NAME or bool(level_ending(reader.text, at)) or reader.places.ending(at) is not None
