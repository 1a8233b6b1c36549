"""The files of the ontology: documented, without dangling terms, generated parts up to date."""

from __future__ import annotations

import importlib.util
import json
import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.vocab import CONCEPTS, EXPORTED, PREFIXES, ZM, folder, vocabulary

FILES = ("zhengmai.ttl", "schemes.ttl", "offices.ttl", "shapes.ttl")
LANGUAGES = {"zh-Hans", "en"}


@cache
def read(name: str) -> Graph:
    """One file."""
    return Graph().parse(folder() / name)


def own(graph: Graph) -> list[URIRef]:
    """The own terms that ``graph`` defines."""
    return sorted({s for s in graph.subjects(RDF.type) if isinstance(s, URIRef) and str(s).startswith(ZM)})


@pytest.mark.parametrize("term", own(read("zhengmai.ttl")))
def test_every_term_is_documented_in_both_languages(term: URIRef) -> None:
    """Each own term has one label and one comment in each language."""
    for predicate in (RDFS.label, RDFS.comment):
        said = list(read("zhengmai.ttl").objects(term, predicate))
        assert {text.language for text in said if isinstance(text, Literal)} == LANGUAGES
        assert len(said) == 2
        assert all(str(text).strip() for text in said)


@pytest.mark.parametrize("name", FILES)
def test_no_own_term_dangles(name: str) -> None:
    """Every zm: term that a file uses is defined, whole or inside a query of a shape."""
    used = {str(term).removeprefix(ZM) for triple in read(name) for term in triple if str(term).startswith(ZM)}
    used |= {
        found
        for triple in read(name)
        for term in triple
        if isinstance(term, Literal)
        for found in re.findall(r"\bzm:(\w+)", str(term))
    }
    assert used - {""} <= vocabulary().terms


def test_no_domain_or_range_is_stated_for_terms_of_others() -> None:
    """Domains and ranges stand on own terms alone."""
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf):
        assert all(str(subject).startswith(ZM) for subject in read("zhengmai.ttl").subjects(predicate))


def test_inverses_go_both_ways() -> None:
    """Where a property has an inverse, that has it as its own; domains and ranges are swapped."""
    graph = read("zhengmai.ttl")
    for one, other in graph.subject_objects(OWL.inverseOf):
        assert (other, OWL.inverseOf, one) in graph
        assert set(graph.objects(one, RDFS.domain)) == set(graph.objects(other, RDFS.range))


def test_every_class_is_reachable() -> None:
    """Each own class is exported, or is the domain or range of a property that is."""
    graph = read("zhengmai.ttl")
    classes = {str(s).removeprefix(ZM) for s in graph.subjects(RDF.type, OWL.Class) if isinstance(s, URIRef)}
    ends = {str(o).removeprefix(ZM) for p in (RDFS.domain, RDFS.range) for o in graph.objects(None, p)}
    assert classes <= EXPORTED | ends


@pytest.mark.parametrize("name", ["schemes.ttl", "offices.ttl"])
def test_every_concept_is_labelled_and_in_a_scheme(name: str) -> None:
    """Each concept has one label in each language, and a scheme that is described, too."""
    graph = read(name)
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert str(concept).startswith(CONCEPTS)
        labels = [label.language for label in graph.objects(concept, SKOS.prefLabel) if isinstance(label, Literal)]
        assert sorted(labels) == ["en", "zh-Hans"]
        (scheme,) = graph.objects(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
        assert all((wider, RDF.type, SKOS.Concept) in graph for wider in graph.objects(concept, SKOS.broader))


def test_offices_are_those_of_the_table() -> None:
    """The committed scheme of offices is what the script makes of the table."""
    path = folder() / "generate_offices.py"
    spec = importlib.util.spec_from_file_location("generate_offices", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (folder() / "offices.ttl").read_text("utf-8") == module.offices_ttl()


def test_the_context_has_our_prefixes_and_no_unknown_term() -> None:
    """Prefixes of the JSON-LD context are those of exports; each term leads to a defined or foreign one."""
    context = json.loads((folder() / "context.jsonld").read_text("utf-8"))["@context"]
    spaces = {name: iri for name, iri in context.items() if isinstance(iri, str) and iri.startswith("http")}
    assert spaces.items() <= PREFIXES.items()
    for name, meaning in context.items():
        target = meaning["@id"] if isinstance(meaning, dict) else meaning
        if name not in spaces and isinstance(target, str) and not target.startswith("@"):
            prefix, _, local = target.partition(":")
            assert prefix in spaces
            assert prefix != "zm" or local in vocabulary().terms


def test_files_name_no_path_of_a_machine() -> None:
    """No file of the ontology holds a path of the machine that it was made on."""
    for file in Path(folder()).rglob("*.*"):
        if file.suffix in (".ttl", ".rq", ".jsonld", ".py"):
            assert not re.search(r"/(?:home|work|tmp|root)/", file.read_text("utf-8"))
