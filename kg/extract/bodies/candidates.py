"""Where bodies may be named: the suffixes in a text that are not parts of other words or of titles."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.bodies.other_parties import PARTIES, ends_committee
from kg.extract.page import Page
from kg.extract.scan import Hit, Scanner
from kg.lexicon.stops import VERBS
from kg.lexicon.words import FUSED, NATIONAL_BODIES, OFFICES, SUFFIX_FOLLOWERS, SUFFIXES, WORDS_LIKE_BODIES

CENTRES: Final = frozenset({"中央", "中共中央", "党中央"})
"""What the Central Committee is called."""

_OF_ALL_LEVELS: Final = re.compile("[、和及]省(?:、?[市州区县])+(?!委|政府|纪委)")
"""What behind the centre says that it is but the highest of all levels: 中央、|省市会议精神."""
ORGANS: Final = ("党委", "党校", "党组", "党总支", "党支部", "党工委", "纪委", "工会", "团委", "团支部", "董事会", "监事会")
"""Organs that organisations have, whatever they are."""

_FIELD_BEFORE: Final = re.compile(r"[省市州盟县区旗](?:(?![局厅委办部院会处组府协]|领导|干部|有关|相关|各|全)[\u4e00-\u9fff]){2,4}[和与]$")
_NUMBERED: Final = {"中": ("中学", "中医院"), "小": ("小学",), "幼": ("幼儿园",)}
"""Houses that go by numbers, by their first character, with which the number makes a short name (一中, 二幼)."""
_PUPILS: Final = ("学生", "学子")
_INSIDE_COMMITTEES: Final = frozenset({"计委", "教委", "科委", "体委", "农委", "经委", "建委", "工委", "交委", "编委", "消委"})
"""Words for committees that 委员会 may make by chance with the last character of a field: 审计|委员会, 职工|委员会."""
_RULED: Final = "依法治"
_COMMITTEES: Final = ("委员会办公室", "委员会")
_NUMERALS: Final = frozenset("一二三四五六七八九十")
_LONGEST_FIELD: Final = 6
_WORK: Final = ("工作", "活动", "事业", "改革")
"""Before 所, which then begins a clause."""
_DONE: Final = ("取得", "采取", "做的", "做出", "作的", "作出", "获得", "产生", "形成", "带来", "付出", "面临", "需的", "需要", "表现")
"""Behind such a 所."""
_WARDS: Final = ("中医科", "西医科")
"""Wards whose last two characters make another word (医科大学)."""
_OF_LAWS: Final = ("法工委", "法制工作委员会")
_IN_ONE_WORD: Final = {
    "大": _OF_LAWS,
    "会": _OF_LAWS,
    "委": (
        "组织部",
        "宣传部",
        "统战部",
        "政法委",
        "办公厅",
        "办公室",
        "党校",
        "政研室",
        "政策研究室",
        "老干部局",
        "巡视办",
        "农办",
        "机关工委",
    ),
}
"""What stands behind a committee or congress in one word of the dictionary with it, by the last character of that."""
_BEFORE: Final = {"小学": "中", "小学校": "中", "中学": "集"}
"""Characters before a suffix with which it names all schools of a place (全县中|小学), or is none (集|中学|习)."""
_PARTED: Final = ("分管", "分配", "分别", "分工", "分批")
"""Words that begin behind 部: 组织部|分管日常工作, 组织部|分配的选调生."""
_OF_RANK: Final = re.compile("[一二三四高中初平同]等$")
"""What 等 is part of before a body: 高等|学校; else it ends a list: 市中医院等|医院."""
_JOINT: Final = "联席会议"
_ONE_MEETING: Final = re.compile(r"第[一二三四五六七八九十百\d]{1,5}次(?:\S{0,2})$|(?:召开|举行)(?:了)?[\u4e00-\u9fff]{0,8}$")
"""Before 联席会议: that it is one meeting, no standing body."""
_LONGEST_MEETING: Final = 12
_PAPER: Final = re.compile(r"[发通函字电]{1,2}[〔［\[](?:19|20)\d\d[〕］\]]")
"""The rest of a document's number behind the word for who issued it."""
_OF_ORGANISERS: Final = re.compile("工(?:会议|干部|部门|系统|工作|网|信息)|联(?:部|处|科|室)")
"""Behind 组, which with 工 is the work of organisation departments for short, and with 联 organising and liaison (组|联部)."""
_PROPOSALS: Final = "提案委"
"""The committee for proposals of a consultative conference, where 政协提案 is one word of the segmenter."""
_SECTOR: Final = ("界别", "界委员")
"""What the members of a consultative conference are of: 市政协|民进|界别委员."""
_LIKE_A_BUREAU: Final = "招商局"
_FIRM_BEHIND: Final = re.compile("集团|[\u4e00-\u9fff]{2,12}公司")
_DELEGATES: Final = "代表团"
_CONGRESS: Final = re.compile("(?:人大|政协|党代会|次会议|党的?[一二三四五六七八九十]{1,3}大)[\u4e00-\u9fff]{2,8}$")
_LONGEST_CONGRESS: Final = 16
_TITLES: Final = (2, 3, 4, 5, 6)
_OPENING: Final = frozenset(office[0] for office in OFFICES)
"""Characters of titles behind a body."""
_PAPERS: Final = ("晚报", "早报", "晨报", "日报", "商报", "快报", "时报")
"""Papers by the last word of their names, which before 讯 is no name."""
_OF_UNIONS: Final = re.compile(r"代表|会员|干部|积极分子|小组|第[一二三四五六七八九十\d]{1,3}[次届]")
_OF_LEAGUES: Final = re.compile("的?工作|干部|员|组织|系统|代表大会")
"""What goes on another word: 工会|代表会议, 共青团|的工作."""
_WITH_SITES: Final = frozenset("局厅委府部院会办室")
"""Last characters of bodies that have a site."""
_RESIDENTS: Final = re.compile("(?:特困|贫困|困难|老)?(?:村民|群众|党员|居民|农户|农民|残疾人|老人)")
COUNTED: Final = re.compile(r"\d{1,5}[多余]?个(?!单位|部门|乡镇|镇|街道|科室)")
"""Behind a body: so many of them there are (村党支部|12个)."""
_COUNTED_BRANCHES: Final = ("党支部", "党总支", "支部", "党委", "党小组")
"""Of which there may be several: so many stand behind them."""
_HAMLET: Final = re.compile(r"村(?![委民])(?:(?!工作|领导|指导|帮扶|调研|[督监])[\u4e00-\u9fff\d]){1,4}$")
_LONGEST_HAMLET: Final = 5
"""Characters from 村 to the group."""
_CONFERENCE, _SYSTEM, _CONVENER = "联席会议", "制度", "召集人"
_LIST_BEHIND: Final = 1500
"""Characters behind 联席会议制度 in which the list of its members begins, if it is a body that has some."""


