"""What a program is part of: the campaign of its article, of its sentence, or the one that its name holds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Final

from kg.extract.page import Page
from kg.extract.programs.mention import ROOT, ProgramMention, canonical
from kg.extract.scan import within
from kg.segment import Zone

_ABOUT: Final = r".{0,12}(?:综述|情况|简报|纪实|总结|汇报|巡礼|侧记|掠影|自查报告|动员大会|动员会|推进会|部署会|上的讲话)"
"""Behind a campaign in a headline: the article tells how it is run, so that what is run in it is part of it."""
_INSIDE: Final = re.compile(
    r"(?:活动)?(?:过程)?(?:中|以来|期间)|(?:活动)?的(?:重要内容|重要载体|载体|抓手|自选动作)|(?:活动)?作为[^，。；]{0,16}(?:任务|抓手|重点|载体|工作)，|(?:活动)?为(?:重要)?(?:载体|抓手|契机|主线)"
)
_BESIDE: Final = re.compile(r"(?:结合|围绕|巩固|按照|配合)(?:[“‘][^”’\n]{1,40}[”’][、和及与]?)*$")
_GROUND: Final = re.compile(r"[”’]?(?:的)?基础上")
_SINCE: Final = re.compile(r"[^，。；]{0,14}(?:以来|启动后|开展后)，")
_NEAR: Final = 60


def with_parents(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """Each local program with what its name holds, what its sentence says that it is in, or what its article is about."""
    about = {number: _headlined(page, found, number) for number in range(len(page.segments.articles))}
    out: list[ProgramMention] = []
    campaign: ProgramMention | None = None
    for mention in found:
        parent = ""
        if not mention.national:
            root = canonical(ROOT) if ROOT in mention.name else ""
            topic = about[page.article_at(mention.start)]
            parent = root or _around(page, (campaign, *out[-1:]), mention) or (topic if _may_be_part(page, mention) else "")
        out.append(replace(mention, parent="" if parent == mention.name else parent))
        campaign = mention if mention.national else campaign
    return out


def _headlined(page: Page, found: list[ProgramMention], number: int) -> str:
    """What the headline of an article says that the article tells of: a campaign by its name or its root, or a program of its own."""
    article = page.segments.articles[number]
    own = within(found, article.start, article.end)
    named = Counter(mention.name for mention in own if mention.national)
    ordered = sorted(named, key=lambda name: (-named[name], name))
    told = next((name for name in ordered if re.search(re.escape(name[:4]) + _ABOUT, article.headline)), "")
    return told or next((mention.name for mention in own if _told_of(page, mention)), "")


def _told_of(page: Page, mention: ProgramMention) -> bool:
    """Whether a mention stands in a headline, before a word for a report on it."""
    sentence = page.sentence_at(mention.start)
    return sentence is not None and sentence.zone is Zone.HEADLINE and re.match(_ABOUT, page.text[mention.end : sentence.end]) is not None


def _may_be_part(page: Page, mention: ProgramMention) -> bool:
    """Not where the sentence says that the article's campaign is combined with it, or builds on it."""
    beside = _BESIDE.search(page.text, max(0, mention.start - _NEAR), mention.start)
    return beside is None and _GROUND.match(page.text, mention.end) is None


def _around(page: Page, before: tuple[ProgramMention | None, ...], mention: ProgramMention) -> str:
    """在…活动中开展…, 以…活动为载体: the program ``before`` a mention in its sentence, where the words say that the mention is inside.

    …活动开展以来 at the head of a paragraph holds for all of it.
    """
    sentence = page.sentence_at(mention.start)
    low = sentence.start if sentence else mention.start
    near = [other for other in before if other is not None and other.end <= mention.start]
    inside = next((other.name for other in near if low <= other.start and _INSIDE.match(page.text, other.end, mention.start)), "")
    if inside or sentence is None:
        return inside
    head = page.segments.paragraphs[sentence.paragraph].start
    framed = (other for other in near if head <= other.start < head + _NEAR and _SINCE.match(page.text, other.end, mention.start))
    return next((other.name for other in framed), "")
