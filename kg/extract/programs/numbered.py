"""Programs that are named after a number of things: 三洁工程, 百千万工程."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Token
from kg.extract.programs.mention import Around, ProgramMention, named
from kg.lexicon.stops import VERBS

_NUMERALS: Final = "双两二三四五六七八九十百千万"
_COUNTED: Final = re.compile(rf"[{_NUMERALS}]{{1,3}}[\u4e00-\u9fff]{{1,2}}?工程")
"""三洁工程, 百千万工程: what a program has so many of."""
_MEASURES: Final = frozenset("期项大亩次号座处批条类级段层栋种套所家位名轮道口标步年月日度方等分部里米吨重多余几来")
"""Behind a numeral these count works: 两项工程, 二期工程."""


def find(around: Around) -> list[ProgramMention]:
    """Programs that are named after a number of things, whatever stands before them: 三洁工程, not 三峡工程, 十项工程 or 百万亩工程."""
    page, text = around.page, around.page.text
    return [
        named(match.start(), match.end(), match[0], match[0][:-2], "number of things and head", 0.7)
        for match in _COUNTED.finditer(text)
        if page.mined(match.start()) and page.breaks(match.start()) and _counts_things(page.tokens(match.start(), match.end() - 2))
    ]


def _counts_things(words: tuple[Token, ...]) -> bool:
    """Whether ``words`` are a number and what there is so many of."""
    number, *things = words
    name = "".join(token.text for token in things)
    whole = number.text + name
    if not name or whole.endswith("个一") or not set(number.text) <= set(_NUMERALS):
        return whole.endswith("个一") or whole == "百千万"
    return name[0] != "个" and not _MEASURES & set(name) and not any(token.tag == "ns" or token.text in VERBS for token in things)
