"""What may stand inside a name between its owner and its suffix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.extract.bodies.words import (
    CAMPAIGN_KINDS,
    FACULTIES,
    LONG_MODIFIER,
    OF_ANY,
    SENT,
    TWO_BODIES,
    WHOLE_BODIES,
    Words,
    ends_name,
    is_verb_phrase,
)
from kg.extract.page import Token
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC, INSIDE_NAMES
from kg.lexicon.words import GENERIC_BEFORE, OFFICES, SUFFIXES

_LEVEL_WORDS: Final = frozenset("省市县区州旗")
_RULED: Final = ("治", "依法治", "法治")
"""Before a level word inside the name of a committee: 全面依法治|县|委员会."""
_ORGANISING: Final = ("组委会", "组织委员会", "筹委会")
_EVENT: Final = re.compile(
    "(?:(?![的由在和与及向对任为])[\u4e00-\u9fff0-9“”]){2,20}(?:运动会|博览会|交易会|展销会|大会|节|赛|周|展|论坛|活动)"
)
"""What has a committee that organises it: 全民健身运动会|组委会."""
_MODIFIER: Final = re.compile(r"[\u4e00-\u9fff“”、·0-9]{0,24}")
_GROUP_WORK: Final = frozenset("调研 督查 督导 检查 考察 考核 巡视 巡察 联络 指导 走访 慰问 宣讲".split())
"""Verbs before 组 that say what a group does: 省委第六|调研|督查组."""
_TEAM: Final = "工作队"
_TEAM_WORK: Final = frozenset("援藏 援疆 援青 援建 支援 帮扶 扶贫 驻村 包村 振兴".split())
"""Verbs before 工作队 that say what a team is sent for: 湖北省第八批|援藏|工作队."""
_ROOMS: Final = ("处", "科", "办", "部")
"""Suffixes of departments whose names are often two fields joined by 与 where a title of theirs follows: 普法与依法治理处副处长."""
_OF_FIELDS: Final = ("government-department", "leading-group")
"""Kinds of bodies whose names join two fields by 和."""
_WHOLE: Final = (*"馆院局站所校社厅委部会司园队处办场厂团", "中心")
"""Last words of other bodies, behind which a conjunction joins no fields: 图书馆|和|文化中心."""
_CONJUNCTIONS: Final = frozenset("和与及")
_BETWEEN: Final = _CONJUNCTIONS | frozenset("到在往向对为是")
"""Words of one character that no trade name holds: 十连|到|社区轧花厂."""
_AT_VILLAGES: Final = frozenset("驻住联包")
_OFFICES: Final = ("处", "科")
_TRADE_NAME: Final = re.compile("(?:(?!的)[\u4e00-\u9fff]){2,8}")
_LONGEST_BRAND: Final = 3
_NO_BRAND: Final = frozenset("有建办到在开设去来给请为是新老原等上下内外前后里中间区县市省镇乡村街见看找进出入住管带对")
"""Characters before a firm or school that are no part of its brand: 平江县|新建|公司."""
_STATIONED: Final = "派驻"
_INSPECTORS: Final = ("督导组", "巡视组", "巡察组", "指导组", "检查组")
_NUMERAL: Final = re.compile("[一二三四五六七八九]?十")
_SCHOOL: Final = re.compile("[一二三四五六七八九]中")
_WORD_OF_TWO: Final = 2
"""Characters of words like 布局 that are no bodies."""
_LONGEST_WORK: Final = 4
"""Characters of a department's work that is but a verb or two."""
_WARD: Final = "科"
"""What right behind its hospital is a ward, if the dictionary has one word for it, where a title follows: 人民医院|内科|主任."""
_PEOPLE: Final = re.compile("大学生(?!村官)|学生|志愿者|教师|职工")
_ANOTHER: Final = re.compile("[馆局院站所社][和与及][省市县区旗]")
_COUNTED_HERE: Final = re.compile(r"\d+多?[个名支只家所]")
_JUDGES: Final = ("court", "procuratorate")
"""Kinds whose names hold no verbs: 政法委|全力支持|法院."""
_NUMBERED: Final = ("school", "hospital")
"""Kinds whose names begin with a number: 第二十|小学, 第十二|人民医院."""
_COUNTED: Final = (*CAMPAIGN_KINDS, "military")
"""Kinds whose names hold numbers, besides groups: 第一巡视组, 三大办公室."""


