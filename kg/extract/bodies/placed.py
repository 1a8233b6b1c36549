"""Readings of a suffix behind its place: 岳阳市 + 委, 邵阳市 + 总工会, 长沙 + 经济开发区."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import LEVELS, PARTY_KINDS, STATE_KINDS, before_session, canonical, level_of, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.modifiers import is_modifier, is_trade_name
from kg.extract.bodies.other_parties import ends_committee, organ_of_party
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import CAMPAIGN_KINDS, LONGEST_NAME
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import NAMELESS_HEADS, NATIONAL_FIRMS, SUFFIXES
from kg.model import Basis

_ZONES: Final = re.compile(
    "新区|高新|经济|开发区|工业园|园区|经开|保税|自贸|循环|片区|大区|区域|分[部社所校]|办事处"
    "|[\u4e00-\u9fff]{0,14}(?:(?:试验|示范|合作|度假|先导|功能|开发)区|[\u4e00-\u9fff]{0,6}(?:新城|科学城)|(?:产业|科技|工业|物流|农业|创业)园区?)|[\u4e00-\u9fff]{3,4}林业局"
)
"""What makes a short place name part of the name of a zone, or of a bureau of forests: 苏州工业园区, not 苏州市工业园区."""
_STREETS, _OF_STREETS = "街道办", "办事处"
"""What streets have, in short, and its name behind theirs: 洛王街道|办."""
_NEW, _CLIENT = "新", "客户端"
_SITE: Final = "网"
"""The one head before which a place's short name is name enough: 岳阳网, but not 岳阳中心."""
_COLLECTIVE: Final = ("公司", "企业", "集团")
_SUBSIDIARIES: Final = ("分公司", "支公司", "支行", "分行", "分社", "分局")
"""What companies and banks have in places: 中国联通|平江县|分公司."""
_NATIONAL_FIRMS: Final = tuple(sorted(NATIONAL_FIRMS, key=len, reverse=True))
_TRADES: Final = ("省电力", "电力", "电网", "石油")
"""What a province's company of such a firm is called by, before the place of one of its own."""
_TRADING: Final = ("enterprise", "school", "hospital")
"""Kinds of bodies whose names begin with the places that they are called after, one in the other."""
_CHINA: Final = "中国"
_OF_THE_CENTRE: Final = (
    "海关",
    "海事",
    "铁路",
    "出入境",
    "监狱",
    "银保监",
    "银监",
    "金融监管",
    "边检",
    "煤监",
    "煤矿安全",
    "车站",
    "火车站",
)
"""Bodies of the centre or a province that are called after a city, without 市: 厦门海关, 岳阳监狱."""
_BRANCHES: Final = ("党支部", "党总支")
_OF_PREFECTURES: Final = ("地委", "地区", "行署")
_LEVELS_ABOVE: Final = ("省", "市", "州", "盟")
_AIDS: Final = ("对口支援", "对口帮扶", "对口援助", "支援")
_PARTY_IN_FIRMS: Final = ("party-committee", "party-branch")
_POLICE: Final = "武警"
_UNITS: Final = ("总队", "支队", "大队", "中队")
_NATIONAL: Final = "国家"
_OF_ZONES: Final = ("管委会", "管理委员会", "党工委")
_LONGEST_PARTY: Final = 10
"""Characters of the longest name of a party or league before its place."""
_COMMITTEE: Final = "委员会"
_COMMITTEES_OF: Final = (
    ("中共", "委"),
    ("中国共产党", "委"),
    ("中国人民政治协商会议", "政协"),
    ("人民政协", "政协"),
    ("政协", "政协"),
)
"""Whose committee a place's 委员会 is, by what stands before the place."""
_ALL_BELOW: Final = ("的", "县区", "区县", "市县", "县市", "各", "中小学")
"""Behind a place: the bodies of all its counties, all its schools, what it has (下索村|的光伏电站)."""


