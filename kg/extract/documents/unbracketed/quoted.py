"""Titles in quotation marks of what somebody signs or issues: 签订了“…协议书”, “…协议”签约, 制定了“…管理办法”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.documents.mention import DocumentMention
from kg.extract.documents.unbracketed.left import Left
from kg.extract.page import Page
from kg.extract.patterns import HAN, one_of
from kg.lexicon.words import DOCUMENTS_QUOTED

_AGREEMENTS: Final = "协议书?|备忘录|意向书|合同"
_LINE: Final = "[^，。；：“”《》\n]{0,6}"
_FORMS: Final = re.compile(
    f"签[订署]了?{_LINE}((?:“[^“”\n]{{2,40}}(?:{_AGREEMENTS}|责任书|承诺书)”[、和及与]?){{1,6}})"
    f"|(“[^“”\n]{{2,40}}(?:{_AGREEMENTS})”)签[约订署]"
    f"|题为(“(?:[^“”\n]|“[^“”\n]{{1,12}}”){{8,60}}”)的(?:{HAN}{{2,6}})?(?:报告|讲话)"
    f"|(?:出台|印发|下发|颁布|制定|制订|发布|发出|拟定|推出)(?:实施)?了?{_LINE}"
    f"((?:“[^“”\n]{{3,40}}{one_of(DOCUMENTS_QUOTED)}”[、和及与]?){{1,6}})"
)
_TITLE: Final = re.compile("“([^“”\n]+)”")


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The documents of a page that it names so."""
    left = Left(page, covered)
    for match in _FORMS.finditer(page.text):
        for title in _TITLE.finditer(page.text, *match.span(match.lastindex or 0)) if page.mined(match.start()) else ():
            if left.has(*title.span(1)):
                yield left.found(*title.span(1), 0.7)
