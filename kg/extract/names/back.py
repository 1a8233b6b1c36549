"""Whether a stretch is a name, and the name that ends at a place in a text."""

from __future__ import annotations

from typing import Final

from kg.extract.names.name import Name
from kg.extract.names.parts import begins_word, is_word, likelihood, surname_length
from kg.extract.names.transliterated import LONGEST_DOTTED, MINORITY, MINORITY_ENDS
from kg.extract.names.words import BODY_ENDS, FOLLOWERS, HAN, KIN, LEADING
from kg.extract.page import Page, words_of
from kg.lexicon.people import COMMON_SURNAMES, WORD_SURNAMES
from kg.lexicon.stops import VERBS
from kg.lexicon.words import OFFICES, SUFFIXES

_NOT_LAST: Final = frozenset("的了着向往")
"""Particles and prepositions that stand behind names, not in them."""
_AND: Final = frozenset("和与及")


def is_whole(text: str, *, listed: bool = False) -> bool:
    """Whether ``text`` as a whole reads as a name of two to four characters.

    ``listed`` where it stands in a list of names or behind a label, so that it may be a word as well (高原, 刘洋).
    """
    if MINORITY.fullmatch(text):
        return True
    surname = surname_length(text, 0)
    if (
        not surname
        or not surname < len(text) <= surname + 2
        or text[surname:] in KIN
        or text in OFFICES
        or text in SUFFIXES
        or text[-1] in BODY_ENDS
    ):
        return False
    if text[0] in FOLLOWERS and text[0] in WORD_SURNAMES and len(text) == 3 and is_word(text[1:]):
        return False
    given = text[surname:]
    if (
        given == text[:surname]
        or given in OFFICES
        or (given in VERBS and text[:surname] not in COMMON_SURNAMES)
        or text[-1] in _NOT_LAST
        or not all("\u4e00" <= char <= "\u9fff" for char in text)
    ):
        return False
    if not listed and begins_word(words_of(text)[0], surname):
        return False
    return likelihood(text[surname:]) > 0.9  # both characters known, or one that is frequent


def before(page: Page, end: int, low: int) -> Name | None:
    """The name that ends at ``end`` and starts no earlier than ``low``: at a boundary, the longest that reads as one."""
    text = page.text
    minority = (
        MINORITY_ENDS.search(text, max(low, end - LONGEST_DOTTED), end) if "·" in text[max(low, end - LONGEST_DOTTED) : end] else None
    )
    if minority:
        return Name(minority.start(), end, 0.9)
    for length in (3, 2, 4):
        start = end - length
        listed = length == 3 and (start == low or text[start - 1] == "、")  # all that there is: 柯文|忠
        if start < low or not is_whole(text[start:end], listed=listed):
            continue
        if length == 3 and text[start] in LEADING and is_whole(text[start + 1 : end]):  # 向|雷锋
            continue
        if length == 2 and text[start] in _AND:  # 精神和|习总书记
            continue
        if start == low or not HAN.match(text[start - 1]) or _ends_word(page, low, start, end):
            return Name(start, end, 0.9)
    return None


def _ends_word(page: Page, low: int, start: int, end: int) -> bool:
    """Whether a word ends at ``start`` and the name is not swallowed by a longer word."""
    return any(token.end == start for token in page.tokens(max(low, start - 8), end))
