"""Who hosts a program by a sentence of its own behind it (此次活动由…主办), and whose news an article tells (记者从…获悉)."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Page
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef
from kg.extract.scan import last_within
from kg.extract.subjects import Subject, Subjects
from kg.segment import Article

_BY: Final = re.compile(
    r"(?:活动|[大比竞]赛|行动|项目|计划|工程|评选)(?:在[^，。；\n]{2,30}(?:指导|支持|领导)下，)?(?:是?由|的?主办(?:单位|方)(?:为|是|：))(?:[^。；]{2,40}?(?:指导|支持)(?:下)?，(?:由)?)?"
    r"([^。；\n]{2,160}?)(?:联合|共同|牵头|具体|负责)*(?:主办|举办|发起|承办|协办|。|；|\n|$)"
)
"""(此次)活动由A、B主办，C承办; (本次)活动主办单位：A，承办单位：B."""
_THIS: Final = re.compile(
    r"(?:据悉|据了解|据介绍)?，?(?:此次|本次|这次|此项|该项|本届|这一|整个|该)[\u4e00-\u9fff]{0,8}|(?:据悉，|据了解，|据介绍，)?(?:系列|主题)?"
)
"""Between the head of a sentence and the word for what was told of before: 此次植树|活动, or nothing."""
_LONGEST_THIS: Final = 20
_FAR: Final = 400
"""Characters back to the program that was told of."""
_LEARNT: Final = re.compile(
    r"从([^，。；：“”\n]{2,40}?)(?:(?:召开|举行|举办)的?[^，。；\n]{0,16}(?:会|会议|仪式)上|(?:新闻)?发布会上)?(?:获悉|了解到|得知|获知)"
)
"""记者从某局（召开的会议上）获悉."""
_HEAD: Final = 400
"""Characters of an article in which it says from whom its news are."""


def find(page: Page, programs: list[ProgramMention], subjects: Subjects) -> dict[int, list[Subject]]:
    """For the last local program before each sentence that says who hosts it, by its number in ``programs``, those hosts."""
    hosts: dict[int, list[Subject]] = {}
    numbers = {mention.start: number for number, mention in enumerate(programs)}
    for by in _BY.finditer(page.text) if programs else ():
        sentence = page.sentence_at(by.start())
        if sentence is None or by.start() - sentence.start > _LONGEST_THIS or not page.mined(by.start()):
            continue
        before = last_within(programs, max(page.segments.articles[sentence.article].start, sentence.start - _FAR), sentence.start)
        named = subjects.between(*by.span(1))
        if before is None or before.national or not named or _THIS.fullmatch(page.text, _head(page, sentence.start), by.start()) is None:
            continue
        hosts.setdefault(numbers[before.start], [one for one in named if isinstance(one.ref, BodyRef)] or named)
    return {number: named for number, named in hosts.items() if named}


def _head(page: Page, start: int) -> int:
    """Where the words of a sentence begin."""
    while page.text[start : start + 1] in (" ", "\u3000"):
        start += 1
    return start


def informant(page: Page, subjects: Subjects, article: Article) -> BodyRef | None:
    """The body from which the news of an article are, which tells what it does itself."""
    learnt = _LEARNT.search(page.text, article.start, min(article.end, article.start + _HEAD))
    named = subjects.between(*learnt.span(1)) if learnt is not None else ()
    return next((one.ref for one in named if isinstance(one.ref, BodyRef) and one.ref.kind != "medium"), None)
