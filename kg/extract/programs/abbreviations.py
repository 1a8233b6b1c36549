"""Programs that are called by a number and a word of their names: “三万”活动 for “万名干部进万村挖万塘”活动."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.page import Page
from kg.extract.programs.mention import ProgramMention

_SHORT: Final = re.compile(r"([两双三四五六七八九])([\u4e00-\u9fff])([\u4e00-\u9fff]{2})")
_NUMBERS: Final = {"两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}


def in_full(page: Page, found: list[ProgramMention]) -> list[ProgramMention]:
    """``found`` with the full name for a short one, where just one program of the article has the word that often and the same head."""
    names: dict[int, set[str]] = {}
    for mention in found:
        if not mention.national and not _SHORT.fullmatch(mention.name):
            names.setdefault(page.article_at(mention.start), set()).add(mention.name)
    return [_full(mention, names.get(page.article_at(mention.start), set())) for mention in found]


def _full(mention: ProgramMention, names: set[str]) -> ProgramMention:
    short = _SHORT.fullmatch(mention.name)
    if short is None:
        return mention
    full = [name for name in names if name.endswith(short[3]) and name.count(short[2]) == _NUMBERS[short[1]]]
    return replace(mention, name=full[0]) if len(full) == 1 else mention
