"""Departments without an owner before them, of the place or the committee of the body that a chain or a list named before them: 县财政局局长甲、|教育局|局长乙."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import STATE_KINDS, canonical, level_beginning, line
from kg.extract.bodies.chained import GENERAL_OFFICE, HOUSES, OF_STAFF, SERVING_A_PLACE
from kg.extract.bodies.joined import beside_committee
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import ORGANISATIONS
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_OF_A_PLACE: Final = frozenset({"government-department", "court", "procuratorate", "mass-organisation", "congress", "cppcc"})
"""Kinds of bodies that every place has, and that a list of them names without it."""
_BESIDE: Final = _OF_A_PLACE | SERVING_A_PLACE | {"government"}
"""Kinds of bodies that are named for short beside another one of the place."""
_LISTED_WITH_THEM: Final = frozenset({"enterprise", "military", "school"})
"""Kinds of what a place has one of as well (供电公司, 人武部), which only a list of its bodies names without it."""
_BESIDE_ANOTHER: Final = "beside another body"
_OF_PLACES: Final = STATE_KINDS | SERVING_A_PLACE
"""Kinds of bodies whose place is also that of what serves a place."""
_OF_TOWNS: Final = frozenset({"派出所", "司法所", "财政所", "卫生院", "敬老院", "中心小学", "中心学校", "税务所", "工商所"})
"""Bodies of which a county has many: 各派出所|所长."""
_LISTED: Final = _OF_A_PLACE | {"office", "party-department", "government", "hospital"}
"""Kinds of bodies that departments of a place are listed with."""
_FIELDS: Final = "发改|工信|财政|民政|教育|公安|住建|人社|交通|农业|水利|卫健|卫生|应急|审计|统计|文旅|林业|环保|商务|司法|城管|科技|信访|宣传|组织|统战|政法"
_LIST: Final = re.compile(f"(?:、(?:[一-鿿]{{1,4}}[办局委行会联院镇乡]|{_FIELDS}))*、")
"""Between a body and one that is listed with it, perhaps with others that no table has: 市政府办公室|、金融办、|财政局."""
_GROUPS_OF_DEPARTMENTS: Final = ("党组", "纪检组", "纪检监察组", "纪委书记", "纪委副书记")
"""Organs that state departments and assemblies have, and firms that are called like them have not: 水利局|党组书记, not 林业局|党委书记."""
_COMMITTEES_OF_DEPARTMENTS: Final = ("党委", "纪委", "党总支", "机关党委")
_BUREAUS: Final = ("局", "厅", "委")
_FORESTS: Final = "林业局"
_HEADS_OF_CLAUSES: Final = ("；", "。", "\n")
_DOES: Final = re.compile(
    "(?:全面|积极|认真|及时|联合|先后|共)?(?:组织|启动|实施|开展|投入|新建|举办|牵头|落实|完成|争取|推行|制定|推出|建立|成立)"
)
_FIRMS_TOO: Final = (
    "林业局",
    "农垦局",
    "电业局",
    "供电局",
    "邮政局",
    "电信局",
    "铁路局",
    "地矿局",
    "地质局",
    "建工局",
    "矿务局",
    "港务局",
    "管理局",
    "煤炭局",
    "盐务局",
    "烟草局",
    "工程局",
)
"""Bureaus that are also what firms are called."""
_WITH_GENERAL_OFFICES: Final = frozenset({"government", "congress", "cppcc"})
"""Kinds of bodies whose general office is named for short behind another of the place: 县委办主任甲、|政府|办副主任乙."""
_OFFICE: Final = re.compile("办公[室厅](?=[主副党巡])|办(?=副?主任)")
_TURNING_TO: Final = ("协调", "会同", "联系", "邀请", "联合", "携手")
"""Verbs before a department that need not say whose it is: 协调交通局修路."""
_ASSEMBLIES: Final = ("congress", "cppcc")
"""Kinds of bodies whose members are spoken of without them: 人大代表, 政协委员."""
_UNION, _FEDERATION = "工会", "总工会"
_WITH_UNIONS: Final = (*HOUSES, "government-department")
"""Kinds of bodies with a union of their own, which is no 总工会: 市商务局副局长、工会主席."""
_HEADS_GOVERNMENT: Final = re.compile("(?:原|代|常务)?副?[市县区旗州]长(?!期)")
_MEMBER: Final = "常委"
_OF_PROVINCES: Final = ("厅", "总队")
"""Last words of departments that only provinces have."""
_OF_THE_PLACE: Final = frozenset("文明办 台办 编办 综治办 维稳办 防范办 党史办 史志办 网信办 保密局 国家保密局 信访局 档案局".split())
"""Offices of the committee that are called by its place alone: 县文明办, as where nothing stands before."""


def _committee(body: BodyRef) -> BodyRef | None:
    """The committee that ``body`` is or is part of; of the staff's in an organisation, that of all: 学校机关党委书记兼|组织部|副部长."""
    base = body if body.kind == "party-committee" else body.parent
    house = base.parent if base is not None and base.name.endswith(OF_STAFF + "党委") else None
    return house.part("党委", "party-committee") if house is not None and house.kind in ORGANISATIONS else base