def find(page: Page, titles: dict[int, int]) -> list[Hit]:
    """The suffixes in the mined zones of ``page`` that may end the name of a body, in order."""
    text = page.text
    return [
        _behind_its_fields(text, hit)
        for hit in (_with_its_rest(text, _without_number(text, hit)) for hit in _scanner().scan(text))
        if titles.get(hit.start, 0) < hit.end
        and (hit.text in CENTRES or _is_word(page, hit))
        and not _is_other_word(text, hit)
        and not _is_no_body(text, hit)
        and page.mined(hit.start)
    ]


def _without_number(text: str, hit: Hit) -> Hit:
    """``hit``, or 中学, 幼儿园 … where it begins inside of the number of one: 第十|五中|学, 第|二小|学, 第|一幼|儿园; not 五中|学生."""
    if hit.text[0] not in _NUMERALS or text.startswith(_PUPILS, hit.end):
        return hit
    start = hit.end - 1
    house = next((house for house in _NUMBERED.get(hit.text[-1], ()) if text.startswith(house, start)), "")
    return Hit(start, start + len(house), house) if house else hit


def _with_its_rest(text: str, hit: Hit) -> Hit:
    """``hit``, or 委员会 where it begins inside of that word behind what the committee is for: 审|计委|员会, 全面依法治|县委|员会."""
    start = hit.start + hit.text.rfind("委")
    by_chance = hit.text in _INSIDE_COMMITTEES or text.endswith(_RULED, 0, hit.start)
    if not by_chance or not text.startswith(_COMMITTEES[-1], start):
        return hit
    whole = next(word for word in _COMMITTEES if text.startswith(word, start))
    return Hit(start, start + len(whole), whole)


