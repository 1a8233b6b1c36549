"""Branches that bureaus and courts have in zones, towns and parts of their city: 高新公安分局, 岳阳市公安局|经开|分局, 平江县税务局|安定|税务分局."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import canonical
from kg.extract.bodies.groups import EVERY
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.stops import VERBS
from kg.lexicon.words import SUFFIXES
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
_OF_TOWNS: Final = frozenset(
    "派出所 税务分局 税务所 监管所 市场监管所 工商所 国土所 供电所 人民法庭 法庭 中队 司法所 检查站 自然资源所".split()
)
"""What bureaus, courts and teams have in towns, which are named for short before it."""
_CALLED_AFTER_TOWNS: Final = frozenset(
    "中学 小学 中心小学 中心学校 中心校 初中 初级中学 卫生院 中心卫生院 财政所 敬老院 信用社 林业站".split()
)
"""What is called by the short name of its town, and no part of what stands before it."""
_LENGTHS: Final = (2, 3)
"""Characters of the short names of towns."""
_OWNERS: Final = ("局", "法院", "检察院", "大队", "支队", "公司")
_TOWN: Final = re.compile(
    "(?!组织|联合|下属|所属|指导|会同|派出|抽调|基层|有关|相关|辖区|直属)(?:(?![的和与及在到由对等各下所辖直本该某两几多数全先前后每入对让请有为被])[\u4e00-\u9fff]){2,4}"
)
_LEVELS: Final = ("prefecture", "county")


def branch(reader: Reader, hit: Hit) -> BodyMention | None:
    """The branch of the bureau before it, or of the police of the city before it or of the article, in a zone or port."""
    if hit.text in _CALLED_AFTER_TOWNS:
        return _of_town_for_short(reader, hit)
    if hit.text in _OF_TOWNS:
        return _in_town(reader, hit) or _of_town_for_short(reader, hit)
    if hit.text not in (_OF_POLICE, _BRANCH):
        return None
    where = _WHERE.search(reader.text, max(0, hit.start - _LONGEST), hit.start)
    if where is None:
        return None
    last, start = reader.found[-1] if reader.found else None, where.start()
    if last is not None and last.end == start and last.body.name.endswith(_BUREAU):
        return BodyMention(last.start, hit.end, last.body.part(where[1] + _BRANCH, last.body.kind), last.basis, "joined", 0.9)
    return _of_police(reader, hit, where) if hit.text == _OF_POLICE else None


def _in_town(reader: Reader, hit: Hit) -> BodyMention | None:
    """What the bureau, court or team right before has in a town, whatever words the name of that makes: 某法院|注滋口|人民法庭."""
    last = reader.found[-1] if reader.found else None
    if last is None or not last.body.name.endswith(_OWNERS) or not _TOWN.fullmatch(reader.text, last.end, hit.start):
        return None
    tokens = reader.page.tokens(last.end, hit.start)
    if any(len(token.text) > 1 and (token.text in VERBS or token.tag[0] in "vdm") for token in tokens):  # 公安局|组织|派出所
        return None
    if any(position in reader.words.titles for position in range(last.end, hit.start)):
        return None
    name = reader.text[last.end : hit.end]
    return BodyMention(last.start, hit.end, last.body.part(name, SUFFIXES[hit.text].kind), last.basis, "joined", 0.9)


def _of_town_for_short(reader: Reader, hit: Hit) -> BodyMention | None:
    """|毛田|派出所 on a page that has 毛田镇: by the name that it has, of that town."""
    for start in (hit.start - length for length in _LENGTHS if hit.start >= length):
        town = reader.places.town_called(reader.text[start : hit.start])
        if town is not None and reader.page.breaks(start) and reader.places.ending(start) is None:
            body = BodyRef(reader.text[start : hit.end], SUFFIXES[hit.text].kind, town)
            return BodyMention(start, hit.end, body, Basis.CONTEXT, "town for short", 0.85)
    return None


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
