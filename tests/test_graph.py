"""Knowledge as a networkx graph."""

from __future__ import annotations

import networkx as nx
import pytest

import kg
from kg import Build, to_networkx
from kg.graph import MENTIONS
from kg.model import Kind

TEXT = "岳阳市委组织部副部长韦启明开展“四比四看”活动，培训党员300名。副主任易思齐讲话。"


@pytest.fixture(scope="module")
def small() -> nx.MultiDiGraph:
    """The graph of one sentence or two."""
    return to_networkx(kg.resolve([kg.analyse(TEXT.encode(), "a.txt")]))


def test_a_holding_is_an_edge_from_the_person_to_the_body(small: nx.MultiDiGraph) -> None:
    """The edge says title, post, status and evidence."""
    labels = nx.get_node_attributes(small, "label")
    between = [data for start, end, data in small.edges(data=True) if (labels[start], labels[end]) == ("韦启明", "岳阳市委组织部")]
    (edge,) = [data for data in between if "title" in data]
    assert (edge["relation"], edge["title"], edge["status"]) == ("org:holds", "副部长", "current")
    assert edge["claims"]
    assert edge["post"].startswith("post/")


def test_nodes_are_things_and_sources(any_build: Build) -> None:
    """Every thing but posts in known bodies is a node with kind and label, and every source."""
    knowledge = any_build.knowledge
    graph = to_networkx(knowledge)
    posts = {thing.id for thing in knowledge.things.values() if thing.kind is Kind.POST and thing.get("body")}
    assert set(knowledge.sources) <= set(graph)
    assert {thing.id for thing in knowledge.things.values() if thing.kind is not Kind.POST} <= set(graph)
    assert posts.isdisjoint(graph)
    assert all({"kind", "label"} <= set(attributes) for _, attributes in graph.nodes(data=True))


def test_every_fact_between_things_is_an_edge(any_build: Build) -> None:
    """No fact is lost but those whose object is a date, and edges carry the claims of their facts."""
    knowledge = any_build.knowledge
    graph = to_networkx(knowledge)
    edges = [(start, key, data) for start, _, key, data in graph.edges(keys=True, data=True) if key != MENTIONS]
    facts = [fact for fact in knowledge.facts if fact.object in knowledge.things]
    assert sorted((start, key, data["claims"]) for start, key, data in edges) == sorted(
        (fact.subject, f"{fact.relation} {fact.object}", fact.claims) for fact in facts
    )
    assert all(data["relation"] and 0 < data["confidence"] <= 1 for _, _, data in edges)


def test_sources_lead_to_what_they_mention(any_build: Build) -> None:
    """There is one edge from a source to each thing that its text names."""
    graph = to_networkx(any_build.knowledge)
    named = {(mention.source, mention.thing) for mention in any_build.knowledge.mentions if mention.thing in graph}
    edges = [(start, end) for start, end, key in graph.edges(keys=True) if key == MENTIONS]
    assert sorted(edges) == sorted(named)


def test_equal_knowledge_gives_equal_graphs_in_one_order(any_build: Build) -> None:
    """Nodes and edges come in a fixed order."""
    one, other = to_networkx(any_build.knowledge), to_networkx(any_build.knowledge)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))
