"""Confidences out of judged claims."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Span
from kg.lexicon.tables import parse_rows
from kg.model import Basis, Claim, Kind, Relation
from kg.score.calibration import Said, covered
from kg.score.fit import Counts, calibration_table, confidences_table, left_out
from kg.score.judge import Judged


def judged(rule: str, *, right: bool, relation: Relation = Relation.TYPE) -> Judged:
    """A claim that ``rule`` found."""
    claim = Claim("claim/1", "source/1", "person/1", relation, "person", (Span(0, 2),), Basis.STATED, 0.5, "people", rule)
    return Judged(claim, Kind.PERSON, right)


VERDICTS = st.lists(st.tuples(st.sampled_from(["one", "two", "three"]), st.booleans()), min_size=1, max_size=60)


@given(VERDICTS)
def test_no_rule_is_certain(verdicts: list[tuple[str, bool]]) -> None:
    """Every confidence lies between 0 and 1, and one more right claim never lowers it."""
    claims = [judged(rule, right=right) for rule, right in verdicts]
    for rule, _ in verdicts:
        key = ("person", Relation.TYPE, rule)
        before = Counts(claims).confidence(key)
        assert 0 < before < 1
        assert Counts([*claims, judged(rule, right=True)]).confidence(key) >= before


def test_few_claims_say_little() -> None:
    """A rule that was right twice is as sure as all together, nearly; one that was right two hundred times is surer."""
    claims = [judged("often", right=True) for _ in range(200)] + [judged("bad", right=n < 100) for n in range(200)]
    claims += [judged("seldom", right=True) for _ in range(2)]
    sure = {rule: Counts(claims).confidence(("person", Relation.TYPE, rule)) for rule in ("often", "bad", "seldom", "*")}
    assert sure["bad"] < sure["seldom"]
    assert abs(sure["seldom"] - sure["*"]) < 0.02
    assert 0.95 < sure["often"] < 1
    assert Counts(claims).confidence(("person", Relation.TYPE, "never seen")) == sure["*"]


def test_a_document_is_not_judged_by_itself() -> None:
    """The confidence of a claim left out rests on the other documents alone."""
    documents = [[judged("rule", right=True)] * 50, [judged("rule", right=False)] * 50]
    claims = list(left_out(documents))
    assert all(one.sure < 0.1 for one in claims if one.right)
    assert all(one.sure > 0.9 for one in claims if not one.right)


def test_tables_are_tables() -> None:
    """What is written can be read as tables of the lexicon, with every claim counted."""
    documents = [[judged("rule", right=True)] * 3, [judged("other", right=False)] * 2]
    header, *rows = parse_rows(confidences_table(documents), "confidences.tsv")
    assert header == ["kind", "relation", "rule", "right", "judged", "confidence"]
    assert [row[:5] for row in rows] == [
        ["person", "rdf:type", "*", "3", "5"],
        ["person", "rdf:type", "other", "0", "2"],
        ["person", "rdf:type", "rule", "3", "3"],
    ]
    _, *bins = parse_rows(calibration_table(documents), "calibration.tsv")
    assert sum(int(row[1]) for row in bins) == 5


def test_links_are_no_facts() -> None:
    """What is covered counts things and posts, not the links between them."""
    links = [(0.95, Relation.TYPE), (0.5, Relation.HOLDS), (0.5, Relation.ATTENDEE)]
    assert covered(Said(sure, relation, right=True) for sure, relation in links) == 0.5
    assert covered([]) == 0.0
