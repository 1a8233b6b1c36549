"""What stands behind and before names, beside the tables."""

from __future__ import annotations

import re
from typing import Final

from kg.lexicon.people import BEHIND_NAMES

FOLLOWING_WORDS: Final = re.compile(
    "获评|获颁|"
    + "|".join(BEHIND_NAMES)
    + r"|要(?!求)|带队(?![长员伍])|家(?=[，。中里走探门])|学习(?=[，。！”])|(?:摄|报道)(?![\u4e00-\u9fff])|[一二两三四五六七八九十]+[位名]|[两三四五六]同志"
)
"""Words behind which a name has ended."""
LEADING: Final = frozenset("向和于任")
"""Surnames that before a whole name are prepositions, conjunctions or 任."""
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
NOT_HAN: Final = re.compile(r"[^\u4e00-\u9fff]")


def ends_before_word(text: str, at: int) -> bool:
    """Whether a word of two characters that follows names begins at ``at``, and none at the next character."""
    behind, next_one = FOLLOWING_WORDS.match(text, at), FOLLOWING_WORDS.match(text, at + 1)
    return behind is not None and len(behind[0]) > 1 and (next_one is None or len(next_one[0]) == 1)
