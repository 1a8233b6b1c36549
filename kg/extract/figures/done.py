"""Figures of what was done: so many times, or by and to so many people."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import phrases
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page

_SUCH: Final = re.compile(r"(?<![\u4e00-\u9fff\d])(?:其中|目前|现)?([\u4e00-\u9fff\d]{3,16}?)的(?:共?有|约有|仅有|达)$")
_LONGEST_SUCH: Final = 26
_LIST: Final = 80
"""The longest list of those who came."""
_CAME_OF_IT: Final = ("惠及", "受益", "参加", "参与", "覆盖", "吸引", "解决", "发放", "收集", "培训")
"""Behind so many times, these verbs say what came of it, not what was done."""
_FOR_WHICH: Final = re.compile(r"因[^，。；]{2,24}?(?=受到|被|获)")
_AS: Final = re.compile("(?:作为|列为|确定为)([\u4e00-\u9fff]{2,12}?)(?:加以|进行|予以|给予|，|。|；)")
"""What people were chosen for: 选出100人|作为全国优秀教师|加以表彰."""
_ELECTED: Final = re.compile(
    r"(?:同志|教师|党员|干部|个人)?(?:先后|分别)?(?:当选|被?选举?|被?(?:评|命名|认定|评选|推选|确定|表彰|聘任?))为(?:了)?([\u4e00-\u9fff“”]{2,20})(?=[，。；、）]|$)"
)
"""What people were elected or found to be: 63名|当选为|村党组织书记, 141人|被评为|优秀工作队员."""
_CALLED: Final = re.compile(
    r"(?:同志)?(?:先后|分别)?(?:被?(?:授予|授|评为|命名为|表彰为)|荣?获得?|获评|获颁)[^，。；“”]{0,8}“?([\u4e00-\u9fff]{2,12})”?([\u4e00-\u9fff]{0,4}?)(?:荣誉)?称号"
)
"""What those were called of whom only some are named: 甲、乙等10人|被授予“先锋”标兵称号."""
_LONGEST_ELECTED: Final = 16
_ARE: Final = re.compile(r"(?:均|都|全)?(?:是|为)([\u4e00-\u9fff]{2,10})(?=[，。；、）]|$)")
_AMONG: Final = ("，", "。", "；", "：", "、", "中", "\n", "")
"""Before a number of those who are something: 当中|8人是…."""
_SENT_OUT: Final = re.compile("(?:选派|抽调|派出|选调|下派|选送|推荐|遴选)了?$")
"""Before a number of people: what they were sent to do stands behind it: 选派|100人驻企挂职."""
_ARE_AT: Final = ("正在", "仍在")
_LONGEST_SENT: Final = 3
_THOSE_WHO: Final = re.compile(r"((?:参加|出席|列席|参与)[^，。；的有]{2,10})的?(?:人员|领导|嘉宾)?(?:还)?(?:有|包括)[^。；]*?[等共]+$")


def such(page: Page, low: int, number: Number) -> str:
    """What those are of whom there are so many: 出生于20世纪50年代|的有13人."""
    told = _SUCH.search(page.text, max(low, number.start - _LONGEST_SUCH), number.start)
    return told[1] if told is not None else ""


def times(page: Page, names: Names, left: int, number: Number) -> str:
    """What was done so many times: 4次讨论修改…."""
    if page.text.startswith(_CAME_OF_IT, number.end):
        return phrases.before(page, names, left, number.start).text
    return phrases.deed(page, number.end)


def people(page: Page, low: int, number: Number) -> str:
    """What was done for people (为42人介绍工作), what they went through (…人因…受到处分), or what those listed in ``text[low:]`` came for."""
    text = page.text
    before = text[max(low, number.start - 1) : number.start]
    if before == "为" or text.startswith(_ARE_AT, number.end):
        return phrases.deed(page, number.end)
    if _SENT_OUT.search(text, max(low, number.start - _LONGEST_SENT), number.start):
        return phrases.deed(page, number.end)
    chosen = _AS.match(text, number.end)
    if chosen is not None:
        return chosen[1]
    why = _FOR_WHICH.match(text, number.end)
    if why is not None:
        return phrases.deed(page, why.end())
    came = _THOSE_WHO.search(text, max(low, number.start - _LIST), number.start) if before in ("等", "共") else None
    return came[1] if came is not None else ""


def called(page: Page, number: Number) -> str:
    """What so many people, some of whom are named before, were called: 10人|被授予“先锋”标兵称号."""
    title = _CALLED.match(page.text, number.end) if page.text[number.start - 1 : number.start] == "等" else None
    return title[1] + title[2] if title is not None else ""


def elected(page: Page, number: Number) -> str:
    """What so many people were elected to be, or are: 63名|当选为|村党组织书记, 当中8人|是|中共党员."""
    to = _ELECTED.match(page.text, number.end)
    if to is None and page.text[number.start - 1 : number.start] in _AMONG:
        to = _ARE.match(page.text, number.end)
    return to[1].translate(phrases.NO_MARKS)[:_LONGEST_ELECTED] if to is not None else ""
