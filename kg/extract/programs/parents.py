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
    r"(?:活动)?(?:过程)?(?:中|以来|期间)|(?:活动)?的(?:重要内容|重要载体|载体|抓手|自选动作)|(?:活动)?作为[^，。；]{0,16}(?:任务|抓手|重点|载体|工作)[^，。；]{0,8}，|(?:活动)?为(?:重要)?(?:载体|抓手|契机|主线)"
)
_BESIDE: Final = re.compile(r"(?:结合|围绕|巩固|按照|配合)(?:[“‘][^”’\n]{1,40}[”’][、和及与]?)*$")
_GROUND: Final = re.compile(r"[”’]?(?:的)?基础上")
_SINCE: Final = re.compile(r"[^，。；]{0,14}(?:以来|启动后|开展后)，")
_NEAR: Final = 60
_SHORTEST, _LONGEST = 3, 12
"""Characters of the words at the head of a name by which another program is called (“连心桥”工作机制)."""


def with_parents(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """Each local program with what its name holds, what its sentence says that it is in, or what its article is about."""
    about = {number: _headlined(page, found, number) for number in range(len(page.segments.articles))}
    called: dict[tuple[int, str], str] = {}
    for mention in found:
        called.setdefault((page.article_at(mention.start), mention.surface), mention.name)
    out: list[ProgramMention] = []
    campaign: ProgramMention | None = None
    frame: ProgramMention | None = None
    for mention in found:
        parent = ""
        if not mention.national:
            article = page.article_at(mention.start)
            topic = about[article] if _may_be_part(page, mention) else ""
            parent = (
                _in_name(mention, article, called)
                or _around(page, (campaign, *out[-1:]), mention)
                or _framed(page, frame, mention)
                or topic
            )
        out.append(replace(mention, parent="" if parent == mention.name else parent))
        campaign = mention if mention.national else campaign
        frame = mention if _frames(page, mention) else frame
    return out


def _in_name(mention: ProgramMention, article: int, called: dict[tuple[int, str], str]) -> str:
    """What the name of a program holds: the root of a campaign, or at its head the words by which the article calls another."""
    root = canonical(ROOT) if ROOT in mention.name else ""
    heads = (mention.name[:length] for length in range(min(_LONGEST, len(mention.name) - 1), _SHORTEST - 1, -1))
    return root or next((called[article, head] for head in heads if called.get((article, head), mention.name) != mention.name), "")


def _frames(page: Page, mention: ProgramMention) -> bool:
    """…活动开展以来 at the head of a paragraph: what follows in it is part of the program."""
    sentence = page.sentence_at(mention.start)
    head = page.segments.paragraphs[sentence.paragraph].start if sentence is not None else mention.start
    return mention.start < head + _NEAR and _SINCE.match(page.text, mention.end) is not None


def _framed(page: Page, frame: ProgramMention | None, mention: ProgramMention) -> str:
    """The program that frames the paragraph of ``mention``."""
    if frame is None:
        return ""
    one, other = page.sentence_at(frame.start), page.sentence_at(mention.start)
    return frame.name if one is not None and other is not None and one.paragraph == other.paragraph else ""


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
    """在…活动中开展…, 以…活动为载体: the program ``before`` a mention in its sentence, where the words say that the mention is inside."""
    sentence = page.sentence_at(mention.start)
    low = sentence.start if sentence else mention.start
    near = [other for other in before if other is not None and low <= other.start and other.end <= mention.start]
    return next((other.name for other in near if _INSIDE.match(page.text, other.end, mention.start)), "")
