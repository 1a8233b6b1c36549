"""Names of peoples who write other scripts, as Chinese characters give their sounds: with · between the parts, or without."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.names.name import Name
from kg.extract.names.parts import INITIALS, LONGEST_CHINESE
from kg.extract.names.words import FOLLOWERS, FOLLOWING_WORDS, FUNCTION_SURNAMES, HAN, LEADING
from kg.extract.page import Page, tag_of, words_of
from kg.lexicon.people import SURNAMES, TRANSLITERATION

MINORITY: Final = re.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7}){1,3}")
MINORITY_ENDS: Final = re.compile(MINORITY.pattern + "$")
LONGEST_DOTTED: Final = 31
"""Characters of a name of four parts."""
_STRETCH: Final = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?=[，。、；（ \n]|家|说|等|出席|主持|参加|讲话|指出|强调|介绍|表示|要求|带队|同志|率|作|为|任|$)"
)
_SOUND_TAGS: Final = frozenset({"nr", "nrfg", "nrt", "ns", "nz", "x", "zg"})
"""Tags of words that stand for their sounds."""


def dotted(page: Page, start: int, end: int) -> Name | None:
    """A name with · in it: each part as far as its characters are those of transliterations."""
    text = page.text
    first = MINORITY.match(text, start, end)
    if first is None or not _may_be_sounds(first[0].partition("·")[0]):
        return None
    at = text.rindex("·", start, first.end()) + 1
    length = _sounds(text, at, end)
    return Name(start, at + length, 0.9) if length else None


def _may_be_sounds(part: str) -> bool:
    """Whether ``part`` may be transliterated: 古丽米热, not 会主席古丽米热."""
    strange = sum(char not in TRANSLITERATION for char in part)
    return strange == 0 or part in SURNAMES or (strange == 1 and part[0] in INITIALS)


def by_syllables(page: Page, start: int, end: int) -> Name | None:
    """A name of four to six characters that is the whole stretch up to a mark or a verb, made of syllables, not of words: 阿木时布."""
    stretch = _STRETCH.match(page.text, start, end)
    if stretch is None or len(stretch[0]) < LONGEST_CHINESE or stretch[0][0] in LEADING or stretch[0][0] in FUNCTION_SURNAMES:  # 边听边记
        return None
    if sum(char in TRANSLITERATION for char in stretch[0]) * 2 < len(stretch[0]):
        return None
    if any(char in FOLLOWERS for char in stretch[0][2:]):  # 卓力|到会
        return None
    sounds = all(len(word) == 1 or tag_of(word) in _SOUND_TAGS or TRANSLITERATION.issuperset(word) for word in words_of(stretch[0]))
    return Name(start, stretch.end(), 0.8) if sounds else None


def undotted(page: Page, start: int, end: int) -> Name | None:
    """A transliterated name without · (three to seven characters) that a boundary ends: 格日勒图."""
    length = _sounds(page.text, start, end)
    if not 3 <= length <= 7:  # as long as such names are
        return None
    if length <= LONGEST_CHINESE and any(
        len(word) > 1 and tag_of(word) not in _SOUND_TAGS for word in words_of(page.text[start : start + length])
    ):
        return None
    return Name(start, start + length, 0.8)


def _sounds(text: str, start: int, end: int) -> int:
    """How many characters from ``start`` are those of transliterated names, up to a word that goes on the sentence."""
    length = 0
    while start + length < min(end, start + 8) and (text[start + length] in TRANSLITERATION or text.startswith("阿不", start + length - 1)):
        if length >= 2 and FOLLOWING_WORDS.match(text, start + length):  # the shortest part
            break
        length += 1
    rest = text[start + length : start + length + 2]
    if length and (not rest or not HAN.match(rest[0]) or FOLLOWING_WORDS.match(text, start + length)):
        return length
    end = 0
    for word in words_of(text[start : start + length + 6]):
        if end + len(word) > length:
            return end if end and tag_of(word)[0] in "vdpcuailt" else 0
        end += len(word)
    return 0
