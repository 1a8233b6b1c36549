"""Names spaced out for layout: 王 磊 is 王磊, 王 小 磊 is 王小磊."""

from __future__ import annotations

import re
from typing import Final

from kg.aligned import Edit
from kg.lexicon.people import SURNAMES
from kg.lexicon.stops import VERBS
from kg.lexicon.words import OFFICES

_SPACES: Final = re.compile(r" (?<=[\u4e00-\u9fff] ) {0,3}(?=([\u4e00-\u9fff]{1,2}))")
"""The blanks between a character and one or two others."""
_THIRD: Final = re.compile(r" {1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])(?! {1,3}[\u4e00-\u9fff](?![\u4e00-\u9fff]))")
"""The last of three characters that stand alone, 王 小 磊; in 王 林 李 四 two names stand, each of two."""
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_TITLES: Final = tuple(sorted(OFFICES))
_ACTS: Final = tuple(sorted(verb for verb in VERBS if len(verb) > 1))
"""Verbs that end a given name of one character on their left: 王 磊主持."""
_PREPOSITIONS: Final = frozenset("和与及于从向同任对由")
"""Surnames that behind a title rather go on the sentence: 书记于 上午."""
_LONGEST_TITLE: Final = 8


def find(text: str) -> list[Edit]:
    """An edit for the blanks between a surname and a given name, where both stand alone or a title stands right before them."""
    edits: list[Edit] = []
    taken = 0  # where the last name ends: in 王 林 李 四, 林 is no surname
    for match in _SPACES.finditer(text):
        surname = match.start() - 1
        if surname < taken or text[surname] not in SURNAMES:
            continue
        end = _given_end(text, match)
        if end and _stands_alone(text, surname, end - match.end()):
            edits.append(Edit(match.start(), match.end(), ""))
            third = _THIRD.match(text, end) if end == match.end() + 1 else None
            if third is not None:
                edits.append(Edit(end, third.start(1), ""))
            taken = third.end() if third is not None else end
    return edits


def _given_end(text: str, match: re.Match[str]) -> int:
    """Where the given name ends: before a mark or a blank, or, of one character, before a verb; 0 where it does not end."""
    end = match.end(1)
    if _HAN.match(text, end) is None:
        return end
    return match.end() + 1 if text.startswith(_ACTS, match.end() + 1) else 0


def _stands_alone(text: str, surname: int, given: int) -> bool:
    """Whether nothing that goes on stands before the surname: no character, or the last of a title."""
    if surname == 0 or _HAN.match(text, surname - 1) is None:
        return True
    joined = given > 1 and text[surname] in _PREPOSITIONS
    return not joined and text.endswith(_TITLES, max(0, surname - _LONGEST_TITLE), surname)
