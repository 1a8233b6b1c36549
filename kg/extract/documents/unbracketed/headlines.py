"""A headline that is the title of a notice, a plan or a report: the page is that document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.documents.mention import DocumentMention
from kg.extract.documents.unbracketed.left import Left, number_behind
from kg.extract.page import Page
from kg.extract.patterns import one_of
from kg.lexicon.words import DOCUMENTS_IN_HEADLINES
from kg.segment import Zone

_AND_PLANS: Final = "(?:(?<=工作总结)[和及暨].{4,24}(?:计划|打算|思路|安排|要点))?"
"""2012年工作总结|和2013年工作打算."""
_OWN_TITLE: Final = re.compile(f".{{4,60}}{one_of(DOCUMENTS_IN_HEADLINES)}{_AND_PLANS}(?:（[^（）]{{2,12}}）)?")
_TOLD: Final = re.compile(
    "出台|印发|下发|公布|发布|发出|听取|审议|通过|召开|制定|征求|举行|[：！？，。]|落实|部署|推进会|解读"
    "|(?:开展|推行|实行|坚持|接受|进行|建立|组织|晒出|点评)(?=[^，。]{0,16}(?:公示|述职报告|年度报告|调研报告|自评报告)$)"
)
"""In a headline: it tells of a document, and is not the title of one."""
_ADDED: Final = re.compile("^（[\u4e00-\u9fff]{2,6}）(?=[12]\\d{3}年)|（(?:全文|摘要|节选|摘登)）$")
"""What a site adds to the title of a report: （内蒙古）2022年…工作报告（全文）."""


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The documents that the articles of a page are, by their headlines."""
    left = Left(page, covered)
    for paragraph in page.segments.paragraphs:
        if paragraph.zone is not Zone.HEADLINE or not left.has(paragraph.start, paragraph.end):
            continue
        title = _ADDED.sub("", page.text[paragraph.start : paragraph.end])
        if _OWN_TITLE.fullmatch(title) and not _TOLD.search(title):
            number = number_behind(page.text, paragraph.end)
            yield left.found(paragraph.start, paragraph.end, 0.7, title=title, rule="headline", number=number)
