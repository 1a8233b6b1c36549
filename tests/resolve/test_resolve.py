"""Many documents to one knowledge: what is joined, what is kept apart, and that order does not matter."""

from __future__ import annotations

from itertools import permutations

import pytest

from kg import analyse, resolve
from kg.model import Analysis, Kind, Knowledge, Relation

EARLY = "标题\n2012-04-18\n岳阳市委组织部副部长韦启明出席会议，要求抓好落实。\n"
LATE = "标题\n2014-06-01\n原岳阳市委组织部副部长韦启明到会指导，提出了要求。\n"
UNDATED = "岳阳市委组织部副部长韦启明介绍了情况。\n"
NAMESAKE = "西安市民政局局长韦启明介绍了情况。\n"
NO_POST = "村民韦启明说，路修好了。\n"


def read(*texts: str) -> list[Analysis]:
    """The analyses of texts."""
    return [analyse(text.encode(), f"{number}.txt") for number, text in enumerate(texts)]


def people(knowledge: Knowledge) -> list[str]:
    """The ids of the people."""
    return [thing.id for thing in knowledge.things.values() if thing.kind is Kind.PERSON]


def source_of(text: str) -> str:
    """The source id of a text."""
    return analyse(text.encode()).sources[0].id


def test_the_same_post_joins_the_person_of_two_sources() -> None:
    """Two sources that give one name the same post speak of one person, who has the id of the earlier source."""
    knowledge = resolve(read(LATE, EARLY))
    (person,) = people(knowledge)
    (of_early,) = people(resolve(read(EARLY)))
    assert person == of_early
    assert list(knowledge.same_as.values()) == [person]
    assert {mention.source for mention in knowledge.mentions if mention.thing == person} == {source_of(EARLY), source_of(LATE)}


@pytest.mark.parametrize("other", [NAMESAKE, NO_POST], ids=["another post", "no post"])
def test_the_same_name_alone_joins_nobody(other: str) -> None:
    """False separation is safer than false identity."""
    knowledge = resolve(read(EARLY, other))
    assert len(people(knowledge)) == 2
    assert knowledge.same_as == {}


def test_joining_is_transitive() -> None:
    """Who is the same as the same person is the same person."""
    assert len(people(resolve(read(EARLY, LATE, UNDATED)))) == 1


def test_bodies_and_places_are_one_thing_in_all_sources() -> None:
    """A body and a place have one id wherever they are named."""
    knowledge = resolve(read(EARLY, UNDATED))
    assert [thing.label for thing in knowledge.things.values() if thing.label == "岳阳市委组织部"] == ["岳阳市委组织部"]
    (fact,) = [fact for fact in knowledge.facts if fact.relation is Relation.HOLDS]
    assert len(fact.claims) == 2


def test_the_order_of_files_makes_no_difference() -> None:
    """Whatever the order of the documents, the knowledge is the same."""
    analyses = read(EARLY, LATE, UNDATED, NAMESAKE)
    made = [resolve(order) for order in permutations(analyses)]
    assert all(knowledge == made[0] for knowledge in made)
    assert [list(knowledge.things) for knowledge in made] == [list(made[0].things)] * len(made)


def test_a_document_that_is_given_twice_counts_once() -> None:
    """Equal bytes are one source, under the first of its names."""
    twice = [analyse(EARLY.encode(), "b.txt"), analyse(EARLY.encode(), "a.txt")]
    knowledge = resolve(twice)
    assert [source.name for source in knowledge.sources.values()] == ["a.txt"]
    assert knowledge == resolve(twice[1:])


def test_the_status_of_a_holding_is_that_of_the_latest_source() -> None:
    """Who was in office in 2012 and is called 原 in 2014 is a former holder; dates say which source said what."""
    (fact,) = [fact for fact in resolve(read(LATE, EARLY)).facts if fact.relation is Relation.HOLDS]
    assert fact.status == "former"
    assert fact.dates == (("attested", "2012-04-18"), ("ended", "2014-06-01"))


def test_an_undated_source_is_not_the_latest() -> None:
    """A source without a date does not overrule one with a date."""
    (fact,) = [fact for fact in resolve(read(LATE, UNDATED)).facts if fact.relation is Relation.HOLDS]
    assert fact.status == "former"


def test_every_fact_rests_on_claims_and_every_claim_on_things() -> None:
    """Facts name their claims unless a table says them; claims name things and sources that are there."""
    knowledge = resolve(read(EARLY, LATE, UNDATED, NAMESAKE, NO_POST))
    for fact in knowledge.facts:
        assert all(claim in knowledge.claims for claim in fact.claims)
        assert fact.claims or fact.relation is Relation.CONTAINED_IN
        assert fact.subject in knowledge.things or fact.subject in knowledge.sources
    for claim in knowledge.claims.values():
        assert claim.source in knowledge.sources
        assert knowledge.same_as.get(claim.subject, claim.subject) in knowledge.things or claim.subject in knowledge.sources


def test_problems_are_kept_in_order() -> None:
    """What could not be done for one document is handed on."""
    broken = analyse(("岳阳市召开会议。" * 40).encode() + b"\xff", "b.txt")
    knowledge = resolve([broken, *read(EARLY)])
    assert [problem.name for problem in knowledge.problems] == ["b.txt"]
    assert "1 character" in knowledge.problems[0].message


def test_no_documents_are_no_knowledge() -> None:
    """Nothing comes of nothing."""
    assert resolve([]) == Knowledge()
