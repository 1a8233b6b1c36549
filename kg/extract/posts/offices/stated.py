"""The body before a title, or that the words before it name together with it."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.offices.of import OF_TOWNS, Of, government_of, government_word, kind, of_place, of_village
from kg.extract.posts.surroundings import Surroundings
from kg.extract.refs import BodyRef, PlaceMention
from kg.extract.scan import Hit
from kg.lexicon.stops import INSIDE_NAMES, STOP_TAGS, VERBS
from kg.lexicon.words import FUSED, OFFICES
from kg.model import Basis

_BRANCHES: Final = frozenset({"党支部", "党总支"})
_HAMLET: Final = re.compile("[\u4e00-\u9fff]{2,4}")
_HOLDS_TITLE: Final = re.compile("书记|主任|委员|成员|局长|部长|主席|[任兼由，]")
_STATUS: Final = re.compile("(?:党组织)?(?:原任?|前任?|时任|现任|老)?(?:驻村|党组织)?“?$")
_LONGEST_STATUS: Final = 6
_VILLAGE: Final = "村"
_TOWNS: Final = ("镇", "乡")
_SECRETARIES: Final = frozenset({"书记", "副书记"})
_REGION = "自治区"
_GROUP_HEADS: Final = {"村民小组长": "村民小组", "居民小组长": "居民小组"}
_OF_GROUP: Final = re.compile(r"(?:第?[零〇一二三四五六七八九十\d]{1,3}|[\u4e00-\u9fff]{1,4}[组屯寨庄湾屋坪])?$")
"""What a group of a village is called, between the village and its head: 大坳村|第三|村民小组长."""
_LONGEST_GROUP: Final = 5
_FORMER: Final = "原"
_GOVERNMENTS, _CONGRESS = ("人民政府", "政府"), ("人大", "人民代表大会")
_MISSIONS: Final = {"总领事": "总领事馆", "副总领事": "总领事馆", "领事": "领事馆", "大使": "大使馆"}
"""By the title of their heads: what a country has in another one."""
_SENT_TO: Final = re.compile("驻[\u4e00-\u9fff]{2,8}$")
_LONGEST_MISSION: Final = 9
_CHAIR: Final = re.compile("(?:代|副|常务副)?主席")
_LONGEST_DEPARTMENT: Final = 8
_DEPARTMENT: Final = re.compile(r"[\u4e00-\u9fff]*(?<![和及与的了在是有对为由副]) ?\Z")


def before(around: Surroundings, hit: Hit) -> Of:
    """The body that ends where the title starts, shares its first character, is fused with it, or that it alone names."""
    fused = FUSED.get(hit.text)
    office = OFFICES.get(fused.title if fused else hit.text)
    unit = office.unit if office else ""
    mention = around.body_inside(hit) if fused else None
    if mention is not None:
        return Of(mention.body, mention.start, mention.basis, mention.rule, mention.confidence)
    mention = around.body_ending(hit)
    if mention is not None and (mention.end <= hit.start or around.text[hit.start] == unit[:1]):
        body = mention.body.part(fused.body, kind(fused.body)) if fused else mention.body
        return Of(body, mention.start, mention.basis, mention.rule, mention.confidence)
    if unit == "government":
        return _government(around, hit)
    if (told := _of_town(around, hit) or _of_region(around, hit) or _of_villagers(around, hit) or _of_mission(around, hit)) is not None:
        return told
    if unit:
        return _by_unit(around, hit, unit)
    if fused and fused.body in _BRANCHES and (hamlet := _of_hamlet(around, hit, fused.body)) is not None:
        return hamlet
    if fused and fused.body.startswith(_VILLAGE) and (village := _own_village(around, hit)) is not None:
        body = of_place(village.place, fused.body.removeprefix(_VILLAGE))
        return Of(body, around.before_places(village.start), Basis.STATED, "village and title", 0.9)
    place = around.places.ending(hit.start) or around.places.ending(_before_status(around.text, hit.start)) or _village_of(around, hit)
    if place is not None and place.place.level in ("village", "township") and not fused:
        return _of_village(place, around.before_places(place.start), hit)
    if place is not None and fused:
        return Of(of_place(place.place, fused.body), place.start, Basis.STATED, "place and fused title", 0.9)
    return Of(None, hit.start, Basis.STATED, "", 0.9)


def _of_region(around: Surroundings, hit: Hit) -> Of | None:
    """西藏自治区|副主席, 自治区|代主席: of the government of an autonomous region, whose head is called chairman."""
    if not _CHAIR.fullmatch(hit.text):
        return None
    mention = around.places.ending(hit.start)
    if mention is not None:
        region = mention.place if mention.place.slot == _REGION else None
        return Of(government_of(region), mention.start, Basis.STATED, "place and title", 0.95) if region is not None else None
    place = around.places.of_word(_REGION, hit.start) if around.text.endswith(_REGION, 0, hit.start) else None
    return Of(government_of(place), hit.start - len(_REGION), Basis.CONTEXT, "level", 0.9) if place is not None else None


def _of_town(around: Surroundings, hit: Hit) -> Of | None:
    """镇|组织委员, 乡|副书记: of the committee of the town that the level word before the title means."""
    level = around.text[hit.start - 1 : hit.start]
    if level not in _TOWNS or not (hit.text in OF_TOWNS or hit.text in _SECRETARIES) or not around.page.breaks(hit.start - 1):
        return None
    town = around.places.of_word(level, hit.start) if around.places.ending(hit.start) is None else None
    body = of_village(town, hit.text) if town is not None else None
    return Of(body, hit.start - 1, Basis.CONTEXT, "level", 0.85) if body is not None else None


def _own_village(around: Surroundings, hit: Hit) -> PlaceMention | None:
    """The village whose name ends where 村支书 begins, or with its 村: 西河村|村支书, 南山|村|支书."""
    place = around.places.ending(hit.start) or around.places.ending(hit.start + len(_VILLAGE))
    return place if place is not None and place.place.slot == _VILLAGE else None


def _village_of(around: Surroundings, hit: Hit) -> PlaceMention | None:
    """大石村的|支书, 大石村的老|支书: the village whose the head is said to be."""
    end = hit.start - around.text.endswith("老", 0, hit.start)
    place = around.places.ending(end - 1) if around.text.endswith("的", 0, end) else None
    return place if place is not None and place.place.slot == _VILLAGE else None


def _before_status(text: str, at: int) -> int:
    """Where what stands before 原, 驻村, 党组织 or a quotation mark ends: 相思村原|第一书记, 相思村驻村|第一书记, 相思村党组织|书记."""
    status = _STATUS.search(text, max(0, at - _LONGEST_STATUS), at)
    return status.start() if status is not None else at


def _of_villagers(around: Surroundings, hit: Hit) -> Of | None:
    """大坳村|第三|村民小组长: of a group of the village, which may have a name of its own."""
    village = around.places.before(hit.start) if hit.text in _GROUP_HEADS else None
    if village is None or village.place.level != "village" or hit.start - village.end > _LONGEST_GROUP:
        return None
    called = _OF_GROUP.fullmatch(around.text, village.end, hit.start)
    if called is None:
        return None
    body = BodyRef(village.place.name + called[0] + _GROUP_HEADS[hit.text], "other", village.place)
    return Of(body, village.start, Basis.STATED, "part of a village", 0.85)


def _of_hamlet(around: Surroundings, hit: Hit, core: str) -> Of | None:
    """三合村法土龙|党支部书记: of a part of a village that is named behind it."""
    village = around.places.before(hit.start)
    if village is None or village.place.level != "village" or not _HAMLET.fullmatch(around.text, village.end, hit.start):
        return None
    tokens = around.page.tokens(village.end, hit.start)
    if any(len(token.text) > 1 and (token.tag == "v" or token.tag in STOP_TAGS) for token in tokens):
        return None
    body = BodyRef(village.place.name + around.text[village.end : hit.start] + core, kind(core), village.place)
    return Of(body, village.start, Basis.STATED, "part of a village", 0.85)


def _government(around: Surroundings, hit: Hit) -> Of:
    """市长, 副县长: of the government of the place before."""
    word = government_word(hit.text)
    mention = around.places.ending(hit.start) or (around.places.ending(hit.start + 1) if hit.text[0] == word else None)
    mention = mention or around.places.ending(_before_status(around.text, hit.start))  # 太原市前任|副市长
    if mention is None and around.text.startswith("的", hit.start - 1):  # 绩溪县家朋乡的|乡长
        named = around.places.ending(hit.start - 1)
        mention = named if named is not None and named.place.slot == word else None
    if mention is not None:
        return Of(government_of(mention.place), mention.start, Basis.STATED, "place and title", 0.95)
    return _of_electing(around, hit, word) or Of(None, hit.start, Basis.STATED, "", 0.7)


def _of_electing(around: Surroundings, hit: Hit, word: str) -> Of | None:
    """柳州市第十三届人民代表大会…选举甲为|人民政府|市长: of the government of the place whose congress the sentence names."""
    called = next((called for called in _GOVERNMENTS if around.text.endswith("为" + called, 0, hit.start)), "")
    congress = around.named_with(_CONGRESS, hit.start) if called else None
    place = congress.jurisdiction if congress is not None else None
    if place is None or place.slot != word:
        return None
    return Of(government_of(place), hit.start - len(called), Basis.CONTEXT, "government of the congress", 0.9)


def _of_mission(around: Surroundings, hit: Hit) -> Of | None:
    """俄罗斯驻哈尔滨|总领事, 中国驻美国|大使: of the consulate or embassy that bears those names."""
    house = _MISSIONS.get(hit.text)
    sent = _SENT_TO.search(around.text, max(0, hit.start - _LONGEST_MISSION), hit.start) if house is not None else None
    country = around.page.word_before(sent.start()) if sent is not None else None
    if house is None or country is None or country.tag[0] not in "nj":
        return None
    name = around.text[country.start : hit.start] + house
    return Of(BodyRef(name, kind(house)), country.start, Basis.STATED, "mission by its head", 0.85)


def _by_unit(around: Surroundings, hit: Hit, unit: str) -> Of:
    """民政局长 where 民政局 was not seen as a body: a place and a department that only the title closes (岳阳市教育局长)."""
    last = around.body_before(hit.start)
    former = around.text.endswith(_FORMER, 0, hit.start)  # 某局科技司原|司长
    near = last is not None and 0 < hit.start - last.end <= _LONGEST_DEPARTMENT
    if last is None or not near or not _is_department(gap := around.text[last.end : hit.start - former]):
        return Of(None, hit.start, Basis.STATED, "", 0.8)
    words = around.page.tokens(last.end, hit.start)
    if any(len(word.text) > 1 and word.text in VERBS and word.text not in INSIDE_NAMES for word in words):  # 县教育局召集|校长
        return Of(None, hit.start, Basis.STATED, "", 0.8)
    body = last.body.part(gap.removesuffix(unit) + unit, "other")  # 田庄选煤厂|洗煤二|班长
    return Of(body, last.start, last.basis, "department by its title", 0.85)


def _is_department(gap: str) -> bool:
    return _DEPARTMENT.match(gap) is not None and _HOLDS_TITLE.search(gap) is None and not names.is_whole(gap)


def _of_village(place: PlaceMention, start: int, hit: Hit) -> Of:
    """苍湾村第一书记, 前川村主任: of the village's party branch or committee (a town's party committee); the places before it begin at ``start``."""
    body = of_village(place.place, hit.text)
    if body is None:
        return Of(None, hit.start, Basis.STATED, "", 0.8)
    return Of(body, start, Basis.STATED, "village and title", 0.85)
