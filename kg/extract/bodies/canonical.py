"""Canonical names: place + body without 中共: X市委, X镇党委, X市政府, X市委组织部."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES

LEVELS: Final = (
    "自治区", "自治县", "自治州", "自治旗", "地区", "街道", "社区", "省", "市", "州", "盟", "地", "县", "区", "旗", "镇", "乡", "村", "嘎查", "苏木",
)  # fmt: skip
"""Words by which a text refers to a place of that level, the longest first."""

_LEVELS_BY_END: Final = {last: tuple(word for word in LEVELS if word[-1] == last) for last in {word[-1] for word in LEVELS}}
_LEVEL: Final = re.compile("(?!市场|区域|地质|地产|地勘|地测|地方|村镇)(?:" + "|".join(LEVELS) + ")")
"""A level word that does not begin another word: not 市场|部, 地质|队."""

PARTY_KINDS: Final = frozenset({"party-committee", "party-department", "discipline", "party-branch", "party-school"})
STATE_KINDS: Final = frozenset(
    {"government", "government-department", "congress", "cppcc", "court", "procuratorate", "mass-organisation", "leading-group", "office"}
    | PARTY_KINDS
)
"""Kinds whose canonical names carry the full name of their place."""
FREE_KINDS: Final = frozenset(
    {"enterprise", "school", "hospital", "medium", "association", "public-institution", "mass-organisation", "military"}
)
"""Kinds of bodies that bear names of their own."""

_SESSION: Final = re.compile(r"^第?[一二三四五六七八九十]{1,3}届")
_CONGRESS: Final = re.compile(r"^人民代表大会(?:常务委员会)?")
_CPPCC: Final = re.compile(r"^(?:中国人民)?政治协商会议(?:委员会)?")
_OF_COMMITTEES: Final = frozenset({"组织部", "宣传部", "统战部", "政法委", "农工部", "社会工作部", "老干部局"})
"""Departments that official names always put below the committee."""
_COMPOUNDED: Final = frozenset("省市县区乡镇州旗")
_NOT_COMPOUNDED: Final = frozenset(
    "城区 地区 山区 社区 辖区 城市 全市 全县 全省 全区 全州 全旗 全乡 全镇 我市 我县 我省 我区 我州 我旗 我乡 我镇 外省 外市 本市 本县 本省 本区 该省 该市 该县 该区 该州 该旗 该乡 该镇".split()
)
"""Words with such a last character behind which a level word begins anew."""
_SUPERVISION: Final = re.compile("^监察委(?:员会)?")
_VILLAGERS: Final = re.compile("^(?:村民委员会|村委会|民委员会)$")
_COURTS: Final = {
    "法院": "人民法院",
    "检察院": "人民检察院",
    "中院": "中级人民法院",
    "中级法院": "中级人民法院",
    "高院": "高级人民法院",
    "高级法院": "高级人民法院",
}
"""Courts and procuratorates in short, and their names."""
_LOCAL: Final = "地方"
"""What begins with the level word 地 and is none: 地方志办公室."""
_COURT_OF: Final = {"province": "高级", "prefecture": "中级"}
_LISTED_LEVELS: Final = frozenset("省市县区州盟旗乡镇")
_NO_LEVELS: Final = frozenset("城区 山区 社区 园区 景区 小区 厂区 校区 矿区 库区 灾区 城市 超市 都市 集市 夜市 股市 楼市 小镇 古镇".split())
"""Words with such a last character before which a list names no levels: 进社区、|县委党校."""
_ZONES: Final = ("开发区", "高新区", "经开区", "新区", "度假区", "集聚区", "示范区", "试验区", "保税区", "工业区", "合作区")
"""Zones that a list names before what belongs to a county: 经济开发区、|县自来水厂."""
_OFFICES: Final = ("政府办", "委办")
"""Ends of the offices of governments and committees in short; 村务办 is none."""
_OF_COMMISSIONS: Final = ("安委办", "环委办", "编委办")
"""Offices of commissions that are themselves named in short: the 安委办 is the 安委会办公室."""
_BRANCH: Final = re.compile("^(?:党)?支部(?:委员会)?$")
_SESSION_BEFORE: Final = re.compile(r"第?[一二三四五六七八九十\d]{1,3}届$")
"""The session of a congress or committee between its place and its name: 省|十二届|人大常委会."""
_COMMITTEE: Final = re.compile(r"委(?!员)")
_CUSTOMS: Final = "海关"
_OF_ONE_CHARACTER: Final = 2
"""Characters of the names of counties and districts that are one and the level word."""
_PARTY_COMMITTEES: Final = frozenset({"镇", "乡", "街道", "社区", "苏木", "自治区"})
"""Slots of places whose committee is called 党委."""
_REGION: Final = "自治区"
_OF_REGION: Final = re.compile("区(?![域划间块片县级段旗])")
"""The level word behind a region's short name: 广西|区|民政厅."""


