"""What serves a program that is named behind it: 以“…”工程为载体，开展C; “…”、“…”等C; 把“…”活动作为推动C的措施; …是根据C开展的."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.page import Page
from kg.extract.programs.mention import ProgramMention

_REACH: Final = 70
_LISTED_BEFORE: Final = 120
"""Characters of a list of programs before one of them, at most."""
AHEAD: Final = 7
"""So many programs behind a mention are looked at, so that a list of any length costs no more."""
_BY: Final = re.compile("(?:以|围绕|通过|用)[^，。；]{0,50}$")
_SERVES: Final = re.compile(
    r"[^，。；]{0,40}(?:载体|抓手|切入点|突破口|平台|依托|主线|主题|主要内容|重点|品牌)，"
    r"(?:[深全扎强大][入面实力]|积极|广泛|认真|有序|切实)?(?:开展|推进|深化|推动|促进)[\u4e00-\u9fff]{0,10}[“‘]?$"
)
"""Between what serves and the campaign that it serves."""
_MEANS: Final = re.compile(
    r"[”’]?(?:[、和及与][“‘][^“”‘’\n，。；]{1,24}[”’])*等?(?:系列|一系列)?(?:活动|载体|形式|方式|行动)，(?:对|向|为)[^，。；“”]{2,60}?(?:开展|实施|推进)[^，。；“”]{0,8}[“‘]?"
)
"""Between what is done to somebody by one program and by those that it is made of: 通过开展“甲”、“乙”等活动，对困难职工广泛开展|丙活动."""
_BY_RUNNING: Final = re.compile(r"通过(?:组织|广泛|深入)?(?:开展|实施|举办)(?:[“‘][^“”‘’\n，。；]{1,24}[”’][、和及与]?)*[“‘]?$")
_FIRST_STEP: Final = re.compile("切入点|突破口")
"""Words by which one local program serves another; with 载体 it is the first that is carried (以C为载体，开展…)."""
_LISTED: Final = re.compile(r"[”’]?(?:[、和及与][“‘][^“”‘’\n，。；]{1,24}[”’]|[、和及与]|活动|工程|行动)*等(?:为[^，。；]{1,8}的)?[“‘]?$")
_ONE_OF: Final = re.compile(r"[”’]?(?:活动)?(?:，是[^，。；]{2,24})?，?(?:是|作为|属于|列入|被列入|纳入|被纳入|被列为)[^，。；]{0,16}$")
_FURTHERS: Final = re.compile(r"[”’]?(?:活动)?，(?:有力|有效)?地?(?:推动|促进|推进|深化)了?[^，。；]{0,20}")
"""…活动，有效推动了 a campaign."""
_KINDS: Final = re.compile(
    r"(?:[”’]?(?:活动|行动)?中的?一[次项个种][^，。；]{0,6}(?:探索|尝试|实践|举措|创新)|[”’]?的?[^，。；]{0,16}?(?:之一|组成部分|内容|子项目|载体|抓手|重点项目|具体行动|(?:具体|重要|有力)(?:措施|举措)))"
)
"""…计划是“…行动”的重点项目之一."""
_AFTER: Final = re.compile(r"[”’]?(?:活动|工作)?[^，。；“”]{0,16}(?:是|就是)(?:根据|按照|贯彻|落实)[^，。；“”]{0,20}[“‘]?$")


def served(page: Page, mention: ProgramMention, following: Sequence[ProgramMention]) -> str:
    """The program among the ``following`` that the words of the sentence say ``mention`` serves, or nothing."""
    sentence = page.sentence_at(mention.start)
    if sentence is None:
        return ""
    if following and (whole := _one_of(page.text, mention, following[0])):
        return whole
    by = _BY.search(page.text, max(sentence.start, mention.start - _REACH), mention.start) is not None
    if whole := _made_of(page.text, mention, following):
        return whole
    for other in following:
        if other.end > sentence.end or other.start - mention.end > _REACH:
            break
        if other.name != mention.name and other.start >= mention.end and _is_served(page.text, mention, other, by=by):
            return other.name
    return ""


def _is_served(text: str, mention: ProgramMention, other: ProgramMention, *, by: bool) -> bool:
    """Whether what stands between the two says so; ``by``: 以 or a word like it stands before the first."""
    between = text[mention.end : other.start]
    if by and (other.national or _FIRST_STEP.search(between)) and _SERVES.fullmatch(between):
        return True
    return (other.national and _LISTED.fullmatch(between) is not None) or (not other.national and _AFTER.fullmatch(between) is not None)


def _made_of(text: str, mention: ProgramMention, following: Sequence[ProgramMention]) -> str:
    """The program that is done to somebody by running ``mention`` and others; of the ``following`` those count that are not listed with it."""
    low = max(0, mention.start - _LISTED_BEFORE)
    if text.find("通过", low, mention.start) < 0 or _BY_RUNNING.search(text, low, mention.start) is None:
        return ""
    means = (other for other in following if _MEANS.fullmatch(text, mention.end, other.start))
    return next((other.name for other in means if other.name != mention.name), "")


def _one_of(text: str, mention: ProgramMention, following: ProgramMention) -> str:
    """The ``following`` program, where the words say that ``mention`` is one of its projects or a part of it."""
    if following.national and _FURTHERS.fullmatch(text, mention.end, following.start):
        return following.name
    if _ONE_OF.match(text, mention.end, following.start) is None:
        return ""
    return following.name if _KINDS.match(text, following.end) else ""
