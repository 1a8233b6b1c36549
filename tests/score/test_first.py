"""First readings of pages, and what they weigh."""

from __future__ import annotations

from kg.aligned import Span
from kg.lexicon.tables import parse_rows
from kg.model import Basis, Claim, Kind, Relation
from kg.score.first import reading, readings, readings_table
from kg.score.fit import Counts, left_out
from kg.score.judge import Judged

KEY = ("person", Relation.TYPE, "rule")


def judged(*, right: bool) -> Judged:
    """A claim that a rule found."""
    claim = Claim("claim/1", "source/1", "person/1", Relation.TYPE, "person", (Span(0, 2),), Basis.STATED, 0.5, "people", "rule")
    return Judged(claim, Kind.PERSON, right)


def test_new_pages_are_a_set_of_their_own() -> None:
    """What was right and judged on them stands behind the sets that are known, which stay as they are."""
    known = {KEY: (3, 4), ("event", "rdf:type", "visit"): (1, 1)}
    text = readings_table([known, reading([judged(right=True), judged(right=False)])])
    header, *rows = parse_rows(text, "first_readings.tsv")
    assert header == ["pages", "kind", "relation", "rule", "right", "judged"]
    assert rows == [
        ["1", "event", "rdf:type", "visit", "1", "1"],
        ["1", "person", "rdf:type", "rule", "3", "4"],
        ["2", "person", "rdf:type", "rule", "1", "2"],
    ]


def test_a_claim_of_a_first_reading_counts_like_one_of_our_own() -> None:
    """A rule that was wrong on pages that nobody had made rules on is doubted as if it had been wrong here."""
    claims = [judged(right=True) for _ in range(40)]
    ours, theirs = Counts([*claims, judged(right=False)]), Counts(claims, [{KEY: (0, 1)}])
    assert theirs.confidence(KEY) == ours.confidence(KEY) < Counts(claims).confidence(KEY)


def test_pages_are_not_judged_by_themselves() -> None:
    """The confidence of a claim of one set of pages rests on our own documents and on the other sets."""
    said = list(left_out([], [{KEY: (50, 50)}, {KEY: (0, 50)}]))
    assert all(one.sure < 0.1 for one in said if one.right)
    assert all(one.sure > 0.9 for one in said if not one.right)
    assert len(said) == 100


def test_more_were_judged_than_were_right() -> None:
    """The committed counts are counts."""
    assert len(readings()) > 1
    assert all(0 <= right <= number and number for one in readings() for right, number in one.values())
