"""How well so many characters do for a Chinese name, by what they are and by what stands behind them."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.names.parts import BEYOND_DOUBT, is_word, likelihood
from kg.extract.names.words import BODY_ENDS, FOLLOWERS, FOLLOWING_WORDS, FUNCTION_SURNAMES, KIN, VERBS_FROM
from kg.extract.page import tag_of
from kg.lexicon.people import COMMON_SURNAMES, WORD_SURNAMES
from kg.lexicon.words import OFFICES

_SAYING: Final = re.compile(r"说[，：。“]|原是|现任|现为|现年|今年|同志|介绍|告诉|表示|指出|强调|坦言")
"""Words behind a name that leave no doubt where it ends, even where the segmenter joins them to it (明|说)."""
_CUTTING: Final = re.compile("来|带队|任|作|和|与|强调|介绍|率|到|同志|获|参加|主持|出席|在|对")
"""What behind a likely name ends it even where the segmenter joins its first character to the name's last (喻斌|林任)."""
_FORMAL: Final = re.compile("主持|出席|强调|指出|要求|表示|宣读|致辞|讲话|作了|作的|代表")
"""Verbs that in reports no adverb like 才 or 正 stands before."""
_VERB_BEHIND: Final = re.compile("介绍|告诉|表示|指出|强调|要求|主持|出席|作|任|说，|说：|同志|代表|带领|陪同|调研|$")
_GOES_ON: Final = frozenset({"r", "d", "p", "c", "t", "uj"})
"""Parts of speech that go on a sentence behind a name: 保洁员王生彪|每天."""
_LIKELY: Final = 1.6
"""A given name that is likelier than this is one even where a word that is no follower of names stands behind it."""


def score_of(window: str, surname: int, length: int, han: int, words: list[str], *, strict: bool) -> float:
    """How well the first ``length`` characters of ``window`` do for a name; 0 or less: not one."""
    given = window[surname:length]
    rest = window[length:]
    said = _SAYING.match(rest) is not None
    if _impossible(window, surname, given, strict=strict, said=said):
        return 0
    score = likelihood(given)
    at_end = length >= han
    following = _word_at(words, length)
    if not at_end and following is None and not said and not (len(given) == 2 and score > _LIKELY and _CUTTING.match(rest)):
        return 0
    if at_end:
        score += 2.0
    elif FOLLOWING_WORDS.match(rest) or any(rest.startswith(title) for title in ("书记", "主任", "局长", "市长", "县长", "部长")):
        score += 1.5
    elif strict and not said and (following is None or tag_of(following) not in _GOES_ON or score < _LIKELY or len(given) == 1):
        return 0
    if len(given) == 2 and follows(window, length):  # a given name of two characters
        score -= 2.2 if not at_end else 0.8
    if window[0] in WORD_SURNAMES:
        score -= 0.7
    if window[:surname] not in COMMON_SURNAMES and surname == 1:
        score -= 0.3
    return score


def _impossible(window: str, surname: int, given: str, *, strict: bool, said: bool) -> bool:
    """Whether the words say that this is no name: kin, titles, bodies, 和|党员, or (strict) a rare surname and one character.

    ``said``: a verb of saying follows, so that even 向大军 is one.
    """
    if (
        given in KIN
        or given[-1] == window[:surname]
        or window[: surname + len(given)] in OFFICES
        or given in OFFICES
        or given[-1] in BODY_ENDS
    ):
        return True
    if not said and window[0] in FUNCTION_SURNAMES and (given[0] in FOLLOWERS or (len(given) == 2 and is_word(given))):
        return True
    doubtful = window[0] in WORD_SURNAMES and not said and likelihood(given) <= BEYOND_DOUBT
    if strict and len(given) == 2 and doubtful and is_word(given):
        return True
    return strict and len(given) == 1 and (window[0] in WORD_SURNAMES or window[:surname] not in COMMON_SURNAMES)


def _word_at(words: list[str], position: int) -> str | None:
    """The word that starts at ``position`` of the text that ``words`` are, if one does."""
    for word in words:
        if position <= 0:
            return None if position else word
        position -= len(word)
    return None


def follows(window: str, length: int) -> bool:
    """Whether the last of the first ``length`` characters goes on the sentence rather than ends a name."""
    char, rest = window[length - 1], window[length:]
    if char in "才正来" and _FORMAL.match(rest):  # 李广才|出席
        return False
    if char in "和与及":
        return not _VERB_BEHIND.match(rest)  # 叶玉和|介绍
    return char in FOLLOWERS and (char not in VERBS_FROM or rest[:1] in VERBS_FROM[char] or not rest)
