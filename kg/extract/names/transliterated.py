"""Names of peoples who write other scripts, as Chinese characters give their sounds: with · between the parts, or without."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from kg.extract.names.name import Name
from kg.extract.names.parts import INITIALS, LONGEST_CHINESE
from kg.extract.names.words import FOLLOWING_WORDS, HAN, ends_before_word
from kg.extract.page import tag_of, words_of
from kg.lexicon.people import FUNCTION_SURNAMES, GIVEN_NAMES, NAME_FOLLOWERS, SURNAMES, TRANSLITERATION
from kg.lexicon.words import SUFFIXES

DOTTED: Final = re.compile(r"[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff]{1,7}){1,3}")
_DOTTED_ENDS: Final = re.compile(DOTTED.pattern + "$")
_LONGEST_DOTTED: Final = 31
"""Characters of a name of four parts."""
_STRETCH: Final = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?=[，。、；（ \n]|家|说|等|出席|主持|参加|讲话|指出|强调|介绍|表示|要求|汇报|发言|通报|部署|分别|陪同|调研|检查|慰问|走访|致辞|宣读|带队|同志|率|作|为|任|$)"
)
_LONGEST: Final = 8
"""Characters of a part at most."""
_KNOWN: Final = re.compile("(?:" + "|".join(sorted(GIVEN_NAMES, key=lambda name: (-len(name), name))) + "){1,3}")
_HALF_KNOWN: Final = re.compile("[\u4e00-\u9fff]{2}(?:才让|才旦|扎西|多杰|卓玛|加措|嘉措|拉毛|措毛|东珠)")
"""Names of Tibetans in two parts of which the second is known: 华青才让."""
_HOME: Final = "家"
"""Behind a name: where somebody lives; no name of those peoples ends so."""
GOING: Final = ("来到", "走进", "走访", "看望", "慰问", "赶到", "去到", "来自")
"""Words before a name whose characters stand in names as well."""
_NO_FIRST: Final = frozenset("及也")
"""Characters of sounds that before a stretch of them are words by themselves."""
_SHORTEST: Final = 2
"""Characters of the shortest part."""
_OF_CHINESE: Final = (2, 3)
"""Characters of a part that is Chinese."""
_FEW: Final = 2
_SOMEHOW: Final = "地"
"""The end of how somebody speaks."""
_ENDS_OF_TITLES: Final = "长员记任席"
_SEVERAL: Final = "两三四五"
_PLAIN_TAGS: Final = frozenset("nva")
_SOUND_TAGS: Final = frozenset({"nr", "nrfg", "nrt", "ns", "nz", "x", "zg"})
"""Tags of words that stand for their sounds."""


def certain(text: str, start: int) -> Name | None:
    """The transliterated name at ``start`` that · in it tells, or that its syllables fill the stretch up to a mark or a verb."""
    if text[start : start + 1] in _NO_FIRST:  # 部门领导|及丽江市, 代表|也点赞道
        return None
    dotted = _dotted(text, start) if "·" in text[start : start + 8] else None
    return dotted or _by_syllables(text, start)


def _dotted(text: str, start: int) -> Name | None:
    """A name with · in it: each part as far as its characters are those of transliterations."""
    first = DOTTED.match(text, start)
    if first is None or not (_may_be_sounds(part := first[0].partition("·")[0]) or _nearly_sounds(part)):
        return None
    at = text.rindex("·", start, first.end()) + 1
    length = _sounds(text, at)
    if length < _SHORTEST:  # …·克|然木说
        length = _last_part(text, at, first.end()) or length
    behind = at + length
    length += (
        text[behind : behind + 1] != _HOME
        and not (text[behind : behind + 1] in NAME_FOLLOWERS or _ends(text, behind))
        and _ends(text, behind + 1)
    )  # …·达楞|太主持
    return Name(start, at + length, 0.9) if length else None


def _last_part(text: str, at: int, end: int) -> int:
    """How long the part of a name behind its last · is that words of the sentence follow, or that is a word of Chinese itself (…·跃进主持)."""
    sounds = next((place for place in range(at, end) if text[place] not in TRANSLITERATION), end) - at
    if sounds >= _SHORTEST:
        return sounds
    if length := next((length for length in _OF_CHINESE if _ends(text, at + length) or FOLLOWING_WORDS.match(text, at + length)), 0):
        return length
    mostly = (length for length in range(_OF_CHINESE[-1] + 1, _LONGEST) if _ends(text, at + length))  # …·确吉洛智嘉措|出席
    length = next(mostly, 0)
    return length if 2 * sum(char in TRANSLITERATION for char in text[at : at + length]) >= length else 0


def _ends(text: str, at: int) -> bool:
    """Whether a name ends at ``at`` for certain: at a mark, or before a word that follows names."""
    return HAN.match(text, at) is None or ends_before_word(text, at)


def ending(text: str, low: int, end: int) -> Name | None:
    """A name with · in it that ends at ``end`` and starts no earlier than ``low``."""
    low = max(low, end - _LONGEST_DOTTED)
    found = _DOTTED_ENDS.search(text, low, end) if "·" in text[low:end] else None
    if found is None:
        return None
    dot = text.index("·", found.start())
    # 连长|买买提江·吾布力
    low = found.start() + 2 * text.startswith(GOING, found.start())
    starts = (at for at in range(low, dot) if text[at] not in _ENDS_OF_TITLES and _may_be_sounds(text[at:dot]))
    return Name(next(starts, low), _without_home(text, dot, end), 0.9)


def _without_home(text: str, dot: int, end: int) -> int:
    """Where the name behind ``dot`` ends whose home is told up to ``end``: 买买提|家的."""
    home = next((word for word in (_HOME + "的", _HOME) if text.endswith(word, dot + 1 + _SHORTEST, end)), "")
    return end - len(home)


def _may_be_sounds(part: str) -> bool:
    """Whether ``part`` may be transliterated: 古丽米热, not 会主席古丽米热."""
    strange = sum(char not in TRANSLITERATION for char in part)
    return strange == 0 or part in SURNAMES or (strange == 1 and part[0] in INITIALS)


def _nearly_sounds(part: str) -> bool:
    """Whether ``part``, which stands where a name begins, is one but for characters that are words as well: 地力下提, not 和古丽, 村民古丽."""
    strange = [at for at, char in enumerate(part) if char not in TRANSLITERATION]
    apart = all(later - at > 1 for at, later in pairwise(strange))
    return len(part) >= LONGEST_CHINESE and len(strange) <= _FEW and apart and part[0] not in NAME_FOLLOWERS


def _by_syllables(text: str, start: int) -> Name | None:
    """A name of four to six characters that is the whole stretch up to a mark or a verb, made of syllables, not of words: 阿木时布."""
    stretch = _STRETCH.match(text, start) if text[start] in TRANSLITERATION and text[start] not in FUNCTION_SURNAMES else None
    if stretch is None or len(stretch[0]) < LONGEST_CHINESE or stretch[0].endswith(_SOMEHOW):  # 关小菊高兴地|说
        return None
    if sum(char in TRANSLITERATION for char in stretch[0]) * 2 < len(stretch[0]):
        return None
    if any(char in NAME_FOLLOWERS for char in stretch[0][2:]) or stretch[0][-1] in _SEVERAL:  # 卓力|到会, 吉张笙|两同志
        return None
    words = words_of(stretch[0])
    if words[-1] in SUFFIXES:  # 代表|保康县委
        return None
    if stretch[0] in words or all(len(word) > 1 and tag_of(word)[:1] in _PLAIN_TAGS and not _is_sound(word) for word in words):
        return None  # 生命安全, 人身|安全
    return Name(start, stretch.end(), 0.8) if all(_is_sound(word) or TRANSLITERATION.issuperset(word) for word in words) else None


def known(text: str, start: int) -> Name | None:
    """A name that is made of known ones and that a mark or a word behind names ends: 才让、, 多杰才旦主持."""
    found = _KNOWN.match(text, start) or _half_known(text, start)
    ends = found is not None and (HAN.match(text, found.end()) is None or FOLLOWING_WORDS.match(text, found.end()) is not None)
    return Name(start, found.end(), 0.9) if found is not None and ends else None


def _half_known(text: str, start: int) -> re.Match[str] | None:
    found = _HALF_KNOWN.match(text, start)
    return found if found is not None and TRANSLITERATION.issuperset(found[0][:2]) else None


def is_known(text: str) -> bool:
    """Whether ``text`` is a name of three characters or more that is known as a whole, or made of known ones: 其木格, 多杰才旦."""
    return len(text) > _SHORTEST and _KNOWN.fullmatch(text) is not None


def before(text: str, low: int, end: int) -> Name | None:
    """A name of four to six characters that ends at ``end``: all that stands there from ``low`` or a mark on, and sounds or known names: 格桑伦珠."""
    start = end
    while start > max(low, end - _LONGEST) and HAN.match(text, start - 1):
        start -= 1
    if not LONGEST_CHINESE <= end - start < _LONGEST or text[start] in FUNCTION_SURNAMES:  # 向|文建明学习
        return None
    name = text[start:end]
    sounds = TRANSLITERATION.issuperset(name) and all(map(_is_sound, words_of(name)))
    return Name(start, end, 0.85) if sounds or _KNOWN.fullmatch(name) else None


def undotted(text: str, start: int) -> Name | None:
    """A transliterated name without · (three to seven characters) that a boundary ends: 格日勒图."""
    length = _sounds(text, start)
    if not 3 <= length <= 7:  # as long as such names are
        return None
    if length <= LONGEST_CHINESE and not all(map(_is_sound, words_of(text[start : start + length]))):
        return None
    return Name(start, start + length, 0.8)


def _is_sound(word: str) -> bool:
    """Whether ``word`` is a syllable, or one that the dictionary knows for its sound."""
    return len(word) == 1 or tag_of(word) in _SOUND_TAGS


def _sounds(text: str, start: int) -> int:
    """How many characters from ``start`` are those of transliterated names, up to a word that goes on the sentence."""
    length = 0
    while length < _LONGEST and (
        text[start + length : start + length + 1] in TRANSLITERATION or text.startswith("阿不", start + length - 1)
    ):
        if length >= _SHORTEST and FOLLOWING_WORDS.match(text, start + length):
            break
        length += 1
    behind = text[start + length : start + length + 1]
    if length and (not HAN.match(behind) or FOLLOWING_WORDS.match(text, start + length)):
        return length
    known = 0
    for word in words_of(text[start : start + length + 6]):
        if known + len(word) > length:
            return known if known and tag_of(word)[0] in "vdpcuailt" else 0
        known += len(word)
    return 0
