"""The body of a title that goes on a chain, which names it only once or only there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract import names
from kg.extract.bodies import CENTRES, LEVELS, ORGANISATIONS, OWN_HEADS, PARTIES, line
from kg.extract.page import Token
from kg.extract.posts.mentions import Title
from kg.extract.posts.offices.of import (
    INSIDE,
    OF_PARTIES,
    OF_TOWNS,
    ORGANS,
    PARTY,
    SCHOOLS,
    Of,
    government_of,
    government_word,
    kind,
    led,
    of_place,
    of_the_nation,
    of_village,
    owner_of_group,
    some_government,
    village_of_branch,
)
from kg.extract.posts.surroundings import Surroundings
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.stops import STOP_TAGS, VERBS
from kg.lexicon.words import FUSED, OFFICES, RANK_WORDS, SUFFIXES
from kg.model import Basis

_WORKING_COMMITTEE: Final = re.compile("(?:党工委|工委)$")
_INSIDE_ONLY: Final = ("纪检组", "审判委员会", "审委会", "检察委员会", "检委会")
"""Organs of a bureau, court or procuratorate whose titles alone are theirs: 审判委员会委员、|副院长."""
_OF_COURTS: Final = ("审判员", "检察员")
_MEMBERS: Final = ("组长", "组员", "成员", "委员", "监察员")
"""The titles that these have."""
_FIRST_SECRETARY: Final = "第一书记"
_GARRISON: Final = "军分区"
_SENT: Final = ("工作队", "工作组")
_REGIMENT: Final = re.compile("(.*[零〇一二三四五六七八九十百]{1,4}团)党委")
_COMPANY, _BRANCH = "连", "党支部"
_STATE: Final = "国家"
_HOUSE: Final = re.compile("(.*[\u4e00-\u9fff][局院校厂所矿行])(?:党委|党组|党总支)")
_BUREAU: Final = re.compile("[\u4e00-\u9fff]{2}[一二三四五六七八九]局")
"""组织二局: bureaus of one field that are numbered."""
_COURT_ROOM: Final = re.compile(
    "(?:民事|民商事|刑事|行政|立案|审判监督|执行|少年|环境资源|知识产权|民|刑)(?:审判)?(?:第?[一二三四五六])?庭?"
)
_SECTIONS: Final = frozenset({"组织", "宣传", "统战", "政法"})
"""What sections of a town's committee are there for."""
_BESIDE_DEPARTMENTS: Final = frozenset({"老干部局", "党史研究室", "党史办", "文明办", "档案局"})
"""Bodies of the committee itself, which heads of its departments often head as well."""
_INSIDE_DEPARTMENTS: Final = "局处室办"
_GOVERNMENT: Final = "政府"
_CALLED_GOVERNMENT: Final = (_GOVERNMENT, "人民政府", "自治区")
_GENERAL_OFFICE: Final = "办公厅"
_GROUP, _HEADQUARTERS = "领导小组", "指挥部"
_OF_GROUPS: Final = frozenset({"办公室", "工作组", _GROUP})
"""What leading groups have of their own."""
_OF_THE_CENTRE: Final = ("中央", "中共中央")
_PARTY_GROUP: Final = "党组"
_PARTY_OF_STAFF: Final = frozenset({"机关党组", "机关党委", "机关党总支", "机关党支部"})
_NO_BODY: Final = re.compile("全[国省市县区州](?:优秀|先进|模范|十佳)|各|有关|全体")
"""What begins an honour or what many have: 中学教师、|全国优秀|教师, 负责人、|各乡镇|党委书记."""
_RANKS: Final = frozenset("首席 高级 特级 一级 二级 三级 四级".split())
"""Words before a title that say how high it is: 首席大法官."""
_SCHOOL: Final = "校"
_SESSIONS: Final = frozenset({"大会", "会议", "大会主席团", "主席团", "主席团常务"})
"""Before the title of who presides over a session: no bodies (大会|执行主席)."""
_ITEM: Final = re.compile(
    "[、，兼]{1,2}((?:“[\u4e00-\u9fff]{2,4}”)?[\u4e00-\u9fff]{2,10}?|非公[\u4e00-\u9fff]{2,6}[和与]社会组织党?工委|“[\u4e00-\u9fff]{2,4}”)原?"
)
"""What between two titles may be a body; a post that it goes on with may be a former one."""
_INSPECTORS: Final = ("督导组", "巡视组", "巡察组", "指导组")
"""Groups that are sent by the committee of a place, whoever leads them."""
_QUOTES: Final = str.maketrans("", "", "“”")
_NOT_PUBLIC: Final = "非公"
_COMMITTEE_OF: Final = "工委"
_STOP_TAGS: Final = STOP_TAGS - {"zg"}  # characters that the dictionary knows by their sound alone, such as 委
_HEADS_OF_A_PLACE: Final = frozenset("委办局部院会中心室")
_SLOTS_OF_WORD: Final = {"地": ("地", "地区")}


