"""Words at which a name ends on its left, and words that make no name of what stands before a head.

The words are those of ``stops.tsv``; general function words and verbs of official prose.
"""

from __future__ import annotations

from typing import Final

from kg.lexicon.tables import read_table

STOP_TAGS: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "ud", "uv", "ug", "r", "d", "y", "x", "w", "m", "mq", "q", "zg"})
"""Parts of speech that no name of a body contains: prepositions, conjunctions, particles, pronouns, adverbs, numbers."""

_WORDS = [(row["word"], row["role"]) for row in read_table("stops")]
NOT_STOPS: Final = frozenset(word for word, role in _WORDS if role == "kept")
"""Words with such a part of speech that names contain all the same (发展和改革委员会, 第三中学)."""
VERBS: Final = frozenset(word for word, role in _WORDS if role == "ends")
"""Words that end a name to their right wherever they stand; names that hold one (教育局, 服务中心) are known by their suffix."""
INSIDE_NAMES: Final = frozenset(word for word, role in _WORDS if role == "inside")
"""Verbs that also stand inside names (行政服务中心), the trades of companies among them: they end one only where nothing is left of it."""
GENERIC: Final = frozenset(word for word, role in _WORDS if role == "generic")
"""Words that do not make a name of a generic head by themselves (各级公司, 服务中心, 乡镇企业)."""
