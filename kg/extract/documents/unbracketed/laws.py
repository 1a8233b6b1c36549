"""Laws that were passed, or are listed and called so, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.documents.mention import DocumentMention
from kg.extract.documents.unbracketed.left import Left
from kg.extract.page import Page
from kg.extract.patterns import HAN
from kg.lexicon.words import KNOWN_DOCUMENTS

_PASSED: Final = re.compile(f"(?:通过|颁布|公布)了?(?:新修订的|新修改的)?((?:{HAN}{{2,16}}法、)*{HAN}{{2,16}}法)(?=[、，。和]|修正案)")
"""通过了契税法、城市维护建设税法: laws by their names."""
_SUCH: Final = re.compile("等(?:相关|有关|国家|党内|涉农|系列|一系列)?(?:法律|法规|政策法规|规章)")
_LAW: Final = "(?:法典?|条例|规定|办法|[准细规]则|章程)"
_ROW: Final = re.compile(f"((?:{HAN}{{2,24}}{_LAW}、){{1,9}}{HAN}{{2,20}}{_LAW})$")
"""…民法典、安全生产法|等法律法规: what is listed, the first member perhaps with a verb before it."""
_LEADS: Final = re.compile(
    ".*(?:学习|宣传|宣讲|普及|讲解|讲授|解读|贯彻|落实|执行|遵守|违反|根据|依据|依照|按照|围绕|熟悉|掌握|出台|颁布|实施|涉及|了|的|对|就)"
)
_LONGEST_ROW: Final = 120
_NO_LAW: Final = re.compile("(?:[办做方手看想说用书执司立守普违合依宪疗技拳剑笔]|工作|管理|学习|服务|调解|治理)法$|的|通过|颁布")


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The laws that a page says were passed or made public, then those of lists: 学习|宪法、民法典|等法律法规."""
    for rows in (_passed(page), _listed(page)):
        left = Left(page, covered)
        for start, end in rows:
            title = page.text[start:end]
            if page.mined(start) and len(title) > 1 and left.has(start, end) and not _NO_LAW.search(title):
                known = KNOWN_DOCUMENTS.get(title)
                yield left.found(start, end, 0.7, title=known.title if known is not None else title)


def _passed(page: Page) -> Iterator[tuple[int, int]]:
    for match in _PASSED.finditer(page.text):
        yield from _parts(page.text, *match.span(1))


def _listed(page: Page) -> Iterator[tuple[int, int]]:
    for such in _SUCH.finditer(page.text):
        row = _ROW.search(page.text, max(0, such.start() - _LONGEST_ROW), such.start())
        if row is not None:
            lead = _LEADS.match(row[1].partition("、")[0])
            yield from _parts(page.text, row.start(1) + (lead.end() if lead is not None else 0), such.start())


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of a list."""
    for part in text[start:end].split("、"):
        yield start, start + len(part)
        start += len(part) + 1
