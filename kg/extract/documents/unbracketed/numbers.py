"""Documents named by their numbers alone, not in brackets behind a title: 岳政发〔2012〕5号文件."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.documents.mention import DocumentMention
from kg.extract.documents.unbracketed.left import Left
from kg.extract.page import Page
from kg.extract.patterns import HAN

_OF_YEAR: Final = r"[〔\[【（(](?:19|20)\d\d"
_NUMBER: Final = re.compile(rf"[ \u3000]?{_OF_YEAR}[〕\]】）)]\s?\d{{1,4}}\s?号(?=文件|通知|精神|要求|规定|[、和]{HAN}{{2,8}}{_OF_YEAR})")
_ISSUED: Final = re.compile(
    f"(?:.*(?:传达|学习|贯彻|落实|执行|根据|按照|依据|印发|转发|下发|[和与及了据照的是以到行彻实号件]))?({HAN}{{1,12}})$"
)
_CODE: Final = re.compile(
    "(?:.*(?:组织部|宣传部|办公室|办公厅|委员会|[省市县区州]委|政府|局|厅|院))" + f"((?!办){HAN}{{1,5}}[发通字函电文令复规综])$"
)
"""县委组织部|盐组通〔2012〕5号: the code alone is the number, whoever stands before it."""
_LONGEST_ISSUER: Final = 20


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The documents of a page that it names so."""
    left = Left(page, covered)
    for number in _NUMBER.finditer(page.text):
        low = page.clause_start(number.start(), _LONGEST_ISSUER)
        issued = _ISSUED.search(page.text, low, number.start())
        if issued is None or page.text[issued.start(1) - 1 : issued.start(1)] in ("（", "(") or not page.mined(number.start()):
            continue
        code = _CODE.fullmatch(page.text, *issued.span(1))
        start = code.start(1) if code is not None else issued.start(1)
        if left.has(start, number.end()):
            yield left.found(start, number.end(), 0.7)
