"""Readings of a suffix behind its owner: another body (市委 + 组织部), a place (岳阳市 + 委), or a level word (县 + 政府)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.bodies.canonical import (
    LEVELS,
    PARTY_KINDS,
    SESSION_BEFORE,
    STATE_KINDS,
    canonical,
    is_compound,
    level_ending,
    level_of,
    unquoted,
)
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import LONGEST_NAME
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import BESIDE_COMMITTEES, NAMELESS_HEADS, SUFFIXES
from kg.model import Basis

_ZONES: Final = re.compile("新区|高新|经济|开发区|工业园|园区|经开|保税|自贸|循环")
"""What makes a short place name part of the name of a zone: 苏州工业园区, not 苏州市工业园区."""
_LEVELS_BEHIND_VERBS: Final = frozenset("省市县州旗")
"""Level words that begin another body behind one and a verb: 省直机关工委组织|省|司法厅."""
_HAS_ITS: Final = ("下设", "内设")
"""What between a body and another says that it is inside: 指挥部下设联络处."""
_ROOTS: Final = PARTY_KINDS | {"village"}
"""Kinds of bodies that others stand beside."""
_GOVERNMENT: Final = ("政府", "人民政府")
_COLLECTIVE: Final = ("公司", "企业", "集团")
_OF_ANOTHER_PARTY: Final = re.compile("(?:共青团|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)$")
"""Behind these, a 市委 is not the Communist Party's."""
_SUBSIDIARIES: Final = ("分公司", "支公司", "支行", "分行", "分社", "分局")
"""What companies and banks have in places: 中国联通|平江县|分公司."""
_JOINT: Final = re.compile("联合(?![会社体国党工])|会同|协同")
"""Between two bodies that do something together: 团市委联合|运城学院团委."""
_OF_NO_VILLAGE: Final = frozenset({"办公室", "组", "办", "站", "所", "部"})
_STATIONED: Final = ("工作队", "办事处", "工作组", "联络处", "指挥部")
_AT: Final = re.compile("驻[\u4e00-\u9fff]{2,24}")
_FAR_STATION: Final = 26
_LOWEST: Final = frozenset({"村", "社区", "镇", "乡"})
_JOINED: Final = re.compile("[\u4e00-\u9fff”]")
"""What before a level word of the lowest says that it is no one village: 三个村党支部, “五型”村党支部."""
_LONGEST_PARTY: Final = 4
_CAMPAIGN: Final = re.compile(
    "(?<![\u4e00-\u9fff])(省|市|州|盟|县|区|旗|镇|乡)((?:深入|扎实)?(?:开展|学习|推进|贯彻|落实|创建)[\u4e00-\u9fff“”]{2,24}"
    "|(?!委|政府|直)(?:(?!成立|设立|组建|开展|关于)[\u4e00-\u9fff“”]){0,12}(?:教育整顿|主题教育|实践活动|攻坚战?|专项整治|创建工作)(?:第[一二三四五六七八九十]{1,3})?)$"
)
_ZONE: Final = re.compile(
    "(?:(?:国家级|省级)?(?:经济技术开发|经济开发|高新技术产业开发|高新技术开发|经开|高新|工业园|产业园|科技园|物流园|开发|保税|示范|试验|旅游度假|度假|景|园))区$"
)
"""The words of a zone, up to 区."""
_FIELD: Final = re.compile("[\u4e00-\u9fff]{2,6}")
_LONGEST_FIELD: Final = 8
_LONGEST_ZONE: Final = 12
_LONGEST_CAMPAIGN: Final = 34
_GROUPS: Final = ("领导小组", "工作领导小组", "指挥部", "督导组")