def is_trade_name(words: Words, gap: str, start: int, hit: Hit) -> bool:
    """Whether ``gap`` between a place and an enterprise, school or hospital is its trade name: 山西|同晟煤电|集团公司."""
    if _NUMERAL.fullmatch(gap) and _SCHOOL.fullmatch(hit.text):  # 岳阳市|十|五中
        return True
    if (
        SUFFIXES[hit.text].kind not in ("enterprise", "school", "hospital")
        or not _TRADE_NAME.fullmatch(gap)
        or TWO_BODIES.search(gap)
        or OF_ANY.search(gap)
    ):
        return False
    whole = words.page.tokens(start, hit.start)
    if all(map(_is_brands, whole)) and 1 < len(gap) <= _LONGEST_BRAND:  # 平江县|颐华|医院
        return True
    tokens = [token for token in whole if len(token.text) > 1 or token.text in _BETWEEN]
    return bool(tokens) and not any(token.text not in INSIDE_NAMES and (ends_name(token) or token.tag == "v") for token in tokens)


def _is_brands(token: Token) -> bool:
    """Whether a word is one character that may stand in a brand which the dictionary has not."""
    return len(token.text) == 1 and token.tag[0] not in "pcdrumqe" and token.text not in _NO_BRAND


def _is_whole_modifier(words: Words, gap: str, start: int, hit: Hit) -> bool:
    """Whether ``gap`` is one of those that a suffix alone asks for: 市委|派驻|督导组, 全民健身运动会|组委会."""
    if gap == _STATIONED:
        return hit.text.endswith(_INSPECTORS)
    return hit.text in _ORGANISING and _EVENT.fullmatch(gap) is not None and not _holds_title(words, gap, start)


def is_modifier(words: Words, gap: str, start: int, hit: Hit) -> bool:
    """Whether ``gap`` can stand inside a name between its owner and its suffix."""
    if not gap or _is_whole_modifier(words, gap, start, hit):
        return True
    if not _MODIFIER.fullmatch(gap) or gap[0] in "、”" or gap[-1] in "、“" or gap.count("“") != gap.count("”"):
        return False
    if words.page.tokens(start, hit.end)[0].text in _CONJUNCTIONS or TWO_BODIES.search(gap):  # 构扒镇|和|庆华化工公司
        return False
    if "的" in gap and "“" not in gap and SUFFIXES[hit.text].kind not in CAMPAIGN_KINDS:  # 郑州|铁路局唯一的客运段
        return False
    if SENT.search(gap) or OF_ANY.search(gap) or gap in GENERIC_BEFORE["body"]:  # 新华书店|派出|工作队, 临湘市|优秀|政协委员
        return False
    if _ANOTHER.search(gap):  # 平江县|档案馆和县|史志中心
        return False
    if _COUNTED_HERE.search(gap):  # 乌鲁木齐|986个|工作组
        return False
    if ("、" in gap and "“" not in gap) or _holds_title(words, gap, start):
        return False
    if _begins_anew(words.page.tokens(start, hit.end)) or not _are_modifiers(words, start, start + len(gap), hit):
        return False
    return len(gap) <= LONG_MODIFIER or "“" in gap or SUFFIXES[hit.text].kind in CAMPAIGN_KINDS


def _holds_title(words: Words, gap: str, start: int) -> bool:
    """Whether a title stands in ``gap``, other than a word for people whom a body is there for: 大学生|…办公室."""
    people = {start + at for match in _PEOPLE.finditer(gap) for at in range(match.start(), match.end())}
    return any(position in words.titles and position not in people for position in range(start, start + len(gap)))


def _begins_anew(tokens: tuple[Token, ...]) -> bool:
    """Whether a level word behind other words begins another body inside: 公开选拔|市|文化局."""
    return any(token.text in _LEVEL_WORDS and before.text not in _RULED for before, token in pairwise(tokens))


