"""Since when and until when posts were held: dates of the holding, never facts of the person."""

from __future__ import annotations

from kg import analyse, resolve, to_networkx
from kg.export.rdf import membership_id, turtle_blocks
from kg.model import Fact, Knowledge, Relation

LIFE = (
    "韦启明，男，1962年3月生。2002年3月至2006年5月任平江县副县长，2006年5月至2011年2月任平江县委书记，"
    "2011年2月至2013年4月再任平江县副县长。\n"
)
APPOINTED = "标题\n2012-06-01\n2011年3月，韦启明任岳阳市民政局局长。\n"
REPORTED = "标题\n2014-06-01\n岳阳市民政局局长韦启明到会。2014年5月，韦启明辞去岳阳市民政局局长职务。\n"


def known(*texts: str) -> Knowledge:
    """The knowledge of texts."""
    return resolve([analyse(text.encode(), f"{number}.txt") for number, text in enumerate(texts)])


def holdings(knowledge: Knowledge, title: str) -> list[Fact]:
    """The facts that somebody holds posts of that title."""
    return [f for f in knowledge.facts if f.relation is Relation.HOLDS and knowledge.things[f.object].get("role") == title]


def test_dates_of_several_sources_are_those_of_one_holding() -> None:
    """What one source says of the beginning and another of the end is the term of one holding; sources attest it besides."""
    [fact] = holdings(known(APPOINTED, REPORTED), "局长")
    assert {("start", "2011-03"), ("end", "2014-05"), ("attested", "2012-06-01")} <= set(fact.dates)


def test_a_term_is_no_fact_of_the_person() -> None:
    """Only holdings begin and end; a person has no start date."""
    assert not [fact for fact in known(LIFE).facts if fact.relation in (Relation.START, Relation.END)]


def test_a_post_that_is_held_twice_has_two_spells() -> None:
    """Stated intervals that do not overlap are two memberships, and what is claimed of the second names the second."""
    knowledge = known(LIFE)
    first, second = sorted(holdings(knowledge, "副县长"), key=lambda fact: fact.dates)
    assert dict(first.dates) == {"start": "2002-03", "end": "2006-05"}
    assert dict(second.dates) == {"start": "2011-02", "end": "2013-04"}
    text = b"".join(turtle_blocks(knowledge)).decode()
    later = membership_id(second.subject, second.object, "2011-02")
    assert text.count(f"<{later}> a org:Membership") == 1
    assert text.count(f"rdf:subject <{later}>") == 2


def test_one_spell_where_the_sources_do_not_part_them() -> None:
    """Two beginnings without an end between them are one holding with both dates: sources differ."""
    other = "标题\n2012-07-01\n2011年5月，韦启明任岳阳市民政局局长。\n"
    [fact] = holdings(known(APPOINTED, other), "局长")
    assert [value for name, value in fact.dates if name == "start"] == ["2011-03", "2011-05"]


def test_two_spells_are_two_edges() -> None:
    """Neither takes the place of the other in the graph, and the first has the key of a post that is held once."""
    graph = to_networkx(known(LIFE))
    keys = [key for _, _, key, data in graph.edges(keys=True, data=True) if data.get("title") == "副县长"]
    assert len(keys) == 2
    assert keys[1] == f"{keys[0]} 2011-02"


def test_who_is_proposed_has_the_rank_that_is_stated() -> None:
    """What a claim says of a proposed holding, the holding has: its rank; a term it has not yet."""
    knowledge = known("标题\n2013-05-06\n韦启明，男，1962年3月生，现任岳阳市民政局科员，拟任岳阳市民政局副局长（副处级）。\n")
    [fact] = [f for f in knowledge.facts if f.relation is Relation.PROPOSED]
    assert dict(fact.dates).get("rank") == "sub-division"
    assert not {"start", "end"} & dict(fact.dates).keys()
