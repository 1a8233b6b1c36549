"""What a program is part of: the campaign of its article, of its sentence, or the one that its name holds."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from typing import Final

from kg.extract.page import Page
from kg.extract.programs.brands import Brands
from kg.extract.programs.counts import Counts
from kg.extract.programs.frames import SHORT, Frames
from kg.extract.programs.mention import ROOT, ProgramMention, canonical
from kg.extract.programs.quoted import METHOD
from kg.extract.programs.serving import AHEAD, served
from kg.extract.programs.works import RULES as WORKS
from kg.extract.scan import within
from kg.lexicon.words import CAMPAIGNS, PROGRAM_REPORTS
from kg.segment import Article, Zone

_ABOUT: Final = rf".{{0,12}}(?:{'|'.join(PROGRAM_REPORTS)})"
"""Behind a campaign in a headline: the article tells how it is run, so that what is run in it is part of it."""
_REPORT: Final = re.compile(_ABOUT)
_RUN_BEFORE: Final = re.compile("(?:开展|推进|实施|深化|推动|启动|抓好)[“‘]?$")
_SO_RUN: Final = re.compile(r"[”’]?(?:活动|工作)?(?:深入|扎实|全面|有序)?(?:开展|推进)?\s*")
"""Around a program in a headline that says no more than that it is run."""
_STANDING: Final = ("计划", "制度", "战略")
"""Ends of what the nation goes on with: what is done besides is no part of it."""
_NO_MARKS: Final = str.maketrans("", "", "“”‘’")
_INSIDES: Final = (
    "(?:活动)?(?:过程)?(?:中|以来|期间)",  # 在甲活动|中
    "(?:活动)?的(?:重要内容|重要载体|载体|抓手|自选动作|子项目|配套项目|配套活动|组成部分)",  # 作为甲活动|的重要载体
    "(?:活动)?作为[^，。；]{0,16}(?:任务|抓手|重点|载体|工作)[^，。；]{0,8}，",  # 把甲活动|作为重要抓手，
    "(?:活动)?为(?:重要)?(?:载体|抓手|契机|主线)",  # 以甲活动|为载体
)
_INSIDE: Final = re.compile("|".join(_INSIDES))
"""Behind a program: that what the sentence tells next is done in it."""
_LOCAL_MEANS: Final = re.compile("[”’]?(?:活动)?为(?:重要)?(?:抓手|契机)")
"""Behind a local program: that it furthers another, which is no part of it (以某活动为抓手，推进某计划)."""
_AS_ARRANGED: Final = re.compile(r"[”’]?(?:活动)?的?(?:总体|统一|工作|实施)?(?:部署|要求|安排|方案)(?!的)[^。；]{0,40}$")
"""按照…活动统一部署，开展…: the second is how the first is carried out."""
_ASKED_BEFORE: Final = re.compile(r"(?:按照|根据|遵照|依照|围绕|贯彻|落实|对照|响应|适应)[^，。；]{0,8}$")
"""Before the first: without such a word its 方案 or 要求 is only spoken of."""
_BESIDE: Final = re.compile(
    r"(?:结合|围绕|巩固|按照|配合)(?:[全我本][省市县区州旗镇乡校院](?:(?:开展|实施|推进)的)?)?(?:[“‘][^”’\n]{1,40}[”’][、和及与]?)*$"
)
_TOWARDS: Final = re.compile(
    r"为了?(?:把|将)?(?:进一步|深入|扎实|切实|全面|认真|更好地?|持续|有效|积极)*(?:推进|推动|深化|落实|实施|贯彻落实|贯彻|响应|抓好|做好|开展|助推|助力|(?<=[把将]))[^，。；“”]{0,10}[“‘]?$"
)
"""Before the first: what the second is run for (为深入推进|“甲”行动，…开展“乙”活动)."""
_RUN_FOR_IT: Final = re.compile(r"[”’]?[^，。；“”‘’]{0,14}，[^。；“”‘’]{0,70}?(?:开展|启动|实施|举办|推出|组织)[^，。；“”‘’]{0,12}[“‘]?")
_WITHIN: Final = re.compile(r"(?:系列)?(?:之|——|·)?[“‘]?")
"""Between a program and a part of it that is named right behind: 希望工程|“四季助学”行动, “书香满园”系列活动之|“亲子读书”比赛."""
_CALLED: Final = ("品牌", "项目", "示范点", "示范岗", "示范区", "建设", "创建")
"""Words for what a program is besides: the “红霞小院”项目 is no part of a “红霞小院”示范点."""
_COLUMNS: Final = ("专栏", "栏目", "专题")
"""Ends of what is printed or shown, in which nothing is run."""
_GROUND: Final = re.compile(r"[”’]?(?:的)?基础上")
_INCLUDES: Final = re.compile(r"[”’]?(?:活动)?(?:，(?:活动)?(?:主要|具体)?内容)?(?:主要|具体)?(?:包括|包含|涵盖|下设|分为)了?[“‘]?")
"""Between a program and the first of its parts: 英才计划|包括|某项目."""
_JOINT: Final = re.compile(r"[”’]?[、和及与][“‘]?")
"""Between the members of a list: what the first of them is part of the next one is part of, too."""
_QUOTES: Final = ("“", "‘")
_NEAR: Final = 60
_ASKED: Final = 16
_FIRST_CHARACTER: Final = "\u4e00"
"""A head that ends in a mark is no name by itself: “党建+” of “党建+传统文化”."""
_AGAIN, _BEGINNING = 2, 260
"""So often a short article names the one campaign that it tells of, first among its first characters."""
_CAMPAIGNS: Final = 3
"""So many campaigns that were named last before a mention may be what it is done in."""
_SHORTEST, _LONGEST = 3, 12
"""Characters of the words at the head of a name by which another program is called (“连心桥”工作机制)."""


def with_parents(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """Each local program with what its name holds, what its sentence says that it is in, or what its article is about."""
    about = {number: _headlined(page, found, number) for number in range(len(page.segments.articles))}
    called: dict[tuple[int, str], str] = {}
    for mention in found:
        called.setdefault((page.article_at(mention.start), mention.surface), mention.name)
    out: list[ProgramMention] = []
    campaigns: deque[ProgramMention] = deque(maxlen=_CAMPAIGNS)
    frames, brands, counts = Frames(page, found), Brands(called), Counts(page.article_at, found)
    wholes: dict[tuple[int, str], str] = {}  # what the programs before are part of, by article and name
    named = {(page.article_at(mention.start), mention.name) for mention in found if mention.national}
    said = ""  # what the words say that the mention before is in
    for number, mention in enumerate(found):
        parent, said, article = "", _as_listed(page, out[-1:], said, mention), page.article_at(mention.start)
        frame = frames.around(mention)
        if mention.national:
            whole = CAMPAIGNS[mention.name].part_of if mention.name in CAMPAIGNS else ""
            parent = whole if (article, whole) in named else ""
        else:
            framed = "" if frame is None else (wholes.get((article, frame.name)) if frame.again else "") or frame.name
            topic = about[article] if _may_be_part(page, mention, about[article]) else ""
            parent = (
                mention.parent
                or counts.whole(mention, article)
                or _in_name(mention, article, called)
                or brands.wider(mention, article)
                or served(page, mention, found[number + 1 : number + 1 + AHEAD])
                or (said := _around(page, (*campaigns, *out[-1:]), mention) or said)
                or (framed if _may_be_part(page, mention, framed) else "")
                or topic
            )
        out.append(mention._replace(parent="" if parent == mention.name else parent))
        wholes.setdefault((article, mention.name), out[-1].parent)
        if mention.national:
            campaigns.appendleft(mention)
    return out


def _in_name(mention: ProgramMention, article: int, called: dict[tuple[int, str], str]) -> str:
    """What the name of a program holds: the root of a campaign, or at its head the words by which the article calls another."""
    root = canonical(ROOT) if ROOT in mention.name else ""
    heads = (mention.name[:length] for length in range(min(_LONGEST, len(mention.name) - 1), _SHORTEST - 1, -1))
    known = ((head, called[article, head]) for head in heads if head[-1] >= _FIRST_CHARACTER and (article, head) in called)
    others = (
        name for head, name in known if name != mention.name and not (head == mention.surface and _is_another_word(mention.name, name))
    )
    return root or next(others, "")


def _is_another_word(name: str, other: str) -> bool:
    """Whether one of two names with the same words in quotation marks only calls the other one a brand, a project or a place to show."""
    return name.endswith(_CALLED) or other.endswith(_CALLED)


def _headlined(page: Page, found: list[ProgramMention], number: int) -> str:
    """What the headline of an article says that the article tells of: a campaign by its name or its root, or a program by its name."""
    article = page.segments.articles[number]
    own = within(found, article.start, article.end)
    speech = "讲话" in article.headline
    named = Counter(mention.name for mention in own if mention.national and not mention.name.endswith(_STANDING))
    ordered = sorted(named, key=lambda name: (-named[name], name))
    told = next((name for name in ordered if re.search(re.escape(name[:4]) + _ABOUT, article.headline)), "")
    told = told or next((mention.name for mention in own if _told_of(page, mention) and (mention.national or not speech)), "")
    if not told and article.end - article.start <= SHORT:
        told = next((mention.name for mention in own if mention.rule == METHOD or _is_run_in_headline(page, mention)), "")
    told = told or ("" if speech else _campaign_told_of(article, own, named))
    if told or _REPORT.search(article.headline) is None or speech:
        return told
    headline = article.headline.translate(_NO_MARKS)
    local = dict.fromkeys(mention.name for mention in own if not mention.national and mention.name in headline)
    return next((name for name in local if _REPORT.match(headline, headline.index(name) + len(name))), "")


def _campaign_told_of(article: Article, own: Sequence[ProgramMention], named: Counter[str]) -> str:
    """The only nation-wide campaign of a short article, but for parts of it, ``named`` at its beginning and again: what is run in it is part of that."""
    wholes = [name for name in named if CAMPAIGNS[name].part_of not in named] if all(name in CAMPAIGNS for name in named) else list(named)
    name = next(iter(wholes), "")
    if len(wholes) != 1 or named[name] < _AGAIN or article.end - article.start > SHORT:
        return ""
    first = next(mention.start for mention in own if mention.name == name)
    return name if first - article.start <= _BEGINNING else ""


def _is_run_in_headline(page: Page, mention: ProgramMention) -> bool:
    """Whether a mention stands in a headline that says no more than that somebody runs it: 平江县大力开展|某活动."""
    sentence = page.sentence_at(mention.start)
    if sentence is None or sentence.zone is not Zone.HEADLINE or _SO_RUN.fullmatch(page.text, mention.end, sentence.end) is None:
        return False
    return _RUN_BEFORE.search(page.text, sentence.start, mention.start) is not None


def _told_of(page: Page, mention: ProgramMention) -> bool:
    """Whether a mention stands in a headline, before a word for a report on it."""
    sentence = page.sentence_at(mention.start)
    return sentence is not None and sentence.zone is Zone.HEADLINE and re.match(_ABOUT, page.text[mention.end : sentence.end]) is not None


def _may_be_part(page: Page, mention: ProgramMention, topic: str) -> bool:
    """Not where the sentence says that the article's campaign is combined with it, or builds on it; not works, nor the ``topic`` itself for short."""
    if mention.rule in WORKS or topic.endswith(mention.name):
        return False
    beside = _BESIDE.search(page.text, max(0, mention.start - _NEAR), mention.start)
    beside = beside or _TOWARDS.search(page.text, max(0, mention.start - _ASKED), mention.start)
    return beside is None and _GROUND.match(page.text, mention.end) is None


