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

Reading = Mapping[Key, tuple[int, int]]
"""What was counted when a set of pages was first read: claims that were right, and claims that were judged."""

_ABOUT: Final = """\
# How often claims were right on pages that no rule had been made on, when they were first read.
#
# Policy. Counted once a page, before anybody looks at what was found on it; never counted again after rules were mended on it.
# Pages of the sort that the project is for, with gold by a reader who had not seen what the build finds; but for tests/gold/long they are
# not kept.
# pages     the set of pages that were read together: the first, the second ...
# kind      of the claim's subject
# relation  what the claim says of it
# rule      that found it
# right     claims that the gold has
# judged    claims that the gold has or refutes
# Source: counted for this project; added to by tests/gate.py --first.
"""


def readings() -> tuple[Reading, ...]:
    """The first readings of each set of pages, in their order."""
    found: dict[str, dict[Key, tuple[int, int]]] = {}
    for row in read_table("first_readings"):
        found.setdefault(row["pages"], {})[row["kind"], row["relation"], row["rule"]] = (int(row["right"]), int(row["judged"]))
    return tuple(found.values())


def reading(claims: Iterable[Judged]) -> Reading:
    """What is counted of the judged ``claims`` of newly read pages."""
    right: Counter[Key] = Counter()
    judged: Counter[Key] = Counter()
    for one in claims:
        judged[one.key()] += 1
        right[one.key()] += one.right
    return {key: (right[key], judged[key]) for key in sorted(judged)}


def readings_table(sets: Iterable[Reading]) -> str:
    """The text of ``kg/lexicon/first_readings.tsv``."""
    rows = (
        "\t".join((str(number), *key, str(right), str(judged)))
        for number, one in enumerate(sets, 1)
        for key, (right, judged) in sorted(one.items())
    )
    return _ABOUT + "\n".join(("pages\tkind\trelation\trule\tright\tjudged", *rows)) + "\n"
