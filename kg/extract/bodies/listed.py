"""What a list names without its place behind a body of that place: 龙门镇党政办、|社会事务综合服务中心, 平江县财政局、|招商促进事务中心."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import LEVELS, canonical, level_beginning, line, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.own import SELF_WORDS
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import OF_ANY, ORGANISATIONS, TWO_BODIES, ends_name
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
    "(?:、[\u4e00-\u9fff]{1,8}[局办委队站学校会联心]){0,2}、((?!中国|[\u4e00-\u9fff]{0,5}国家|全国|中央|各|部分|某|本|该|学校|医院|公司|集团|原)[\u4e00-\u9fff]{2,12})$"
)
"""What the body is there for, behind the one before it or two more that no table has."""
_LONGEST: Final = 33
_WORK: Final = frozenset("服务 事务 发展 管理 保障 指导 监测 建设".split())
"""Last words of a field that may have verbs before them: 招商促进|事务|中心."""
_NATIONAL: Final = "国家"
_GOES_ON: Final = re.compile(
    "[、，。；等和及与]|以及|(?:主要|相关|有关|分管)?(?:负责|领导)|工作人员|干部|党员|职工|联合|共同|参[加与]|组织|派出|到场"
)
"""Behind the last of a list, or between two of it."""
_CHAMBER: Final = "庭"
_WITH_ROOMS: Final = (*ORGANISATIONS, "court", "procuratorate")
_WITH_SECTIONS: Final = ("government-department", "mass-organisation", "court", "procuratorate")
_SECTIONS: Final = ("股", "科", "处")
"""What bureaus list of theirs: 教育局办公室、|人事股."""
_ROOMS: Final = ("部", "处", "室", "办", "科", "股", "中心")
"""Last characters of departments that organisations list."""
_ROOM: Final = "[\u4e00-\u9fff]{1,8}[部处室办科股心会庭]"
_OWN_HEADS: Final = "集团公司|集团|公司|学院|学校|医院|厂|矿|校"
_OWN_BEFORE: Final = re.compile(
    f"(?:^|(?<=[，。；：！？\n（ 、携率])|(?<=带领)|(?<=会同)|(?<=召集)|(?<=抽调))(?:由|以及)?({_OWN_HEADS})?(?:机关|本部)?((?:{_ROOM}[、和及]){{0,8}})([\u4e00-\u9fff]{{0,8}}?)$"
)
"""From the head of the clause, a verb or who holds a post to the last word of a department: the word for the document's own body, and departments listed before."""
_LONGEST_TAKING: Final = 16
_TAKES: Final = re.compile("[\u4e00-\u9fff]{4,}(?:[携率、]|带领|会同|召集)$|^、$")
_LONGEST_HOLDER: Final = 8
"""Characters of a title and a name."""
_OTHERS: Final = re.compile(f"[、和及]{_ROOM}")
_NEXT_ROOM: Final = re.compile(f"(?:[、和及]{_ROOM}){{0,3}}[、和及]([\u4e00-\u9fff]{{0,8}})")
"""Between two departments of a list: those that nothing tells, and what the second one is there for."""
_PEOPLE: Final = re.compile(
    "(?:[、和及与]|以及)?(?:[\u4e00-\u9fff]{1,8}[部处室办科股心会庭团院馆所站局厂](?:[、和及与]|以及)?){0,8}等?(?:\\d{1,2}个)?(?:职能|相关|有关|主要|分管|各)?(?:部门|处室|科室|股室|部室)?"
    "(?:的?(?:相关|有关|主要|分管|全体)?(?:负责人|负责同志|领导|人员|工作人员|干部|职工|员工|党员|教师|师生|专家|医生|医护人员|同志)|参加|参与|联合|共同)"
)
"""Behind it: those listed after it, and their people."""
_FAR: Final = 80
_VOLUNTEERS: Final = "志愿服务队"
_OF_WHAT: Final = re.compile(
    f"({_VOLUNTEERS}[、和及])?(?<=[、和及，。；：！？\n“为（ ])(?:由|以及|有)?“?((?!各|党员|青年|由|有|组建|成立|开展|深入|发动|带领|依托|组织)[\u4e00-\u9fff]{{2,8}})”?$"
)
"""What such a team does, behind another one or a mark."""
_NEXT_TEAM: Final = re.compile(f"[、和及]“?[\u4e00-\u9fff]{{2,8}}”?{_VOLUNTEERS}")
_LONGEST_TEAM: Final = 16


def listed(reader: Reader, hit: Hit) -> BodyMention | None:
    """The department or institution of the place of the body that the list names before it."""
    if SUFFIXES[hit.text].kind not in _BEHIND or not hit.text.endswith(_ENDS) or hit.text.startswith(_NATIONAL) or not reader.found:
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