def joined(reader: Reader, hit: Hit) -> BodyMention | None:
    """Another body before the suffix, with at most a modifier between: 市委 + 组织员 + 办公室."""
    before = reader.found[-1] if reader.found else None
    if before is None or before.end > hit.start:
        return None
    gap = reader.text[before.end : hit.start]
    gap = gap if gap not in _HAS_ITS else ""
    if before.body.kind in _ROOTS and _stands_beside(hit.text, gap):
        return beside_committee(before, hit)
    if len(gap) > 2 * LONGEST_NAME or _JOINT.search(gap) or not reader.words.is_modifier(gap, before.end, hit):
        return None
    if hit.text == "厅" or (not gap and len(hit.text) == 1 and before.body.name.endswith(hit.text)):  # 图书馆|明德厅, 组织部|部领导
        return None
    if (hit.text == "公司" and not gap) or hit.text in _GOVERNMENT:
        return None
    if hit.text == "委员会" and not gap and before.body.name.endswith(("支部", "总支")):
        return before._replace(end=hit.end)
    named = reader.text.find("中共", max(0, before.start - 2), before.start + 2) if hit.text == "委员会" and not gap else -1
    if named >= 0:
        return BodyMention(named, hit.end, before.body.part("党委", "party-committee"), before.basis, "committee of an organisation", 0.93)
    if gap:
        anew = gap[-1] in _LEVELS_BEHIND_VERBS and reader.page.breaks(hit.start - 1) and reader.places.ending(hit.start) is None
        return None if level_of(hit.text) or anew else _below(before, gap, hit)
    if before.body.name.endswith(hit.text) and len(hit.text) > 1:
        return before._replace(end=hit.end)
    return None if hit.text[:1] in LEVELS and hit.text[1:] in ("委", "政府") else _below(before, "", hit)


def _stands_beside(suffix: str, gap: str) -> bool:
    """Whether it names a body beside the committee that stands ``gap`` before it: 县委|政府, 镇党委、|政府."""
    return (suffix in BESIDE_COMMITTEES and not gap) or (suffix in _GOVERNMENT and gap == "、")


def _below(before: BodyMention, gap: str, hit: Hit) -> BodyMention:
    office = hit.text == "办" and not gap and before.body.name.endswith(("委", "政府"))  # 县政府|办
    body = before.body.part("办公室" if office else unquoted(gap) + hit.text, "office" if office else SUFFIXES[hit.text].kind)
    if before.body.name == "中共中央":
        body = replace(body, name=body.name.removeprefix("中共"))
    return BodyMention(before.start, hit.end, body, before.basis, "joined", before.confidence * 0.99)


def beside_committee(before: BodyMention, hit: Hit) -> BodyMention | None:
    """县委政府, 党支部村委会, 党委纪委: another body of the owner of the committee named right before."""
    of, kind = before.body, SUFFIXES[hit.text].kind
    if of.parent is not None and of.parent.kind not in PARTY_KINDS:  # 园林局党委副书记、|纪委|书记
        body = of.parent.part(hit.text, kind)
    elif of.jurisdiction is not None and of.name.startswith(of.jurisdiction.name):
        body = BodyRef(canonical(of.jurisdiction, hit.text), kind, of.jurisdiction)
    elif of.parent is not None:
        body = of.parent.part(hit.text, kind)
    else:
        return None
    return BodyMention(hit.start, hit.end, body, Basis.CONTEXT, "beside a committee", 0.85)


def placed(reader: Reader, hit: Hit) -> BodyMention | None:
    """A place before the suffix, or sharing its level word with it: 岳阳市 + 委, 邵阳市 + 总工会."""
    hit_start = _before_session(reader.text, hit)
    level = level_of(hit.text)
    shared = reader.places.ending(hit.start + len(level)) if level else None
    if shared is not None and (level := shared.place.slot) and hit.text.startswith(level):
        return _of_place(reader, shared, hit, hit.text[len(level) :], "place")
    mention = reader.places.ending(hit_start)
    if mention is not None:
        slot = mention.place.slot
        twice = hit.text.startswith(slot) and (mention.short or level == slot)  # 哈密|市委, 哈密市|市委
        core = hit.text[len(slot) :] if twice else hit.text
        return _of_place(reader, mention, hit, core, "place")
    mention = reader.places.before(hit.start)
    if mention is None or level or hit.start - mention.end > LONGEST_NAME:
        return None
    gap = reader.text[mention.end : hit.start]
    if not reader.words.is_modifier(gap, mention.end, hit) and not reader.words.is_trade_name(gap, mention.end, hit):
        return None
    return _of_place(reader, mention, hit, unquoted(gap) + hit.text, "place and modifier", 0.9)