def _are_modifiers(words: Words, start: int, end: int, hit: Hit) -> bool:
    """Whether every word of ``text[start:end]`` may stand inside a name."""
    suffix = SUFFIXES[hit.text]
    counted = suffix.kind in _COUNTED or hit.text.endswith(("组", _TEAM))
    before = ""
    tokens = words.page.tokens(start, hit.end)
    for token in _outside_quotation(tokens, _work(words, tokens, hit)):
        if token.start >= end:
            break
        if token.end > end and _is_with_suffix(words, token, start, hit):
            return True
        if suffix.weak and (token.end > end or (token.tag == "v" and not (token.text in INSIDE_NAMES and words.opens_post(hit)))):
            return False
        if (token.text in OFFICES and OFFICES[token.text].official) or (suffix.kind in _JUDGES and is_verb_phrase(token)):
            return False
        if suffix.kind not in CAMPAIGN_KINDS and len(token.text) > 1 and token.tag in ("v", "ad", "d") and token.text not in INSIDE_NAMES:
            return False
        if _joins(words, token.text, before, hit):
            continue
        before = token.text
        if words.stands_in_campaigns(token) or not ends_name(token) or token.text in INSIDE_NAMES:
            continue
        numbered = suffix.kind in _NUMBERED and token.tag == "m" and token.text.startswith("第")
        if not numbered and not (counted and token.tag in ("m", "q", "mq", "t")):
            return False
    return True


def _work(words: Words, tokens: tuple[Token, ...], hit: Hit) -> frozenset[str]:
    """The verbs among ``tokens`` that may say what the group, team or department does."""
    if _is_led(words, tokens[0].start, hit):
        return frozenset(token.text for token in tokens if token.tag == "v" and token.end <= hit.start and _is_work(token))
    return _GROUP_WORK if hit.text.endswith("组") else _TEAM_WORK if hit.text == _TEAM and words.opens_post(hit) else frozenset()


def _is_work(token: Token) -> bool:
    """Whether a verb may be the work of a department: 清欠|办, 文明创建|处."""
    return token.text in INSIDE_NAMES or not ends_name(token)


def _is_led(words: Words, start: int, hit: Hit) -> bool:
    """Whether a title of its own follows what a department does, in few characters: 岳阳市|清欠|办|副主任; not 任命|局|长."""
    return hit.start - start <= _LONGEST_WORK and words.opens_post(hit) and not words.text.startswith("长", hit.end)


def _is_with_suffix(words: Words, token: Token, start: int, hit: Hit) -> bool:
    """Whether the last word of a name, which holds its suffix, is one of the dictionary's for a body: 教育厅|人事处, 核工业|地质局, 人民医院|内科; not 布局."""
    if len(token.text) <= _WORD_OF_TWO:
        return hit.text == _WARD and token.start == start and words.opens_post(hit)
    return (token.start == start and hit.text in _OFFICES) or (token.end == hit.end and token.tag.startswith("n"))


def _joins(words: Words, joint: str, before: str, hit: Hit) -> bool:
    """Whether 村 behind 驻, or a conjunction behind the word ``before`` joins two fields of one body's work: 住房|和|城乡规划局, 普法|与|依法治理处|副处长."""
    if joint == "村":
        return before in _AT_VILLAGES
    serves = SUFFIXES[hit.text].kind == "public-institution" and not before.endswith(_WHOLE)  # 文化|和|旅游服务中心
    of_fields = serves or (before not in GENERIC and (SUFFIXES[hit.text].kind in _OF_FIELDS or hit.text == "委员会"))
    if joint == "和" or (joint == "与" and serves and of_fields):
        return of_fields
    if joint != "与" or not before or before.endswith(WHOLE_BODIES):
        return False
    return (of_fields and words.opens_post(hit)) or hit.text in FACULTIES or (hit.text in _ROOMS and words.opens_post(hit))


def _outside_quotation(tokens: tuple[Token, ...], besides: frozenset[str]) -> Iterator[Token]:
    """The words that do not stand in quotation marks, where anything may, but for those that may stand anywhere."""
    quoted = False
    for token in tokens:
        if quoted or token.text == "“":
            quoted = token.text != "”"
        elif token.text not in besides:
            yield token
