"""Names of towns, townships and streets without their last word: what ``towns.tsv`` knows."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.lexicon.tables import read_column

LONGEST_STEM: Final = 9
"""Characters of the longest name that is looked for: 莫力达瓦达斡尔族 and the like are there, but hardly a longer one."""


@cache
def stems() -> frozenset[str]:
    """The names, each without 镇, 乡, 街道 or 苏木; read once for each process."""
    return frozenset(read_column("towns"))
