# ruff: noqa: E402 -- owlrl may be missing
"""What a reasoner makes of an export: no contradiction, and no thing becomes what it is not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph, URIRef

owlrl = pytest.importorskip("owlrl")
sys.path.insert(0, str(Path(__file__).parent / "export"))

import rdf_knowledge as made

from kg.export.rdf import turtle_blocks
from kg.ids import DATA
from kg.vocab import folder, shorten

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""The predicate by which owlrl tells of a contradiction."""

EVERYTHING = {"owl:Thing"}
INFERRED = {
    "person": {"schema:Person", "foaf:Agent"},
    "body": {"schema:Organization", "foaf:Organization", "foaf:Agent", "dcterms:Agent"},
    "document": {"foaf:Document"},
    "source": {"foaf:Document", "oa:ResourceSelection"},
}
"""What follows from the axioms, by the first part of an id, that an export does not state."""


@pytest.fixture(scope="module")
def stated() -> Graph:
    """The export of the hand-made Knowledge."""
    return Graph().parse(data=b"".join(turtle_blocks(made.knowledge())).decode(), format="turtle")


@pytest.fixture(scope="module")
def inferred(stated: Graph) -> Graph:
    """The export with the vocabulary, what others state of theirs, and all that OWL 2 RL infers."""
    graph = Graph() + stated
    for name in ("zhengmai.ttl", "schemes.ttl"):
        graph.parse(folder() / name)
    graph.parse(Path(__file__).parent / "axioms.ttl")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def test_no_contradiction_follows(inferred: Graph) -> None:
    """Disjoint classes share nothing, and what has one value has one."""
    assert list(inferred.objects(None, ERROR)) == []
    assert list(inferred.subjects(RDF.type, OWL.Nothing)) == []


def test_a_contradiction_would_be_found(stated: Graph) -> None:
    """The axioms are not vacuous: a person who is also a body is one."""
    graph = Graph().parse(folder() / "zhengmai.ttl").parse(Path(__file__).parent / "axioms.ttl")
    person = next(stated.subjects(RDF.type, URIRef("http://xmlns.com/foaf/0.1/Person")))
    graph.add((person, RDF.type, URIRef("https://w3id.org/zhengmai/ontology#Person")))
    graph.add((person, RDF.type, URIRef("https://w3id.org/zhengmai/ontology#Body")))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert list(graph.objects(None, ERROR))


def test_nothing_becomes_what_it_is_not(stated: Graph, inferred: Graph) -> None:
    """Beyond the classes that an export states, only the wider ones of its kind are inferred of a thing."""
    things = {s for s in stated.subjects(RDF.type) if str(s).startswith(DATA)}
    assert len(things) > 50
    for thing in things:
        new = set(inferred.objects(thing, RDF.type)) - set(stated.objects(thing, RDF.type))
        named = {shorten(str(o)) for o in new if isinstance(o, URIRef)}
        assert named <= EVERYTHING | INFERRED.get(str(thing).removeprefix(DATA).partition("/")[0], set()), thing
