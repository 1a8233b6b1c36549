"""The forms of RDF beside Turtle: the same triples, graphs that say who states what, and facts without evidence."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import DCAT, RDF, VOID, Graph, URIRef

sys.path.insert(0, str(Path(__file__).parent))

import rdf_knowledge as made

import kg
from kg.export import ALL, EXPORTERS, choose
from kg.export.rdf import turtle_blocks
from kg.export.rdf.dataset import write_dataset
from kg.export.rdf.jsonld import Compact, write_jsonld
from kg.export.rdf.quads import quads, write_rdf
from kg.ids import DATA
from kg.vocab import PREFIXES, folder

FORMS = ("nt", "nq", "trig", "rdf", "jsonld")
CLAIM = ox.NamedNode(PREFIXES["zm"] + "Claim")
TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
HOSTILE = ["\" ' \\ \n \r \t", "\x01\x0b\uffff\ud800", "\u202ea\u200f", "<script>&amp;]]></script>", "𠮷𪚥", "@zh-Hans", "zm:Person", "{}"]


def write(form: str, path: Path, *, evidence: bool = True) -> Path:
    """The export of the hand-made Knowledge in a form."""
    writer = write_jsonld if form == "jsonld" else write_rdf
    writer(made.knowledge(), path / f"graph.{form}", evidence=evidence)
    return path / f"graph.{form}"


def triples(path: Path) -> set[ox.Triple]:
    """The triples of a file, whatever graph they stand in."""
    return {quad.triple for quad in ox.parse(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:]))}


def of_turtle(*, evidence: bool = True) -> set[ox.Triple]:
    """The triples of the Turtle."""
    turtle = b"".join(turtle_blocks(made.knowledge(), evidence=evidence))
    return {quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}


@pytest.mark.parametrize("evidence", [True, False])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same(form: str, tmp_path: Path, *, evidence: bool) -> None:
    """The triples are those of the Turtle, with and without evidence, and a second file has the same bytes."""
    path = write(form, tmp_path, evidence=evidence)
    assert triples(path) == of_turtle(evidence=evidence)
    before = path.read_bytes()
    assert write(form, tmp_path, evidence=evidence).read_bytes() == before


def test_without_evidence_there_are_facts_and_no_claims() -> None:
    """What is left out is claims and what only they need; every fact is there."""
    full, facts = of_turtle(), of_turtle(evidence=False)
    assert facts < full
    assert not [triple for triple in facts if triple.object == CLAIM]
    left_out = {triple.subject for triple in full - facts}
    assert left_out == {t.subject for t in full if "/claim/" in str(t.subject) or "#char=" in str(t.subject)}


def test_a_named_graph_holds_what_its_document_states() -> None:
    """Claims stand in the graph of their document, with the statement that each makes; facts also in the default graph."""
    found = list(quads(made.knowledge(), named=True))
    claims = {quad.subject: quad.graph_name for quad in found if (quad.predicate, quad.object) == (TYPE, CLAIM)}
    knowledge = made.knowledge()
    assert len(claims) == len(knowledge.claims)
    for claim in knowledge.claims.values():
        source = knowledge.sources.get(claim.source)
        document = (source.part_of or source.id) if source else ""
        graph = ox.NamedNode(DATA + document) if document else ox.DefaultGraph()
        assert claims[ox.NamedNode(DATA + claim.id)] == graph
    plain = {quad.triple for quad in found if isinstance(quad.graph_name, ox.DefaultGraph)}
    assert of_turtle(evidence=False) <= plain
    said = {(str(q.subject), str(q.object), q.graph_name) for q in found if q.predicate.value.endswith("#holds")}
    assert any(isinstance(graph, ox.NamedNode) for *_, graph in said)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_breaks_no_form(form: str, text: str, tmp_path: Path) -> None:
    """A label and a title of such text are read back as they stand in the Turtle."""
    from dataclasses import replace  # noqa: PLC0415

    knowledge = made.knowledge()
    knowledge.things[made.ZHOU.id] = made.ZHOU._replace(label=text, aliases=(text + "x",))
    knowledge.sources[made.DOC] = replace(knowledge.sources[made.DOC], title=text)
    path = tmp_path / f"graph.{form}"
    (write_jsonld if form == "jsonld" else write_rdf)(knowledge, path)
    turtle = b"".join(turtle_blocks(knowledge))
    assert triples(path) == {quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}


def test_jsonld_is_in_the_terms_of_the_context(tmp_path: Path) -> None:
    """Labels are maps by language, links are ids below the base, numbers are numbers; each thing is one line."""
    lines = write("jsonld", tmp_path).read_text("utf-8").splitlines()
    nodes = {node["id"]: node for node in json.loads("\n".join(lines))["@graph"]}
    zhou = nodes[made.ZHOU.id]
    assert zhou["label"] == {"zh-Hans": "周玉刚"}
    assert zhou["personRole"] == "person-role/official"
    assert "zm:Official" in zhou["type"]
    assert made.SECRETARY.id in zhou["holds"]
    assert sum(f'"id":"{made.ZHOU.id}"' in line for line in lines) == 1
    assert {key for node in nodes.values() for key in node if ":" in key} == set()


def test_the_context_keeps_what_it_cannot_shorten() -> None:
    """A literal in a language or of a type that the term does not have keeps both; an IRI with a colon behind the base stays whole."""
    compact = Compact(json.loads((folder() / "context.jsonld").read_text("utf-8"))["@context"], DATA)
    subject = ox.NamedNode(DATA + "x")
    title = ox.Quad(subject, ox.NamedNode(PREFIXES["dcterms"] + "title"), ox.Literal("Title", language="en"))
    padded = ox.Literal("007", datatype=ox.NamedNode(PREFIXES["xsd"] + "integer"))
    value = ox.Quad(subject, ox.NamedNode(PREFIXES["schema"] + "value"), padded)
    (node,) = compact.nodes([title, value])
    assert node["dcterms:title"] == {"@value": "Title", "@language": "en"}
    assert node["value"] == {"@value": "007", "@type": "xsd:integer"}
    assert compact.iri(DATA + "a:b") == DATA + "a:b"


def test_all_means_every_format_and_nothing_the_default_ones() -> None:
    """The command line's choices."""
    assert choose([ALL, "turtle"]) == EXPORTERS
    assert [exporter.name for exporter in choose(())] == ["turtle", "html", "graphml", "csv", "sqlite", "report"]
    assert [exporter.name for exporter in choose(["jsonld"])] == ["jsonld"]
    with pytest.raises(KeyError):
        choose([ALL, "nothing"])


