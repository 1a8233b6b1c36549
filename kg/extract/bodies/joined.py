"""Readings of a suffix behind another body: what is inside of it, beside it, or what it has somewhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.bodies.canonical import LEVELS, PARTY_KINDS, canonical, level_ending, level_of, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.modifiers import is_modifier
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import LONGEST_NAME, NEW_ORGANISATIONS, ORGANISATIONS, WORKING
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import BESIDE_COMMITTEES, SUFFIXES
from kg.model import Basis

_LEVELS_BEHIND_VERBS: Final = frozenset("省市县州旗")
"""Level words that begin another body behind one and a verb: 省直机关工委组织|省|司法厅."""
_BELONGING: Final = re.compile("(?:所属|下属|直属)的?((?!各|有关|相关|单位|企事业)(?:(?![的和与及])[\u4e00-\u9fff]){2,12})")
_BELONGS: Final = frozenset({"public-institution", "school", "hospital", "other", "government-department"})
"""Kinds of bodies that belong to bureaus under names of their own."""
_HAS_ITS: Final = ("下设", "内设", "新一届")
"""What between a body and another says that it is inside: 指挥部下设联络处."""
_ROOTS: Final = PARTY_KINDS | {"village"}
"""Kinds of bodies that others stand beside."""
_GOVERNMENT: Final = ("政府", "人民政府")
_ROW: Final = frozenset({"人大", "人大常委会", "政府", "人民政府", "政协", "纪委"})
_BESIDE: Final = "beside a committee"
_DELEGATIONS: Final = ("代表团", "考察团", "参观团", "访问团")
"""Who comes from a body is none of its departments: 岳阳市委|考察团."""
_SENT_INSPECTORS: Final = ("纪检组", "纪检监察组")
_SENDING: Final = ("派驻", "驻")
_JOINT: Final = re.compile("联合(?![会社体国党工])|会同|协同")
"""Between two bodies that do something together: 团市委联合|运城学院团委."""
_CONJUNCTIONS: Final = ("和", "与", "及")
_PARTS_OF_WORKS: Final = frozenset({"分厂", "车间", "作业区", "工段"})
_WORKSHOP: Final = "车间"
_FORMS_OF_FIRMS: Final = ("有限公司", "责任公司", "股份公司")
_WORK: Final = re.compile("(?!组织|成立|深入|要求|下属)[\u4e00-\u9fff]{2,6}")
_STATIONED: Final = ("工作队", "办事处", "工作组", "联络处", "联络站", "指挥部", "招商局", "招商组")
_AT: Final = re.compile("驻[\u4e00-\u9fff“”]{2,24}")
_FAR_STATION: Final = 26
_HOUSES: Final = ("school", "hospital", "enterprise")
"""Kinds of bodies that no group has."""
_TAUGHT: Final = ("school", "hospital")
_SENT_TO: Final = "驻"
_TASK: Final = re.compile("(?:乡村振兴|脱贫攻坚|精准扶贫|扶贫|帮扶|驻村|结对)*")
"""What a team is in a village for."""
_SENT_FOR: Final = re.compile("[\u4e00-\u9fff]{0,6}(?<![的和与及、])")
"""What a body is there for that a place has in another one: 驻青岛|招商|工作组."""
_OF_MEMBERS_AWAY: Final = ("党委", "党支部", "党总支", "党工委")
"""What those members of the Party have who work elsewhere: 驻深圳|流动|党委."""
_BEFORE_STATIONS: Final = frozenset("到赴在对与和由")
_NO_STATION: Final = frozenset("进派入常留屯")
"""Characters that with 驻 are a verb: 进驻|岳阳市的督查组, 省委派驻|岳阳市|督导组."""
_INSPECTING: Final = ("督导", "检查", "督查", "指导", "考察", "走访")
"""What inspectors do, and begins no name of a part of them."""
_OFFICE: Final = "办公室"
_AND_ITS: Final = ("及其", "及", "和", "及下设", "及其下设")
"""Between a group and its office."""
_GOES: Final = ("来", "赴", "走进", "前往")
"""Between two bodies: that the one goes to the other (某党支部|来某|公司)."""
_CENTRE, _COMMITTED = "中心", ("government", "party-committee")
_COMMITTEE: Final = "委员会"
_SESSION: Final = re.compile(r"第?[一二三四五六七八九十\d]{1,3}届")
_STANDING_COMMITTEE: Final = "常务委员会"


def joined(reader: Reader, hit: Hit) -> BodyMention | None:
    """Another body before the suffix, with at most a modifier between: 市委 + 组织员 + 办公室."""
    before = reader.found[-1] if reader.found else None
    if before is None or before.end > hit.start:
        return None
    if hit.text == _WORKSHOP and not (reader.words.opens_post(hit) or reader.words.opens_organ(hit)):  # 在某公司|车间|了解情况
        return None
    gap = reader.text[before.end : hit.start]
    gap = gap if gap not in _HAS_ITS else ""
    if (subordinate := _subordinate(before, gap, hit) or _its_office(before, gap, hit)) is not None:
        return subordinate
    root = _root(before)
    if (root.body.kind in _ROOTS and _stands_beside(hit.text, gap)) or _is_in_row(before, hit, gap):
        return beside_committee(root, hit)
    if not _may_join(reader, before, gap, hit):
        return None
    if _is_none_there(before, gap, hit):
        return None
    if hit.text in _SENT_INSPECTORS and (sent := _sent_by(reader, before, hit)) is not None:
        return sent
    if gap:
        anew = gap[-1] in _LEVELS_BEHIND_VERBS and reader.page.breaks(hit.start - 1) and reader.places.ending(hit.start) is None
        return None if level_of(hit.text) or anew else _below(before, gap, hit)
    if (whole := _going_on(reader, before, hit)) is not None:
        return whole
    return None if hit.text[:1] in LEVELS and hit.text[1:] in ("委", "政府") else _below(before, "", hit)


def _subordinate(before: BodyMention, gap: str, hit: Hit) -> BodyMention | None:
    """县交通运输局|下属|公路养护中心: by its own name, of the place of the body to which it belongs; 县政协|七届|委员会 is itself."""
    if hit.text == _COMMITTEE and before.body.kind == "cppcc" and _SESSION.fullmatch(gap):
        return before._replace(end=hit.end)
    named = _BELONGING.fullmatch(gap)
    place = before.body.jurisdiction
    if named is None or place is None or SUFFIXES[hit.text].kind not in _BELONGS or before.body.kind != "government-department":
        return None
    body = BodyRef(canonical(place, named[1] + hit.text), SUFFIXES[hit.text].kind, place, before.body)
    return BodyMention(hit.start - len(named[1]), hit.end, body, before.basis, "joined", 0.85)


def _its_office(before: BodyMention, gap: str, hit: Hit) -> BodyMention | None:
    """领导小组|及其|办公室: the office of the group before it, which is a body beside it."""
    if before.body.kind != "leading-group" or hit.text != _OFFICE or gap not in _AND_ITS:
        return None
    return BodyMention(hit.start, hit.end, before.body.part(_OFFICE, "office"), Basis.CONTEXT, "joined", 0.85)


def _is_none_there(before: BodyMention, gap: str, hit: Hit) -> bool:
    """Whether the suffix is no body of the one before it: 图书馆|明德厅, 组织部|部领导, 某公司|政府."""
    if hit.text in ("厅", *_GOVERNMENT, *_DELEGATIONS):  # 全国人大|二次会议安徽|代表团
        return True
    if hit.text == _CENTRE and not gap and before.body.kind in _COMMITTED:  # 服务县政府|中心任务
        return True
    if gap.endswith("各"):  # 教育实践办各|组
        return True
    if before.body.kind == "leading-group" and gap.startswith(_INSPECTING):  # 第二督导组|检查某市消防|支队
        return True
    return not gap and (hit.text == "公司" or (len(hit.text) == 1 and before.body.name.endswith(hit.text)))


def _sent_by(reader: Reader, before: BodyMention, hit: Hit) -> BodyMention | None:
    """市纪委派驻|市政协|纪检组: the inspectors whom a discipline committee sends to the body before."""
    sender = reader.found[-2] if len(reader.found) > 1 else None
    if sender is None or reader.text[sender.end : before.start] not in _SENDING or sender.body.kind != "discipline":
        return _sent_by_nobody(reader, before, hit)
    body = sender.body.part(reader.text[sender.end : hit.end], SUFFIXES[hit.text].kind)
    return BodyMention(sender.start, hit.end, body, sender.basis, "joined", 0.9)


def _sent_by_nobody(reader: Reader, before: BodyMention, hit: Hit) -> BodyMention | None:
    """、|驻|县教育局|纪检监察组: inspectors of whom the text does not say there who sends them."""
    start = before.start - 1
    if before.end != hit.start or not reader.text.endswith(_SENT_TO, 0, before.start) or not reader.words.left_boundary(start):
        return None
    of = before.body
    body = BodyRef(_SENT_TO + of.name + hit.text, SUFFIXES[hit.text].kind, of.jurisdiction, None, of.resolved, of.scope)
    return BodyMention(start, hit.end, body, before.basis, "joined", 0.85)


def _going_on(reader: Reader, before: BodyMention, hit: Hit) -> BodyMention | None:
    """``before``, where the suffix right behind it says once more what it is, or goes on its name: 山里郎实业|有限公司, 中共某公司|委员会."""
    if hit.text == "委员会" and before.body.name.endswith(("支部", "总支")):
        return before._replace(end=hit.end)
    named = reader.text.find("中共", max(0, before.start - 2), before.start + 2) if hit.text == "委员会" else -1
    if named >= 0:
        return BodyMention(named, hit.end, before.body.part("党委", "party-committee"), before.basis, "committee of an organisation", 0.93)
    if (before.body.name.endswith(hit.text) and len(hit.text) > 1) or (before.body.kind == "cppcc" and hit.text == _STANDING_COMMITTEE):
        return before._replace(end=hit.end)
    if before.body.kind == "enterprise" and hit.text.endswith(_FORMS_OF_FIRMS):
        return before._replace(end=hit.end, body=replace(before.body, name=before.body.name + hit.text))
    return None


def _root(before: BodyMention) -> BodyMention:
    """``before``, or the committee whose office it is: 县委办、|政府|办."""
    of = before.body.parent
    return before._replace(body=of) if of is not None and before.body.kind == "office" and of.kind in _ROOTS else before


def _may_join(reader: Reader, before: BodyMention, gap: str, hit: Hit) -> bool:
    """Whether ``gap`` may stand inside one name, and does not join another body to the one before it: 教育厅财务处|和基础教育|处."""
    if len(gap) > 2 * LONGEST_NAME or gap.startswith(_GOES):
        return False
    alike = before.body.name.endswith(hit.text) or before.body.kind == SUFFIXES[hit.text].kind in ORGANISATIONS  # 理工大学和|河西学院
    another = _JOINT.search(gap) is not None or (gap.startswith(_CONJUNCTIONS) and alike)
    if hit.text in WORKING and NEW_ORGANISATIONS.match(gap):  # 县委|非公经济和社会组织|工委
        return True
    level = gap[1:2] in LEVELS and (len(gap) == len("和县") or reader.page.breaks(before.end + len("和县")))
    if another or (gap[:1] in _CONJUNCTIONS and (level or gap[1:] in ("", *LEVELS))):  # 党组和县|残联, 档案馆和县|史志中心
        return False
    if (place := before.body.jurisdiction) is not None and gap.startswith(place.name):  # 山东省妇联|山东省慈善|总会
        return False
    if _begins_with_place(reader, before, gap, hit):
        return False
    if before.body.kind == "leading-group" and SUFFIXES[hit.text].kind in _HOUSES:  # 检查组|山西医科大学
        return False
    return is_modifier(reader.words, gap, before.end, hit) or _is_part_of_works(reader, before, gap, hit)


def _begins_with_place(reader: Reader, before: BodyMention, gap: str, hit: Hit) -> bool:
    """Whether a school or hospital of its own begins with a place behind what is told of the house before it: 县医院|增挂|湖南|…大学."""
    inner = reader.places.before(hit.start) if gap and SUFFIXES[hit.text].kind in _TAUGHT else None
    return inner is not None and inner.start > before.end and before.body.kind in _TAUGHT


def _is_part_of_works(reader: Reader, before: BodyMention, gap: str, hit: Hit) -> bool:
    """Whether the suffix is a part of works, named by what it does, before a post or organ of its own: 大型厂|连轧|分厂|党支部."""
    if hit.text not in _PARTS_OF_WORKS or before.body.kind != "enterprise" or not _WORK.fullmatch(gap):
        return False
    return reader.words.opens_organ(hit) or reader.words.opens_post(hit)


def _stands_beside(suffix: str, gap: str) -> bool:
    """Whether it names a body beside the committee that stands ``gap`` before it: 县委|政府, 镇党委、|政府."""
    return (suffix in BESIDE_COMMITTEES and not gap) or (suffix in _GOVERNMENT and gap == "、")


def _is_in_row(before: BodyMention, hit: Hit, gap: str) -> bool:
    """Whether it names one of the organs of a place that are listed behind its committee: 市委、|人大|、政府、政协."""
    of = before.body
    listed = of.kind == "party-committee" or before.rule == _BESIDE
    return gap == "、" and hit.text in _ROW and listed and of.jurisdiction is not None and of.parent is None


def _below(before: BodyMention, gap: str, hit: Hit) -> BodyMention:
    office = hit.text == "办" and not gap and before.body.name.endswith(("委", "政府"))  # 县政府|办
    body = before.body.part("办公室" if office else unquoted(gap) + hit.text, "office" if office else SUFFIXES[hit.text].kind)
    if before.body.name == "中共中央":
        body = replace(body, name=body.name.removeprefix("中共"))
    return BodyMention(before.start, hit.end, body, before.basis, "joined", before.confidence * 0.99)


def beside_committee(before: BodyMention, hit: Hit) -> BodyMention | None:
    """县委政府, 党支部村委会, 党委纪委: another body of the owner of the committee named right before."""
    of, kind = before.body, SUFFIXES[hit.text].kind
    if hit.text == "纪工委" and of.name.endswith("工委"):  # 省直机关工委副书记、|纪工委|书记
        body = replace(of, name=of.name.removesuffix("工委").removesuffix("党") + hit.text, kind=kind)
    elif of.parent is not None and of.parent.kind not in PARTY_KINDS:  # 园林局党委副书记、|纪委|书记
        body = of.parent.part(hit.text, kind)
    elif of.jurisdiction is not None and of.name.startswith(of.jurisdiction.in_bodies):
        body = BodyRef(canonical(of.jurisdiction, hit.text), kind, of.jurisdiction)
    elif of.parent is not None:
        body = of.parent.part(hit.text, kind)
    else:
        return None
    return BodyMention(hit.start, hit.end, body, Basis.CONTEXT, _BESIDE, 0.85)


def _stationed_there(reader: Reader, hit: Hit) -> BodyMention | None:
    """、驻|湘阴县|三塘镇|工作队, 驻|大石村|乡村振兴|工作队: a team of which nothing is said but where it is."""
    mention = reader.places.ending(hit.start) or reader.places.before(hit.start)
    if mention is None or mention.place.level not in ("township", "village") or not _TASK.fullmatch(reader.text, mention.end, hit.start):
        return None
    start = mention.start
    while (above := reader.places.ending(start)) is not None:
        start = above.start
    if not reader.text.endswith(_SENT_TO, 0, start) or (
        "\u4e00" <= (ahead := reader.text[start - 2 : start - 1]) <= "\u9fff" and ahead != "派"
    ):
        return None
    body = BodyRef(_SENT_TO + mention.place.name + reader.text[mention.end : hit.end], SUFFIXES[hit.text].kind, mention.place)
    return BodyMention(start - 1, hit.end, body, Basis.STATED, "stationed", 0.85)


def _sent_away(reader: Reader, hit: Hit) -> BodyMention | None:
    """What a place has in another: 通辽市|驻|上海|办事处, 市|驻|北京|联络处; where nobody is named before it, whose it is stays open."""
    there = reader.places.ending(hit.start) or reader.places.before(hit.start)
    gap = reader.text[there.end : hit.start] if there is not None else ""
    if there is None or there.place.level in ("township", "village") or not _SENT_FOR.fullmatch(gap):
        return None
    start = there.start - len(_SENT_TO)
    if not reader.text.startswith(_SENT_TO, start) or reader.text[start - 1 : start] in _NO_STATION:
        return None
    owner = reader.places.ending(start)
    level = level_ending(reader.text, start) if owner is None else ""
    first = owner.start if owner is not None else start - len(level)
    if owner is None and not (reader.words.left_boundary(first) or (not level and reader.text[first - 1] in _BEFORE_STATIONS)):
        return None
    of = owner.place if owner is not None else reader.place_of_level(level, hit) if level else None
    name, kind = reader.text[start : hit.end], SUFFIXES[hit.text].kind
    if of is not None and of not in there.place.chain():
        body = BodyRef(of.in_bodies + name, kind, of)
    elif level:  # 省驻岳阳市工作组, of a province that nothing tells
        body = BodyRef(level + name, kind, resolved=False, scope=reader.page.source)
    else:
        body = BodyRef(name, kind, there.place)
    return BodyMention(first, hit.end, body, Basis.CONTEXT if level else Basis.STATED, "stationed", 0.85)


def stationed(reader: Reader, hit: Hit) -> BodyMention | None:
    """A team or office that a body has somewhere else: 湖南日报社|驻安化县仙溪镇大溪村|帮扶工作队."""
    if not reader.text.endswith(_STATIONED, 0, hit.end):
        return _sent_away(reader, hit) if hit.text in _OF_MEMBERS_AWAY else None
    if (team := _stationed_there(reader, hit)) is not None:
        return team
    before = reader.found[-1] if reader.found else None
    if before is None or hit.start - before.end > _FAR_STATION or not _AT.fullmatch(reader.text, before.end, hit.start):
        return _sent_away(reader, hit)
    place = reader.places.between(before.end, hit.start)
    body = BodyRef(
        (reader.text[before.start : before.end] if before.basis is Basis.STATED else before.body.name).replace("人民政府", "政府")
        + unquoted(reader.text[before.end : hit.end]),
        SUFFIXES[hit.text].kind,
        place or before.body.jurisdiction,
        before.body,
        before.body.resolved,
        before.body.scope,
    )
    return BodyMention(before.start, hit.end, body, before.basis, "stationed", 0.9)
