"""Readings of a suffix behind a level word, which the context resolves: 市委, 县政府, 区 + 创建领导小组."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.candidates import COUNTED
from kg.extract.bodies.canonical import before_session, canonical, is_compound, level_ending, level_of, short_form, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.other_parties import OF_ANOTHER_PARTY, PARTIES, SOCIETY, SOCIETY_FOR_SHORT, ends_committee, of_party
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import GENERIC_BEFORE, NAMELESS_HEADS, SUFFIXES
from kg.model import Basis

_OF_NO_VILLAGE: Final = frozenset({"办公室", "组", "办", "站", "所", "部", "卫生室"})
_VILLAGE, _REGION, _COMMUNITY = "村", "区域", "社区"
_STATIONED: Final = ("驻", "住")
_OF_ALL: Final = re.compile(r"第?[一二三四五六七八九十]{1,3}届$|[\d余多][名人位][\u4e00-\u9fff]{0,8}(?:当选|担任|任|成)为?$")
"""Before the committees of all villages: elected anew, or where so many people serve."""
_LONGEST_OF_ALL: Final = 16
_OLD_COMMITTEE: Final = "地委"
_OF_A_PREFECTURE: Final = "行署"
_OF_A_VILLAGE: Final = "村务"
_JOINS: Final = frozenset("和与及")
_LOWEST: Final = frozenset({"村", "社区", "镇", "乡"})
_JOINED: Final = re.compile("[\u4e00-\u9fff”]")
"""What before a level word of the lowest says that it is no one village: 三个村党支部, “五型”村党支部."""
_LONGEST_PARTY: Final = 4
_CAMPAIGN: Final = re.compile(
    "(?<![\u4e00-\u9fff])(省|市|州|盟|县|区|旗|镇|乡)((?:深入|扎实)?(?:开展|实施|学习|推进|贯彻|落实|创建|争创|优化|改善|整治|打击|清理|防治|防范|处置)[\u4e00-\u9fff“”]{2,24}"
    "|(?!委|政府|直)(?:(?!成立|设立|组建|开展|关于)[\u4e00-\u9fff“”]){0,12}(?:教育整顿|主题教育|实践活动|攻坚战?|专项整治|创建工作)(?:第[一二三四五六七八九十]{1,3})?)$"
)
_LONGEST_CAMPAIGN: Final = 34
_GROUPS: Final = ("领导小组", "工作领导小组", "指挥部", "督导组")
_SEVERAL: Final = re.compile(r"(?:(?:\d{1,3}|[两二三四五六七八九十]{1,3})(?:个|[县市区旗]的)|两|三(?<![周期拜第十]三))$")
"""What before a level word says that it is of several places: 三个|县委, 两|县政府; not 周三|县委."""
_LONGEST_SEVERAL: Final = 5
_OF_ZONES: Final = ("管理委员会", "管委会", "党工委")
"""What zones have, and no district."""
_NO_DISTRICTS: Final = tuple(
    "站区 工区 采区 作业区 库区 厂区 矿区 园区 景区 片区 校区 院区 港区 小区 营区 林区 牧区 灾区 湖区 垦区 管理区 开发区 度假区".split()
)
"""Words whose last character is no level: 岳阳站区|党总支."""
_OF_ANY_PLACE: Final = frozenset({"医院", "中学", "小学", "学校", "幼儿园", "学院", "大学", "高中", "初中", "中心小学", "中心学校"})
"""What every place has, so that 我县医院 are all of them."""
_OF_TOWNS: Final = frozenset({"派出所", "司法所", "财政所", "国土所", "供电所"})
"""What no province, city or county has one of: 伍市|派出所."""
_INSTITUTIONS: Final = frozenset({"public-institution", "enterprise", "association", "other"})
"""Kinds of bodies of which a place has one that a list names behind its level word alone."""
_WHOLE_GROUP: Final = 7
"""Characters of a suffix that says by itself what a group is there for."""
_WHOLE_INSTITUTION: Final = 5
"""Characters of one that says what an institution is there for."""
_LIST_GOES_ON: Final = re.compile("[、，。和及等]|以及|(?:主要|有关|相关)?负责")
_EACH: Final = re.compile("(?:各|[\\d一二三四五六七八九十]个)[省市县区旗州乡镇]{1,3}（[省市县区旗州乡镇、]{1,5}）$")
"""Before a level word, with others in brackets: 各区（市）|县总工会, 11个县（市）|区委."""
_LONGEST_EACH: Final = 11
_WORKS: Final = 3
"""Characters of a word that says what works make."""
_THAT: Final = frozenset("该我本")


def levelled(reader: Reader, hit: Hit) -> BodyMention | None:
    """A level word before or at the head of the suffix, resolved by context: 市委, 县政府, 省 + 交通厅."""
    said = _level(reader, hit)
    if said is None:
        return None
    text, (level, start, core) = reader.text, said
    if _is_of_no_one(reader, start, level, core) or COUNTED.match(text, hit.end):
        return None
    place = reader.place_of_level(level, hit)
    kind = SUFFIXES[hit.text].kind
    if place is None and hit.text == _OLD_COMMITTEE and (former := _of_old_prefecture(reader, hit)) is not None:
        return former
    other = _of_another_party(reader, hit, start, level, place)
    if other is not None:
        return other
    if place is None and (hit.text == "街道办事处" or (level in _LOWEST and _JOINED.match(text[start - 1 : start]))):  # 三个|村党支部
        return None
    if level == "村" and core in _OF_NO_VILLAGE:
        return None
    if (
        place is None and level in _LOWEST and not (reader.words.opens_post(hit) or reader.words.opens_organ(hit))
    ):  # 各抓各的：村党支部重学习
        return None
    if place is None:
        body = BodyRef(level + short_form(core), kind, resolved=False, scope=reader.page.source)
        return BodyMention(start, hit.end, body, Basis.STATED, "level unresolved", 0.7)
    return _in_place(reader, hit, place, said)


def _in_place(reader: Reader, hit: Hit, place: PlaceRef, said: tuple[str, int, str]) -> BodyMention:
    """The body of ``place`` that a level word, where that starts, and what follows it say: 县|政府, 驻|村|工作队, 团|市|委."""
    text, (level, start, core) = reader.text, said
    if level == _VILLAGE and text[max(0, start - 1) : start] in _STATIONED and core.startswith("工作"):
        start, core = start - 1, text[start - 1 : start] + level + core
    start -= text[max(0, start - 1) : start] in ("我", "本", "全", "该")
    if core == "委" and text[max(0, start - 2) : start].endswith("团") and not text.endswith("集团", 0, start):
        return BodyMention(start - 1, hit.end, of_party("共青团", place), Basis.CONTEXT, "level", 0.9)
    return BodyMention(start, hit.end, BodyRef(canonical(place, core), SUFFIXES[hit.text].kind, place), Basis.CONTEXT, "level", 0.93)


def _of_old_prefecture(reader: Reader, hit: Hit) -> BodyMention | None:
    """原地委书记 in the paper of a city that was a 地区 before: 保定地委."""
    city = reader.place_of_level("市", hit)
    if city is None or city.level != "prefecture":
        return None
    body = BodyRef(city.name.removesuffix("市") + hit.text, "party-committee", city)
    return BodyMention(hit.start, hit.end, body, Basis.CONTEXT, "level", 0.85)


def _level(reader: Reader, hit: Hit) -> tuple[str, int, str] | None:
    """The level word at the head of the suffix or before it, where that starts, and what of a name follows it."""
    if level := level_of(hit.text):
        above = level_ending(reader.text, hit.start) if level == _COMMUNITY else ""
        if above and above not in _LOWEST and reader.words.left_boundary(hit.start - len(above)):  # 县|社区服务中心
            return above, hit.start - len(above), hit.text
        return None if hit.text[len(level) :] in NAMELESS_HEADS else (level, hit.start, hit.text[len(level) :])
    if hit.text == _OF_A_PREFECTURE and reader.words.left_boundary(hit.start):  # 行署专员
        return "地", hit.start, hit.text
    if hit.text.startswith(_OF_A_VILLAGE):  # 村务监督委员会
        return _OF_A_VILLAGE[0], hit.start, hit.text
    behind = before_session(reader.text, hit)
    level = level_ending(reader.text, behind)
    start = behind - len(level)
    named = SUFFIXES[hit.text].bare or hit.text in _GROUPS or _says_what_for(hit, level)
    certain = named or _is_public(hit) or reader.words.opens_post(hit)
    if not level or not (certain or _is_listed_there(reader, start, hit)):
        return None
    before = reader.text[start - 1 : start]
    if (
        "\u4e00" <= before <= "\u9fff"
        and before not in _JOINS
        and not (before in _THAT and SUFFIXES[hit.text].bare)
        and not (reader.page.breaks(start) or reader.words.follows_appointing(start))
    ):  # 由|市民政局, not 城|市民政局
        return None
    return level, start, hit.text


def _says_what_for(hit: Hit, level: str) -> bool:
    """Whether the suffix says by itself what a group or institution is there for: 市|防汛抗旱指挥部, 县|社区服务中心."""
    suffix = SUFFIXES[hit.text]
    institution = suffix.kind == "public-institution" and not suffix.weak and level not in _LOWEST
    return (suffix.kind == "leading-group" and len(hit.text) >= _WHOLE_GROUP) or (institution and len(hit.text) >= _WHOLE_INSTITUTION)


def _is_public(hit: Hit) -> bool:
    """Whether it is a school or hospital, of which a place has few that are so called: 市|第二人民医院."""
    works = len(hit.text) >= _WORKS and SUFFIXES[hit.text].kind == "enterprise" and hit.text.endswith("厂")  # 县|水泥厂
    return works or (SUFFIXES[hit.text].kind in ("school", "hospital") and hit.text not in _OF_ANY_PLACE)


def _is_listed_there(reader: Reader, start: int, hit: Hit) -> bool:
    """Whether a list of bodies goes on before and behind an institution of which a place has one: 市文化局、|市歌舞团|、市图书馆."""
    suffix, last = SUFFIXES[hit.text], reader.found[-1] if reader.found else None
    if suffix.weak or suffix.kind not in _INSTITUTIONS or hit.text in _OF_TOWNS:
        return False
    return last is not None and reader.text[last.end : start] in ("、", "和") and _LIST_GOES_ON.match(reader.text, hit.end) is not None


def _is_of_no_one(reader: Reader, start: int, level: str, core: str) -> bool:
    """Whether the level word at ``start`` means no certain place: that of several (三个|县委), of any, of a zone (产业集聚|区管委会)."""
    text = reader.text
    if text.endswith(GENERIC_BEFORE["body"], 0, start) or _SEVERAL.search(text, max(0, start - _LONGEST_SEVERAL), start):
        return True
    if text[start - 1 : start] == "）" and _EACH.search(text, max(0, start - _LONGEST_EACH), start):
        return True
    if core in _OF_TOWNS and level not in _LOWEST:
        return True
    if level == _VILLAGE and (text[start - 1 : start] == "农" or _OF_ALL.search(text, max(0, start - _LONGEST_OF_ALL), start)):
        return True  # 农|村党支部, 第四届|村民委员会, 24名当选为|村委会主任
    if level == "区" and text.startswith(_REGION, start):
        return True
    if level == "区" and text.endswith(_NO_DISTRICTS, 0, start + len(level)):
        return True
    if (core in _OF_ZONES and level == "区") or (core in PARTIES and level in _LOWEST):  # 任庄|村民建了
        return True
    return (is_compound(text, start) and reader.places.ending(start) is None) or reader.in_levels(start)


def _of_another_party(reader: Reader, hit: Hit, start: int, level: str, place: PlaceRef | None) -> BodyMention | None:
    """The committee that another party has at that level: 民进|市委, 市|民革."""
    core = hit.text.removeprefix(level)
    if core in PARTIES and place is not None:
        return BodyMention(start, hit.end, of_party(core, place), Basis.CONTEXT, "level", 0.9)
    party = _party_before(reader, start, level) if core == "委" else ""
    if not party:
        return None
    body = of_party(party, place) if place else BodyRef(party + level + core, "other", resolved=False, scope=reader.page.source)
    start -= len(party) * reader.text.endswith(party, 0, start) or (party == SOCIETY and reader.text.endswith(SOCIETY[-1], 0, start))
    return BodyMention(start, ends_committee(reader.text, hit), body, Basis.CONTEXT if place else Basis.STATED, "level", 0.9)


def _party_before(reader: Reader, start: int, level: str) -> str:
    """The party whose committee the level word at ``start`` begins, or nothing: that before it, or the one whose committee 省委 is in the article."""
    other = OF_ANOTHER_PARTY.search(reader.text, max(0, start - _LONGEST_PARTY), start)
    if other is not None:
        return other[0]
    if level != "区" and SOCIETY_FOR_SHORT.search(reader.text, max(0, start - 2), start):  # 社|省委
        return SOCIETY
    return "" if reader.text.endswith("中共", 0, start) else reader.parties.get(level, "")


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
