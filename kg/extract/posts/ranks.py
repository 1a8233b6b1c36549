"""Ranks that a text states of a holding: 县长（副厅级）, 副处级纪检员, 局长甲（副处级）."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.posts.mentions import Holding, Rank
from kg.lexicon.words import RANK_WORDS

_WORDS: Final = "|".join(sorted(RANK_WORDS, key=lambda word: (-len(word), word)))
_BEHIND: Final = re.compile(rf"（(?:[\u4e00-\u9fff]{{2,6}}、)?({_WORDS})(?:、[\u4e00-\u9fff]{{2,6}})?）")
_BEFORE: Final = re.compile(rf"({_WORDS})$")
_LONGEST: Final = max(map(len, RANK_WORDS))


def ranked(text: str, holdings: list[Holding]) -> list[Holding]:
    """``holdings`` with the ranks that stand in brackets behind their titles, or behind the name that these lead to, or right before them."""
    return [_ranked(text, holding) for holding in holdings]


def _ranked(text: str, holding: Holding) -> Holding:
    start, end = holding.title.start, holding.title.end
    if holding.person.start == end:  # 局长|甲（副处级）
        end = holding.person.end
    found = _BEHIND.match(text, end) if text[end : end + 1] == "（" else None
    found = found or _BEFORE.search(text, max(0, start - _LONGEST), start)
    return holding if found is None else holding._replace(rank=Rank(found.span(1), RANK_WORDS[found[1]]))
