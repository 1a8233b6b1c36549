"""Spells in one post: a second one where sources state intervals that do not overlap (2002—2006年任, 2011年起再任)."""

from __future__ import annotations

from itertools import pairwise

from kg.model import Claim, Relation

_Interval = tuple[str, str]


def spells(holds: list[Claim], terms: list[Claim]) -> list[tuple[str, list[Claim], list[Claim]]]:
    """The claims of one person and post by spells, in order, each behind its start; nothing stands for the start of an only one.

    ``terms`` are the claims of when the post was taken up or given up; they and the holding that they are about share their place in the
    text. A holding without a term is of the last spell.
    """
    told = _told(terms)
    intervals = sorted({interval for interval in told.values() if interval[0]})
    if len(intervals) < 2 or not all(end and end <= start for (_, end), (start, _) in pairwise(intervals)):
        return [("", holds, terms)]
    last = intervals[-1][0]

    def of(claims: list[Claim], start: str) -> list[Claim]:
        return [claim for claim in claims if (told.get((claim.source, claim.spans), ("", ""))[0] or last) == start]

    return [(start if number else "", of(holds, start), of(terms, start)) for number, (start, _) in enumerate(intervals)]


def _told(terms: list[Claim]) -> dict[tuple[str, object], _Interval]:
    """The interval that is stated at each place of the text."""
    told: dict[tuple[str, object], _Interval] = {}
    for claim in terms:
        start, end = told.get((claim.source, claim.spans), ("", ""))
        if claim.relation is Relation.START:
            start = claim.object
        elif claim.relation is Relation.END:
            end = claim.object
        told[claim.source, claim.spans] = (start, end)
    return told
