"""The journalists of a page behind labels: 责任编辑：X, 本报记者 X 通讯员 Y."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.names.parts import LONGEST_CHINESE
from kg.extract.page import words_of
from kg.extract.posts.mentions import PersonMention, Title
from kg.extract.posts.register import Register
from kg.lexicon.people import TRANSLITERATION
from kg.model import Basis

_KINDS_OF_LABELS: Final = (
    "记 ?者|通 ?讯 ?员|评论员",  # who reports
    "责任编辑|责编|编 ?辑",  # who edits
    "预审|初审|复审|终审|审定",  # who checks, one after the other
    "作者|撰稿人?|供稿人?|摄影",  # who wrote it, sent it in or took the picture
    "审核|编审|审稿人?|校对",  # who checks and corrects
    "采写|图片|文字",  # who made which part of it: 文字：甲 图片：乙
    "访 ?谈 ?组|采 ?访 ?人?|口 ?述 ?人?|整 ?理 ?人?",  # who asked, answered and wrote it down
    "执笔|策划|统筹|制作|美编",  # who planned it and put it together
    "校审|签发|监制|编发|核稿|核发|责校|主审|一审|二审|三审",  # who checks it, step by step, and lets it out
)
LABELS: Final = "|".join(_KINDS_OF_LABELS)
"""Labels before the names of those who made a page, some perhaps with blanks, as columns are set (记 者), as alternatives for patterns."""
_ONE: Final = r"(?:[\u4e00-\u4e27\u4e29-\u9fff·]{2,4}|[\u4e00-\u9fff] [\u4e00-\u9fff](?![\u4e00-\u9fff]))"
"""A name, that of two characters perhaps with a blank between them, as columns are set."""
_CREDIT: Final = re.compile(
    rf"({LABELS}|文/图|图/文|图文|文|图)\s?[：:/|｜丨]?\s*"
    r"(?:[\u4e00-\u9fff]{1,8}[部室处科局办院系][：:]\s?)?"  # 县委宣传部：
    rf"((?!(?:{LABELS})[：:]){_ONE}(?:[ 、，,]+(?!(?:本[报网台刊])?(?:{LABELS})){_ONE})*)"  # 甲、乙
)
"""Labels, and names up to the next label: 作者：甲 编辑：乙."""
NAME: Final = re.compile(_ONE)
_OWN_STAFF: Final = re.compile(r"(?:本报|本网|本台|本刊)(?:特约|实习|见习|首席)?$")
_CREDITED_ANYWHERE: Final = (
    "记者",
    "通讯员",
    "评论员",
    "编辑",
    "责编",
    "审核",
    "制作",
    "美编",
    "校审",
    "编发",
    "核稿",
    "责校",
    "初审",
    "复审",
    "终审",
    "校对",
    "一审",
    "二审",
    "三审",
)
"""Ends of the labels that credit journalists in any zone; 作者, 摄影 … are common words outside of bylines."""
_OPENING: Final = re.compile(
    r"（(?:[\u4e00-\u9fff]{2,3}[、/ ]"  # （甲、|摄影 …
    r"|[\u4e00-\u9fff]{2,20}(?:供稿|供图|提供)[ \u3000]{0,3}"  # （县委宣传部供稿 |编辑 …
    r"|[\u4e00-\u9fff]{0,4}"
    rf"(?:(?:{LABELS}|文|图)[：:/][\u4e00-\u9fff]{{2,3}}[ \u3000；;]{{1,3}}){{1,4}}"  # （文/甲 图/乙 |编辑 …
    ")?$"
)
"""How brackets begin, up to a label."""
_LONGEST_OPENING: Final = 48
"""Characters of such brackets up to a label, with four labels and names before it."""
_CLOSING: Final = re.compile(r"[^（）\n]{0,40}）[ \u3000]*$", re.MULTILINE)
"""Brackets around labels and names at the end of a paragraph credit: （撰稿、摄影：甲）."""
_LINE_BEFORE: Final = re.compile(r"^[ \u3000]*\Z", re.MULTILINE)
_BRACKET: Final = re.compile(r"（[^（）\n]{0,30}$")
"""An open bracket before a label that another closes behind the names: 讯（记者甲 通讯员|乙 丙|）."""
_LINE_BEHIND: Final = re.compile(
    rf"[ \u3000]*(?:$|/(?:{LABELS})：|(?:本[报刊网台])?(?:记者|通讯员)[ \u3000：]|(?:{LABELS})[：/])", re.MULTILINE
)
_INTERVIEWERS: Final = ("访谈组", "采访人", "采访", "口述人", "口述", "整理人", "整理")
"""Labels that credit where they begin a line."""
LONGEST_LABEL: Final = 26
_PUBLISHED: Final = re.compile("(?:来源|发布日期|发布时间|发稿时间|更新时间)：")
_LONGEST_LINE: Final = 120
_WRITERS: Final = ("通讯员", "作者")
_ROLES: Final = ("员", "者")
"""Last characters of roles that stand where names should."""
_REPORTER: Final = "记者"
"""A label that is a post as well, in the outlet that published the article."""
_WROTE: Final = ("记者", "通讯员")
_PICTURES: Final = ("摄影", "图片", "作者", "通讯员", "记者")
"""Labels behind which even a name in the sounds of another language is beyond doubt."""
_RARE: Final = (2, 3)
"""Characters of a name that nothing but its place tells."""
_NOBODY: Final = frozenset("本该某原网佚未不")
"""What no name begins with that stands where one should: 作者：|本站."""
_MARKS: Final = "：|｜丨/"
"""What stands between a label and a name, so that there is no doubt that it is one."""


def put_credits(register: Register) -> None:
    """Add the people behind labels, whatever the zone."""
    for match in _CREDIT.finditer(register.text):
        _put_labelled(register, match)


def _fills_line(text: str, credit: re.Match[str]) -> bool:
    """Whether nothing but labels and names stands on the line: 摄影：甲, 文/甲 乙 本刊记者 丙."""
    if _LINE_BEHIND.match(text, credit.end()) is None:
        return False
    low = max(0, credit.start() - LONGEST_LABEL)
    behind_others = text[credit.start() - 1] in " \u3000" and "：" in credit[0]  # 会场一角 摄影：甲; 通讯员：甲 审稿人：乙
    return behind_others or _LINE_BEFORE.search(text, low, credit.start()) is not None


def _ends_brackets(text: str, credit: re.Match[str]) -> bool:
    """Whether brackets end with the names of who wrote or of those behind a label: （通讯员 甲 乙 丙）, （通讯员：甲 摄影：|乙）."""
    if not text.startswith("）", credit.end()) or not (credit[1].endswith(_WROTE) or "：" in credit[0]):
        return False
    return _BRACKET.search(text, max(0, credit.start() - LONGEST_LABEL), credit.start()) is not None


def _among_others(text: str, credit: re.Match[str]) -> bool:
    """Whether the line tells besides when and where the article was published: 发布日期：… 来源：… 作者：甲."""
    if "：" not in credit[0]:
        return False
    low = max(text.rfind("\n", max(0, credit.start() - _LONGEST_LINE), credit.start()) + 1, credit.start() - _LONGEST_LINE)
    return _PUBLISHED.search(text, low, credit.start()) is not None


def _in_closing_brackets(text: str, label: int) -> bool:
    return _CLOSING.match(text, label) is not None and _OPENING.search(text, max(0, label - _LONGEST_OPENING), label) is not None


def _fills_brackets(text: str, credit: re.Match[str], member: re.Match[str]) -> bool:
    """Whether brackets hold nothing behind a label but one name, however rare its surname: （记者 甲 通讯员 |起云芳）, （作者：|富莲）."""
    before = text[member.start() - 1]
    alone = member.start() == credit.start(2) and (before.isspace() or before == "：") and text.startswith("）", member.end())
    if alone and len(member[0]) == LONGEST_CHINESE and credit[1] in _PICTURES:
        return TRANSLITERATION.issuperset(member[0])
    if not alone or credit[1] not in _WRITERS or len(member[0]) not in _RARE or member[0][0] in _NOBODY:
        return False
    return all(len(word) == 1 for word in words_of(member[0]))


def _reporting(register: Register, credit: re.Match[str]) -> list[Title]:
    """The post of those behind the label 记者, which is none of the text's titles where a byline stands outside of it."""
    read = [title for title in register.titles if title.end == credit.end(1)]
    return read or [Title(*credit.span(1), _REPORTER, None, credit.start(1), Basis.CONTEXT, "credit", 0.85)]