_SEVERAL: Final = re.compile("(?:\\d{1,2}|[两二三四五六七八九十]{1,2})个?[省市县区旗州镇乡村]")
"""Behind the last of several places: how many they are (向阳、汉王|四镇|人大)."""
_TASKS: Final = re.compile("工作|领导|督|指导|帮扶|调研|协调|监|理财|慰问|服务|宣讲|志愿")
"""What a group in a village is there for; one without is where some of its people live."""
_ABROAD: Final = ("商会", "总商会", "企业商会", "企业家商会", "青年商会", "同乡会")
_MANY: Final = 40
"""Bodies named last among which a chamber's full name is looked for."""
_OF_VILLAGES: Final = "组"
"""What right behind a place only a village has."""


_REGION: Final = "自治区"


def placed(reader: Reader, hit: Hit) -> BodyMention | None:
    """A place before the suffix, or sharing its level word with it: 岳阳市 + 委, 邵阳市 + 总工会."""
    hit_start = before_session(reader.text, hit)
    level = level_of(hit.text)
    shared = reader.places.ending(hit.start + len(level)) if level else None
    if shared is not None and (slot := shared.place.slot) and (hit.text.startswith(slot) or level.endswith(slot)):
        core = hit.text[len(slot) :] if hit.text.startswith(slot) else hit.text[len(level) :]  # 景宁畲族|自治县人民政府
        return _of_place(reader, shared, hit, _OF_STREETS if hit.text == _STREETS else core, "place")
    mention = reader.places.ending(hit_start)
    if mention is not None:
        slot = mention.place.slot
        twice = hit.text.startswith(slot) and (mention.short or level == slot)  # 哈密|市委, 哈密市|市委
        core = hit.text[len(slot) :] if twice else hit.text
        if core == _OF_VILLAGES and mention.place.level != "village":  # 岳阳市|组工会议
            return None
        return _abroad(reader, mention, hit) or _of_compatriots(reader, mention, hit) or _of_place(reader, mention, hit, core, "place")
    if hit.text in _BRANCHES and (short := reader.places.village_for_short(hit.start)) is not None:
        body = BodyRef(canonical(short[1], hit.text), SUFFIXES[hit.text].kind, short[1])
        return BodyMention(short[0], hit.end, body, Basis.CONTEXT, "village for short", 0.85)
    mention = reader.places.before(hit.start)
    if mention is None or level or hit.start - mention.end > LONGEST_NAME:
        return None
    gap = reader.text[mention.end : hit.start]
    gap = gap.removeprefix(_REGION) if mention.short and mention.place.slot == _REGION else gap  # 新疆|自治区|党委政法委
    if (
        gap.startswith(_ALL_BELOW)
        or _SEVERAL.match(gap)
        or (mention.place.level == "village" and hit.text == _OF_VILLAGES and not _TASKS.search(gap))
    ):
        return None  # 横溪村|上龙江组, 桂花村|4组
    if gap in _LEVELS_ABOVE or (gap[-1:] in LEVELS and gap[:-1] in SUFFIXES):  # 三市镇|省社科联, 郑州市|人大|市政协
        return None
    national = gap.startswith(_NATIONAL) and hit.text.endswith(_OF_ZONES) and "的" not in gap  # 瑞丽|国家重点开发开放|试验区管委会
    if not national and not is_modifier(reader.words, gap, mention.end, hit) and not is_trade_name(reader.words, gap, mention.end, hit):
        return None
    return (
        _aiding(reader, mention, hit)
        or _set_up_by(reader, mention, hit)
        or _of_place(reader, mention, hit, unquoted(gap) + hit.text, "place and modifier", 0.9)
    )


def _abroad(reader: Reader, mention: PlaceMention, hit: Hit) -> BodyMention | None:
    """What the people of a place have in another one, which stands before theirs: 榆林|临县|商会."""
    home, host = mention.place, reader.places.ending(mention.start) if hit.text in _ABROAD else None
    while host is not None and host.place in mention.place.chain():  # 岳阳|浙江|温州商会
        home, host = host.place, reader.places.ending(host.start)
    if host is None or home in host.place.chain():
        return None
    body = BodyRef(reader.text[host.start : hit.end], SUFFIXES[hit.text].kind, host.place)
    return BodyMention(host.start, hit.end, body, Basis.STATED, "place", 0.95)