def _around(page: Page, before: tuple[ProgramMention, ...], mention: ProgramMention) -> str:
    """在…活动中开展…, 以…活动为载体: the program ``before`` a mention in its sentence, where the words say that the mention is inside."""
    sentence = page.sentence_at(mention.start)
    low = sentence.start if sentence else mention.start
    near = [other for other in before if low <= other.start and other.end <= mention.start]
    inside = (
        other
        for other in near
        if (
            _INSIDE.match(page.text, other.end, mention.start)
            and (other.national or not _LOCAL_MEANS.match(page.text, other.end))
            and not other.name.endswith(_COLUMNS)
        )
        or _is_within(page.text, other, mention)
        or _INCLUDES.fullmatch(page.text, other.end, mention.start)
        or _arranged(page, other, mention)
    )
    return next((other.name for other in inside), "")


def _is_within(text: str, other: ProgramMention, mention: ProgramMention) -> bool:
    """Whether ``mention`` is named right behind ``other`` as a part of it, or the sentence says that it is run for it."""
    if other.end == mention.start or text[other.end : mention.start] in _QUOTES:
        return text[other.end - 1] not in "”’" and (other.national or other.name[-2:] != mention.name[-2:])
    if _WITHIN.fullmatch(text, other.end, mention.start):
        return True
    towards = _TOWARDS.search(text, max(0, other.start - _ASKED), other.start + 1)
    return towards is not None and _RUN_FOR_IT.fullmatch(text, other.end, mention.start) is not None


def _as_listed(page: Page, last: list[ProgramMention], said: str, mention: ProgramMention) -> str:
    """What was ``said`` of the program that is listed right before a mention: 英才计划包括甲项目、|乙项目."""
    listed = bool(last) and _JOINT.fullmatch(page.text, last[0].end, mention.start) is not None
    return said if listed else ""


def _arranged(page: Page, other: ProgramMention, mention: ProgramMention) -> bool:
    """Whether ``mention`` is what is done as ``other`` asks."""
    asked = _ASKED_BEFORE.search(page.text, max(0, other.start - _ASKED), other.start)
    return asked is not None and _AS_ARRANGED.match(page.text, other.end, mention.start) is not None
