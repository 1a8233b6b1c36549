"""What stands behind and before names, beside the tables."""

from __future__ import annotations

import re
from typing import Final

from kg.lexicon.people import BEHIND_NAMES

FOLLOWING_WORDS: Final = re.compile(
    "|".join(BEHIND_NAMES)
    + r"|家(?=[，。中里走探])|学习(?=[，。！”])|(?:摄|报道)(?![\u4e00-\u9fff])|[一二两三四五六七八九十]+[位名]|[两三四五六]同志"
)
"""Words behind which a name has ended."""
LEADING: Final = frozenset("向和于任")
"""Surnames that before a whole name are prepositions, conjunctions or 任."""
HAN: Final = re.compile(r"[\u4e00-\u9fff]")
NOT_HAN: Final = re.compile(r"[^\u4e00-\u9fff]")