def _of_compatriots(reader: Reader, mention: PlaceMention, hit: Hit) -> BodyMention | None:
    """The one chamber of the people of a place that the article has named in full: |乙地商会 after 甲市工商联乙地商会."""
    name = reader.text[mention.start : hit.end] if hit.text in _ABROAD and mention.short else ""
    if not name:
        return None
    article = reader.page.article_at(hit.start)
    longer = {
        one.body
        for one in reader.found[-_MANY:]
        if one.body.kind == "association"
        and one.body.name.endswith(name)
        and one.body.name != name
        and reader.page.article_at(one.start) == article
    }
    if len(longer) != 1:
        return None
    return BodyMention(mention.start, hit.end, longer.pop(), Basis.CONTEXT, "named before", 0.85)


def _of_place(reader: Reader, mention: PlaceMention, hit: Hit, core: str, rule: str, confidence: float = 0.97) -> BodyMention | None:
    kind, place, start = SUFFIXES[hit.text].kind, mention.place, mention.start
    if (first := _larger(reader, start, core, kind)) < start:
        body = BodyRef(reader.text[first : hit.end], kind, place)
        return BodyMention(first, hit.end, body, Basis.STATED, "branch of a firm", confidence)
    before = reader.text[max(0, start - _LONGEST_PARTY) : start]
    if before.endswith("中共"):
        start -= 2
    surface = reader.text[mention.start : mention.end]
    prefecture = place.slot == "市" and core.startswith(_OF_PREFECTURES)  # 保山|地委, before 保山 became a city
    if mention.short and (prefecture or _ZONES.match(core) or core.startswith(_OF_THE_CENTRE)):
        return BodyMention(start, hit.end, BodyRef(surface + core, kind, place), Basis.STATED, rule, confidence)
    if (other := _of_another_party(reader, mention, core)) is not None:
        return BodyMention(other[0], ends_committee(reader.text, hit), other[1], Basis.STATED, rule, confidence)
    of_firm = (  # 长春一东|党委
        kind in _PARTY_IN_FIRMS and len(core) > len(hit.text) and not hit.text.endswith("工委") and not core.startswith(LEVELS)
    )
    if (kind in STATE_KINDS and not core.endswith("学院") and not of_firm) or not mention.short:
        if ("街道" in core and hit.text != core) or not core:
            return None
        if core in NAMELESS_HEADS:
            whose = _whose_committee(reader, mention.start) if core == _COMMITTEE and kind != "village" else None
            if whose is None:
                return None
            start, core = whose
            kind = SUFFIXES[core].kind if core in SUFFIXES and core != "委" else kind
        name = canonical(place, core)
    else:
        above = _above(reader, start, mention, kind)
        start, surface = (above.start, reader.text[above.start : mention.end]) if above is not None else (start, surface)
        newly = hit.text == _CLIENT and reader.text.endswith(_NEW, 0, start)  # 新|湖南客户端
        start, surface = (start - len(_NEW), _NEW + surface) if newly else (start, surface)
        name = surface + core
        if name[len(place.in_bodies) :] == "" or core in _COLLECTIVE or (core in NAMELESS_HEADS and core != _SITE):
            return None
    parent = _committee_of(place, core) if kind in PARTY_KINDS else None
    return BodyMention(start, hit.end, BodyRef(name, kind, place, parent), Basis.STATED, rule, confidence)


def _of_another_party(reader: Reader, mention: PlaceMention, core: str) -> tuple[int, BodyRef] | None:
    """Where another party's name begins whose organ it is, and that: 共青团|岳阳市委, 九三学社|甲市|乙区委."""
    for first in dict.fromkeys((mention.start, _outermost(reader, mention.start))):
        other = organ_of_party(reader.text[max(0, first - _LONGEST_PARTY) : first], mention.place, core)
        if other is not None:
            return first - len(other[0]), other[1]
    return None


def _above(reader: Reader, start: int, mention: PlaceMention, kind: str) -> PlaceMention | None:
    """The place with which a name begins before that at ``start``: 安徽|太湖江淮村镇银行, 广东|茂名…职业学院, of associations one elsewhere: 香港|福建…基金会."""
    above = reader.places.ending(start) if kind in (*_TRADING, "association") else None
    inside = above is not None and kind == "association" and above.place in mention.place.chain()
    return None if inside else above


