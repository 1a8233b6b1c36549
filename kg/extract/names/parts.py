"""What the tables and the dictionary say of the parts of a name: its surname, its given name, and words that are none."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import tag_of, words_of
from kg.lexicon.people import (
    BODY_LASTS,
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    GIVEN,
    GIVEN_NAMES,
    KIN,
    SURNAMES,
    TRANSLITERATION,
    WORD_SURNAMES,
    WORDS_LIKE_NAMES,
)
from kg.lexicon.towns import is_village
from kg.lexicon.words import OFFICES

INITIALS: Final = SURNAMES | {surname[0] for surname in COMPOUND_SURNAMES} | TRANSLITERATION | {name[0] for name in GIVEN_NAMES}
"""Characters with which a name may begin."""
LONGEST_CHINESE: Final = 4
_EACH: Final = "各"
_LONG: Final = 2
"""Characters of the longer given names."""
_OF_PEOPLE: Final = 2.0
"""A given name that is likelier is one even behind 党: 党|建平."""
_PARTICLES: Final = frozenset("了的")
"""What no given name ends with."""
_AND_LEVELS: Final = frozenset("省市区州旗镇村")
"""Characters behind 和 that begin another body."""
_LEADS: Final = "包"
_LED: Final = re.compile("苏木|重点|嘎查|乡镇|街道|社区|[村镇乡片户案点联保抓干]")
"""Behind 包, a surname, too: what somebody is in charge of."""
_WEARS: Final = "戴"
_WORN: Final = frozenset("徽帽口红上着头手")
"""Behind 戴, a surname, too: what somebody wears."""
_SHARE: Final = "占"
_PART: Final = re.compile("[近约全总]|[一二两三四五六七八九十百]+[成分半大]")
"""Behind 占, a surname, too: how large a part it is."""
_ORGANS: Final = frozenset({"人大", "政协", "政府", "纪委", "法院", "工会", "妇联", "团委"})
"""Organs before which a level word that is a surname, too, stands: 区|人大."""
_THANKS: Final = "谢谢"
"""What begins like a name, before whom it is said to: 谢谢|石书记."""
_LEVELS: Final = frozenset("县乡")
"""Characters behind a surname that make a place of it: 易县, 单县."""
_POST: Final = "岗"
"""Of the last characters of bodies and what is theirs, one that ends given names as well: 姜岗, not 文明岗."""
_VILLAGE: Final = "村"
_COUNTRY: Final = "国"
"""The last character of names that the dictionary takes for places: 张治国."""
_SERVES: Final = "任"
_WHEN_SERVED: Final = frozenset("曾时历连后")
"""Surnames that with 任 say when somebody served."""
_PARTY: Final = "党"
_OF_THE_PARTY: Final = "群政建委组员团支总务工内外史章纪性费龄旗徽风课办校中全的和在要对"
"""Characters that with 党 are words for the Party and what is its own."""
BEYOND_DOUBT: Final = 2.3
"""A given name that is likelier than this outweighs a dictionary word that begins with the surname: 程文|贵, not 班子|好."""


def surname_length(text: str, start: int) -> int:
    """How many characters of ``text`` from ``start`` are a surname; 0 where none is."""
    if text[start : start + 2] in COMPOUND_SURNAMES:
        return 2
    return 1 if text[start : start + 1] in SURNAMES else 0


def is_other(surname: str, given: str) -> bool:
    """Whether the two are kin, a title, a body or of the Party rather than a name (胡奶奶, 文书记, 文明办, 党群), or end as they begin."""
    if surname == _PARTY and given[0] in _OF_THE_PARTY and (len(given) == 1 or given_likelihood(given) < _OF_PEOPLE):
        return True
    if _EACH in given or given[-1] in _PARTICLES or given[0] in _PARTICLES:  # 公司各|支部书记, 副书记|宣读了“…”, 贫困户|脱了贫
        return True
    if surname == "和" and given[0] in _AND_LEVELS:  # 和|市派第一书记
        return True
    if _is_done(surname, given):
        return True
    if surname + given[:1] == _THANKS or given in _ORGANS:
        return True
    if given == _SERVES and surname in _WHEN_SERVED:  # 曾任|县长
        return True
    if given in KIN or given[0] in _LEVELS or given in OFFICES or surname + given in OFFICES:
        return True
    plain = surname in COMMON_SURNAMES and surname not in WORD_SURNAMES
    if given[0] == surname and not plain:  # 民兵连|连史
        return True
    if given[-1] in BODY_LASTS:
        return not (plain and (given[-1] == _POST or _is_no_village(surname, given)))
    return given.endswith(surname) and not (plain and given == surname and not is_word(surname + given))  # 杨杨


def _is_done(surname: str, given: str) -> bool:
    """Whether the surname is the verb that it is, too: 常委|包苏木乡镇, 村书记|占六成, 党员|戴徽牌."""
    if surname == _LEADS:
        return _LED.match(given) is not None
    if surname == _SHARE:
        return _PART.match(given) is not None
    return surname == _WEARS and given[0] in _WORN and (len(given) == 1 or given_likelihood(given) < _OF_PEOPLE)


def begins_word(first: str, surname: int) -> bool:
    """Whether ``first``, a dictionary word that is no name, begins with the surname."""
    return len(first) > surname and not _is_name_token(first, tag_of(first), surname)


def _is_name_token(text: str, tag: str, surname: int) -> bool:
    """Whether a dictionary word that begins with the surname may be a name or part of one (韦启明, 杨德, 张治国)."""
    if len(text) == surname + _LONG and text.endswith(_COUNTRY) and tag == "ns":
        return text[:surname] in COMMON_SURNAMES
    return tag in ("nr", "nrfg", "nrt") and len(text) <= surname + _LONG


def is_word(text: str) -> bool:
    """Whether ``text`` is one word of the dictionary, and not one that is listed as a name."""
    return text in WORDS_LIKE_NAMES or (len(words_of(text)) == 1 and tag_of(text) not in ("nr", "nrfg", "nrt", "nz", "ns", "x"))


def likelihood(name: str) -> float:
    """0 to about 3, how likely ``name`` is one that is whole: by its given name, less for a rare surname."""
    surname = surname_length(name, 0)
    return given_likelihood(name[surname:]) - (0.3 if name[:surname] not in COMMON_SURNAMES else 0.0)


def given_likelihood(given: str) -> float:
    """0 to about 3, by how often the characters stand in given names."""
    if len(given) == 1:
        count = GIVEN[given].single + GIVEN[given].last * 0.3 + GIVEN[given].second * 0.1 if given in GIVEN else 0.4
        return 0.6 if count < 1 else min(1.8, 0.8 + count / 20)
    first, last = GIVEN.get(given[0]), GIVEN.get(given[1])
    second_count = first.second if first else 0.5
    last_count = last.last if last else 0.5
    return min(1.2, 0.3 + second_count / 30) + min(1.2, 0.3 + last_count / 30)


def _is_no_village(surname: str, given: str) -> bool:
    """Whether a name that ends with 村 is that of no village that is known: 谢兆村, not 谢家村."""
    return given[-1] == _VILLAGE and len(given) == _LONG and not is_village(surname + given[0])
