"""Departments and branches in a chain of titles, of the body before it: 县公安局副局长、交通警察大队|大队长."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import LEVELS, canonical, level_beginning, line, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.starts import name_start
from kg.extract.bodies.words import FACULTY, LONGEST_NAME, OF_STATE_THEN, ORGANISATIONS
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.words import DEPARTMENT_HEADS, SUFFIXES
from kg.model import Basis

SERVING_A_PLACE: Final = frozenset({"public-institution", "hospital", "medium"})
"""Kinds of those that a place has one of, and that no department but a school has inside it: 公安局副局长甲、|图书馆|馆长乙."""
_ORGANS: Final = ("party-committee", "party-branch", "discipline")
"""Kinds of bodies of an organisation that its departments are not inside of."""
_AUDITORS: Final = ("经审会", "经费审查委员会")
"""What audits a federation of unions, which its departments are not inside of, either."""
HOUSES: Final = (*ORGANISATIONS, "court", "procuratorate")
"""Kinds of bodies whose departments stand side by side: 学生工作部部长、学生处处长."""
_NATIONAL: Final = ("全国", "中国", "国家")
"""What names begin with that stand in no other body: 副主任、|全国…辅导中心|主任."""
_SEATED: Final = ("设在", "设于")
_BEFORE_OFFICES: Final = frozenset("，；、任兼")
_LONGEST_SEAT: Final = 8
"""Characters between an office and where it sits."""
_RECENT: Final = 4
"""Bodies before an office of which one may be where it sits."""
GENERAL_OFFICE: Final = "办公厅"
_WITH_OFFICES: Final = ("government", "party-committee", "congress", "cppcc")
_INSIDE_DEPARTMENTS: Final = ("科", "室")
"""What is inside of a department of a school's or company's committee, not beside it."""
_FIELD: Final = re.compile("[\u4e00-\u9fff]{2,8}")
_LISTED_HEADS: Final = frozenset({"处", "科", "专委会", "专门委员会"})
_LISTED_ENDS: Final = frozenset("处科室会")
"""Last words and characters of departments that are listed one after another."""
_SIBLINGS: Final = ("处", "科", "股", "办", "室")
"""Last words of departments beside which, not in which, another one stands that is named behind its head."""
_ROOMS: Final = frozenset({"科", "处", "室", "股"})
"""What a bureau has, and no group of it."""
_OFFICES_OF_SCHOOLS: Final = ("处", "部", "科", "办公室")
_FACULTY_BRANCH: Final = re.compile("(?:系|学院|分院|中心)党(?:总支|支部|委)")
"""The branch of a faculty, which no office of its school has."""
OF_STAFF: Final = "机关"
_STAFFS: Final = ("机关党委", "机关纪委", "机关党总支", "机关党支部")
_OF_STATE: Final = frozenset({"government", "government-department", "party-committee", "party-department"})
_CALLED_SO: Final = frozenset("局院校厂矿")
"""Words for an organisation that its departments may be named with: 局办公室."""
_FACULTY: Final = "系"
_SCHOOL_PART: Final = "学部"
"""What universities are divided into, and no body of state."""


def inner(reader: Reader, hit: Hit) -> BodyMention | None:
    """A department or branch in a chain of titles, of the body before it: 县公安局副局长、交通警察大队大队长."""
    if (staff := _of_the_staff(reader, hit) or _general_office(reader, hit)) is not None:
        return staff
    if hit.text not in DEPARTMENT_HEADS and SUFFIXES[hit.text].kind != "party-branch":
        return None
    last = reader.found[-1] if reader.found else None
    if last is None or hit.start - last.end > 2 * LONGEST_NAME:
        return None
    start = name_start(reader.words, hit)
    if not reader.words.opens_post(hit):
        return _listed_department(reader, hit, last)
    place = last.body.jurisdiction
    if (
        last.body.kind == "village" and start == hit.start and place is not None and reader.is_chain(last, start)
    ):  # 村委会主任、|党支部|书记
        body = BodyRef(canonical(place, hit.text), SUFFIXES[hit.text].kind, place)
        return BodyMention(start, hit.end, body, Basis.CONTEXT, "department in the chain", 0.8)
    if start == hit.start and (same := _named_before(reader, hit, last)) is not None:
        return BodyMention(start, hit.end, same, Basis.CONTEXT, "named before", 0.85)
    if (
        not (reader.is_chain(last, start) or reader.is_behind_holder(last, start))
        or level_beginning(reader.text[start : hit.start])
        or start == last.end
        or "各" in reader.text[start - 1 : hit.start]  # 党委书记甲、我院各|支部|书记
    ):
        return None
    of = _owner(reader, hit, last, start)
    suffix = SUFFIXES[hit.text]
    its_own = suffix.bare and start == hit.start and suffix.kind in SERVING_A_PLACE and of.kind == "government-department"
    if (
        its_own
        or _is_elsewhere(of, reader.text[start : hit.end])
        or (of.kind in ORGANISATIONS and OF_STATE_THEN.match(reader.text, start, hit.start))
    ):
        return None
    if of.kind == "party-committee" or reader.text.startswith(_NATIONAL, start) or reader.places.between(start, hit.start) is not None:
        return None
    said = start + _said_again(reader.text[start : hit.start], of.name)
    body = of.part(unquoted(reader.text[said : hit.start]) + hit.text, SUFFIXES[hit.text].kind)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "department in the chain", 0.8)


def _said_again(field: str, name: str) -> int:
    """How many characters of ``field`` say again of what body the department is: |教育局|办公室 of 汉中市教育局, |局|办公室 of 我局."""
    longest = next((size for size in range(min(len(field), len(name)), 1, -1) if name.endswith(field[:size])), 0)
    return longest or (field[:1] == name[-1] and field[:1] in _CALLED_SO)


def _is_elsewhere(of: BodyRef, name: str) -> bool:
    """Whether what is called ``name`` is no part of ``of``: a faculty beside another one, a school of medicine behind a bureau of health."""
    if name.endswith(FACULTY) and any(body.name.endswith(FACULTY) for body in line(of)):
        return True
    if of.name.endswith(_OFFICES_OF_SCHOOLS) and _FACULTY_BRANCH.search(name):  # 人事处副处长甲、|机电系党总支|书记
        return True
    return (of.kind in _OF_STATE and _SCHOOL_PART in name) or (of.kind == "office" and of.parent is None)  # 党政办公室|党群工作部


def _named_before(reader: Reader, hit: Hit, last: BodyMention) -> BodyRef | None:
    """The office that was named before; of one that was said to sit in a body (设在水利局，甲兼任|办公室|主任), not that of the body."""
    if reader.text[hit.start - 1] in _BEFORE_OFFICES:
        recent = reader.found[-_RECENT:]
        for office, host in zip(reversed(recent[:-1]), reversed(recent[1:]), strict=True):
            seated = (
                host.start - office.end <= _LONGEST_SEAT
                and reader.text.endswith(_SEATED, office.end, host.start)
                and "。" not in reader.text[host.end : hit.start]
            )
            if seated and office.body.name.endswith(hit.text):
                return office.body
    return last.body if last.body.name.endswith(hit.text) and reader.is_chain(last, hit.start) else None


def _owner(reader: Reader, hit: Hit, last: BodyMention, start: int) -> BodyRef:
    """Of what the department at ``hit``, whose name begins at ``start``, is part: of the body before it, or beside that of what it is part of."""
    of, parent = last.body, last.body.parent
    if of.kind == "leading-group" and parent is not None and hit.text in _ROOMS:  # 局督导组组长甲、|纪监科|科长
        return parent
    if parent is not None:
        listed = reader.text[last.end : start] in ("、", "和", "及")  # 局办公室、|人教股
        behind_holder = of.name.endswith(_SIBLINGS) and (listed or not reader.is_chain(last, start))  # 省民委财务处处长甲、|党办|主任乙
        besides = (
            of.kind in _ORGANS or of.name.endswith(_AUDITORS) or of.name.endswith(hit.text) or parent.kind in HOUSES
        )  # no 处 is inside of a 处
        besides = besides or reader.text.startswith("党", start)  # 组织科科长、|党办|主任
        besides = besides or reader.text[hit.start - 1] == of.name[-1] == _FACULTY  # 物理系主任甲、|中文系|党总支
        of = parent if besides or behind_holder else of
    if of.kind == "party-department" and hit.text not in _INSIDE_DEPARTMENTS:  # 学院党委组织部部长甲，|双联办|副主任乙
        return _organisation_of(of) or of
    return of


def _organisation_of(department: BodyRef) -> BodyRef | None:
    """The school, company … of whose committee ``department`` is one."""
    committee = department.parent
    owner = committee.parent if committee is not None else None
    return owner if owner is not None and owner.kind in HOUSES else None


def _of_the_staff(reader: Reader, hit: Hit) -> BodyMention | None:
    """What the staff of a body has beside its committee: 省信访局机关党委调研员、|机关工会|主席."""
    last, start = reader.found[-1] if reader.found else None, hit.start - len(OF_STAFF)
    if last is None or last.body.parent is None or not reader.text.endswith(OF_STAFF, 0, hit.start) or not last.body.name.endswith(_STAFFS):
        return None
    if not (reader.is_chain(last, start) or reader.is_behind_holder(last, start)):
        return None
    body = last.body.parent.part(OF_STAFF + hit.text, SUFFIXES[hit.text].kind)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "department in the chain", 0.8)


def _general_office(reader: Reader, hit: Hit) -> BodyMention | None:
    """The general office of the government or committee whose title stands before it: 省政府副秘书长、|办公厅|党组成员."""
    last = reader.found[-1] if reader.found else None
    if hit.text != GENERAL_OFFICE or last is None or last.body.kind not in _WITH_OFFICES or last.end == hit.start:
        return None
    if not reader.is_chain(last, hit.start) or not (reader.words.opens_post(hit) or reader.words.opens_organ(hit)):
        return None
    return BodyMention(hit.start, hit.end, last.body.part(hit.text, "office"), Basis.CONTEXT, "department in the chain", 0.8)


def _listed_department(reader: Reader, hit: Hit, last: BodyMention) -> BodyMention | None:
    """A department listed with another one of the same body: 市委参政议政处、|社会服务处."""
    of, between = last.body.parent, reader.text[last.end : hit.start]
    field = between.lstrip("、和与及以")
    joined = of is not None and reader.text[last.start : last.end].endswith(last.body.name[len(of.name) :])
    if of is None or not joined or field == between or not _FIELD.fullmatch(field) or hit.text not in _LISTED_HEADS:
        return None
    if last.body.name[-1] not in _LISTED_ENDS or reader.words.has_verb(hit.start - len(field), hit.start) or field.startswith(LEVELS):
        return None
    body = of.part(field + hit.text, SUFFIXES[hit.text].kind)
    return BodyMention(hit.start - len(field), hit.end, body, Basis.CONTEXT, "department in the chain", 0.8)
