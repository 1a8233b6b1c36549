"""When a page or an article was written, as its dateline or a line of its own says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract import dates
from kg.extract.page import Page
from kg.extract.scan import within
from kg.segment import Paragraph, Zone

_STAMP: Final = re.compile(
    r"(?:发布|更新|发表|公开|印发)(?:时间|日期)[：:]\s?(?:19|20)\d\d|(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}(?:日\s?|\s)\d{1,2}[:：]\d\d"
)
"""When a page was put up, among credits: 来源：… 发布时间：2015-11-20, ［责任编辑 …］2011年09月06日 15:20."""
_DELIVERED: Final = re.compile(
    r"(?:讲话|报告|发言|致辞|会议上|大会上|仪式上)[^。；\n（）]{0,40}[（(]\s?((?:19|20)\d\d年\d{1,2}月\d{1,2}日)[^（）()]{0,30}[）)]"
)
"""…会上的讲话 某县县长 某某（2011年8月18日）."""
_DAY_FIRST: Final = re.compile(r"\s*(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)")
"""A line that begins with day, month and year: 06.01.2017 21:32."""
_LONGEST_STAMPED: Final = 120
_YEAR_BEGINS: Final = frozenset("12一二")
_ONLY_DATED: Final = 30
"""A line that is longer says more than a date."""


def document_date(page: Page) -> str:
    """The date of a page: of its container, its dateline, or a date that stands alone on a line."""
    if page.raw.date:
        return page.raw.date
    text = page.text
    lines = [paragraph for paragraph in page.segments.paragraphs if paragraph.zone is not Zone.BOILERPLATE]
    for paragraph in lines:
        if paragraph.zone is Zone.DATELINE:
            return dates.first_full(text[paragraph.start : paragraph.end])
    backwards = (_DAY_FIRST.match(text, paragraph.start, paragraph.end) for paragraph in lines[:6])
    if (stamp := next(filter(None, backwards), None)) is not None:
        return f"{stamp[3]}-{stamp[2]}-{stamp[1]}"
    ends = [text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_STAMPED)] for paragraph in (*lines[:6], *lines[-4:])]
    if (alone := next(filter(None, map(_only_date, ends)), "")) or (
        alone := next((dates.first_full(x) for x in ends if _STAMP.search(x)), "")
    ):
        return alone
    delivered = next(filter(None, (_DELIVERED.search(text, line.start, line.end) for line in lines[:3])), None)
    return dates.first_full(delivered[1]) if delivered is not None else ""


def paragraphs(page: Page, number: int) -> Sequence[Paragraph]:
    """The paragraphs of an article."""
    article = page.segments.articles[number]
    return within(page.segments.paragraphs, article.start, article.end)


def article_date(page: Page, number: int) -> str:
    """The date that stands alone on one of the first lines of an article, or nothing."""
    own = [p for p in paragraphs(page, number) if p.zone is not Zone.BOILERPLATE][:6]
    return next(filter(None, (_only_date(page.text[paragraph.start : paragraph.end]) for paragraph in own)), "")


def _only_date(line: str) -> str:
    """The date that a line consists of, if it does."""
    line = line.strip("（）() ")
    found = dates.find(line, None) if len(line) <= _ONLY_DATED and line[:1] in _YEAR_BEGINS else []
    return found[0].value if len(found) == 1 and found[0].value[0] != "-" and found[0].end - found[0].start >= len(line) else ""
