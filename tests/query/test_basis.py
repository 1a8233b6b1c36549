"""What a row rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.query.basis import explained
from kg.query.library import named

HOLDINGS = {
    "things": "SELECT ?p ?post { ?p org:holds ?post ; skos:prefLabel '周玉刚'@zh-Hans . ?post skos:prefLabel '德州市委书记'@zh-Hans }",
    "labels": "SELECT ?n ?t { ?p org:holds ?post ; skos:prefLabel ?n . ?post skos:prefLabel ?t VALUES (?n ?t) { ('周玉刚'@zh-Hans '德州市委书记'@zh-Hans) } }",  # noqa: E501
    "membership": "SELECT ?m { ?m org:member/skos:prefLabel '周玉刚'@zh-Hans ; zm:post/skos:prefLabel '德州市委书记'@zh-Hans }",
}


@pytest.mark.parametrize("text", HOLDINGS.values(), ids=HOLDINGS)
def test_a_holding_rests_on_the_claims_that_state_it(text: str, build: Path) -> None:
    """Person and post, by IRI or by label, or the membership alone, lead to the claims of org:holds and their words."""
    result, (grounds,) = explained(build, text)
    assert len(result.rows) == 1
    assert {ground.predicate for ground in grounds} == {"org:holds"}
    assert all(ground.words and ground.source for ground in grounds)


def test_a_thing_alone_rests_on_what_names_it(build: Path) -> None:
    """A row with one thing leads to the claims that say what it is."""
    _, (grounds, *_) = explained(build, "SELECT ?p { ?p a zm:Person } ORDER BY ?p LIMIT 1")
    assert {ground.predicate for ground in grounds} == {"rdf:type"}


def test_a_number_rests_on_nothing(build: Path) -> None:
    """A count has no claim of its own, and a row of a named query has the claims of its cells."""
    _, (grounds,) = explained(build, "SELECT (COUNT(*) AS ?n) { ?p a zm:Person }")
    assert grounds == []
    result, rows = explained(build, named("holders-in-place").bind({"place": "德州市"}))
    assert len(rows) == len(result.rows)
    assert all(rows)
