"""Firms that a list names by brand and trade, without a word for what they are: 百兴食品、方格药业等企业."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page, words_of
from kg.extract.refs import BodyRef
from kg.lexicon.stops import GENERIC
from kg.lexicon.tables import read_table
from kg.model import Basis

_FIRMS: Final = re.compile(
    "(?:等(?:\\d{1,3}|[两二三四五六七八九十]{1,3})?[家户个]?|(?:\\d{1,3}|[两二三四五六七八九十]{1,3})[家户个])[\u4e00-\u9fff]{0,6}?企业(?!家)"
)
"""Behind a list of firms."""
_MEMBERS: Final = re.compile("(?:[\u4e00-\u9fff]{3,12}、){1,12}[\u4e00-\u9fff]{4,7}$")
_FARTHEST: Final = 100
"""Characters of such a list."""
_FEWEST: Final = 2
_TRADES: Final = tuple(row["trade"] for row in read_table("firm_trades"))
_BRAND: Final = re.compile("(?:.*[和与及到了访察至入为有的])?(.{2,3})")
"""The brand before the trade, behind what leads to the list: 到|百兴|食品."""


def brands(page: Page) -> list[BodyMention]:
    """The firms of such lists, in order, where two at least bear names that are no words: not 有机食品、现代物流等企业."""
    found: list[BodyMention] = []
    for firms in _FIRMS.finditer(page.text) if "企业" in page.text else ():
        members = _MEMBERS.search(page.text, max(0, firms.start() - _FARTHEST), firms.start())
        if members is None or not page.mined(firms.start()):
            continue
        named = [firm for firm in _named(members) if firm is not None]
        if sum(len(words_of(brand)) > 1 for _, brand, _ in named) < _FEWEST:
            continue
        for start, brand, trade in named:
            body = BodyRef(brand + trade, "enterprise")
            found.append(BodyMention(start, start + len(brand + trade), body, Basis.STATED, "brand and trade", 0.8))
    return found


def _named(members: re.Match[str]) -> list[tuple[int, str, str] | None]:
    """Where each of a list starts, its brand and its trade; None for what is neither."""
    found: list[tuple[int, str, str] | None] = []
    at = members.start()
    for member in members[0].split("、"):
        trade = next((trade for trade in _TRADES if member.endswith(trade)), "")
        brand = _BRAND.fullmatch(member.removesuffix(trade)) if trade else None
        named = brand is not None and brand[1] not in GENERIC and brand[1] not in _TRADES
        found.append((at + brand.start(1), brand[1], trade) if brand is not None and named else None)
        at += len(member) + 1
    return found