def _of_place(reader: Reader, mention: PlaceMention, hit: Hit, core: str, rule: str, confidence: float = 0.97) -> BodyMention | None:
    kind, place, start = SUFFIXES[hit.text].kind, mention.place, mention.start
    if core.endswith(_SUBSIDIARIES) and (first := reader.words.firm_before(start)) < start:
        body = BodyRef(reader.text[first : hit.end], kind, place)
        return BodyMention(first, hit.end, body, Basis.STATED, "branch of a firm", confidence)
    before = reader.text[max(0, start - 4) : start]
    if before.endswith("中共"):
        start -= 2
    surface = reader.text[mention.start : mention.end]
    if mention.short and _ZONES.match(core):
        return BodyMention(start, hit.end, BodyRef(surface + core, kind, place), Basis.STATED, rule, confidence)
    other = _OF_ANOTHER_PARTY.search(before) if core == "委" else None
    if other is not None:  # 共青团|岳阳市委, 民建|上海市委
        return BodyMention(start - len(other[0]), hit.end, _of_party(other[0], place), Basis.STATED, rule, confidence)
    if kind in STATE_KINDS or not mention.short:
        if ("街道" in core and hit.text != core) or not core:
            return None
        if core in NAMELESS_HEADS:
            if core != "委员会" or kind == "village" or before[-2:] not in ("中共", "产党"):
                return None
            core = "委"
        name = canonical(place, core)
    else:
        name = surface + core
        if name[len(place.name) :] == "" or core in _COLLECTIVE:
            return None
    parent = _committee_of(place, core) if kind in PARTY_KINDS else None
    return BodyMention(start, hit.end, BodyRef(name, kind, place, parent), Basis.STATED, rule, confidence)