def bare(reader: Reader, hit: Hit) -> BodyMention | None:
    """A party department without its superior: of the committee named before it in the chain of titles."""
    suffix = SUFFIXES[hit.text]
    begins = reader.words.left_boundary(hit.start) or reader.text.endswith(_MEMBER, 0, hit.start)  # 市委常委|纪委书记
    if not suffix.bare or suffix.departments_of != "party" or not begins:
        return None
    before = reader.near(hit)
    if before is None:
        return None
    base = _committee(before.body)
    place = before.body.jurisdiction
    if base is not None and (before.body.kind == "discipline" and base.kind in ORGANISATIONS):  # 学院纪委书记甲，|宣传部|部长乙
        base = base.part("党委", "party-committee")
    if base is not None and base.kind == "government" and place is not None and reader.text[before.end : hit.start] == "、":
        base = BodyRef(canonical(place, "委"), "party-committee", place)  # 区委办、政府办、|农工部
    of_place = before.body.kind == "discipline" or (before.body.kind in _OF_A_PLACE and _LIST.fullmatch(reader.text, before.end, hit.start))
    if base is None and place is not None and of_place:  # 市纪委书记甲、|组织部|部长; 县人大、政协、|政法委
        base = BodyRef(canonical(place, "委"), "party-committee", place)
    if base is None or base.kind != "party-committee":
        return None
    if suffix.kind == "discipline":  # beside the committee, not below it
        return beside_committee(before if before.body is base else before._replace(body=base), hit)
    if suffix.kind == "party-school" and base.parent is not None:  # 校党委常委、党校副校长
        base = base.parent
    if hit.text in _OF_THE_PLACE and place is not None and base.name == canonical(place, "委"):  # 县委宣传部副部长、|文明办|主任
        return BodyMention(
            hit.start, hit.end, BodyRef(canonical(place, hit.text), suffix.kind, place), Basis.CONTEXT, "department of the chain", 0.9
        )
    core = hit.text.removeprefix("党委") or hit.text  # 学院党委常委、|党委组织部|部长
    return BodyMention(hit.start, hit.end, base.part(core, suffix.kind), Basis.CONTEXT, "department of the chain", 0.9)


def _federation(reader: Reader, hit: Hit, last: BodyMention) -> BodyMention | None:
    """The federation of unions in whose chain of posts 工会 stands for it: 县总工会党组书记、|工会|副主席."""
    whole = next((body for body in line(last.body) if body.name.endswith(_FEDERATION)), None)
    if whole is None or not reader.words.opens_post(hit) or not reader.is_chain(last, hit.start):
        return None
    return BodyMention(hit.start, hit.end, whole, Basis.CONTEXT, "named before", 0.85)


def _acts_alone(reader: Reader, hit: Hit) -> bool:
    """Whether the bureau at the head of a clause does something, as in a list of what each did: ；|林业局|组织实施绿化工程."""
    heads = reader.text[hit.start - 1 : hit.start] in _HEADS_OF_CLAUSES
    return (
        heads
        and SUFFIXES[hit.text].kind == "government-department"
        and (_is_bureau(hit) or hit.text == _FORESTS)
        and _DOES.match(reader.text, hit.end) is not None
    )


