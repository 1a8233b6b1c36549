"""Of which body a title is, as every way of reading it gives it, and bodies by their place and last word."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.extract.bodies import line
from kg.extract.bodies.canonical import canonical
from kg.extract.posts.leading import is_headed
from kg.extract.refs import BodyRef, PlaceRef
from kg.lexicon.words import OFFICES, SUFFIXES
from kg.model import Basis

_GOVERNMENT_SLOT: Final = {
    "省长": "省", "市长": "市", "县长": "县", "区长": "区", "州长": "州", "盟长": "盟", "旗长": "旗", "镇长": "镇", "乡长": "乡", "专员": "地",
}  # fmt: skip
ORGANS: Final = frozenset({"party-committee", "government", "discipline", "congress", "cppcc"})
"""Kinds of bodies that a place has one of, side by side."""
PARTY: Final = ("party-committee", "party-branch")
INSIDE: Final = (*PARTY, "discipline")
"""Kinds of bodies beside which, not inside, an organisation has its union and other organs."""
POLITICAL: Final = ("政治部", "政治处")
"""The political departments of those under arms, of courts and of procuratorates."""
_BRANCHES: Final = ("党支部", "党总支", "党委")
"""How the names of the Party's organisations in a village end."""
SCHOOLS: Final = ("校", "大学", "中学", "小学", "高中", "职高", "幼儿园")
"""Last words of what has a 校长: 第五中学, but no faculty (学院)."""
OF_TOWNS: Final = frozenset({"组织委员", "宣传委员", "统战委员", "政法委员", "纪检委员"})
"""Members of a town's committee by what they have in hand."""
OF_BRANCHES: Final = frozenset({"支部书记", "党支部书记", "支书", "副支书"})
"""Secretaries of branches."""
FIRST_SECRETARY: Final = "第一书记"
"""Who is sent to the branch of a village, beside its own secretary."""
OF_PARTIES: Final = frozenset({"主委", "副主委"})
"""Titles in the committees of the other parties, for short."""
HEAD_OF: Final = {
    "董事长": "集团", "总经理": "集团", "总裁": "集团", "校长": "校", "局长": "局", "厅长": "厅", "院长": "院", "厂长": "厂", "矿长": "矿", "行长": "行", "团长": "团", "师长": "师", "监狱长": "狱", "部长": "部",
}  # fmt: skip
"""The word for the document's own body of which a title that stands alone is the head."""

_OF_THE_NATION: Final = {"委员长": "全国人大常委会", "副委员长": "全国人大常委会", "国务委员": "国务院"}
"""Titles that just one body of the country has."""

_LEAGUE: Final = "盟"
_STREET: Final = "街道"
"""What has a working committee, as it is no town."""


class Of(NamedTuple):
    """The body of a title."""

    body: BodyRef | None
    start: int
    basis: Basis
    rule: str
    confidence: float


def kind(core: str) -> str:
    """The kind of a body whose last word is ``core``."""
    return SUFFIXES[core].kind if core in SUFFIXES else "other"


def of_place(place: PlaceRef, core: str) -> BodyRef:
    """The body ``core`` of a place under its canonical name."""
    return BodyRef(canonical(place, core), kind(core), place)


def of_the_nation(title: str) -> BodyRef | None:
    """The one body of the country that has such a title, where no other is named: 国务院 of 国务委员."""
    return BodyRef(_OF_THE_NATION[title], kind(_OF_THE_NATION[title])) if title in _OF_THE_NATION else None


def government_of(place: PlaceRef) -> BodyRef:
    """The government of a place; leagues have an administrative office (行署), as prefectures have."""
    return of_place(place, "行署" if place.slot == _LEAGUE else "政府")


def some_government(word: str, scope: str) -> BodyRef:
    """The government of a place of which the document ``scope`` says only by which word it is known (市)."""
    return BodyRef(word + ("行署" if word == _LEAGUE else "政府"), "government", resolved=False, scope=scope)


def of_village(place: PlaceRef, title: str) -> BodyRef | None:
    """What in a village or town has such a title: its party branch (a town's committee) or, of a village, its committee; None for other titles."""
    village, committee = place.level == "village", "党工委" if place.slot == _STREET else "党委"
    if title.endswith(("书记", "支书")) and place.level in ("village", "township"):
        return of_place(place, "党支部" if village else committee)
    if title in OF_TOWNS and place.level == "township":  # 梅仙镇|宣传委员
        return of_place(place, committee)
    if title.removesuffix("助理").endswith("主任") and village:
        return of_place(place, "居委会" if place.slot == "社区" else "村委会")
    return None


def owner_of_group(group: BodyRef) -> BodyRef | None:
    """The school, firm or bureau that set up a leading group, where it is told: not the committee or government of a place."""
    return next((body for body in line(group)[1:] if body.kind not in (*ORGANS, "leading-group")), None)


def led(body: BodyRef, title: str) -> BodyRef | None:
    """``body``, or where it is a group that has no such heads, who set it up, if that has: 大学活动领导小组成员、|副校长."""
    if body.kind != "leading-group":
        return body
    if (owner := next((owner for owner in line(body)[1:] if is_headed(owner, title)), None)) is not None:
        return owner
    office = OFFICES.get(title)
    unit = office.unit if office is not None else ""
    return None if unit and not body.name.endswith(unit) else body


def village_of_branch(body: BodyRef) -> PlaceRef | None:
    """The village whose Party organisation ``body`` is, if it is one."""
    village = body.jurisdiction
    return village if village is not None and village.level == "village" and body.name.endswith(_BRANCHES) else None


def government_word(title: str) -> str:
    """市 of 市长, 县 of 县长助理: the word for the places of whose government a title is; nothing where it is of none."""
    return next((word for ending, word in _GOVERNMENT_SLOT.items() if title.removesuffix("助理").endswith(ending)), "")
