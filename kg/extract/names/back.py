"""The name that ends at a place in a text."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.names import forward, transliterated
from kg.extract.names.name import Name
from kg.extract.names.parts import LONGEST_CHINESE
from kg.extract.names.whole import AND, is_whole
from kg.extract.names.words import HAN, LEADING
from kg.extract.page import Page
from kg.lexicon.people import COMMON_SURNAMES, FUNCTION_SURNAMES, TRANSLITERATION

_LEARNING: Final = re.compile("(?:同志|先生|女士|老师)?学习")
_TAKES_OFFICE: Final = re.compile("(?:同志)?(?:任|担任|出任|调任|升任|兼任)")
"""Behind a name: that somebody is meant, however rare its characters."""
_COMRADE: Final = "同志"
_SERVES: Final = frozenset("任为")
"""Verbs behind a longer name: 薛顺|云任|区长."""
_STEPPE: Final = ("嘎查", "苏木")
"""Villages and towns of banners, whose names end like those of people."""
_WARDS, _HEADS_OF_WARDS = "科室", ("主任", "副主任", "科长", "副科长", "护士长", "负责人")
"""Last characters of departments before the titles of their heads."""
_MORE: Final = (1, 2)
"""Characters by which a name that is read from its beginning may be longer than one that is read from its end."""


def before(page: Page, end: int, low: int) -> Name | None:
    """The name that ends at ``end`` and starts no earlier than ``low``: at a boundary, the longest that reads as one."""
    text = page.text
    if text.startswith(_STEPPE, end) or (text[end - 1] in _WARDS and text.startswith(_HEADS_OF_WARDS, end)):  # 巴彦杭盖|嘎查, 普外科|主任
        return None
    sounds = transliterated.ending(text, low, end) or transliterated.before(text, low, end)
    if sounds is not None:
        return sounds
    for length in (3, 2, 4):
        start = end - length
        if start < low:
            continue
        whole = length == 3 or _TAKES_OFFICE.match(text, end) is not None
        alone = text[start - 1] in "、；" or (text[start - 1] in "，：" and text.startswith(_COMRADE, end))
        listed = whole and (start == low or alone)  # all that there is: 柯文|忠, 罗坤|任, ，|许家伟|同志
        if not is_whole(text[start:end], listed=listed):
            continue
        if text[start] in "年位" and text[start - 1 : start].isnumeric():  # 2015|年开始, 10|位青年同志
            continue
        if length == 3 and text[start] in LEADING and is_whole(text[start + 1 : end]):  # 向|雷锋
            continue
        if length == 2 and (
            text[start] in AND
            or (text[end - 1] in _SERVES and HAN.match(text[start - 1]))
            or (text[start] == "向" and _LEARNING.match(text, end))
        ):  # 精神和|习总书记, 向|章同志学习
            continue
        if start == low or not HAN.match(text[start - 1]) or _ends_word(page, low, start, end):
            return _in_full(page, start, end, low) or Name(start, end, 0.9)
    return None


def _in_full(page: Page, start: int, end: int, low: int) -> Name | None:
    """The name that begins before ``start`` and ends at ``end``, read from its beginning: 安|林波, where 安 is a word as well."""
    for begin in (start - more for more in _MORE if start - more >= low and page.text[start - more] not in FUNCTION_SURNAMES):
        likely = page.text[begin] in COMMON_SURNAMES if end - begin < LONGEST_CHINESE else TRANSLITERATION.issuperset(page.text[begin:end])
        whole = begin == low or page.breaks(begin)  # not 传达学习|韩进书记, 结合|朱维宁同志
        name = forward.at(page, begin) if likely and whole else None
        if name is not None and name.end == end:
            return name
    return None


def _ends_word(page: Page, low: int, start: int, end: int) -> bool:
    """Whether a word ends at ``start`` and the name is not swallowed by a longer word."""
    low = max(low, start - 8)
    if page.breaks(low) and page.breaks(end):  # the words between them are those of the page
        return page.breaks(start)
    return any(token.end == start for token in page.tokens(low, end))