def _behind_its_fields(text: str, hit: Hit) -> Hit:
    """``hit``, or its last word alone where its first is the second of two fields of the body's work: 市|扶贫和移民|办."""
    if hit.text not in SUFFIXES or SUFFIXES[hit.text].kind != "government-department" or len(hit.text) == 1 or hit.text[-1] not in SUFFIXES:
        return hit
    joined = text[hit.start - 1 : hit.start] in ("和", "与") and _FIELD_BEFORE.search(text, max(0, hit.start - _LONGEST_FIELD), hit.start)
    return Hit(hit.end - 1, hit.end, hit.text[-1]) if joined else hit


@cache
def title_scanner() -> Scanner:
    """The automaton over bare and fused titles."""
    return Scanner([*OFFICES, *FUSED])


def bare_titles(page: Page) -> dict[int, int]:
    """For each position inside a bare title (of a fused one, its last part) the title's end."""
    inside = {}
    for hit in page.hits(title_scanner()):
        fused = FUSED.get(hit.text)
        start = hit.end - len(fused.title) if fused and hit.text.endswith(fused.title) else hit.start
        inside.update(dict.fromkeys(range(start, hit.end), hit.end))
    return inside


def opens_title(text: str, at: int) -> bool:
    """Whether what stands at ``at`` is a title by itself (党组|成员, 政协|委员) or fused with the suffix (组织部|长)."""
    if text.startswith("长", at):
        return True
    return text[at : at + 1] in _OPENING and any(text[at : at + length] in OFFICES for length in _TITLES)


@cache
def _scanner() -> Scanner:
    return Scanner([*(name for name, suffix in SUFFIXES.items() if suffix.strength != "never"), "中央", *NATIONAL_BODIES])


def _is_word(page: Page, hit: Hit) -> bool:
    """Whether no word of the text reaches over the end of the suffix (集|中学|习), but for a fused title (组织部|长) and 公司|党委."""
    before = page.text[hit.start - 1 : hit.end]
    if before in WORDS_LIKE_BODIES or before in VERBS or page.text[hit.start - 2 : hit.end] in WORDS_LIKE_BODIES:  # 承|办, 会议|厅
        return page.text.startswith(hit.text[-1] + "长", hit.end) or page.text.endswith(_WARDS, 0, hit.end)  # 管|理科|科长
    if hit.text.endswith("委") and page.text.startswith("政府", hit.end):  # 乡党委|政府
        return True
    if page.text.startswith(_IN_ONE_WORD.get(hit.text[-1], ()), hit.end):  # 湖南省委|宣传部, 人大常委会|法工委
        return True
    if ends_committee(page.text, hit) > hit.end:
        return True
    if hit.text.endswith("部") and page.text.startswith(_PARTED, hit.end):  # 组织部|分管日常工作的
        return True
    if page.text[hit.end : hit.end + 1] == "办" and hit.text.endswith(("委", "政府")):  # 县政府|办副主任
        return True
    if page.text.startswith(_PROPOSALS, hit.end):  # 县政协|提案委主任
        return True
    return page.breaks(hit.end) or opens_title(page.text, hit.end) or page.text.startswith(ORGANS, hit.end)


def _is_of_many(text: str, hit: Hit) -> bool:
    """Whether all schools are meant (中|小学), or what a list is of (市中医院等|医院)."""
    if text[hit.start - 1 : hit.start] in _BEFORE.get(hit.text, ()):
        return True
    return text.startswith("等", hit.start - 1) and _OF_RANK.search(text, max(0, hit.start - 2), hit.start) is None