def _outermost(reader: Reader, start: int) -> int:
    """Where the places start of which the one at ``start`` is the last."""
    while (above := reader.places.ending(start)) is not None:
        start = above.start
    return start


def _larger(reader: Reader, start: int, core: str, kind: str) -> int:
    """Where the name of the larger body begins whose branch in the place at ``start`` ends with ``core``: 人行|岳阳市中心支行, 武警|合肥支队."""
    if kind == "enterprise" and (first := _national(reader, start)) < start:
        return first
    if kind in ("school", "party-school") and reader.text.endswith(_CHINA, 0, start):  # 中国|井冈山干部学院
        return start - len(_CHINA)
    if core.endswith(_SUBSIDIARIES):
        return reader.words.firm_before(start)
    return start - len(_POLICE) if core.endswith(_UNITS) and reader.text.endswith(_POLICE, 0, start) else start


def _national(reader: Reader, start: int) -> int:
    """Where the national firm begins whose company the place at ``start`` has, perhaps under one of a larger place: 国网|四川电力|绵阳供电公司."""
    trade = next((trade for trade in _TRADES if reader.text.endswith(trade, 0, start)), "")
    above = reader.places.ending(start - len(trade))
    for end in (start, above.start) if above is not None else (start,):
        firm = next((firm for firm in _NATIONAL_FIRMS if reader.text.endswith(firm, 0, end)), "")
        if firm and reader.page.breaks(end - len(firm)):
            return end - len(firm)
    return start


def _aiding(reader: Reader, mention: PlaceMention, hit: Hit) -> BodyMention | None:
    """A group of a place that aids another, of the former: 岳阳市|对口支援|新疆|工作前方指挥部."""
    verb = next((verb for verb in _AIDS if reader.text.endswith(verb, 0, mention.start)), None)
    donor = reader.places.ending(mention.start - len(verb)) if verb and SUFFIXES[hit.text].kind in CAMPAIGN_KINDS else None
    if donor is None:
        return None
    body = BodyRef(donor.place.in_bodies + reader.text[donor.end : hit.end], SUFFIXES[hit.text].kind, donor.place)
    return BodyMention(donor.start, hit.end, body, Basis.STATED, "place and modifier", 0.9)


def _set_up_by(reader: Reader, mention: PlaceMention, hit: Hit) -> BodyMention | None:
    """A group of the province or city whose level word stands before the place that it is there for: 省|玉树地震灾后重建现场指挥部."""
    above = reader.places.ending(mention.start) if mention.short else None
    if above is not None and SUFFIXES[hit.text].kind in CAMPAIGN_KINDS and above.place in mention.place.chain():  # 青海省|玉树地震…指挥部
        body = BodyRef(above.place.in_bodies + reader.text[mention.start : hit.end], SUFFIXES[hit.text].kind, above.place)
        return BodyMention(above.start, hit.end, body, Basis.STATED, "place and modifier", 0.9)
    start = mention.start - 1
    level = reader.text[start : mention.start] if SUFFIXES[hit.text].kind in CAMPAIGN_KINDS else ""
    if level not in _LEVELS_ABOVE or reader.places.ending(mention.start) is not None or not reader.words.left_boundary(start):
        return None
    place = reader.place_of_level(level, hit)
    if place is None or place not in mention.place.chain():
        return None
    body = BodyRef(place.in_bodies + reader.text[mention.start : hit.end], SUFFIXES[hit.text].kind, place)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "level and modifier", 0.85)


def _whose_committee(reader: Reader, start: int) -> tuple[int, str] | None:
    """Where the name of a place's 委员会 begins and what it is called for short: 中共|甘肃省|天水市委员会, 政协|岳阳市委员会."""
    while (above := reader.places.ending(start)) is not None:
        start = above.start
    for words, core in _COMMITTEES_OF:
        if reader.text.endswith(words, 0, start):
            return start - len(words), core
    return None


def _committee_of(place: PlaceRef, core: str) -> BodyRef | None:
    """The committee of which a department is: of 委组织部 the 委."""
    if core.startswith("委") and core != "委":
        return BodyRef(canonical(place, "委"), "party-committee", place)
    return None