def test_a_build_writes_every_format_and_removes_what_it_does_not_make_anew(tmp_path: Path) -> None:
    """``all`` writes each file; a later default build leaves none of an earlier export behind."""
    (tmp_path / "a.txt").write_text("岳阳市委书记王建国指出，全市开展“四比四看”活动。", "utf-8")
    built = kg.build(tmp_path / "a.txt", tmp_path / "out", [ALL], evidence=False)
    assert {path.name for path in built.files} == {name for exporter in EXPORTERS for name in exporter.files}
    assert b"zm:Claim" not in (tmp_path / "out" / "graph.ttl").read_bytes()
    kg.build(tmp_path / "a.txt", tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {name for exporter in choose(()) for name in exporter.files}


def test_the_description_counts_what_the_export_holds(tmp_path: Path) -> None:
    """Triples, things of a class and files are those that are there; nothing is said of files that are not."""
    write("nt", tmp_path)
    write_dataset(made.knowledge(), tmp_path / "dataset.ttl")
    said = Graph().parse(data=(tmp_path / "dataset.ttl").read_bytes(), format="turtle", publicID="http://example.org/")
    everything = of_turtle()
    (dataset,) = said.subjects(RDF.type, DCAT.Dataset)
    assert int(said.value(dataset, VOID.triples)) == len(everything)
    (persons,) = said.subjects(VOID["class"], URIRef(PREFIXES["zm"] + "Person"))
    assert int(said.value(persons, VOID.entities)) == sum(
        (t.predicate, t.object) == (TYPE, ox.NamedNode(PREFIXES["zm"] + "Person")) for t in everything
    )
    used = {term.value for triple in everything for term in (triple.predicate, triple.object) if isinstance(term, ox.NamedNode)}
    spaces = {str(space) for space in said.objects(dataset, VOID.vocabulary)}
    assert {PREFIXES["foaf"], PREFIXES["zm"]} <= spaces
    assert all(any(term.startswith(space) for term in used) for space in spaces)
    assert sum(int(said.value(part, VOID.triples)) for part in said.objects(dataset, VOID.propertyPartition)) == len(everything)
    assert [str(dump).rpartition("/")[2] for dump in said.objects(dataset, VOID.dataDump)] == ["graph.nt"]
