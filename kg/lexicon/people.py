"""What Chinese personal names are made of."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.lexicon.tables import read_column, read_table


class Given(NamedTuple):
    """How often a character stands second, last, or alone in given names (counts of dictionary entries)."""

    second: int
    last: int
    single: int


_rows: Final = read_table("surnames")

SURNAMES: Final = frozenset(row["surname"] for row in _rows if row["class"] != "compound")
COMMON_SURNAMES: Final = frozenset(row["surname"] for row in _rows if row["class"] == "common")
COMPOUND_SURNAMES: Final = frozenset(row["surname"] for row in _rows if row["class"] == "compound")
WORD_SURNAMES: Final = frozenset(row["surname"] for row in _rows if row["word"] == "1")
"""Surnames that are mostly ordinary words: more evidence than the surname is wanted."""

_COMMON: Final = Given(second=30, last=30, single=15)
"""What a character that is common in names of today counts, at least."""
_COUNTED: Final = {row["char"]: Given(int(row["second"]), int(row["last"]), int(row["single"])) for row in read_table("given_characters")}
_OF_TODAY: Final = {char: Given(*map(max, _COMMON, _COUNTED.get(char, _COMMON))) for char in read_column("given_characters_of_today")}
GIVEN: Final = _COUNTED | _OF_TODAY
"""By character, how often it stands where in given names."""

TRANSLITERATION: Final = frozenset(row["char"] for row in read_table("transliteration"))
"""Characters by which names of Uyghurs, Kazakhs, Mongols, Tibetans, Hui and others, and of their places, are written in Chinese."""

GIVEN_NAMES: Final = frozenset(row["name"] for row in read_table("given_names"))
"""Names of Tibetans, Mongols, Uyghurs and Kazakhs, of one word."""

_NAME_WORDS: Final = read_table("name_words")
NAME_FOLLOWERS: Final = {row["word"]: frozenset(row["then"]) for row in _NAME_WORDS if row["role"] == "follower"}
"""Characters that go on a sentence behind a name, with those that make a verb of each; none where any may follow."""
BEHIND_NAMES: Final = tuple(row["word"] for row in _NAME_WORDS if row["role"] == "behind")
"""Words behind which a name has ended."""
KIN: Final = frozenset(row["word"] for row in _NAME_WORDS if row["role"] == "kin")
"""What stands behind a surname in place of a given name."""
FUNCTION_SURNAMES: Final = frozenset(row["word"] for row in _NAME_WORDS if row["role"] == "function")
"""Surnames that stand before other words far more often than before given names."""
BODY_LASTS: Final = frozenset(row["word"] for row in _NAME_WORDS if row["role"] == "body")
"""Last characters of bodies and places: 文明办, 宣传部 are no names."""
WORDS_LIKE_NAMES: Final = frozenset(row["word"] for row in read_table("words_like_names"))
"""Words that the segmenter's dictionary has for names of people and that are others (辛勤, 师傅)."""
