"""Programs that count their parts: 四大行动 is what the 行动 of its article are part of, “六个年”建设 its years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from typing import Final

from kg.extract.numerals import numeral
from kg.extract.programs.mention import ProgramMention

_COUNTING: Final = re.compile(r"([两二三四五六七八九十\d]{1,3})(?:大|项|个)([\u4e00-\u9fff]{1,4}?)(?:建设|活动)?$")
_BEHIND: Final = ("", "建设", "活动")
"""What the name of a part may have behind the word that is counted."""


class Counts:
    """The programs of a page that count their parts, and which those are."""

    def __init__(self, article_at: Callable[[int], int], found: list[ProgramMention]) -> None:
        """``article_at`` gives the article of a position."""
        names: dict[int, dict[str, None]] = defaultdict(dict)
        for mention in found:
            if not mention.national:
                names[article_at(mention.start)][mention.name] = None
        self._wholes = {(article, part): whole for article, own in names.items() for part, whole in _parts(list(own))}

    def whole(self, mention: ProgramMention, article: int) -> str:
        """The program that counts ``mention`` among its parts, or nothing."""
        return "" if mention.national else self._wholes.get((article, mention.name), "")


def _parts(names: list[str]) -> list[tuple[str, str]]:
    """Each of ``names`` that is a part of another of them, with that one, where at least half of what it counts is named and no more."""
    counting = [(name, match) for name in names if (match := _COUNTING.match(name)) is not None]
    found = []
    for whole, match in counting:
        number = int(match[1]) if match[1].isdigit() else numeral(match[1])
        kinds = tuple(match[2] + behind for behind in _BEHIND)
        parts = [name for name in names if name.endswith(kinds) and not any(name == other for other, _ in counting)]
        found += [(part, whole) for part in parts] if number <= 2 * len(parts) and len(parts) <= number else []
    return found