def unknown(around: Surroundings, last: Title, hit: Hit) -> Of | None:
    """A body of no known kind that only its place in the chain tells: 组织部部长、社治委主任; not 、妇联池玉梅主席."""
    between = _ITEM.fullmatch(around.text, last.end, hit.start)
    if between is None:
        return None
    start, name = between.start(1), between[1].translate(_QUOTES)
    whole = name != between[1] or _is_unit(name, last, hit) or all(map(_may_be_in_name, around.page.tokens(start, hit.start)))
    if not whole or _NO_BODY.match(name) or name in _RANKS or name in RANK_WORDS or around.in_body(start, hit.start):
        return None
    if _is_somebody(around, name, last, hit):
        return None
    if name in _SESSIONS:
        return Of(None, start, Basis.STATED, "session", 0.6)
    return _known_there(name, last, hit, start) or _new_body(around, last, hit, between)


def _is_somebody(around: Surroundings, name: str, last: Title, hit: Hit) -> bool:
    """Whether ``name`` is that of the next one of a list: 董宇院长、|叶昌杰|副院长; 学习了马凯书记、|池春|校长的讲话."""
    if not names.is_whole(name):
        return False
    if hit.text.removeprefix("副") == last.title.removeprefix("副"):
        return True
    return last.body_start == last.start and names.before(around.page, last.start, around.page.clause(last.start)[0]) is not None


def _is_unit(name: str, last: Title, hit: Hit) -> bool:
    """Whether ``name`` is what units are called, whatever its words are by themselves."""
    if _BUREAU.fullmatch(name) or name.startswith(_NOT_PUBLIC):  # 县委组织部副部长、|非公企业和社会组织工委|书记
        return True
    if hit.text.endswith("庭长"):  # 审判委员会委员、|民事审判第一庭|庭长
        return _COURT_ROOM.fullmatch(name) is not None
    if hit.text.removeprefix("副") == "科长":  # 镇党委委员、|组织|科长
        return name in _SECTIONS
    central = last.body is not None and last.body.kind == "party-department" and last.body.name.startswith(_OF_THE_CENTRE)
    return central and name.endswith("局")  # 中央组织部部务委员、|组织局|局长


def _of_garrison(name: str, place: PlaceRef | None) -> BodyRef | None:
    """The army's district of the city whose committee stands before in the chain, which is called after the city alone: 岳阳|军分区."""
    if name != _GARRISON or place is None or place.level != "prefecture":
        return None
    return BodyRef(place.name.removesuffix(place.slot) + name, "military", place)


