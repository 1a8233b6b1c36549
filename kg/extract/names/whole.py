"""Whether a stretch as a whole is a name."""

from __future__ import annotations

from typing import Final

from kg.extract.names import transliterated
from kg.extract.names.parts import begins_word, given_likelihood, is_other, is_word, surname_length
from kg.extract.names.words import NOT_HAN
from kg.extract.page import tag_of, words_of
from kg.lexicon.people import COMMON_SURNAMES, NAME_FOLLOWERS, WORD_SURNAMES, WORDS_LIKE_NAMES
from kg.lexicon.stops import VERBS
from kg.lexicon.words import OFFICES, SUFFIXES

_NOT_LAST: Final = frozenset("的了着向往由对给被把")
"""Particles and prepositions that stand behind names, not in them."""
_PARTICLES: Final = frozenset("了的")
_DISTRICT: Final = "区"
"""A surname that before a word is a district."""
AND: Final = frozenset("和与及")
"""Conjunctions that are surnames, too."""
_KNOWN: Final = 0.9
"""A given name that is likelier has two characters that are known to stand in names, or one that is frequent there."""
_RARE: Final = 0.5
_SHORTEST: Final = 2
_NOUNS: Final = ("n", "vn", "an")
_LENGTHS: Final = (3, 2)
_FORMS_OF_ADDRESS: Final = ("领导", "同志", "代表")
"""What a surname begins a name behind, besides offices."""
_LENGTHS_OF_OFFICES: Final = (2, 3, 4)


def is_whole(text: str, *, listed: bool = False) -> bool:
    """Whether ``text`` as a whole reads as a name of two to four characters.

    ``listed`` where it stands in a list of names or behind a label, so that it may be a word as well (高原, 刘洋).
    """
    if transliterated.DOTTED.fullmatch(text) or (listed and transliterated.is_known(text)):
        return True
    surname = surname_length(text, 0)
    if not surname or not surname < len(text) <= surname + 2 or NOT_HAN.search(text):
        return False
    if _is_phrase(text[:surname], text[surname:]) or (not listed and (text in WORDS_LIKE_NAMES or begins_word(words_of(text)[0], surname))):
        return False
    if len(text) == _SHORTEST and text[0] not in COMMON_SURNAMES and tag_of(text) in _NOUNS:  # 全文, 国强
        return False
    likely = given_likelihood(text[surname:])
    if listed and text[:surname] in COMMON_SURNAMES and text[:surname] not in WORD_SURNAMES and not is_word(text):  # 陈晗, 胡键
        return likely > _RARE
    return likely > _KNOWN


def ends_behind_title(text: str, end: int) -> bool:
    """Whether a whole name with a common surname ends at ``end``, right behind an office or a form of address: 副市长|张冬云|和…."""
    return any(
        text[end - length] in COMMON_SURNAMES and ends_title(text, end - length) and is_whole(text[end - length : end])
        for length in _LENGTHS
        if end >= length
    )


def ends_title(text: str, end: int) -> bool:
    """Whether an office or a form of address ends at ``end``."""
    return text.endswith(_FORMS_OF_ADDRESS, 0, end) or any(text[max(0, end - length) : end] in OFFICES for length in _LENGTHS_OF_OFFICES)


def is_made_of_characters(text: str) -> bool:
    """Whether ``text`` begins with a surname and has no word of the dictionary in it: however rare its characters, no phrase."""
    surname = surname_length(text, 0)
    rest = words_of(text[surname:]) if surname else []
    return bool(rest) and not begins_word(words_of(text)[0], surname) and all(len(word) == 1 for word in rest)


def _is_phrase(surname: str, given: str) -> bool:
    """Whether the two are a title, a body or a verb with what stands before it, rather than a name."""
    if is_other(surname, given) or surname + given in SUFFIXES or given[-1] in _NOT_LAST or given[0] in _PARTICLES:
        return True
    if surname in AND and tag_of(given) == "ns":  # 广州|和深圳
        return True
    if surname == _DISTRICT and is_word(given):  # 获|区优秀|政协委员称号
        return True
    if given in VERBS and surname not in COMMON_SURNAMES:
        return True
    return surname in NAME_FOLLOWERS and surname in WORD_SURNAMES and len(given) > 1 and is_word(given)
