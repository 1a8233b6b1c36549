"""Programs that frame what follows: 在…活动中，…, …活动开展以来，… and, where that one was named before, 活动中，…."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.page import Page
from kg.extract.programs.mention import ProgramMention
from kg.extract.scan import last_within, within
from kg.segment import Paragraph, Zone

_SINCE: Final = re.compile(r"[”’]?[^，。；]{0,14}(?:以来|启动后|开展后)，")
_AMID: Final = re.compile(r"[”’]?(?:活动)?(?:过程)?中，")
_MEETING: Final = re.compile(r"[”’]?(?:活动|工作)*(?:经验)?(?:现场会|推进会|动员会|动员大会|部署会|总结会|总结大会|汇报会|交流会)")
"""The first sentence tells of a meeting on a program: a short article reports what it has brought."""
_AT: Final = re.compile(r"在(?:开展|推进|实施|大力开展)?[“‘]?$")
_FOR: Final = re.compile(
    r"为(?:了)?(?:进一步|深入|扎实|切实|全面|认真|更好地?|持续|大力)*(?:确保|保证|推进|推动|深化|开展|抓好|做好|搞好)[“‘]?$"
)
_FOR_IT: Final = re.compile(r"[”’]?(?:活动)?(?:取得[实成]效|(?:深入|扎实|有序|顺利)(?:开展|推进|进行))?，")
"""Around a program for which is done what the paragraph tells: 为确保|某活动|取得实效，…."""
_LONGEST_FOR: Final = 16
_AGAIN: Final = re.compile(r"活动(?:开展以来|过程中|中|期间)，")
_BESIDES: Final = re.compile(r"(?:此次|本次|该)?活动(?:期间|中|同时|还)(?:，|将|[^，。；]{0,6}(?:推出|开展|举办|组织|设置))")
"""How a sentence begins that tells what is done in the program that was told of before: 活动还将推出…."""
_NEAR: Final = 60
"""Characters from the head of a paragraph, or of a sentence of the first, to what frames it."""
_HEADING: Final = re.compile(
    r"[ \u3000]*(?:([一二三四五六七八九十]{1,3}、)|（[一二三四五六七八九十]{1,3}）)[^。；\n]{4,40}(?=。|\s*(?:\n|$))"
)
"""A heading of a section, of the first rank (一、) or the second, alone on its line or before the first sentence of it."""
_QUESTION: Final = re.compile(r"[ \u3000]*(?:[\u4e00-\u9fff]{0,6}记者|问|主持人|网友|[\u4e00-\u9fff]{2,3}问)[：:]")
"""How a paragraph begins in which something is asked."""
_HOW: Final = re.compile(
    "(?:如何|怎样|怎么|哪些|什么)[^。；\n]{0,40}(?:开展|推进|实施|推动|抓|做|进展|做法|措施|举措|经验|特色|成效)|(?:开展|推进|实施)[^。；\n]{0,30}(?:如何|怎样|怎么样|哪些)"
)
_RUN: Final = re.compile("(?:开展|推进|深化|抓好|狠抓|实施|围绕|以)[“‘]?$")
_SO_RUN: Final = re.compile(r"[”’]?(?:活动)?(?:，|为(?:契机|抓手|载体|主线|动力|平台)|$)", re.MULTILINE)
"""Around a campaign in a heading: that its section tells what is done in it; not 加强对…活动的组织领导, …活动要坚持…."""
SHORT: Final = 1500
"""Characters of an article that is about one thing; a longer one tells of much that its first program does not frame."""
_BEFORE: Final = 6


class Frame(NamedTuple):
    """``text[start:end]`` tells what is done in the program ``name``, or, ``again``, in the one that it is part of."""

    start: int
    end: int
    name: str
    again: bool = False


class Frames:
    """The frames of a page, to be gone through with its mentions, in order: a paragraph, or all of a short article whose first paragraph says so."""

    def __init__(self, page: Page, found: list[ProgramMention]) -> None:
        firsts: dict[int, int] = {}
        for paragraph in page.segments.paragraphs:
            article = page.segments.articles[paragraph.article]
            if paragraph.zone is Zone.BODY and article.end - article.start <= SHORT:
                firsts.setdefault(paragraph.article, paragraph.start)
        frames = [frame for mention in found if (frame := _opened(page, mention, firsts)) is not None]
        frames += _sections(page, found)
        frames += _answers(page, found)
        frames += [frame for paragraph in page.segments.paragraphs if (frame := _taken_up(page, found, paragraph)) is not None]
        frames += _gone_on(page, found)
        self._ahead = sorted(frames, reverse=True)
        self._around: list[Frame] = []

    def around(self, mention: ProgramMention) -> Frame | None:
        """What frames ``mention``, the next one."""
        while self._ahead and self._ahead[-1].start < mention.start:
            frame = self._ahead.pop()
            while self._around and self._around[-1].end <= frame.end:
                self._around.pop()
            self._around.append(frame)
        while self._around and self._around[-1].end <= mention.start:
            self._around.pop()
        return next((frame for frame in reversed(self._around) if frame.name != mention.name), None)


def _opened(page: Page, mention: ProgramMention, firsts: dict[int, int]) -> Frame | None:
    """What ``mention`` frames, if it stands at the head of a paragraph, or of a sentence of the first one."""
    amid = _AMID.match(page.text, mention.end) and _AT.search(page.text, max(0, mention.start - _BEFORE), mention.start)
    sentence = page.sentence_at(mention.start)
    if sentence is None:
        return None
    paragraph = page.segments.paragraphs[sentence.paragraph]
    first = firsts.get(sentence.article) == paragraph.start
    if first and sentence.start == paragraph.start and _MEETING.match(page.text, mention.end):
        return Frame(mention.start, page.segments.articles[sentence.article].end, mention.name)
    done_for = _FOR_IT.match(page.text, mention.end) and _FOR.search(page.text, max(0, mention.start - _LONGEST_FOR), mention.start)
    if not (amid or done_for or _SINCE.match(page.text, mention.end)):
        return None
    if mention.start > (sentence.start if first else paragraph.start) + _NEAR:
        return None
    return Frame(mention.start, page.segments.articles[sentence.article].end if first else paragraph.end, mention.name)


def _sections(page: Page, found: list[ProgramMention]) -> list[Frame]:
    """Sections whose heading says that a program is run (（一）扎实开展创先争优，…), to the next heading of that rank or of the one above."""
    frames: list[Frame] = []
    next_first = next_any = len(page.text)
    for paragraph in reversed(page.segments.paragraphs):
        heading = _HEADING.match(page.text, paragraph.start, paragraph.end)
        if heading is None:
            continue
        end = min(next_first if heading[1] else next_any, page.segments.articles[paragraph.article].end)
        next_any, next_first = paragraph.start, paragraph.start if heading[1] else next_first
        named = within(found, paragraph.start, heading.end())
        frames += [Frame(paragraph.start, end, mention.name) for mention in named if _is_run(page, heading, mention)][:1]
    return frames


def _answers(page: Page, found: list[ProgramMention]) -> list[Frame]:
    """What is answered to a question how one program is run (记者：…是如何推进“…”工程的？), up to the next question."""
    frames: list[Frame] = []
    next_question = len(page.text)
    for paragraph in reversed(page.segments.paragraphs):
        if _QUESTION.match(page.text, paragraph.start, paragraph.end) is None:
            continue
        named = within(found, paragraph.start, paragraph.end)
        if len({mention.name for mention in named}) == 1 and _HOW.search(page.text, paragraph.start, paragraph.end):
            end = min(next_question, page.segments.articles[paragraph.article].end)
            frames.append(Frame(paragraph.end, end, named[0].name))
        next_question = paragraph.start
    return frames


def _is_run(page: Page, heading: re.Match[str], campaign: ProgramMention) -> bool:
    """Whether the heading says that the campaign, or a program in quotation marks, is run, so that its section tells how: 扎实开展|创先争优|，…."""
    if not campaign.national and page.text[campaign.start] not in "“‘":  # 开展集中宣传活动
        return False
    return (
        _RUN.search(page.text, heading.start(), campaign.start) is not None
        and _SO_RUN.match(page.text, campaign.end, heading.end()) is not None
    )


def _gone_on(page: Page, found: list[ProgramMention]) -> list[Frame]:
    """The sentences that tell what is done besides in the local program that was named last before them in the paragraph or the one above."""
    frames = []
    for sentence in page.segments.sentences if found else ():
        if _BESIDES.match(page.text, sentence.start) is None:
            continue
        above = page.segments.paragraphs[max(0, sentence.paragraph - 1)].start
        before = last_within(found, max(above, page.segments.articles[sentence.article].start), sentence.start)
        if before is not None and not before.national:
            frames.append(Frame(sentence.start, sentence.end, before.name, again=True))
    return frames


def _taken_up(page: Page, found: list[ProgramMention], paragraph: Paragraph) -> Frame | None:
    """活动中， at the head of a paragraph: in the program that was named last before it in the article."""
    if not _AGAIN.match(page.text, paragraph.start):
        return None
    before = last_within(found, page.segments.articles[paragraph.article].start, paragraph.start)
    return Frame(paragraph.start, paragraph.end, before.name, again=True) if before is not None else None