def _is_led(reader: Reader, hit: Hit) -> bool:
    """Whether a title of the department at ``hit`` follows, or of its party group or general office: 水利局|党组书记, 政府|办公室副主任."""
    office = SUFFIXES[hit.text].kind in _WITH_GENERAL_OFFICES and _OFFICE.match(reader.text, hit.end)
    post = reader.words.opens_post(hit) and SUFFIXES[hit.text].kind != "government"
    groups = (*_GROUPS_OF_DEPARTMENTS, *_COMMITTEES_OF_DEPARTMENTS) if _is_bureau(hit) else _GROUPS_OF_DEPARTMENTS
    return bool(post or office) or reader.text.startswith(groups, hit.end)


def _is_bureau(hit: Hit) -> bool:
    """Whether no firm is called so: 卫生局|纪委书记, not 林业局|党委书记."""
    return SUFFIXES[hit.text].kind == "government-department" and hit.text.endswith(_BUREAUS) and not hit.text.endswith(_FIRMS_TOO)


def _place_headed_since(reader: Reader, hit: Hit, last: BodyMention | None) -> PlaceRef | None:
    """The place behind ``last`` of whose government a head is named: 中山市旅游局副局长甲、南雄市|副市长乙、|政协|副主席丙."""
    named = reader.places.before(hit.start)
    if last is None or named is None or named.start < last.end or not _HEADS_GOVERNMENT.match(reader.text, named.end):
        return None
    return named.place


def beside(reader: Reader, hit: Hit) -> BodyMention | None:
    """A department without its place before a title or in a list, of the place of the body before it or the article's own.

    县财政局局长甲、|教育局|局长乙; 县财政局、|教育局|等部门.
    """
    suffix = SUFFIXES[hit.text]
    of_members = suffix.kind in _ASSEMBLIES and reader.text.startswith(("代表", "委员"), hit.end)
    if (
        not suffix.bare
        or of_members
        or suffix.kind not in _BESIDE | _LISTED_WITH_THEM
        or hit.text.startswith("团")
        or not reader.words.left_boundary(hit.start)
    ):
        return None
    last = reader.near_in_sentence(hit)
    owners = _WITH_UNIONS if hit.text == _UNION else ORGANISATIONS
    if hit.text == _UNION and last is not None and (federation := _federation(reader, hit, last)) is not None:
        return federation
    if hit.text == _UNION and last is None:  # 公司总经理甲。|工会|主席乙: no place has a union that is called so
        return None
    if suffix.kind == "mass-organisation" and last is not None and any(one.kind in owners for one in line(last.body)):
        return None  # 学院纪委书记甲，|工会|主席乙
    among = last is not None and (last.body.kind in _LISTED or last.rule == _BESIDE_ANOTHER)
    listed = last is not None and among and _LIST.fullmatch(reader.text, last.end, hit.start) is not None
    turned_to = reader.text.endswith(_TURNING_TO, 0, hit.start) or _acts_alone(reader, hit)
    if not listed and (suffix.kind in _LISTED_WITH_THEM or not (turned_to or _is_led(reader, hit))):
        return None
    own = reader.context(hit)
    of_places = _OF_PLACES | _LISTED_WITH_THEM if listed else _OF_PLACES if suffix.kind in SERVING_A_PLACE else STATE_KINDS
    headed = _place_headed_since(reader, hit, last)
    place = (
        reader.places.of_paragraph(hit.start)
        or headed
        or (last.body.jurisdiction if last is not None and last.body.kind in of_places else None)
    )
    if place is None and last is None and not own.self_bodies:
        place = own.home or (reader.place_of_level("县", hit) if turned_to else None)
    if (
        place is None and last is not None and not last.body.resolved and (level := level_beginning(last.body.name))
    ):  # 县委书记甲、|人大常委会|主任乙
        body = BodyRef(level + hit.text, suffix.kind, resolved=False, scope=reader.page.source)
        return BodyMention(hit.start, hit.end, body, Basis.CONTEXT, _BESIDE_ANOTHER, 0.75)
    if place is not None and hit.text.endswith(_OF_PROVINCES) and not hit.text.endswith(GENERAL_OFFICE):  # no county has a 商务厅
        place = place.chain()[-1]
    if place is None or place.level == "village" or (hit.text in _OF_TOWNS and place.level != "township"):
        return None
    return BodyMention(hit.start, hit.end, BodyRef(canonical(place, hit.text), suffix.kind, place), Basis.CONTEXT, _BESIDE_ANOTHER, 0.85)
