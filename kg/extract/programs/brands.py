"""Brands of two parts: “同心·改善民生” is part of “同心”工程, “清洁岳阳·美丽乡村” is what a city makes of “清洁湖南·美丽乡村”."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.programs.mention import ProgramMention
from kg.lexicon import divisions

_DOT: Final = "·"
_NUMBERED: Final = re.compile(r"([\u4e00-\u9fff]{2,8})[·—-]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})号")
"""“汨盾2号”: one in the row of “汨盾”."""
_HEADS: Final = ("", "工程", "行动", "计划", "活动", "品牌")
_LEVELS: Final = {level: rank for rank, level in enumerate(divisions.LEVELS)}
_SHORT_NAMES: Final = (3, 2)
"""Characters of the short name of a place at the end of a first part, longest first."""


class Brands:
    """The programs that each article names; ``called`` gives their names by article and words."""

    def __init__(self, called: dict[tuple[int, str], str]) -> None:
        self._called = called
        self._highest: dict[tuple[int, str], tuple[int, str]] = {}
        for (article, words), name in called.items():
            first, dot, rest = words.partition(_DOT)
            level = _level(first) if dot else None
            if level is not None:
                self._highest[article, rest] = min(self._highest.get((article, rest), (level, name)), (level, name))

    def wider(self, mention: ProgramMention, article: int) -> str:
        """The brand of which ``mention`` is a part: the one of its first part, or of the same second part and a higher place; or nothing."""
        first, dot, rest = mention.surface.partition(_DOT)
        if not dot:
            numbered = _NUMBERED.fullmatch(mention.surface)
            return self._brand(article, numbered[1]) if numbered is not None else ""
        whole = self._brand(article, first)
        level = _level(first)
        highest, name = self._highest.get((article, rest), (level or 0, ""))
        return whole or (name if level is not None and highest < level else "")

    def _brand(self, article: int, first: str) -> str:
        """The program that the article calls ``first``, with a head or without; or nothing."""
        return next((self._called[article, first + head] for head in _HEADS if (article, first + head) in self._called), "")


def _level(words: str) -> int | None:
    """How high the place is whose short name ``words`` ends in, 0 for a province; nothing where it ends in none."""
    for length in _SHORT_NAMES:
        known = divisions.load().by_short.get(words[-length:], ()) if len(words) >= length else ()
        if known:
            return min(_LEVELS[division.level] for division in known)
    return None
