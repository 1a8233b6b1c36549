"""The name that starts at a place in a text."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.names.name import Name
from kg.extract.names.parts import BEYOND_DOUBT, INITIALS, LONGEST_CHINESE, begins_word, likelihood, surname_length
from kg.extract.names.scoring import follows, score_of
from kg.extract.names.transliterated import by_syllables, dotted, undotted
from kg.extract.names.words import LEADING
from kg.extract.page import Page, tag_of, words_of
from kg.lexicon.people import COMMON_SURNAMES, TRANSLITERATION, WORD_SURNAMES
from kg.lexicon.words import PERSON_NOUNS

_NOT_HAN: Final = re.compile(r"[^\u4e00-\u9fff]")
_ACTING: Final = re.compile("主持|出席|强调|指出|要求|表示|介绍|讲话|率|带领|陪同|调研|代表")
"""Verbs that officials do: behind a title, even a word before them is a name (主任|高原|主持)."""
_TOWARDS: Final = re.compile("[\u4e00-\u9fff]{3,4}副?(?:书记|主任|部长|校长|市长|县长|区长|局长|同志|主席|院长)")
"""Behind 向 and the like: a whole name and its title."""
_CERTAIN: Final = 4.2
"""A score above this leaves no doubt that a name is Chinese and ends where it was found to end."""


def may_begin(page: Page, start: int) -> bool:
    """Whether a name may begin at ``start`` by its first characters: what rules most positions out at little cost."""
    text = page.text
    if text[start : start + 1] in LEADING and _TOWARDS.match(text, start):  # 部长|向|杨慧林副校长
        return False
    return text[start : start + 1] in INITIALS or "·" in text[start : start + 8]


def at(page: Page, start: int, *, strict: bool = False) -> Name | None:
    """The name that starts at ``start``, if one does; ``strict`` where nothing but the name speaks for it."""
    if not may_begin(page, start):
        return None
    text = page.text
    end = len(text)
    transliterated = text[start] in TRANSLITERATION
    minority = dotted(page, start, end) if "·" in text[start : start + 8] else None
    minority = minority or (by_syllables(page, start, end) if transliterated else None)
    if minority is not None:
        return minority
    surname = surname_length(text, start)
    if not surname:
        return undotted(page, start, end) if transliterated and not strict else None
    window = text[start : min(start + 12, end)]
    han = len(window) if (other := _NOT_HAN.search(window)) is None else other.start()
    if han <= surname:
        return None
    words = words_of(window)
    if begins_word(words[0], surname) and not _still_name(window, surname, han, words, strict=strict):
        return None if strict else undotted(page, start, end)
    options = [
        (score, length)
        for length in (surname + 2, surname + 1)
        if length <= han and (score := score_of(window, surname, length, han, words, strict=strict)) > 0
    ]
    if not options:
        return None if strict else undotted(page, start, end)
    score, length = max(options)
    fuller = next((option for option in options if option[1] == surname + 2), None)
    if fuller is not None and not follows(window, fuller[1]):
        score, length = fuller
    longer = None if strict else undotted(page, start, end)
    if longer is not None and longer.end > start + length:
        unsure = score <= _CERTAIN or page.of_minorities
        if unsure or longer.end - start > LONGEST_CHINESE:
            return longer
    return Name(start, start + length, min(0.97, 0.8 + score / 20))


def _still_name(window: str, surname: int, han: int, words: list[str], *, strict: bool) -> bool:
    """Whether a name may be read all the same: it fills the stretch up to a mark (程文贵、), or a verb of officials follows."""
    first = words[0]
    if han <= surname + 2:
        whole = len(first) == han
        if whole and not strict:  # only of a surname that is hardly a word: 书记高原, not 书记项目, 组长召集
            return window[0] not in WORD_SURNAMES and (window[:surname] in COMMON_SURNAMES or tag_of(first) != "v")
        return not strict or (not whole and likelihood(window[surname:han]) > BEYOND_DOUBT)
    if strict:
        return False
    one_more = len(first) == surname + 1 and len(words) > 1 and len(words[1]) == 1
    acting = first not in PERSON_NOUNS and _ACTING.match(window, len(first)) is not None  # 学生|党员|代表
    return acting or (one_more and tag_of(first) not in ("ad", "d", "v", "vn"))