def _new_body(around: Surroundings, last: Title, hit: Hit, between: re.Match[str]) -> Of:
    """The body that what stands ``between`` two titles names: inside of that of the one before, of its place, or by itself."""
    start, name = between.start(1), between[1].translate(_QUOTES)
    office, fused = OFFICES.get(hit.text), FUSED.get(hit.text)
    if office is not None and len(office.unit) == 1 and not name.endswith(office.unit):  # 武装|部长
        name += office.unit
    elif fused is not None:  # 招生|办公室主任
        name += fused.body
    if (name in _PARTY_OF_STAFF or name.startswith("党组")) and last.body is not None:  # 市政协党组成员、|机关党组|书记
        base = last.body.parent if last.body.kind in INSIDE and last.body.parent is not None else last.body
        return Of(base.part(name, "party-committee"), start, Basis.CONTEXT, "chain", 0.85)
    inside = _inside(last.body, name)
    if inside is not None:
        return Of(inside.part(name, kind(name)), start, Basis.CONTEXT, "unknown body in the chain", 0.7)
    place = last.body.jurisdiction if last.body is not None else None
    if (
        place is not None and name.endswith(_COMMITTEE_OF) and ("”" in between[1] or name.startswith(_NOT_PUBLIC))
    ):  # 州委组织部副部长、|“两新”工委|书记
        return Of(of_place(place, "委" + name), start, Basis.CONTEXT, "unknown body in the chain", 0.75)
    if place is not None and (fused is not None or name[-1] in _HEADS_OF_A_PLACE):
        own = name.removeprefix(place.slot) if place.slot and len(name) > len(place.slot) + 1 else name  # 州|优化…办公室
        whose = own.removesuffix(fused.body) if fused is not None and fused.body == _PARTY_GROUP else ""
        own = "委" + own if own in _INSPECTORS else own  # 市人大常委会副主任、|督导组|组长
        body = (
            of_place(place, whose).part(_PARTY_GROUP, kind(_PARTY_GROUP)) if whose else of_place(place, own)
        )  # 市委书记、|财政局|党组书记
        return Of(body, start, Basis.CONTEXT, "unknown body in the chain", 0.7)  # 县政协主席、|宣传部|部长
    department = next(
        (name[len(head) :] for head in OWN_HEADS if name.startswith(head) and name[len(head) :] in SUFFIXES), name
    )  # 校统战部
    return Of(BodyRef(name, kind(department), scope=around.page.source), start, Basis.STATED, "unknown body in the chain", 0.65)


def _inside(body: BodyRef | None, name: str) -> BodyRef | None:
    """What ``name`` is a part of: the party department or committee of the title before, or the organisation that this is or is part of."""
    if body is not None and body.kind == "party-department" and name in _BESIDE_DEPARTMENTS:  # 市委组织部副部长兼|老干部局|局长
        return None
    if body is not None and body.kind == "party-department" and name[-1] in _INSIDE_DEPARTMENTS:  # 中组部部务委员兼|组织二局|局长
        return body
    if body is not None and body.kind in PARTY and name.removesuffix("科") in _SECTIONS:  # 镇党委委员、|组织科|科长
        return body
    of = _organisation(body)
    return body if of is not None and body is not None and body.kind in PARTY and name in SUFFIXES else of  # 学校党委委员、|组织部|部长


def _known_there(name: str, last: Title, hit: Hit, start: int) -> Of | None:
    """The state, the government or the standing committee of the congress of the body before, and the organs of the centre."""
    if name == _STATE:  # 、国家副主席
        return Of(BodyRef("中华人民共和国", "other"), start, Basis.STATED, "centre", 0.9)
    if name == "常务委员会" and last.body is not None and last.body.kind == "congress" and (seat := last.body.jurisdiction) is not None:
        return Of(of_place(seat, "人大常委会"), start, Basis.CONTEXT, "chain", 0.85)  # 市人民代表大会代表、|常务委员会主任
    if name in _CALLED_GOVERNMENT and last.body is not None and (own := _of_its_place(last.body, _GOVERNMENT)) is not None:
        fused = FUSED.get(hit.text)  # 县委常委、|政府|副县长; 县委常委、|政府|党组副书记
        return Of(own.part(fused.body, kind(fused.body)) if fused else own, start, Basis.CONTEXT, "chain", 0.9)
    if (garrison := _of_garrison(name, last.body.jurisdiction if last.body is not None else None)) is not None:
        return Of(garrison, start, Basis.CONTEXT, "chain", 0.85)
    if name in CENTRES:  # 中央书记处|书记
        return Of(BodyRef("中共中央", "party-committee"), start, Basis.STATED, "centre", 0.9)
    return None


