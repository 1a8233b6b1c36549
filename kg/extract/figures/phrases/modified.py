"""What a figure only describes, told behind 的: 价值100万元的|捐赠物资, 8万元的|收入, 3起违反规定的|问题."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures.phrases.nouns import REACH, read_nouns
from kg.extract.page import Page

_MONEY: Final = re.compile(
    "的([\u4e00-\u9fff]{0,4}"
    "(?:收入|利润|贷款|借款|补贴|补助|奖金|奖励|资金|投资|产值|工资|报酬|救助金|慰问金|保费|债务|损失|经费))(?=[，。；、]|$)"
)
"""Behind a sum, what sort of money it is: 8万元|的经济损失."""
_MATTER: Final = re.compile(r"[^，。；：！？\n]{2,40}的([\u4e00-\u9fff]{2,8})(?=[，。；：！？\n]|$)")
_VALUE: Final = "价值"


def worth(page: Page, start: int, end: int) -> str:
    """What has the worth that is told before it: 价值|100万元|的捐赠物资."""
    if not (page.text.endswith(_VALUE, 0, start) and page.text.startswith("的", end)):
        return ""
    clause = page.clause(end + 1)[1]
    first = page.tokens(end + 1, min(clause, end + REACH))[:1]
    given = first[0].text if first and first[0].tag == "v" else ""  # 捐赠|物资
    nouns = read_nouns(page, end + 1 + len(given), clause)
    return nouns and given + nouns + _VALUE


def money(page: Page, end: int) -> str:
    """What the money is that ends at ``end`` and 的: 8万元|的|收入."""
    told = _MONEY.match(page.text, end)
    return told[1] if told is not None else ""


def matter(page: Page, at: int) -> str:
    """What is counted as a case or a point and told at length (3起违规公款吃请等违反规定的问题): the nouns behind the last 的."""
    told = _MATTER.match(page.text, at)
    nouns = read_nouns(page, told.start(1), told.end(1)) if told is not None else ""
    return nouns if told is not None and nouns == told[1] else ""
