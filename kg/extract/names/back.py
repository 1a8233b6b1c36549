"""Whether a stretch is a name, and the name that ends at a place in a text."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.names import transliterated
from kg.extract.names.name import Name
from kg.extract.names.parts import begins_word, given_likelihood, is_other, is_word, surname_length
from kg.extract.names.words import HAN, LEADING, NOT_HAN
from kg.extract.page import Page, tag_of, words_of
from kg.lexicon.people import COMMON_SURNAMES, NAME_FOLLOWERS, WORD_SURNAMES, WORDS_LIKE_NAMES
from kg.lexicon.stops import VERBS
from kg.lexicon.words import SUFFIXES

_NOT_LAST: Final = frozenset("的了着向往由对给被把")
"""Particles and prepositions that stand behind names, not in them."""
_PARTICLES: Final = frozenset("了的")
_AND: Final = frozenset("和与及")
_LEARNING: Final = re.compile("(?:同志|先生|女士|老师)?学习")
_STEPPE: Final = ("嘎查", "苏木")
"""Villages and towns of banners, whose names end like those of people."""
_KNOWN: Final = 0.9
"""A given name that is likelier has two characters that are known to stand in names, or one that is frequent there."""
_RARE: Final = 0.5


def is_whole(text: str, *, listed: bool = False) -> bool:
    """Whether ``text`` as a whole reads as a name of two to four characters.

    ``listed`` where it stands in a list of names or behind a label, so that it may be a word as well (高原, 刘洋).
    """
    if transliterated.DOTTED.fullmatch(text):
        return True
    surname = surname_length(text, 0)
    if not surname or not surname < len(text) <= surname + 2 or NOT_HAN.search(text):
        return False
    if _is_phrase(text[:surname], text[surname:]) or (not listed and (text in WORDS_LIKE_NAMES or begins_word(words_of(text)[0], surname))):
        return False
    likely = given_likelihood(text[surname:])
    if listed and text[:surname] in COMMON_SURNAMES and text[:surname] not in WORD_SURNAMES and not is_word(text):  # 陈晗, 胡键
        return likely > _RARE
    return likely > _KNOWN


def is_made_of_characters(text: str) -> bool:
    """Whether ``text`` begins with a surname and has no word of the dictionary in it: however rare its characters, no phrase."""
    surname = surname_length(text, 0)
    rest = words_of(text[surname:]) if surname else []
    return bool(rest) and not begins_word(words_of(text)[0], surname) and all(len(word) == 1 for word in rest)


def _is_phrase(surname: str, given: str) -> bool:
    """Whether the two are a title, a body or a verb with what stands before it, rather than a name."""
    if is_other(surname, given) or surname + given in SUFFIXES or given[-1] in _NOT_LAST or given[0] in _PARTICLES:
        return True
    if surname in _AND and tag_of(given) == "ns":  # 广州|和深圳
        return True
    if given in VERBS and surname not in COMMON_SURNAMES:
        return True
    return surname in NAME_FOLLOWERS and surname in WORD_SURNAMES and len(given) > 1 and is_word(given)


def before(page: Page, end: int, low: int) -> Name | None:
    """The name that ends at ``end`` and starts no earlier than ``low``: at a boundary, the longest that reads as one."""
    text = page.text
    if text.startswith(_STEPPE, end):  # 巴彦杭盖|嘎查
        return None
    if (dotted := transliterated.ending(text, low, end)) is not None:
        return dotted
    for length in (3, 2, 4):
        start = end - length
        if start < low:
            continue
        listed = length == 3 and (start == low or text[start - 1] == "、")  # all that there is: 柯文|忠
        if not is_whole(text[start:end], listed=listed):
            continue
        if text[start] in "年位" and text[start - 1 : start].isnumeric():  # 2015|年开始, 10|位青年同志
            continue
        if length == 3 and text[start] in LEADING and is_whole(text[start + 1 : end]):  # 向|雷锋
            continue
        if length == 2 and (text[start] in _AND or (text[start] == "向" and _LEARNING.match(text, end))):  # 精神和|习总书记, 向|章同志学习
            continue
        if start == low or not HAN.match(text[start - 1]) or _ends_word(page, low, start, end):
            return Name(start, end, 0.9)
    return None


def _ends_word(page: Page, low: int, start: int, end: int) -> bool:
    """Whether a word ends at ``start`` and the name is not swallowed by a longer word."""
    low = max(low, start - 8)
    if page.breaks(low) and page.breaks(end):  # the words between them are those of the page
        return page.breaks(start)
    return any(token.end == start for token in page.tokens(low, end))