def beside_room(reader: Reader, hit: Hit) -> BodyMention | None:
    """A department in a list behind one of an organisation, whose people are told of: 学校科研处、|招生处|负责人参加."""
    last = reader.found[-1] if reader.found and hit.text.endswith(_ROOMS) else None
    house = last.body.parent if last is not None else None
    if last is None or house is None or hit.start - last.end > _LONGEST:
        return None
    bureau = house.kind in _WITH_SECTIONS and hit.text in _SECTIONS and last.body.name.endswith(_ROOMS)
    if not (bureau or house.kind in ORGANISATIONS):
        return None
    field = _NEXT_ROOM.fullmatch(reader.text, last.end, hit.start)
    if field is None or not _PEOPLE.match(reader.text, hit.end) or not _is_room(reader, field.start(1), hit):
        return None
    body = house.part(field[1] + hit.text, SUFFIXES[hit.text].kind)
    return BodyMention(field.start(1), hit.end, body, Basis.CONTEXT, "own department", 0.8)


def of_own(reader: Reader, hit: Hit) -> BodyMention | None:
    """A department in a list of those of the document's own body whose people are told of: 公司综合管理部、|安全生产部|负责人参加."""
    bodies = reader.context(hit).self_bodies
    if not hit.text.endswith((*_ROOMS, _CHAMBER)):
        return None
    before = _OWN_BEFORE.search(reader.text, max(0, hit.start - _FAR), hit.start)
    if before is None or not (before[2] or _OTHERS.match(reader.text, hit.end)) or not _PEOPLE.match(reader.text, hit.end):
        return None
    head, start = before[1] or "", before.start(3)
    behind = reader.text[before.start() - 1 : before.start()]
    own = bodies.get(SELF_WORDS[head]) if head else _taking(reader, before.start()) or next(iter(bodies.values()), None)
    if own is None or own.kind not in _WITH_ROOMS or not _is_room(reader, start, hit):
        return None
    if behind == "、" and not _is_behind_holder(reader, before.start(), own):
        return None
    at = start if before[2] else before.start(1) if head else start
    return BodyMention(at, hit.end, own.part(before[3] + hit.text, SUFFIXES[hit.text].kind), Basis.CONTEXT, "own department", 0.8)


def _taking(reader: Reader, at: int) -> BodyRef | None:
    """The organisation whose head takes its departments along, or is listed with them, before ``at``: 校长甲携|党政办公室."""
    last = reader.found[-1] if reader.found else None
    if last is None or not 0 < at - last.end <= _LONGEST_TAKING or not _TAKES.search(reader.text, last.end, at):
        return None
    return next((body for body in line(last.body) if body.kind in ORGANISATIONS), None)


def _is_behind_holder(reader: Reader, at: int, own: BodyRef) -> bool:
    """Whether who holds a post of ``own`` stands before ``at``: 集团公司总经理助理甲、|运营管理部."""
    last = reader.found[-1] if reader.found else None
    if last is None or own not in line(last.body):
        return False
    held = any(position in reader.words.titles for position in range(max(last.end, at - _LONGEST_HOLDER), at))
    return held or reader.text[last.end : at] == "、"


def _is_room(reader: Reader, start: int, hit: Hit) -> bool:
    """Whether the words before the suffix are what a department of a firm or school is there for, or nothing is (办公室)."""
    text = reader.text[start : hit.start]
    if not text:
        return SUFFIXES[hit.text].bare or len(hit.text) > 1
    if OF_ANY.search(text) or level_beginning(text) or reader.places.between(start, hit.start) is not None:
        return False
    return all(token.tag[0] not in "pcdrumq" for token in reader.page.tokens(start, hit.start))


def of_volunteers(reader: Reader, hit: Hit) -> BodyMention | None:
    """A team of volunteers in a list of them, of the article's own place: 医疗卫生志愿服务队、|文化体育|志愿服务队."""
    if hit.text != _VOLUNTEERS:
        return None
    field = _OF_WHAT.search(reader.text, max(0, hit.start - _LONGEST_TEAM), hit.start)
    place = reader.context(hit).home
    in_list = field is not None and (field[1] or _NEXT_TEAM.match(reader.text, hit.end))
    if field is None or not in_list or place is None or reader.places.between(field.start(2), hit.start) is not None:
        return None
    if OF_ANY.search(field[2]):
        return None
    body = BodyRef(place.in_bodies + field[2] + hit.text, SUFFIXES[hit.text].kind, place)
    start = field.start(2) - (reader.text[field.start(2) - 1] == "“" and reader.text[field.end(2)] == "”")
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "of the article's place", 0.75)
