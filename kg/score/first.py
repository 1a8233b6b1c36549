"""First readings: how often claims of each rule were right on pages that no rule had been made on, when they were first read.

Rules are made on documents with gold, so that they are right there more often than elsewhere. What was counted on the first
reading of other pages says more of a rule; only the counts are kept, never the pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from kg.lexicon.tables import read_table
from kg.score.judge import Judged

Key = tuple[str, str, str]
"""Kind of the subject, relation, and rule."""

_ABOUT: Final = """\
# How often claims were right on pages that no rule had been made on, when they were first read.
#
# Policy. Counted once a page, before anybody looks at what was found on it; never counted again after rules were mended on it.
# Pages of the sort that the project is for, with gold by a reader who had not seen what the build finds; the pages are not kept.
# kind      of the claim's subject
# relation  what the claim says of it
# rule      that found it
# right     claims that the gold has
# judged    claims that the gold has or refutes
# Source: counted for this project; added to by tests/gate.py --first.
"""


def readings() -> dict[Key, tuple[int, int]]:
    """By kind, relation and rule: how many claims were right, and how many were judged."""
    return {(row["kind"], row["relation"], row["rule"]): (int(row["right"]), int(row["judged"])) for row in read_table("first_readings")}


def readings_table(known: Mapping[Key, tuple[int, int]], claims: Iterable[Judged]) -> str:
    """The text of ``kg/lexicon/first_readings.tsv`` with the judged ``claims`` of newly read pages added to what is ``known``."""
    right, judged = (Counter({key: counts[number] for key, counts in known.items()}) for number in (0, 1))
    for one in claims:
        judged[one.key()] += 1
        right[one.key()] += one.right
    rows = ("\t".join((*key, str(right[key]), str(judged[key]))) for key in sorted(judged))
    return _ABOUT + "\n".join(("kind\trelation\trule\tright\tjudged", *rows)) + "\n"