def _put_labelled(register: Register, match: re.Match[str]) -> None:
    """责任编辑：X; 本报记者 X 通讯员 Y: the names behind a label, where the label or the zone credits journalists."""
    text, label = register.text, match[1]
    sentence = register.around.page.sentence_at(match.start())
    in_byline = sentence is not None and sentence.zone in ("byline", "credits", "dateline")
    in_byline = in_byline or _in_closing_brackets(text, match.start()) or _among_others(text, match)
    in_byline = in_byline or _ends_brackets(text, match) or (any(mark in match[0] for mark in _MARKS) and _fills_line(text, match))
    heads_line = text[match.start() - 1 : match.start()] in ("", "\n") and (
        label.replace(" ", "").endswith(_INTERVIEWERS) or "|" in match[0] or "｜" in match[0]
    )
    if sentence is None or not (in_byline or label.endswith(_CREDITED_ANYWHERE) or heads_line):
        return
    own_staff = _OWN_STAFF.search(text, max(0, match.start() - 6), match.start())
    labelled = in_byline or own_staff is not None or any(mark in match[0] for mark in _MARKS)
    titles = _reporting(register, match) if label == _REPORTER else []
    holders = {holding.person.start for holding in register.holdings} if titles else set()
    for member in NAME.finditer(text, match.start(2), match.end(2)):
        name = member[0].replace(" ", "")
        if text[member.end() : member.end() + 1] in ("：", "的") or name.endswith(_ROLES):  # 作者：|来源：, 记者|关心的问题, 编辑：|管理员
            break
        alone = _fills_brackets(text, match, member)
        if not (alone or names.is_whole(name, listed=True)):
            break
        if labelled or alone:
            person = register.add(PersonMention(member.start(), member.end(), name, "credit", 0.9))
            register.hold(person, titles if member.start() not in holders else [])