def _organisation(body: BodyRef | None) -> BodyRef | None:
    """The university, company, court or regiment that ``body`` is or is part of."""
    while body is not None and body.kind not in (*ORGANISATIONS, "military", "court", "procuratorate"):
        body = body.parent
    return body


def _may_be_in_name(token: Token) -> bool:
    return token.tag not in _STOP_TAGS and not (token.tag == "v" and token.text in VERBS)


def from_chain(around: Surroundings, last: Title, hit: Hit) -> BodyRef | None:
    """The body of a title that the chain names only once: 县委副书记、县长; 党委书记、董事长; 局党组书记、局长."""
    body = _housed(last.body) if last.body is not None else None
    if body is None:
        return None
    if hit.text in OF_PARTIES and not body.name.startswith(tuple(PARTIES)):  # 市政协副主席，|副主委
        return None
    if (beyond := _beyond(body, hit)) is not None:
        return beyond
    if hit.text == _FIRST_SECRETARY and body.name.endswith(_SENT):  # 驻村工作队队长、|第一书记
        return _branch_where(body)
    if (of_it := _of_its_village(body, hit)) is not None:
        return of_it
    fused = FUSED.get(hit.text)
    if fused:
        base = body.parent if body.parent is not None and body.kind in INSIDE else body
        return _fused_part(body, base, fused.body)
    office = OFFICES.get(hit.text)
    if office is not None and office.unit == "government":
        word = government_word(hit.text)
        if body.jurisdiction is not None and body.jurisdiction.slot in _SLOTS_OF_WORD.get(word, (word,)):
            return government_of(body.jurisdiction)
        return None if body.resolved else some_government(word, around.page.source)
    unit = office.unit if office is not None else ""
    if unit and not body.name.endswith(unit) and (larger := _ending_with(unit, body)) is not None:  # 组织部干部处处长、|副部长
        return larger
    party = (office is not None and office.sphere == "party") or (hit.text == "委员" and body.kind in PARTY)
    return body if party else led(_outside_of_its_organs(body, hit), hit.text)


def _housed(body: BodyRef) -> BodyRef:
    """``body``, with the bureau or works whose committee it is where its name alone tells that: 贵州局|党委."""
    house = _HOUSE.fullmatch(body.name) if body.kind in PARTY and body.parent is None else None
    if house is None:
        return body
    of = replace(body, name=house[1], kind=kind(house[1][-1]))
    return replace(body, parent=of)


def _of_its_village(body: BodyRef, hit: Hit) -> BodyRef | None:
    """What beside the branch of a village, or a group of a town, has the title: 村支书、|村主任, 皇寺社区书记、|主任."""
    village, fused = body.jurisdiction, FUSED.get(hit.text)
    if village is not None and body.kind == "leading-group" and hit.text in OF_TOWNS:  # 任某乡领导小组组长，|组织委员|乙
        return of_village(village, hit.text)
    if village is None or village.level != "village":
        return None
    if fused is not None and fused.body.startswith(("村", "居委会")):
        return of_place(village, fused.body.removeprefix("村"))
    return of_village(village, hit.text) if village_of_branch(body) is not None and hit.text.removeprefix("副") == "主任" else None


def _ending_with(unit: str, body: BodyRef) -> BodyRef | None:
    """What ``body`` is part of that ends with ``unit``, which its heads are called after."""
    if (regiment := _REGIMENT.fullmatch(body.name)) is not None and regiment[1].endswith(unit):  # 第一师十团党委副书记、|团长
        return replace(body, name=regiment[1], kind="military")
    return next((larger for larger in line(body) if larger.name.endswith(SCHOOLS if unit == _SCHOOL else unit)), None)