@cache
def canonical(place: PlaceRef, core: str) -> str:
    """The canonical name of the body of ``place`` whose name ends with ``core`` (委, 政府, 委组织部, 民政局)."""
    core = short_form(
        core.removeprefix("区") if place.slot == _REGION and _OF_REGION.match(core) else core
    )  # 西藏自治区|区委, 广西|区民政厅
    if place.slot == "地区" and re.match(r"(?:地)?(?:委(?!员)|直机关)", core):
        return place.name.removesuffix("地区") + "地" + core.removeprefix("地")
    if core == "委会" and place.slot == "村":  # 农家村|村委会
        core = "村" + core
    if (place.slot in _PARTY_COMMITTEES and _COMMITTEE.match(core)) or (place.slot == "村" and core == "委"):
        core = "党" + core
    if len(place.in_bodies) == _OF_ONE_CHARACTER and _COMMITTEE.match(core):  # 眉县|县委, as it is called
        core = place.slot + core
    if place.level == "county" and core.startswith("党委"):  # what is the 党委 of counties in the west is a 县委
        core = core.removeprefix("党")
    if core.startswith(_CUSTOMS):  # 江门海关, as it is called
        return place.name.removesuffix("市") + core
    if core.startswith("人民法院"):
        core = _COURT_OF.get(place.level, "") + core
    return place.in_bodies + core.replace("纪律检查委员会", "纪委").replace("纪检委", "纪委")


def short_form(core: str) -> str:
    """Long forms of a body's name without its place to those that canonical names have."""
    core = _SESSION.sub("", core)
    core = _CONGRESS.sub(lambda match: "人大" + "常委会" * match[0].endswith("委员会"), core)
    core = _CPPCC.sub("政协", core)
    core = _VILLAGERS.sub("委会", _SUPERVISION.sub("监委", core))
    core = _COURTS.get(core, core)
    core += "公室" * (core.endswith(_OFFICES) and not core.endswith(_OF_COMMISSIONS))
    core = _BRANCH.sub("党支部", core).replace("居民委员会", "居委会")
    if core.startswith("人民政府"):
        return core.removeprefix("人民")
    if core in _OF_COMMITTEES:
        return "委" + core  # 县组织部 is 县委组织部
    return "委" + core.removeprefix("委员会") if core.startswith("委员会") else core


def level_ending(text: str, end: int) -> str:
    """The level word that ends at ``end``, or nothing."""
    return next((word for word in _LEVELS_BY_END.get(text[end - 1 : end], ()) if text.endswith(word, 0, end)), "")


def level_beginning(text: str) -> str:
    """The level word with which ``text`` begins, or nothing."""
    match = _LEVEL.match(text)
    return match[0] if match else ""


@cache
def level_of(suffix: str) -> str:
    """The level word at the head of a suffix (市委, 县政府), or nothing."""
    level = next((level for level in LEVELS if suffix.startswith(level) and len(suffix) > len(level)), "")
    rest = suffix[len(level) :]
    if suffix.startswith(_LOCAL):
        return ""
    return level if rest in SUFFIXES or rest.startswith(("委", "直", "政府", "级机关")) else ""


def is_compound(text: str, start: int) -> bool:
    """Whether the level word that starts at ``start`` goes on another one: 市县政协, 县乡人大, 兵地党委 are those of no one place."""
    if text.startswith("自治", max(0, start - 3)):  # 自治旗|旗委
        return False
    if text.startswith(("兵地", "军地"), max(0, start - 1)):
        return True
    if text.startswith(("社区", "街道"), start) and text.endswith(("村、", "乡、", "镇、"), 0, start):  # 以村、|社区党支部为核心
        return True
    return text[start - 1 : start] in _COMPOUNDED and text[start - 2 : start] not in _NOT_COMPOUNDED


def is_listed(text: str, start: int) -> bool:
    """Whether the level word that starts at ``start`` stands in a list of levels, if no place ends before it: 带领市、|县妇联干部."""
    return (
        text[start - 1 : start] == "、"
        and text[start - 2 : start - 1] in _LISTED_LEVELS
        and text[start - 3 : start - 1] not in _NO_LEVELS
        and not text.endswith(_ZONES, 0, start - 1)
    )


def before_session(text: str, hit: Hit) -> int:
    """Where the suffix starts, with the number of the session before it (十二届人大常委会)."""
    if SUFFIXES[hit.text].kind not in ("congress", "cppcc", "party-committee") and hit.text != "委员会":  # 政协某县|第十一届|委员会
        return hit.start
    session = _SESSION_BEFORE.search(text, max(0, hit.start - 5), hit.start)
    return session.start() if session else hit.start


def unquoted(text: str) -> str:
    """``text`` without quotation marks, which no canonical name has."""
    return text.replace("“", "").replace("”", "")


def line(body: BodyRef) -> list[BodyRef]:
    """A body and its superiors, nearest first."""
    return [body, *(line(body.parent) if body.parent else [])]
