"""The files of the ontology: documented, without dangling terms, generated parts up to date."""

from __future__ import annotations

import importlib.util
import json
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.vocab import CONCEPTS, EXPORTED, PREFIXES, ZM, expand, folder, vocabulary

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
        found for triple in read(name) for term in triple if isinstance(term, Literal) for found in re.findall(r"\bzm:(\w+)", str(term))
    }
    assert used - {""} <= vocabulary().terms


def test_no_domain_or_range_is_stated_for_terms_of_others() -> None:
    """Domains and ranges stand on own terms alone."""
    for predicate in (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf):
        assert all(str(subject).startswith(ZM) for subject in read("zhengmai.ttl").subjects(predicate))


UNDECLARED = {PREFIXES[name] for name in ("rdf", "rdfs", "owl", "xsd")}
DECLARED = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}


def test_terms_of_others_are_declared_as_what_they_are() -> None:
    """Of each class or property of others the file says which it is: undeclared classes in a union are read as datatypes by some tools."""
    graph = read("zhengmai.ttl")
    axioms = (RDFS.domain, RDFS.range, RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentProperty, RDF.first)
    used = {o for axiom in axioms for o in graph.objects(None, axiom)} | set(graph.subjects(RDFS.label))
    foreign = {term for term in used if isinstance(term, URIRef) and not str(term).startswith((ZM, *UNDECLARED))}
    assert len(foreign) > 60
    for term in foreign - {URIRef(ZM.rstrip("#"))}:
        assert len(set(graph.objects(term, RDF.type)) & DECLARED) == 1, term


ALIGNED = ("org", "foaf", "schema", "skos", "prov", "oa")
NAMESPACES = {
    "time": "http://www.w3.org/2006/time#",
    "wd": "http://www.wikidata.org/entity/",
    "opengov": "http://www.w3.org/ns/opengov#",
}
AXIOMS = (RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentProperty)
MAPPINGS = (SKOS.exactMatch, SKOS.closeMatch, SKOS.relatedMatch)


@pytest.mark.parametrize("name", ALIGNED)
def test_own_terms_stand_below_those_of_others(name: str) -> None:
    """Axioms lead from own terms to each vocabulary that the exports share with others."""
    graph = read("zhengmai.ttl")
    found = [o for p in AXIOMS for s, o in graph.subject_objects(p) if str(s).startswith(ZM) and str(o).startswith(PREFIXES[name])]
    assert found


@pytest.mark.parametrize(
    ("term", "space", "local"),
    [
        ("org:holds", "wd", "P39"),
        ("schema:startDate", "wd", "P580"),
        ("schema:endDate", "wd", "P582"),
        ("schema:containedInPlace", "wd", "P131"),
        ("zm:divisionCode", "wd", "P442"),
        ("zm:validFrom", "time", "hasBeginning"),
        ("zm:validUntil", "time", "hasEnd"),
        ("zm:attestedOn", "time", "inside"),
        ("zm:post", "opengov", "post"),
        ("zm:postOf", "opengov", "heldThrough"),
    ],
)
def test_terms_are_mapped(term: str, space: str, local: str) -> None:
    """To Wikidata, OWL-Time and Popolo."""
    graph = read("zhengmai.ttl")
    predicates = set(graph.predicates(URIRef(expand(term)), URIRef(NAMESPACES[space] + local)))
    assert predicates & {*AXIOMS, *MAPPINGS}


def test_what_links_things_has_an_inverse() -> None:
    """Every own object property that does not lead to a concept or a basis can be read from the other end."""
    graph = read("zhengmai.ttl")
    for term in set(own(graph)) & set(graph.subjects(RDF.type, OWL.ObjectProperty)):
        ends = set(graph.objects(term, RDFS.range)) - set(graph.objects(term, RDFS.domain))
        if not ends & {SKOS.Concept, URIRef(ZM + "Basis")}:
            assert graph.value(term, OWL.inverseOf) is not None, term


def test_inverses_go_both_ways() -> None:
    """Where a property has an inverse, that has it as its own; domains and ranges are swapped."""
    graph = read("zhengmai.ttl")
    for one, other in graph.subject_objects(OWL.inverseOf):
        assert (other, OWL.inverseOf, one) in graph
        assert set(graph.objects(one, RDFS.domain)) == set(graph.objects(other, RDFS.range))


def test_every_class_is_reachable() -> None:
    """Each own class is exported, or is the domain or range of a property that is."""
    graph = read("zhengmai.ttl")
    found = {s for kind in (OWL.Class, RDFS.Datatype) for s in graph.subjects(RDF.type, kind)}
    classes = {str(s).removeprefix(ZM) for s in found if isinstance(s, URIRef) and str(s).startswith(ZM)}
    ends = {str(o).removeprefix(ZM) for p in (RDFS.domain, RDFS.range, RDF.first) for o in graph.objects(None, p)}
    assert classes <= EXPORTED | ends


def test_every_rank_but_the_last_outranks_the_next() -> None:
    """The scheme of ranks is one ladder, in the order in which it is shown."""
    graph, ladder = read("schemes.ttl"), [URIRef(expand(f"rank:{name}")) for name in vocabulary().concepts["rank"]]
    assert len(ladder) > 10
    assert set(graph.subject_objects(URIRef(ZM + "outranks"))) == set(pairwise(ladder))


def test_ranks_of_offices_are_of_the_scheme() -> None:
    """Each rank that an office has is a concept that the scheme defines."""
    ranks = set(read("offices.ttl").objects(None, URIRef(ZM + "rank")))
    assert ranks
    assert all((rank, RDF.type, SKOS.Concept) in read("schemes.ttl") for rank in ranks)


@pytest.mark.parametrize("name", ["schemes.ttl", "offices.ttl"])
def test_every_concept_is_labelled_and_in_a_scheme(name: str) -> None:
    """Each concept has one label in each language, and a scheme that is described, too."""
    graph = read(name)
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        assert str(concept).startswith(CONCEPTS)
        labels = [label.language for label in graph.objects(concept, SKOS.prefLabel) if isinstance(label, Literal)]
        assert sorted(labels) == ["en", "zh-Hans"]
        (scheme,) = graph.objects(concept, SKOS.inScheme)
        assert (scheme, RDF.type, SKOS.ConceptScheme) in read("schemes.ttl")
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


def test_the_page_names_every_term_and_no_other() -> None:
    """docs/ontology.md speaks of each own term that is defined, and of none that is not; its prefixes are declared."""
    page = (Path(__file__).parents[1] / "docs" / "ontology.md").read_text("utf-8")
    named = set(re.findall(r"\bzm:(\w+)", page))
    assert named <= vocabulary().terms
    assert vocabulary().terms - named - {"Basis"} == set()
    assert set(re.findall(r"\b(\w+):[a-zA-Z]\w+", page)) <= set(PREFIXES) | set(NAMESPACES)


def test_files_name_no_path_of_a_machine() -> None:
    """No file of the ontology holds a path of the machine that it was made on."""
    for file in Path(folder()).rglob("*.*"):
        if file.suffix in (".ttl", ".rq", ".jsonld", ".py"):
            assert not re.search(r"/(?:home|work|tmp|root)/", file.read_text("utf-8"))