def _branch_where(team: BodyRef) -> BodyRef | None:
    """The party branch of the village, or of the company of a regiment, to which ``team`` was sent."""
    seat = team.jurisdiction
    if team.parent is not None and team.parent.kind == "military" and team.parent.name.endswith(_COMPANY):  # 四连工作队队长、|第一书记
        return team.parent.part(_BRANCH, "party-committee")
    return of_place(seat, _BRANCH) if seat is not None and seat.level == "village" else None


def _outside_of_its_organs(body: BodyRef, hit: Hit) -> BodyRef:
    """``body``, or what it is a committee, a group of inspectors or a division of, where the title is none of theirs: 局党组成员、|总工程师."""
    if hit.text.endswith(_OF_COURTS):  # 民事审判庭庭长、|审判员
        return next((one for one in reversed(line(body)) if one.kind in ("court", "procuratorate")), body)
    beside = body.kind in PARTY or (body.name.endswith(_INSIDE_ONLY) and not hit.text.endswith(_MEMBERS))
    return body.parent if beside and body.parent is not None else body


def _fused_part(body: BodyRef, base: BodyRef, core: str) -> BodyRef | None:
    """What ``core`` of a title that is fused with it is, behind a title of ``body``, which is ``base`` or an organ of it."""
    if body.kind == "leading-group" and core not in _OF_GROUPS:  # 大学活动领导小组成员、|机关党委书记; 乡防汛指挥部总指挥、|党委书记
        owner = owner_of_group(body)
        return owner.part(core, kind(core)) if owner is not None else _of_its_place(body, core)
    if core == _GROUP and body.name.endswith(_HEADQUARTERS):  # 脱贫攻坚指挥部指挥长（|领导小组组长）
        return replace(body, name=body.name.removesuffix(_HEADQUARTERS) + _GROUP)
    if core == _GENERAL_OFFICE and base.kind not in ORGANS and base.jurisdiction is not None:  # no bureau of a place has one
        return None
    if core == "管委会" and _WORKING_COMMITTEE.search(base.name):  # 经开区党工委委员、|管委会副主任
        return BodyRef(_WORKING_COMMITTEE.sub("", base.name) + core, kind(core), base.jurisdiction, None, base.resolved, base.scope)
    beside = (
        None if core in ("党组", "办公室", "办公厅") or core in _PARTY_OF_STAFF else _beside(base, core)
    )  # 人大常委会副主任、党组副书记
    return beside or base.part(core, kind(core))


def _beyond(body: BodyRef, hit: Hit) -> BodyRef | None:
    """The body of a title that the one before it in the chain neither has nor stands in: of the centre, of the firm whose union it is."""
    if body.name.startswith(_OF_THE_CENTRE):
        if hit.text.startswith("书记处"):  # 中央政治局委员、|书记处书记
            return BodyRef("中央书记处", "party-committee")
        return of_the_nation(hit.text)  # 中央政治局委员、|国务委员
    return body.parent if body.kind == "mass-organisation" and hit.text.startswith(("总", "副总")) else None  # 工会主席兼|总经济师


def _beside(base: BodyRef, core: str) -> BodyRef | None:
    """Another body of the place whose committee, government, congress … ``base`` is: 市委 and 市纪委, 市纪委 and 市监委."""
    if base.kind not in ORGANS or base.parent is not None or base.name == "中共中央":
        return None
    return _of_its_place(base, core)


def _of_its_place(base: BodyRef, core: str) -> BodyRef | None:
    """The body ``core`` of the place that ``base`` is of, or of the level that its name begins with, where that place is open."""
    if base.jurisdiction is not None:
        return of_place(base.jurisdiction, core)
    level = next((level for level in LEVELS if base.name.startswith(level)), "")
    return BodyRef(level + core, kind(core), resolved=False, scope=base.scope) if level and not base.resolved else None