def campaigning(reader: Reader, hit: Hit) -> BodyMention | None:
    """A group named by a campaign that its level word runs: 区|深入开展文明创建|领导小组."""
    if SUFFIXES[hit.text].kind != "leading-group":
        return None
    found = _CAMPAIGN.search(reader.text, max(0, hit.start - _LONGEST_CAMPAIGN), hit.start)
    if found is None:
        return None
    start, level, core = found.start(1), found[1], unquoted(found[2]) + hit.text
    place = reader.place_of_level(level, hit)
    if place is None:
        body = BodyRef(level + core, "leading-group", resolved=False, scope=reader.page.source)
        return BodyMention(start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    return BodyMention(start, hit.end, BodyRef(canonical(place, core), "leading-group", place), Basis.CONTEXT, "level and campaign", 0.85)


def _of_party(party: str, place: PlaceRef) -> BodyRef:
    """The committee that a party or the Youth League has in ``place``."""
    return BodyRef(f"{party}{place.name}委", "mass-organisation" if party == "共青团" else "other", place)


def _committee_of(place: PlaceRef, core: str) -> BodyRef | None:
    """The committee of which a department is: of 委组织部 the 委."""
    if core.startswith("委") and core != "委":
        return BodyRef(canonical(place, "委"), "party-committee", place)
    return None


def _before_session(text: str, hit: Hit) -> int:
    """Where the suffix starts, with the number of the session before it (十二届人大常委会)."""
    if SUFFIXES[hit.text].kind not in ("congress", "cppcc", "party-committee"):
        return hit.start
    session = SESSION_BEFORE.search(text, max(0, hit.start - 5), hit.start)
    return session.start() if session else hit.start


def league(reader: Reader, hit: Hit) -> BodyMention | None:
    """团县委, 团市委: the Youth League's committee of the place that the context says."""
    level = level_of(hit.text[1:]) if hit.text.startswith("团") else ""
    if not level or hit.text != f"团{level}委":
        return None
    place = reader.place_of_level(level, hit)
    if place is None:
        body = BodyRef(hit.text, "mass-organisation", resolved=False, scope=reader.page.source)
        return BodyMention(hit.start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    return BodyMention(hit.start, hit.end, _of_party("共青团", place), Basis.CONTEXT, "league", 0.9)


def stationed(reader: Reader, hit: Hit) -> BodyMention | None:
    """A team or office that a body has somewhere else: 湖南日报社|驻安化县仙溪镇大溪村|帮扶工作队."""
    before = reader.found[-1] if reader.found and reader.text.endswith(_STATIONED, 0, hit.end) else None
    if before is None or hit.start - before.end > _FAR_STATION or not _AT.fullmatch(reader.text, before.end, hit.start):
        return None
    place = reader.places.between(before.end, hit.start)
    body = BodyRef(
        before.body.name + reader.text[before.end : hit.end],
        SUFFIXES[hit.text].kind,
        place or before.body.jurisdiction,
        before.body,
        before.body.resolved,
        before.body.scope,
    )
    return BodyMention(before.start, hit.end, body, before.basis, "stationed", 0.9)


def zoned(reader: Reader, hit: Hit) -> BodyMention | None:
    """A body of a development zone or park, whose 区 is no district: 经开|区党工委, 常州高新|区管委会."""
    end = hit.start + hit.text.startswith("区")
    far = reader.text.rfind("区", max(0, end - _LONGEST_FIELD), end) + 1 if SUFFIXES[hit.text].kind == "government-department" else end
    if far < end and not _FIELD.fullmatch(reader.text, far, end):  # 高新区|综合执法|局
        return None
    zone = _ZONE.search(reader.text, max(0, far - _LONGEST_ZONE), far) if reader.text[far - 1 : far] == "区" else None
    if zone is None:
        return None
    start = zone.start()
    place = reader.places.ending(start)
    start = place.start if place is not None else start
    body = BodyRef(
        reader.text[start : hit.end], SUFFIXES[hit.text].kind, place.place if place is not None else None, scope=reader.page.source
    )
    return BodyMention(start, hit.end, body, Basis.STATED, "zone", 0.9)


def levelled(reader: Reader, hit: Hit) -> BodyMention | None:
    """A level word before or at the head of the suffix, resolved by context: 市委, 县政府, 省 + 交通厅."""
    text, level, start, core = reader.text, level_of(hit.text), hit.start, hit.text
    if level:
        core = hit.text[len(level) :]
    else:
        start = _before_session(text, hit)
        level = level_ending(text, start)
        start -= len(level)
        if not level or not (SUFFIXES[hit.text].bare or hit.text in _GROUPS or reader.words.opens_post(hit)):
            return None
        if start and "\u4e00" <= text[start - 1] <= "\u9fff" and not reader.page.breaks(start):  # 由|市民政局, not 城|市民政局
            return None
    if text[start - 1 : start] in ("各", "每", "某") or (is_compound(text, start) and reader.places.ending(start) is None):
        return None
    place = reader.place_of_level(level, hit)
    kind = SUFFIXES[hit.text].kind
    other = _OF_ANOTHER_PARTY.search(text, max(0, start - _LONGEST_PARTY), start) if core == "委" else None
    if other is not None:  # 民进|市委
        body = _of_party(other[0], place) if place else BodyRef(other[0] + level + core, "other", resolved=False, scope=reader.page.source)
        return BodyMention(other.start(), hit.end, body, Basis.CONTEXT if place else Basis.STATED, "level", 0.9)
    if place is None and (hit.text == "街道办事处" or (level in _LOWEST and _JOINED.match(text[start - 1 : start]))):  # 三个|村党支部
        return None
    if level == "村" and core in _OF_NO_VILLAGE:
        return None
    if place is None:
        body = BodyRef(level + core, kind, resolved=False, scope=reader.page.source)
        return BodyMention(start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    start -= text[max(0, start - 1) : start] in ("我", "本", "全", "该")
    if core == "委" and text[max(0, start - 2) : start].endswith("团") and not text.endswith("集团", 0, start):
        return BodyMention(start - 1, hit.end, _of_party("共青团", place), Basis.CONTEXT, "level", 0.9)
    return BodyMention(start, hit.end, BodyRef(canonical(place, core), kind, place), Basis.CONTEXT, "level", 0.93)
