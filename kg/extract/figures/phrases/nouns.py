"""Which words behind a unit are the nouns that a figure counts: nouns, and verbs inside compounds (30套|卫星接收设备), but no acts."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final

from kg.extract.page import Page, Token
from kg.lexicon.stops import INSIDE_NAMES
from kg.lexicon.words import FIGURE_ACTS, FIGURE_DONE, FIGURE_LED, FIGURE_STOPS, FIGURE_THINGS

LONGEST: Final = 16
"""Characters of what a figure counts, at most."""
REACH: Final = 28
"""Characters beside a figure in which its words are looked for."""
NO_MARKS: Final = str.maketrans("", "", "“”《》")
_NOUN_TAGS: Final = re.compile(r"^(?:n|vn|a(?!d)|b|j|l|s|f|g|t|z|k|eng)")
_THINGS: Final = ("设备", "设施", "系统", "装置", "工具", "机械", "器材", "仪器", "基地", "车间", "材料", "用品", "终端")
"""Behind a verb in a compound noun: 卫星接收设备."""
_WHOLES: Final = ("单位", "企业", "部门", "项目", "地区", "城市")
"""Ends of compound nouns, whatever the dictionary has them for (试点单位)."""
_OBJECTS: Final = ("对象", "人选", "人员", "仪式", "典礼", "委员会", "领导小组")
"""Behind a verb in a compound noun: 差额考察对象, 项目启动仪式."""
_PLACES_FOR: Final = frozenset({"单位", "场所", "场地", "阵地"})
_TEAMS: Final = frozenset({"突击队", "先锋队", "服务队", "小组", "队伍", "小分队"})
_CADRES: Final = "干部"
_POSTED: Final = frozenset({"挂职", "驻村", "下派", "选派", "后备", "返乡"})
"""Verbs in compound nouns: 党员|抢险|突击队, 科级|挂职|干部."""
_A_NOUN_TOO: Final = 2
"""Characters of acts that at the end of a clause may be what is counted (2期|培训); longer ones are acts there, too (圆满完成)."""
_CAME: Final = frozenset({("下", "到"), ("上", "到"), ("齐", "聚")})
"""Verbs of two characters that the dictionary cuts."""
_TRADES: Final = frozenset({"特色", "特色产业", "生产", "产业", "经济", "养殖", "种植", "旅游", "乡村旅游", "养殖业", "种植业"})
EACH: Final = ("人均", "户均", "平均")
"""Behind those who are counted: what each of them has (54个贫困村|人均|收入2300元)."""
_NEAR_WORDS: Final = frozenset({"近", "约", "超"})
ASPECTS: Final = frozenset("了着过")
"""Behind a verb: 1200个乡镇|启动|了."""
_GATHERED: Final = "一堂"
"""The end of what those who are counted did together, which the dictionary holds for a noun: 162名代表|汇聚一堂."""
RAW: Final = 4
"""Characters of a phrase that is one word (丰富多彩), and that are taken as they stand where the dictionary has none."""
_RANKED: Final = re.compile("[一二三四五甲乙][类级等]")


def read_nouns(page: Page, at: int, end: int) -> str:
    """The nouns that begin at ``at``, up to ``end`` at most; nothing where none do."""
    words: list[str] = []
    tokens = page.tokens(at, min(end, at + REACH))
    for token, following in zip_longest(tokens, tokens[1:]):
        if words and words[-1] in ("以上", "以下") and token.text == "的":  # 科级以上的干部
            continue
        if words and token.text in _NEAR_WORDS and page.text[token.end : token.end + 1].isdecimal():  # 69支代表队|近900人
            break
        of_objects = following is not None and following.text in _OBJECTS
        if words and token.end >= end and (token.tag == "i" or token.text.endswith(_GATHERED)):
            break
        if words and not of_objects and _is_act(token, following, end):
            break
        if words and (token.text in EACH or (following is not None and following.text in ASPECTS)):  # 1200个乡镇|启动|了
            break
        if words and following is not None and (token.text, following.text) in _CAME:  # 2万名干部|下到村组
            break
        if not _goes_on(words, token, following, end) and not _is_noun(token):
            break
        words.append(token.text)
    while words and (words[-1] == "和" or (len(words) > 1 and words[-1] in _POSTED)):  # 396名工作队员|驻村|帮扶
        words.pop()
    return "".join(words[:-2] if words[:-2] and words[-2:] == ["驻", "村"] else words)


def _is_act(token: Token, following: Token | None, end: int) -> bool:
    """Whether ``token`` behind nouns is what those did, and no part of their name."""
    if token.text == "发展" and following is not None and following.text in _TRADES:  # 带动2600户农户|发展生产
        return True
    if token.text in FIGURE_DONE and (following is None or not _is_noun(following)):
        return True
    return token.text in FIGURE_ACTS and (token.end < end or len(token.text) > _A_NOUN_TOO)


def _is_noun(token: Token) -> bool:
    if token.text in FIGURE_THINGS:
        return True
    noun = _NOUN_TAGS.match(token.tag) is not None or (len(token.text) > 2 and token.text.endswith(_WHOLES))
    return noun and token.text not in FIGURE_STOPS and "\u4e00" <= token.text[0] <= "\u9fff"


def _goes_on(words: list[str], token: Token, following: Token | None, end: int) -> bool:
    """Whether ``token``, which may be no noun by itself, belongs to the nouns ``words`` before it: a verb inside a compound, 和."""
    if token.text in FIGURE_LED and (not words or following is not None):  # not 156家用人单位|参会
        return True
    if following is not None and _is_noun(following) and _RANKED.fullmatch(token.text):  # 国家|一类|口岸
        return True
    if token.text == "驻" and following is not None and following.text in ("村", "企", "社区") and following.end < end:  # 优秀|驻村|队员
        return True
    if not words:
        if token.text == "驻" and following is not None and _is_noun(following):  # 74个|驻|贫困村工作队
            return following.end < end
        if following is not None and following.text in _TEAMS and token.tag[0] == "v" and len(token.text) > 1:  # 2支|演出|小分队
            return True
        of_units = following is not None and following.text in _PLACES_FOR  # 选举|单位
        return (token.tag == "i" and token.end < end) or (token.tag in ("v", "vn") and of_units)
    if token.text == "会" and (following is None or following.tag == "x"):  # 7次领导小组部署|会、
        return True
    if len(words) == 1 and len(words[0]) == len(token.text) == 1 and token.tag[0] in "qn":  # 牧户, which no dictionary has
        return True
    if token.tag == "v":
        of_teams = following is not None and (following.text in _TEAMS or (token.text in _POSTED and following.text == _CADRES))
        return of_teams or token.text in INSIDE_NAMES or (following is not None and following.text.startswith((*_THINGS, *_OBJECTS)))
    return token.tag == "zg" or (token.text == "和" and token.end < end)
