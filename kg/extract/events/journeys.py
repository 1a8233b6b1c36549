"""The grammar of going somewhere: P一行, with whom, a word of going, where, and how it was done, before what it was for."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.posts import PersonMention
from kg.extract.scan import made_of

_GOING: Final = re.compile(
    r"(深入到?|亲临|莅临|来到|赶到|走进|走访到|前往|赶赴|奔赴|驱车到|赴|到|来|在|对)(?=[^，。；：]{1,40}$|[^，。；：]{1,40}，$)"
)
_NO_GOING: Final = ("到底", "来自", "在内", "到位", "在建", "到任", "在任", "到来", "到会", "来的", "在场")
WENT: Final = frozenset({"亲临", "莅临", "来到", "赶到", "走进", "走访到", "驱车到", "在", "深入", "深入到", "前往", "奔赴", "赶赴"})
"""Words of going for which a name of a visit says 到."""
_YEAR: Final = r"(?:(?:19|20)\d\d年)?"  # 2012年
_DAY: Final = r"(?:\d{1,2}月)?\d{1,2}日"  # 3月5日
_SO_MANY: Final = r"(?:[\d一二三四五六七八九十]{1,3}人)?"  # 五人
_PARTS_BETWEEN: Final = (
    "（[左右前后中排第一二两三四五六七八起、]{1,8}）",  # who it is in a picture: （前排左二）
    "同志|先生|女士|主任|书记|主席|院长|校长|教授",
    rf"\s?于?{_YEAR}{_DAY}(?:[至到—-]{_DAY})?(?:上午|下午|晚上)?",  # 于3月5日至7日
    rf"\s?于?{_YEAR}\d{{1,2}}月(?!\d)",  # 2012年3月
    f"一行{_SO_MANY}(?:(?:考察|调研|学习|代表|参观|访问|慰问)[组团队])?",  # 一行五人考察团
    f"(?:等[^，。；]{{0,6}})?(?:组成|率领|带领)的[^，。；]{{2,24}}[组团队](?:一行)?{_SO_MANY}",  # 等三人组成的某县教育考察组
    "等(?:[省市县区州旗镇乡校院局]?(?:[领导同志]{1,4}|一行|人))?",  # 等县领导
    "([率携][^。；])[^。；]{0,118}",  # 率县直部门负责人
    "带队",
    "(带领[^。；]{2})[^。；]{0,46}",  # 带领工作人员
    "(就[^，。；]{2})[^，。；]{0,22}",  # 就春耕生产
    "以[^，。；]{2,16}方式",  # 以随机抽查方式
    "采取[^，。；]{2,16}方式",
    "(?:以及|及|和)[^，。；]{2,24}?(?:负责人|负责同志|人员|一行|等)",  # 及有关部门负责同志
    r"先后|分别|再次|第[一二三四五\d]{1,2}次|首次|又|还|也",
    "专程|亲自|专门",
    r"冒雨|(冒着[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,4}",  # 冒着高温酷暑
    r"(利用[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,6}",  # 利用双休日
    "[受应][^，。；]{2,24}(?:委托|邀请)",  # 受县委委托
    "(?:身体力行|率先垂范|以身作则|靠前指挥)、?|第一时间|带头",
    "一同|一起|前去|深入",
    "([赴到][^，。；]{2})[^，。；]{0,20}后，",  # where they had been before: 到达村部后，
    "，",
)
"""A part with a group may end anywhere behind that group: it need not take all that it could."""
_BETWEEN: Final = re.compile("|".join(_PARTS_BETWEEN))
"""What stands between somebody and a word of going, part by part."""
_COMPANY: Final = re.compile(r"(?:等)?(?:同志|领导|人)?的?(?:陪同|带领)下，?")
_MANNERS: Final = (
    "，(?:与|同|和|为|向|给)[^，。；：]{1,16}$",  # with or for whom: ，与村民代表
    "，(?:通过|采取|以)[^，。；]{2,40}?等?[方形]式，?$",  # by what means: ，采取听汇报、看现场等方式，
    "，就[^，。；]{2,30}(?:进行|开展)了?[^，。；、]{0,4}$",  # about what: ，就春耕生产进行了专题
    "(?:进行|开展)了?[^，。；、]{0,4}$",  # 开展了实地
    "，?(?:实地|现场|亲切|深切|详细|专题|专项|突击|重点|集中|先后|分别|深入|认真)*$",
    "(?:进行|开展)了?[^，。；]{4,36}，?$",  # 进行为期三天的学习
)
_MANNER: Final = re.compile("|".join(_MANNERS))
"""How it was done, between where somebody went and what for: 到五里镇|，就春耕生产进行专题|调研."""
_NOT_VISITED: Final = re.compile(
    r"一线|群众家|农村$|^.{0,4}现场$|实地$|^企业$|^社区$|^基层$|^各|^农村|[了着过的]|和$|期间|工作$|^大力|^有关|^(?:会议|办公|接待|活动|教)室$|^会场|^主席台|下$|接受$|^全|时$|中$|^任|会上|讲话|发言|致辞"
    r"|(?:走访|调研|考察|慰问|检查|视察|看望|参观|督导)(?!站|点|组|团|室|所|基地|中心|对象|单位)"
)
_LED: Final = re.compile("(?:同志|一行)?(?:率领?|带领)[^，。；]{0,24}")
_OWN: Final = re.compile(
    "(?:自己|其)?所?(?:联系|帮扶|包联|挂点|挂钩|结对|包保|驻点)的"
    "|(?:[\u4e00-\u9fff]{2,10}的)?(?:挂点|挂钩|定点|结对|包村)?(?:(?:定点|对口|结对|挂钩|包联|联系)帮扶|帮扶|联系|包联|驻点|联建|挂联)[村点](?=[\u4e00-\u9fff])"
)
"""走进所联系的…村: what makes the place theirs."""
_SHORTEST: Final = 2
_PLACES: Final = frozenset("省市县区旗镇乡村校厂矿院局")
_FAR: Final = 80
_HOW: Final = 50
"""So far before what a visit is for stands how it was done."""


_DONE: Final = re.compile("(?:进行|开展|作|做)了?[^，。；、]{0,16}$")


class Journey(NamedTuple):
    """``how`` one went (a word of going, which begins at ``start``), and where: ``text[where:stop]``."""

    start: int
    how: str
    where: int
    stop: int


def travellers(text: str, people: list[PersonMention]) -> tuple[list[PersonMention], list[PersonMention], tuple[int, int]]:
    """Those who went, those of 在…陪同下, and where these words stand."""
    company = _COMPANY.match(text, people[-1].end)
    at = text.find("在", people[0].end, people[-1].start) if company else -1
    if company is None or at < 0:
        return people, [], (0, 0)
    while (later := text.find("在", at + 1, people[-1].start)) > 0 and not any(at < person.start < later for person in people):
        at = later
    return [p for p in people if p.end <= at], [p for p in people if p.start > at], (at, company.end())


def journey(text: str, low: int, hit: int, apart: tuple[int, int]) -> Journey | None:
    """The journey of whoever is named up to ``low``, for what begins at ``hit``; ``apart``: a stretch that tells of something else."""
    manner = _MANNER.search(text, max(low, hit - _HOW), hit)
    stop = manner.start() if manner else hit
    for match in _GOING.finditer(text, max(low, apart[1], stop - _FAR), stop):
        if text.startswith(_NO_GOING, match.start()):
            continue
        between = text[low : match.start()]
        if low <= apart[0] < apart[1] <= match.start():
            between = text[low : apart[0]] + text[apart[1] : match.start()]
        own = _OWN.match(text, match.end(), stop)
        found = Journey(match.start(), match[1], own.end() if own else match.end(), stop)
        if match[1] == "对" and not _DONE.search(text, stop, hit):
            return None
        if not leads_on(between):
            return None
        if _somewhere(text[found.where : stop], found.how):
            return found
    return None


def leads_on(between: str) -> bool:
    """Whether ``between`` somebody and what they did says nothing but how and with whom they went: not 没有, 要求干部."""
    return made_of(between, _BETWEEN)


def _somewhere(where: str, how: str) -> bool:
    """Whether ``where`` is a certain place, house or, behind 对, thing."""
    if how == "对":
        return len(where) >= _SHORTEST
    return (len(where) >= _SHORTEST or where in _PLACES) and _NOT_VISITED.search(where) is None


def leading(text: str, people: list[PersonMention]) -> tuple[list[PersonMention], list[PersonMention]]:
    """Those of ``people`` who went, of a list at its end, and those whom they led: 甲率|局长乙、副局长丙等来…."""
    first = first_of(people, text)
    if first and _LED.fullmatch(text, people[first - 1].end, people[first].start):
        return people[first_of(people[:first], text) : first], people[first:]
    return people[first:], []


def first_of(people: list[PersonMention], text: str) -> int:
    """The number of the first of those who are listed with the last one."""
    first = len(people) - 1
    while first and re.fullmatch(
        r"(?:同志)?[、和及与][^，。；]{0,24}|，[^，。；]{2,24}", text[people[first - 1].end : people[first].start]
    ):
        first -= 1
    return first