def _is_no_body(text: str, hit: Hit) -> bool:
    """Whether it is no one body, one meeting is told of, branches are counted (茶叶合作社|党支部|23个), or a group is where people of a village live: 瓦厂村沙厂|组|村民, not 大石村帮扶|组."""
    if _is_of_many(text, hit) or _is_firm(text, hit) or _is_at_congress(text, hit):
        return True
    if hit.text.endswith(_JOINT) and _ONE_MEETING.search(text, max(0, hit.start - _LONGEST_MEETING), hit.start):
        return True
    if hit.text != "组":
        return hit.text in _COUNTED_BRANCHES and COUNTED.match(text, hit.end) is not None
    return _RESIDENTS.match(text, hit.end) is not None and _HAMLET.search(text, max(0, hit.start - _LONGEST_HAMLET), hit.start) is not None


def _is_firm(text: str, hit: Hit) -> bool:
    """Whether a bureau is the beginning of a firm's name: 招商局|集团, 招商局|海南开发投资有限公司; not 三亚市招商局、某公司."""
    return hit.text == _LIKE_A_BUREAU and _FIRM_BEHIND.match(text, hit.end) is not None


def _is_at_congress(text: str, hit: Hit) -> bool:
    """Whether it is the delegates of a place at a congress: 全国人大二次会议安徽|代表团."""
    return hit.text == _DELEGATES and _CONGRESS.search(text, max(0, hit.start - _LONGEST_CONGRESS), hit.start) is not None


def _is_of_no_paper(text: str, hit: Hit) -> bool:
    """Whether what ends like a paper is that one's site, or any paper that a dispatch is of: 市政府|网站, 晚报|讯."""
    if hit.text == "网站":
        return text[hit.start - 1 : hit.start] in _WITH_SITES
    return hit.text in _PAPERS and text.startswith("讯", hit.end) and not "\u4e00" <= text[hit.start - 1 : hit.start] <= "\u9fff"


def _is_other_word(text: str, hit: Hit) -> bool:
    """Whether the suffix is the beginning of another word: 组织部|门, 处|理, 网|络, 中心|工作; not 发改委|派驻."""
    if hit.text in CENTRES and _OF_ALL_LEVELS.match(text, hit.end):
        return True
    organizes = text.startswith("组织", hit.end) and not text.startswith("组织部", hit.end)
    sector = text.startswith(_SECTOR, hit.end)
    if hit.text in PARTIES and (
        organizes or sector or text[hit.start - 1 : hit.start] == "村"
    ):  # 两市农工党|组织, 民进|界别, 石庄村|民建了大棚
        return True
    if hit.text == "所" and (text.endswith(_WORK, 0, hit.start) or text.startswith(_DONE, hit.end)):  # 扶贫开发|所取得的成绩
        return True
    if _is_of_no_paper(text, hit):
        return True
    if hit.text == "大学" and text.startswith("学历", hit.end):  # 中央党校|大学学历
        return True
    if hit.text == _CONFERENCE and text.startswith(_SYSTEM, hit.end) and text.find(_CONVENER, hit.end, hit.end + _LIST_BEHIND) >= 0:
        return False
    if (hit.text == "工会" and _OF_UNIONS.match(text, hit.end)) or (hit.text == "共青团" and _OF_LEAGUES.match(text, hit.end)):
        return True
    if hit.text == "组" and (
        _PAPER.match(text, hit.end) or _OF_ORGANISERS.match(text, hit.end)
    ):  # 组织部盐|组|通〔2019〕12号, 全市|组|工会议
        return True
    after = text[hit.end : hit.end + 1]
    followers = SUFFIX_FOLLOWERS.get(hit.text[-2:]) or SUFFIX_FOLLOWERS.get(hit.text[-1:], frozenset())
    if not after or after not in followers or ends_committee(text, hit) > hit.end:
        return False
    return not opens_title(text, hit.end) and not text.startswith(("派驻", "政府", "分管"), hit.end)
