"""The sections of a bureau, court or organisation that only a title of theirs tells: 副局长甲、|督导股|股长乙, 该院|审管办|主任丙, 。|教务处|处长丁."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies import OF_STATE_THEN, ORGANISATIONS, line
from kg.extract.page import Token
from kg.extract.posts.mentions import Title
from kg.extract.posts.offices.of import Of, kind, of_place
from kg.extract.posts.surroundings import Surroundings
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.stops import VERBS
from kg.lexicon.words import FUSED
from kg.model import Basis

_ROOM: Final = re.compile(
    "([、，。；：及和\n]|(?:带领|率领|会同)(?![该本])|(?:该|本)([院局校厅厂矿行所]|公司|集团|医院|学校|学院|大学|中心))([\u4e00-\u9fff]{1,8}(?:[股室庭科处部队组办]|中心))$"
)
"""A section at the head of an item or behind 该院."""
_LONGEST_ROOM: Final = 14
_HEADS_OF_ANY: Final = frozenset({"主任", "副主任", "负责人", "主要负责人"})
_SECTION: Final = re.compile("(?![股室庭科处部队组办])[\u4e00-\u9fff]{1,7}(?:[股室庭科处]|中心)")
"""A section between a body and the title of its head."""
_LEADS: Final = re.compile("带领|率领|会同")
_LONGEST_LEADING: Final = 2
_HOLDER: Final = re.compile("[\u4e00-\u9fff·]{2,8}")
"""Who holds the title before, whether or not his name was read."""
_WITH_ROOMS: Final = (
    *ORGANISATIONS,
    "government-department",
    "court",
    "procuratorate",
    "public-institution",
    "mass-organisation",
)
_SPECIAL: Final = re.compile("(?<=[、，。；：及和\n])([\u4e00-\u9fff]{2,8}(?:委|委员会|工委))$")
"""What may be a special committee of a congress or conference, at the head of an item."""
_SEATS: Final = frozenset({"主任", "副主任", "主任委员", "副主任委员", "委员"})
"""Titles in such committees."""
_ASSEMBLIES: Final = {"congress": "人大", "cppcc": "政协"}
_LEVELS: Final = frozenset("省市县区州盟旗镇乡村")
_INSIDE: Final = 3
"""Titles before, of which the last may stand in the name of the section."""
_MARKS: Final = frozenset("、，。；：\n")
_STAFFS: Final = frozenset({"机关党委", "机关纪委", "机关党总支", "机关党支部", "机关工会"})
"""Organs of the staff of a bureau."""


def of_room(around: Surroundings, titles: list[Title], hit: Hit) -> Of | None:
    """The section before the title at ``hit``, of the body whose heads the list names before, or of the one that 该院 stands for."""
    fused = FUSED.get(hit.text)
    if fused is not None:  # 副局长甲、|机关党委副书记乙
        of = _listed(around, titles, hit.start) if fused.body in _STAFFS and around.text[hit.start - 1] in _MARKS else None
        return Of(of.part(fused.body, kind(fused.body)), hit.start, Basis.CONTEXT, "section by its title", 0.8) if of is not None else None
    if (committee := _special_committee(around, titles, hit)) is not None:
        return committee
    if (inside := _right_behind(around, hit)) is not None:
        return inside
    room = _ROOM.search(around.text, max(0, hit.start - _LONGEST_ROOM), hit.start)
    if room is None or room[3][0] in _LEVELS or _is_no_section(around.page.tokens(room.start(3), hit.start)):
        return None
    of = around.last_with(room[2], hit.start) if room[2] else _listed(around, titles, room.start(3))
    if of is None or not of.resolved or (of.kind in ORGANISATIONS and OF_STATE_THEN.match(room[3])):  # 某公司董事长甲、|国资委考核局|处长
        return None
    body = of.part(room[3], "government-department")
    return Of(body, room.start(3), Basis.CONTEXT, "section by its title", 0.8)


def _right_behind(around: Surroundings, hit: Hit) -> Of | None:
    """市卫健委|中医科|主任甲: the section right behind the bureau, court or organisation, where heads of that sort are not called after it."""
    last = around.body_before(hit.start) if hit.text in _HEADS_OF_ANY else None
    section = _SECTION.fullmatch(around.text, last.end, hit.start) if last is not None else None
    if last is None or section is None or last.body.kind not in _WITH_ROOMS or _is_no_section(around.page.tokens(last.end, hit.start)):
        return None
    return Of(last.body.part(section[0], "government-department"), last.start, last.basis, "section by its title", 0.8)


def _special_committee(around: Surroundings, titles: list[Title], hit: Hit) -> Of | None:
    """政协副主席甲、|文教卫体委|主任乙: the committee of the congress or conference whose heads the list names right before."""
    named = _SPECIAL.search(around.text, max(0, hit.start - _LONGEST_ROOM), hit.start) if hit.text in _SEATS else None
    last = titles[-1] if titles else None
    if named is None or last is None or last.body is None or last.body.jurisdiction is None or last.body.kind not in _ASSEMBLIES:
        return None
    if not _HOLDER.fullmatch(around.text, last.end, named.start() - 1) or named[1][0] in _LEVELS:
        return None
    if _is_no_section(around.page.tokens(named.start(), hit.start)):
        return None
    body = of_place(last.body.jurisdiction, _ASSEMBLIES[last.body.kind]).part(named[1], "other")
    return Of(body, named.start(), Basis.CONTEXT, "section by its title", 0.8)


def _listed(around: Surroundings, titles: list[Title], start: int) -> BodyRef | None:
    """The bureau, court or organisation that the title before is of, where nothing but its holder stands between, or that with whose deed the article begins."""
    last = next((title for title in reversed(titles[-_INSIDE:]) if title.end <= start), None)  # 学生 is a title, too: |学生工作部|部长
    sentence = around.page.sentence_at(start)
    if last is None or sentence is None or last.start < sentence.start:
        before = around.body_before(start)
        alone = before is None or sentence is None or before.start < sentence.start
        return around.lead(start).body if alone else None
    led = _LEADS.search(around.text, start - _LONGEST_LEADING, start)  # 副院长甲|带领|民一庭庭长乙
    if last.body is None or not _HOLDER.fullmatch(around.text, last.end, led.start() if led is not None else start - 1):
        return None
    return next((body for body in line(last.body) if body.kind in _WITH_ROOMS and body.parent is None), None)


def _is_no_section(words: tuple[Token, ...]) -> bool:
    """Whether the words of a section are none: 陪同督导股, 负责的."""
    return words[0].text in VERBS or any(word.tag[0] in "pcdru" for word in words)
