"""Documents that everybody knows by name, without marks: the Constitution, the Party's charter, a 政府工作报告."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extract.documents.mention import DocumentMention
from kg.extract.documents.unbracketed.left import Left
from kg.extract.page import Page
from kg.extract.patterns import HAN
from kg.extract.scan import Scanner
from kg.lexicon.words import KNOWN_DOCUMENTS

_OF_ITS_NAME: Final = re.compile("党规|宣誓|日|宣传[周月]|知识|意识|(?:和)?法律赋予|和法律规定|[律院庭人务治官]|学(?!习)|制(?!定)|规(?!定)")
"""Behind a law: what is called after it (宪法宣誓, 宪法日), all law together, and longer words (选举|法律, 环境保护|法庭), are no document."""
_ALL_OF: Final = "全[省市县区旗镇乡]"
_WHOSE: Final = re.compile(
    f"(?:(?:(?![和与及]){HAN}){{2,4}}[省市县区旗镇乡])?"
    f"(?:政府|党委|[省市县区旗镇乡]委|纪委|人大|政协|人大常委会|常委会|(?:最高|高级|中级)?(?:人民)?(?:法院|检察院)|{_ALL_OF})$"
)
_REACH: Final = 12
"""Characters before a report in which it is said whose it is."""


@cache
def _scanner() -> Scanner:
    return Scanner(KNOWN_DOCUMENTS)


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """What the table lists, with whose it is where it names no document without that."""
    left = Left(page, covered)
    for hit in _scanner().scan(page.text):
        start, end = hit.start, hit.end
        if (
            not page.mined(start)
            or (_OF_ITS_NAME.match(page.text, end) and page.text[start - 1 : start] != "向")  # 向宪法宣誓
            or not left.has(start, end)
            or page.text[start - 1 : start] in ("“", "学")
        ):
            continue
        known = KNOWN_DOCUMENTS[hit.text]
        whose = _WHOSE.search(page.text, max(0, start - _REACH), start) if known.whose else None
        if known.whose and whose is None:
            continue
        start = whose.start() if whose is not None else start
        yield left.found(start, end, 0.7, title=page.text[start : hit.start] + known.title, rule="known to all")
