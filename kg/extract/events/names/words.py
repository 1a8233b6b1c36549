"""Which words before the last one of a name belong to it, and which end it."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.mention import Around
from kg.extract.events.names.name import REACH, SPIRIT, TOGETHER, YEAR
from kg.extract.page import Token
from kg.extract.scan import within
from kg.lexicon.stops import INSIDE_NAMES, VERBS
from kg.lexicon.words import EVENT_INSIDE, EVENT_OPENERS, EVENT_PLAIN, EVENT_WORDS

_CLOSED: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "uv", "r", "d", "q", "x", "w", "m", "mq", "y", "t"})
_RAISED: Final = ("能力", "素质", "质量", "效能", "水平", "素养", "作风")
"""What a class raises: 能力提升培训班."""
_SEASONS: Final = frozenset({"春季", "夏季", "秋季", "冬季", "暑期", "寒假", "暑假", "新春", "中秋", "春节", "国庆", "年终", "岁末"})
_SHOWN: Final = "仪式"
"""Behind a verb that alone says what was done: 发布|仪式."""
_CELEBRATED: Final = frozenset(w for w in EVENT_WORDS if w.endswith(("班", "节", "会", "赛", "论坛"))) | {"毕业", "开工", "开班", "结业"}
"""What a ceremony opens or ends."""
_PERIODS: Final = frozenset({"月", "周", "年", "日", "季"})
"""志愿服务主题月 names a program, although the dictionary takes 月 for a number."""
_NUMERALS: Final = frozenset("一二三四五六七八九十两几数每当本上下")
_ADVERB: Final = 2
"""认真落实 is one word of the segmenter."""
_OF_SESSION: Final = re.compile("预备会议?|召集人会议|主席团会议|第[一二三四五六七八九十]{1,3}次(?:全体)?会议")
"""Behind a session: what belongs to it and is a meeting of its own."""


def words_before(around: Around, low: int, start: int, *, ceremony: bool) -> tuple[int, list[Token]]:
    """How far words of names reach to the left of ``start`` within its clause, up to the end of a program, and those words."""
    page = around.page
    clause = page.clause(start - 1)[0]
    left = max(low, clause, start - REACH)
    words: list[Token] = []
    programs = {program.end for program in within(around.programs, left, start)}
    for token in reversed(page.tokens(left, start)):
        if token.end in programs and words:  # 党史学习教育|专题辅导会: all of it is taken as one
            break
        joined = token.text == "年度" and page.text.endswith(TOGETHER, 0, token.start - YEAR)  # 会议暨2018年度|党建工作会议
        if token.text in (TOGETHER, "周年") or joined:  # to be joined to what stands before it
            break
        if token.text in _PERIODS and "\u4e00" <= page.text[token.start - 1] <= "\u9fff" and page.text[token.start - 1] not in _NUMERALS:
            words.append(token)
            continue
        if ceremony and token.text in _CELEBRATED:  # 培训班毕业仪式
            words.append(token)
            continue
        if EVENT_WORDS.get(token.text, EVENT_WORDS["会议"]).needs == "session" and page.text.startswith("第", token.end):
            words.append(token)
            continue
        if (
            (token.text == "提升" and page.text.endswith(_RAISED, 0, token.start))
            or token.text in _SEASONS
            or (token.tag == "t" and token.text[-1] in "季节")
        ):
            words.append(token)
            continue
        if _ends(token) and not _goes_on(page.text, token, words):
            break
        words.append(token)
    if not words:
        return start, []
    return words[-1].start, words


def _goes_on(text: str, token: Token, words: list[Token]) -> bool:
    """Whether a name that would end at ``token`` goes on: “两新”组织, 表彰动员送行大会, 一次会议预备会议."""
    if token.text == "组织":
        return text[token.start - 1] == "”" or text.startswith("建设", token.end)  # 基层|组织|建设现场会
    if not words and token.tag[0] == "v" and len(token.text) > 1 and token.text not in EVENT_OPENERS:  # 发布|仪式
        return text.startswith(_SHOWN, token.end)
    if token.text == "全面":  # 全面|从严治党工作会议
        return text.startswith(("从严治党", "依法治", "深化改革"), token.end)
    if token.text == "学习":  # 党委理论学习|中心组会议, 学习|实践活动测评会
        return text.startswith(("中心组", "实践"), token.end)
    if token.text == "第一":  # 驻村第一|书记培训班
        return text.startswith("书记", token.end)
    if token.text == "查":  # 嘎查村|党建现场会: the segmenter has no 嘎查
        return text[token.start - 1] == "嘎"
    kinds = token.text in EVENT_PLAIN and bool(words) and words[-1].text in EVENT_PLAIN | EVENT_INSIDE
    if token.text == "会议" and words and words[-1].text == SPIRIT:  # 三次会议|精神宣讲会
        return True
    return kinds or (token.text == "会议" and _OF_SESSION.match(text, token.end) is not None)


def _ends(token: Token) -> bool:
    """Whether no name of a meeting reaches over this word."""
    if token.text in EVENT_INSIDE:
        return False
    if (
        token.text in EVENT_OPENERS
        or (token.text[_ADVERB:] in EVENT_OPENERS and token.tag[0] != "n")  # 基层组织 is a noun
        or (token.text in EVENT_WORDS and EVENT_WORDS[token.text].kind == "meeting")
    ):
        return True
    if not "\u4e00" <= token.text[0] <= "\u9fff":
        return not token.text.isascii() or not token.text.isalpha()
    if token.tag in _CLOSED:
        return True
    return (token.tag[0] == "v" and len(token.text) == 1) or (token.tag != "vn" and token.text in VERBS and token.text not in INSIDE_NAMES)
