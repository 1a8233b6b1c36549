"""The head noun behind a quotation: directly, behind a short modifier (“三比三看”党性锻炼活动), or shared by several."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.page import Page, Token
from kg.lexicon.stops import VERBS
from kg.lexicon.words import PROGRAM_CONTESTS, PROGRAM_INSIDE, PROGRAM_NEVER, QUOTED_HEADS

_NO_HEAD: Final = re.compile(r"室|试验区|示范区|中心|的要求|场[所地馆]|规则|阵地|站|基地|小组|办公室|领导小组")
"""Behind a head: it is not the head, but part of the name of a house or a body."""
_SORT_OF_ALL: Final = "(?:志愿服务|主题|文体|文化|宣传|实践)"
_ALL_TOLD: Final = (
    r"一系列|(?:等|这)?(?:[两三四五六七八九十]|\d{1,2})[项个大](?:系列)?(?:主题|实践)*",  # 等五项系列主题
    "等(?=评[选比])",
    f"等(?:形式多样|丰富多彩|各具特色)的?{_SORT_OF_ALL}?",  # 等形式多样的文体
    (
        f"等(?:一?系列{_SORT_OF_ALL}{{1,2}}|一系列|系列|专项|具体|主题|特色|重点|重大|民生|惠民"  # 等系列志愿服务
        r"|[\u4e00-\u9fff]{2}(?:帮扶|教育|实践|服务|创建))?"  # 等爱心帮扶
    ),
)
_SEVERAL: Final = re.compile(f"(?:建设(?=等))?(?:{'|'.join(_ALL_TOLD)})(活动|工程|行动|制度|论坛|讲堂|评[选比](?:活动)?)")
"""Behind the last of several quotations: what all of them are (“甲”、“乙”|等系列活动)."""
_LEARNT: Final = re.compile("学习(?:教育|培训|实践)$")
"""At the end of a modifier: a verb that names contain (“初心之行”现场学习教育|活动)."""
_NEWLY: Final = re.compile(r"新(模式|机制)")
_HEADS_BEHIND: Final = (
    "主题实践活动|主题活动|活动|工程|行动",
    "(?:计划|项目)(?!大赛|竞赛|比赛)",  # 创业计划, but not 创业计划大赛
    "模式|机制|制度|平台|品牌",
    "竞赛(?:活动)?|大赛(?:活动)?",
    f"(?:{'|'.join(PROGRAM_CONTESTS)}){{1,3}}比赛",  # 书法绘画比赛
    "(?:读书|科技|艺术|文化|体育|美食|旅游|消费|购物|年货|采摘|音乐|丰收){1,3}节",  # 文化艺术节
    "创建活动|评选活动|创建|评选",
    "改革(?!项目|工程|行动|活动|计划|模式|机制|制度|平台|试点)",
)
_MODIFIED: Final = re.compile(rf"(的?[\u4e00-\u9fff]{{2,18}}?)({'|'.join(_HEADS_BEHIND)})")
"""Behind a quotation: a modifier and the head, which a short modifier may stand before (“甲”|党性锻炼|活动)."""
_TAUGHT: Final = re.compile("[\u4e00-\u9fff]{0,4}?教育(?=[和与及])")
"""Behind a quotation and before another program: “四群”教育|和…年活动."""
_SAID_THERE: Final = ("精神", "期间", "讲话", "报告")
"""Behind a quotation: that it is a meeting or a time, not the name of the activity (“两会”精神宣传活动)."""
_MODIFIER: Final = 8
_MODIFYING: Final = frozenset({"和", *PROGRAM_INSIDE})
"""Words of any sort that stand in what an activity is: 专项|执行|行动, 集中|捐赠|帮扶活动, 戏曲|进|校园活动."""
_BROAD: Final = ("活动", "工程", "行动", "计划", "平台", "服务项目")
"""Heads that stand behind a longer modifier, too: “…”基层党组织和党员示范行动."""
_CREATING: Final = re.compile(
    "创建(?!活动|工作|以来|中|过程)[\u4e00-\u9fff]{2,12}?(?:活动|工程|行动)(?![\u4e00-\u9fff]{0,2}(?:室|组|中心))"
)
"""Behind a quotation: what is built up, and the activity: “四个到位”创建平安校园活动."""
_GOES_ON: Final = re.compile("(?:培训|实践|宣传|宣讲|评选|竞赛|创建|达标|学习|服务|整治|锻炼|比武|练兵)?(?:活动|行动)")
"""Behind a head that is only the first word of one: 专题教育|培训活动."""
_BUILT_ON: Final = re.compile(
    "(?:建设|集中整治|专项整治|专项治理|大整治|大排查|大清查|整治|治理|清理|打击)"
    "(?:(?!启动|开展|推进|实施|组织|工作|成[效果]|结束|期间|以来|过程|工程|项目|[的等和与及了、])[\u4e00-\u9fff]){0,8}?(?:专项行动|(?<=.{4})活动)"
)
"""Behind a quotation: what is built or set right, up to the activity that does it: “清风”建设廉洁家庭系列活动."""
_YEAR: Final = re.compile("20[0-9]{2}年度?(?=[\u4e00-\u9fff])")
_CONTEST: Final = re.compile("[\u4e00-\u9fff]{0,4}?(?:竞赛|大赛)(?:活动)?")
"""Behind works: the contest on them is what the quotation names: “岗位先锋”重点工程|立功竞赛."""
_PERFORMED: Final = frozenset("诵写讲唱画拍演绘读说听")
"""Verbs that stand in the names of contests: “…”经典诵写讲大赛."""
_CARRIED_OUT: Final = re.compile("(?:实施|启动|推进|开展)(?:以来|后|以后|过程|情况|方案|仪式|[，。；])|(?:主要)?(?:包括|包含|涵盖)")
_TIMES_OF_YEAR: Final = (
    "初",
    "底",
    "末",
    "来",
    "间",
    "中",
    "前",
    "后",
    "内",
    "度",
    "会",
    "终",
    "轻",
    "满",
    "货",
    "龄",
    "产",
    "均",
    "级",
    "薪",
    "检",
    "报",
)
NOT_IN_NAMES: Final = re.compile(rf"(?<!党)的(?!主题|服务)|{'|'.join(PROGRAM_NEVER)}")


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    """The heads by their first character, longest first."""
    ordered = sorted(QUOTED_HEADS, key=lambda head: (-len(head), head))
    return {first: tuple(head for head in ordered if head[0] == first) for first in {head[0] for head in ordered}}


def head_after(page: Page, text: str, at: int) -> str:
    """The head noun behind a quotation, with a short modifier before it (“三比三看”党性锻炼活动)."""
    if not "\u4e00" <= text[at : at + 1] <= "\u9fff":
        return _of_year(page, text, at)
    skip = "的" if text.startswith("的", at) else ""
    start = at + len(skip)
    whole = _CREATING.match(text, start) or _BUILT_ON.match(text, start)
    if whole is not None and not skip:
        return whole[0]
    head = next((head for head in _heads().get(text[start : start + 1], ()) if text.startswith(head, start)), "")
    head = "" if head.endswith("制") and text.startswith("度", start + len(head)) else head
    if head and not _NO_HEAD.match(text, start + len(head)) and not _is_no_noun(page, head, start) and (not skip or head.endswith("活动")):
        longer = None if head.endswith(_BROAD) else _GOES_ON.match(text, start + len(head))
        return skip + head + (longer[0] if longer else "")
    several = _SEVERAL.match(text, at)
    if several:
        return "*" + several[1]
    newly = _NEWLY.match(text, at)
    if newly:
        return "*" + newly[1]
    return _modified(page, text, at)


def _of_year(page: Page, text: str, at: int) -> str:
    """The head noun behind a quotation and a year, with both: “…”|2018年志愿服务活动."""
    year = _YEAR.match(text, at)
    head = head_after(page, text, year.end()) if year is not None else ""
    return year[0] + head if year is not None and head and head[0] not in "*的" else ""


def _modified(page: Page, text: str, at: int) -> str:
    """The head noun behind a quotation and a modifier, with that."""
    match = _MODIFIED.match(text, at)
    if (
        match is None
        or (match[2] in ("改革", "品牌") and match[1].startswith("的"))
        or (match[2] == "平台" and "和" in match[1])  # “新问题”的途径和平台
        or NOT_IN_NAMES.search(match[1].removeprefix("的"))
        or match[1].startswith(_SAID_THERE)
        or _NO_HEAD.match(text, match.end())
    ):
        return ""
    if (taught := _TAUGHT.match(match[1])) is not None:
        return taught[0]
    learnt = _LEARNT.search(match[1])
    tokens = page.tokens(at + match[1].startswith("的"), match.end(1) - (len(learnt[0]) if learnt is not None else 0))
    if tokens and tokens[-1].text + match[2] in QUOTED_HEADS:  # “五好”基层党组织创建活动
        tokens = tokens[:-1]
    if len(match[1]) > _MODIFIER and not match[0].endswith(_BROAD):
        return ""
    if match[2].startswith(("竞赛", "大赛")):
        tokens = tuple(token for token in tokens if not _PERFORMED.issuperset(token.text))
    joined = bool(tokens) and tokens[0].text == "和"  # “…”和…活动 are two
    if joined or any(_no_modifier(token) for token in tokens):
        return ""
    on = _CONTEST.match(text, match.end()) if match[2] in ("工程", "项目") else None
    return match[0].removeprefix("具体") + (on[0] if on is not None else "")


def _is_no_noun(page: Page, head: str, start: int) -> bool:
    """Whether the word that a head may be is none there, but a verb: 计划|招生, 创建|水平."""
    text, end = page.text, start + len(head)
    if head == "创建":
        return text.startswith(("水平", "工作", "标准", "质量"), end)
    if head == "活动" and text.startswith("主题", end):  # “…”的活动主题
        return True
    if head == "建设" and _SEVERAL.match(text, start):  # “…”建设等专项活动
        return True
    if head == "年":  # ……！”年初
        return text.startswith(_TIMES_OF_YEAR, end)
    if head == "节":  # “文艺”节目
        return text.startswith(("目", "日", "约", "气", "奏", "假", "点", "省", "能", "前", "后"), end)
    if head == "周":  # 庆“七一”周末大舞台
        return text.startswith(("末", "年", "边", "围", "岁", "期"), end)
    if head == "论坛":  # a meeting, where somebody spoke
        return text.startswith(("上", "现场"), end)
    if head == "计划" and _CARRIED_OUT.match(text, end):  # “…”计划|实施以来
        return False
    behind = page.tokens(end, min(end + 4, page.clause(start)[1])) if head == "计划" else ()
    return bool(behind) and behind[0].tag == "v" and len(behind[0].text) > 1


def _no_modifier(token: Token) -> bool:
    """Whether a word between a quotation and its head says that the head is another's (“…”为载体开展活动)."""
    if token.text in _MODIFYING:
        return False
    return token.tag in ("p", "c", "d", "u", "uj", "r") or (token.tag == "v" and (len(token.text) == 1 or token.text in VERBS))
