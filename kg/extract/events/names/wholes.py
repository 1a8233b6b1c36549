"""What a name holds that is taken whole, as its words alone would not be: numbers, sessions, bodies, programs, asides, periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.events.mention import Around
from kg.extract.events.names.name import LONGEST, REACH, SPIRIT
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef
from kg.extract.scan import within
from kg.lexicon.words import EVENT_WORDS

_NUMBERED: Final = re.compile(
    "(?:首届"
    "|第[一二三四五六七八九十百0-9]{1,4}[届次](?:[一二三四五六七八九十0-9]{1,3}次)?"  # 第三次, 第十二届五次
    "|[一二三四五六七八九十0-9]{1,4}届(?:[一二三四五六七八九十0-9]{1,4}次?)?"  # 十二届五次
    "|(?<=[大协])[一二三四五六七八九十]{1,3}次"  # 县人大|五次, 县政协|五次
    "|第[一二三四五六七八九十0-9]{1,4}[期批场])$"  # 第二期
)
"""The number before the last word of a name, or before other words of it: 县第十二届五次|职代会, 第二期|培训班."""
_TERM: Final = re.compile("(?<=[省市县区州盟旗团校师司])[一二三四五六七八九十]{1,3}次$")
"""省十一次|党代会: which congress it is, without 第."""
_CONGRESSES: Final = ("党代会", "人代会", "职代会", "团代会", "妇代会", "代表大会", "党员代表大会")
_ANNIVERSARY: Final = re.compile(
    r"(?:(?:庆祝|纪念|喜迎|迎接)?"
    r"(?:(?:(?![了的])[\u4e00-\u9fff]){0,8}?"  # 某公司
    "(?:成立|诞辰|建党|建军|建国|建[团校院厂州盟县市区企司局所社站队馆]|胜利|解放))?"
    "[0-9一二三四五六七八九十百]{1,4}周年)$"  # 88周年
)
"""庆祝建校三十周年|大会."""
_PROJECTS: Final = re.compile(r"[1-9]\d{0,2}个$")
_NEAR_NUMBER: Final = 5
_WORKS: Final = ("重点项目", "重大项目", "项目", "重点工程")
"""Of a ceremony that begins so many works: 21个|重点项目集中开工仪式."""
_FEAST: Final = re.compile("(?:庆祝|纪念|喜迎|迎接)?第[一二三四五六七八九十百0-9]{1,4}个$")
"""庆祝第三十五个|教师节暨表彰大会."""
_OF_YEAR: Final = re.compile(
    r"(?:(?<=[局院校部司厂会团委县市区省镇乡村师矿）”])|(?<=召开|举行|举办)|(?<=召开了|举行了|举办了))(?:19|20)\d\d年度?$"
)
"""…委员会|2022年|组织工作会议, 举行|2018年|春季开学典礼: the year that a name holds, not that of the sentence."""
_PART: Final = re.compile(r"(?:(?:19|20)\d\d年)?(?:[上下]半年|第?[一二三四]季度)$")
"""2010年上半年工作总结大会."""
_YEARS: Final = "周年"
_VERBS_OF_HOLDING: Final = ("召开", "举行", "举办", "召开了", "举行了", "举办了")
_HONOURED: Final = ("庆祝", "纪念", "喜迎", "迎接")
_JOINED: Final = re.compile(r"暨(?:(?:19|20)\d\d年度?)?(?:[\u4e00-\u9fff]{2,8}、)*$")
_ASIDE: Final = re.compile(r"[省市州县区乡镇村]（[省市州盟县区旗乡镇、街道社]{1,8}）$")
"""县（市、区）委书记座谈会."""
_PLACES_ASIDE: Final = re.compile(r"[省市州县区]（[\u4e00-\u9fff·、]{2,14}）$")
"""江门市（新会·台山）|招商推介会, 某县（深圳）|恳谈会: which of its places, or where."""
_GLOSS: Final = re.compile(r"（(?:以下)?(?:简称|统称)[^（）]{2,16}）$")
"""…公司（以下简称某集团）工作会议."""
_LONGEST_WORD: Final = max(map(len, EVENT_WORDS))
DEEDS: Final = (
    "成立",
    "落成",
    "启用",
    "奠基",
    "开工",
    "竣工",
    "揭牌",
    "挂牌",
    "授牌",
    "签约",
    "通车",
    "投产",
    "发布",
    "启动",
    "颁奖",
    "开幕",
)
"""What a ceremony is held for, before 暨 or its last word: 成立|暨挂牌仪式, 落成|庆典."""
_STUDIED_TOGETHER: Final = "中心组学习"
_SESSIONS: Final = re.compile(
    "(?:(?:党的|中共|全?[国省市县区州]委?)?第?[一二三四五六七八九十]{1,3}"  # 省委十一
    "(?:届[一二三四五六七八九十]{1,3}[中次]全会|次(?:党代会)|大)"  # 届五次全会, 次党代会, 大
    "(?:[和、及与]|$))+$"
)
"""党的十九大|精神…培训班: the sessions whose spirit a meeting is about."""
_PARTNERS: Final = ("与", "和", "、")
"""Between the bodies that sign something."""
_PAIRS: Final = {"”": "“", "》": "《"}


def sessions_before(text: str, low: int, start: int) -> int:
    """Where the sessions begin whose spirit is told of at ``start``, or behind 大 there; ``start`` where no such stand there."""
    end = start + (text[start] == "大")
    found = _SESSIONS.search(text, max(low, start - LONGEST), end) if text.startswith(SPIRIT, end) else None
    return found.start() if found is not None else start


def number_before(text: str, low: int, start: int, at: int) -> re.Match[str] | None:
    """The number before ``start``, by which a session or a class is told from others; of a congress without 第, too."""
    low = max(low, start - 14)
    return _NUMBERED.search(text, low, start) or (
        _TERM.search(text, low, start) if start == at and text.startswith(_CONGRESSES, at) else None
    )


def body_before(around: Around, low: int, start: int) -> int:
    """Where the body begins that a ceremony is named after and that ends before ``start``.

    Of two that sign it is the first: 甲医院与乙镇政府|签约仪式.
    """
    first = _ending(around, low, start)
    joined = first < start and around.page.text[first - 1 : first] in _PARTNERS
    return min(first, _ending(around, low, first - 1)) if joined and _ending(around, low, first - 1) < first - 1 else first


def _ending(around: Around, low: int, end: int) -> int:
    """Where the body begins that ends at ``end``, with the place that it lies in; ``end`` where none does."""
    named = around.subjects.between(max(low, end - LONGEST), end)
    start = next((one.start for one in named if one.end == end and isinstance(one.ref, BodyRef)), end)
    return start if start == end else next((one.start for one in named if one.end == start), start)


def phrase_before(text: str, low: int, start: int) -> int:
    """Where the phrase before ``start`` begins that words alone would not take whole: a meeting that is joined, an aside, a period."""
    last = text[start - 1]
    if last in "暨、年度" and (joined := _JOINED.search(text, max(low, start - REACH), start)):  # …座谈会暨…会议
        return before_word(text, joined.start())
    if last == "）":
        aside = (
            _ASIDE.search(text, max(low, start - REACH), start)
            or _PLACES_ASIDE.search(text, max(low, start - REACH), start)
            or _GLOSS.search(text, max(low, start - REACH), start)
        )
        return aside.start() if aside else start
    if last in "年度" and (
        period := _PART.search(text, max(low, start - REACH), start) or _OF_YEAR.search(text, max(low, start - REACH), start)
    ):
        return period.start()
    if last == "个" and (projects := _PROJECTS.search(text, max(low, start - _NEAR_NUMBER), start)) and text.startswith(_WORKS, start):
        return projects.start()
    if last == "个" and (feast := _FEAST.search(text, max(low, start - REACH), start)):
        return feast.start()
    ended = start + len(_YEARS) if text.startswith(_YEARS, start) else start  # 88|周年纪念
    if (last == "年" or ended > start) and (anniversary := _ANNIVERSARY.search(text, max(low, start - REACH), ended)):
        held = max(anniversary[0].rfind(verb) + len(verb) if verb in anniversary[0] else 0 for verb in _VERBS_OF_HOLDING)
        return anniversary.start() + max(held, *map(anniversary[0].rfind, _HONOURED))
    return start


def before_word(text: str, at: int) -> int:
    """Where the word for an event that ends at ``at`` begins; ``at`` where none does."""
    begun = next((at - length for length in range(_LONGEST_WORD, 1, -1) if text[max(0, at - length) : at] in EVENT_WORDS), at)
    if text.endswith(_STUDIED_TOGETHER, 0, begun):  # 理论学习中心组学习会议暨…
        return begun - len(_STUDIED_TOGETHER) + len("中心组")
    return at - len(DEEDS[0]) if begun == at and text.endswith(DEEDS, 0, at) else begun


def whole_before(around: Around, low: int, start: int) -> int:
    """Where the program, the quotation or the title that ends before ``start`` begins; ``start`` if none does."""
    text = around.page.text
    near: Sequence[ProgramMention] = within(around.programs, max(low, start - LONGEST), start)
    for program in reversed(near):
        if program.end == start or (program.end > start and text.startswith("活动", start)):
            return program.start
    opening = text.rfind(_PAIRS[text[start - 1]], max(low, start - LONGEST), start) if text[start - 1] in _PAIRS else -1
    return opening if opening >= 0 else start


def before_program(text: str, low: int, start: int) -> int:
    """A meeting may be one for carrying out a program: 深入开展 before it belongs to the name."""
    for words in ("深入开展", "深入推进", "全面开展", "推进"):
        if start - len(words) >= low and text.startswith(words, start - len(words)):
            return start - len(words)
    return start
