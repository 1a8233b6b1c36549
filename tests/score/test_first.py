"""First readings of pages, and what they weigh."""

from __future__ import annotations

from kg.aligned import Span
from kg.lexicon.tables import parse_rows
from kg.model import Basis, Claim, Kind, Relation
from kg.score.first import readings, readings_table
from kg.score.fit import FIRST, Counts
from kg.score.judge import Judged

KEY = ("person", Relation.TYPE, "rule")


def judged(*, right: bool) -> Judged:
    """A claim that a rule found."""
    claim = Claim("claim/1", "source/1", "person/1", Relation.TYPE, "person", (Span(0, 2),), Basis.STATED, 0.5, "people", "rule")
    return Judged(claim, Kind.PERSON, right)


def test_new_pages_are_added_to_those_known() -> None:
    """Counts of a rule grow by what was right and what was judged; nothing known is lost."""
    text = readings_table({KEY: (3, 4), ("event", "rdf:type", "visit"): (1, 1)}, [judged(right=True), judged(right=False)])
    header, *rows = parse_rows(text, "first_readings.tsv")
    assert header == ["kind", "relation", "rule", "right", "judged"]
    assert rows == [["event", "rdf:type", "visit", "1", "1"], ["person", "rdf:type", "rule", "4", "6"]]


def test_a_first_reading_weighs_more_than_our_own_documents() -> None:
    """A rule that was wrong on a page that nobody had made rules on is doubted as if it had been wrong several times here."""
    claims = [judged(right=True) for _ in range(40)]
    ours, theirs = (Counts([*claims, *[judged(right=False)] * FIRST]), Counts(claims, {KEY: (0, 1)}))
    assert theirs.confidence(KEY) == ours.confidence(KEY) < Counts(claims).confidence(KEY)


def test_more_were_judged_than_were_right() -> None:
    """The committed counts are counts."""
    assert readings()
    assert all(0 <= right <= number and number for right, number in readings().values())
