"""Knowledge as a networkx graph: things and sources are nodes, facts are edges that name their evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from kg.model import Fact, Kind, Knowledge, Relation, Source, Thing

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]
else:  # networkx's graphs cannot be subscripted at run time
    Graph = nx.MultiDiGraph

MENTIONS = "schema:mentions"
"""The relation of the edge from a source to each thing that its text names."""


def to_networkx(knowledge: Knowledge) -> Graph:
    """The graph of ``knowledge``; nodes and edges are added in the order of ids, so equal knowledge gives equal graphs.

    Nodes carry ``kind`` (a :class:`~kg.model.Kind` or ``source``), ``label``, ``aliases`` and the properties of the
    thing (several values of one name joined by a blank). Edges carry ``relation``, ``basis``, ``confidence``,
    ``claims`` (ids), and for a holding ``title``, ``post``, ``status`` and its dates. A holding runs from the person
    to the body, or to the post where the source leaves the body open.
    """
    graph: Graph = nx.MultiDiGraph()
    for source in knowledge.sources.values():
        publisher = knowledge.things.get(source.publisher)
        graph.add_node(source.id, **_source_attributes(source, publisher.label if publisher else ""))
    loose = {fact.object for fact in knowledge.facts if fact.relation is Relation.HOLDS or fact.relation is Relation.PROPOSED}
    for thing in knowledge.things.values():
        if thing.kind is not Kind.POST or (thing.id in loose and not thing.get("body")):
            graph.add_node(thing.id, **_thing_attributes(thing))
    for fact in knowledge.facts:
        target, attributes = _edge(fact, knowledge)
        if fact.subject in graph and target in graph:
            graph.add_edge(fact.subject, target, key=f"{fact.relation} {fact.object}", **attributes)
    for source_id, thing_id in sorted({(mention.source, mention.thing) for mention in knowledge.mentions}):
        if thing_id in graph:
            graph.add_edge(source_id, thing_id, key=MENTIONS, relation=MENTIONS, basis="stated", confidence=1.0, claims=())
    return graph


def _source_attributes(source: Source, publisher: str) -> dict[str, str]:
    label = source.title or source.name
    return {"kind": "source", "label": label, "date": source.date, "publisher": publisher, "url": source.url}


def _thing_attributes(thing: Thing) -> dict[str, object]:
    attributes: dict[str, object] = {"kind": str(thing.kind), "label": thing.label, "aliases": thing.spellings()}
    for name in dict.fromkeys(key for key, _ in thing.properties):
        attributes["kind_of_body" if name == "kind" else name] = " ".join(thing.all(name))
    return attributes


def _edge(fact: Fact, knowledge: Knowledge) -> tuple[str, dict[str, object]]:
    """The node that the edge of ``fact`` leads to, and the edge's attributes."""
    attributes: dict[str, object] = {
        "relation": str(fact.relation),
        "basis": str(fact.basis),
        "confidence": fact.confidence,
        "claims": fact.claims,
    }
    if fact.relation not in (Relation.HOLDS, Relation.PROPOSED):
        return fact.object, attributes
    post = knowledge.things[fact.object]
    attributes |= {"title": post.get("role"), "post": post.id, "status": fact.status}
    for name in dict.fromkeys(key for key, _ in fact.dates):
        attributes[name] = " ".join(value for key, value in fact.dates if key == name)
    return post.get("body") or post.id, attributes
