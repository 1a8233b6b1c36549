"""Names of towns and villages without their last word: what ``towns.tsv`` and ``villages.tsv`` know."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from kg.lexicon.tables import read_column, read_pairs

LONGEST_STEM: Final = 9
"""Characters of the longest name in the tables; what is longer is a zone, not a town."""
_KEPT: Final = 512
"""First characters whose names of villages are kept apart at a time: all 4,186 would take 30 MB in each process."""


@cache
def _towns() -> frozenset[str]:
    return frozenset(read_column("towns"))


@cache
def _villages() -> dict[str, str]:
    """The names of villages by their first character, separated by spaces: taken apart when asked for, as a page asks for few of them."""
    return read_pairs("villages")


@lru_cache(maxsize=_KEPT)
def _villages_with(first: str) -> frozenset[str]:
    return frozenset(_villages().get(first, "").split())


def is_town(stem: str) -> bool:
    """Whether ``stem`` is the name of a town without 镇, 乡, 街道 or 苏木."""
    return stem in _towns()


def is_village(stem: str) -> bool:
    """Whether ``stem`` is the name of a village without 村, 社区 or 嘎查."""
    return stem in _villages_with(stem[0])
