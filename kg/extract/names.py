"""Personal names: whether one starts or ends at a place in a text, and how long it is.

A name is a surname of the table and one or two characters that occur in given names, and it ends where a word ends and
something else begins. The segmenter (by dictionary alone) says what is a word: 主任|高度|重视 has no 高度重.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.page import Page, tokenise
from kg.lexicon.people import COMMON_SURNAMES, COMPOUND_SURNAMES, GIVEN, SURNAMES, WORD_SURNAMES
from kg.lexicon.words import OFFICES

# Function words and verbs of one character that follow names; as the third character of a name they are unlikely.
FOLLOWERS: Final = frozenset("也在对说到等就还又将向与和及以从是任为作率带表被把让使并都均曾已总共同要会能可应则便即才仅只正再先去来做于给由因虽但而且或介告指强认提要主出参宣透称代深前亲一致讲谈问答率赴赶走陪慰看接当兼获受担负调检视考听了的着过等同先女")
_FOLLOWING_WORDS: Final = re.compile(
    r"同志|先生|女士|老师|教授|等|介绍|告诉|表示|指出|强调|要求|认为|主持|出席|参加|讲话|代表|深入|前往|一行|率|带领|作|在|到|对|说|就|也|还|又|将|向|与|和|及|以|从|是|担任|兼任|为|任|宣布|透露|称|"
    r"亲自|亲临|先后|分别|首先|最后|专程|陪同|参观|考察|调研|视察|检查|慰问|走访|听取|充分|高度|同时|接受|接过|回忆|感慨|感动|高兴|激动|兴奋|坦言|笑|总|常|正|刚|已|曾|把|被|让|使|给|由|并|则|做|希望|勉励|"
    r"当选|获|受|负责|主管|分管|联系|组织|邀请|致辞|发言|通报|部署|提出|签署|签订|宣读|汇报|回答|解释|精神|事迹"
)
_MINORITY: Final = re.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7}){1,3}")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_NAME_TAGS: Final = frozenset({"nr", "nrt", "nrfg", "ns", "nz", "zg", "x", "n", "ng", "g", "a", "ag", "vg", "v", "q", "m", "f", "b", "j", "t", "tg", "d", "r", "o", "z", "s", "an", "vn", "i", "l", "nt", "e", "y", "u", "p", "c", "k"})
_KIN: Final = frozenset({"奶奶", "爷爷", "大伯", "大妈", "大爷", "大娘", "阿姨", "叔叔", "大叔", "大姐", "师傅", "老汉", "女士", "先生", "某某", "某"})


class Name(NamedTuple):
    """``text[start:end]`` reads as a personal name; ``confidence`` by the name alone."""

    start: int
    end: int
    confidence: float


def at(page: Page, start: int, limit: int | None = None, *, strict: bool = False) -> Name | None:
    """The name that starts at ``start``, if one does; ``strict`` where nothing but the name speaks for it."""
    text = page.text
    end = len(text) if limit is None else limit
    minority = _MINORITY.match(text, start, end)
    if minority:
        return Name(start, minority.end(), 0.9)
    surname = _surname_length(text, start)
    if not surname:
        return None
    window = text[start : min(start + 12, end)]
    han = len(re.match(r"[\u4e00-\u9fff]*", window)[0])  # type: ignore[index] - it always matches
    if han <= surname:
        return None
    tokens = tokenise(window)
    first = tokens[0]
    if len(first.text) > surname and not _is_name_token(first.text, first.tag, surname):
        return None
    boundaries = {token.end for token in tokens}
    options = [
        (score, length)
        for length in (surname + 2, surname + 1)
        if length <= han and (score := _score(window, surname, length, han, boundaries, strict=strict)) > 0
    ]
    if not options:
        return None
    score, length = max(options)
    return Name(start, start + length, min(0.97, 0.8 + score / 20))


def _surname_length(text: str, start: int) -> int:
    if text[start : start + 2] in COMPOUND_SURNAMES:
        return 2
    return 1 if text[start : start + 1] in SURNAMES else 0


def _is_name_token(text: str, tag: str, surname: int) -> bool:
    """Whether a dictionary word that begins with the surname may be a name or part of one (卫留成, 杨德)."""
    return tag in ("nr", "nrfg", "nrt") and len(text) <= surname + 2


def _score(window: str, surname: int, length: int, han: int, boundaries: set[int], *, strict: bool) -> float:
    """How well the first ``length`` characters of ``window`` do for a name; 0 or less: not one."""
    given = window[surname:length]
    if given in _KIN or window[:length] in OFFICES or given in OFFICES:
        return 0
    score = _likelihood(given)
    if window[0] in WORD_SURNAMES and (given[0] in FOLLOWERS or (len(given) == 2 and _is_word(given))):  # noqa: PLR2004 - 和|党员
        return 0
    if strict and len(given) == 1 and (window[0] in WORD_SURNAMES or window[:surname] not in COMMON_SURNAMES):
        return 0
    rest = window[length:]
    at_end = length >= han
    if not at_end and length not in boundaries:
        return 0
    if at_end:
        score += 2.0
    elif _FOLLOWING_WORDS.match(rest) or any(rest.startswith(title) for title in ("书记", "主任", "局长", "市长", "县长", "部长")):
        score += 1.5
    elif strict:
        return 0
    if given[-1] in FOLLOWERS and len(given) == 2:  # noqa: PLR2004 - a given name of two characters
        score -= 2.2 if not at_end else 0.8
    if window[0] in WORD_SURNAMES:
        score -= 0.7
    if window[:surname] not in COMMON_SURNAMES and surname == 1:
        score -= 0.3
    return score


def _is_word(text: str) -> bool:
    """Whether ``text`` is one word of the dictionary, and not one that is listed as a name."""
    tokens = tokenise(text)
    return len(tokens) == 1 and tokens[0].tag not in ("nr", "nrfg", "nrt", "nz", "ns", "x")


def _likelihood(given: str) -> float:
    """0 to about 3, by how often the characters stand in given names."""
    if len(given) == 1:
        count = GIVEN[given].single + GIVEN[given].last * 0.3 + GIVEN[given].second * 0.1 if given in GIVEN else 0.4
        return 0.6 if count < 1 else min(1.8, 0.8 + count / 20)
    first, last = GIVEN.get(given[0]), GIVEN.get(given[1])
    second_count = first.second if first else 0.5
    last_count = last.last if last else 0.5
    return min(1.2, 0.3 + second_count / 30) + min(1.2, 0.3 + last_count / 30)


def is_whole(text: str) -> bool:
    """Whether ``text`` as a whole reads as a name of two to four characters."""
    if _MINORITY.fullmatch(text):
        return True
    surname = _surname_length(text, 0)
    if not surname or not surname < len(text) <= surname + 2 or text[surname:] in _KIN or text in OFFICES:
        return False
    if not all("\u4e00" <= char <= "\u9fff" for char in text):
        return False
    tokens = tokenise(text)
    if len(tokens) == 1 and not _is_name_token(tokens[0].text, tokens[0].tag, surname):
        return False
    if len(tokens[0].text) > surname and tokens[0].tag not in ("nr", "nrfg", "nrt"):
        return False
    return _likelihood(text[surname:]) > 0.9  # noqa: PLR2004 - both characters known, or one that is frequent


def before(page: Page, end: int, low: int) -> Name | None:
    """The name that ends at ``end`` and starts no earlier than ``low``: at a boundary, the longest that reads as one."""
    text = page.text
    minority = re.search(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7}){1,3}$", text[low:end])
    if minority:
        return Name(low + minority.start(), end, 0.9)
    for length in (3, 2, 4):
        start = end - length
        if start < low or not is_whole(text[start:end]):
            continue
        if start == low or not _HAN.match(text[start - 1]) or _ends_word(page, low, start, end):
            return Name(start, end, 0.9)
    return None


def _ends_word(page: Page, low: int, start: int, end: int) -> bool:
    """Whether a word ends at ``start`` and the name is not swallowed by a longer word."""
    return any(token.end == start for token in page.tokens(max(low, start - 8), end))
