# ruff: noqa: E501 -- rows of Chinese are as wide as they are
"""The Turtle export of a hand-made Knowledge."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

sys.path.insert(0, str(Path(__file__).parent))

import rdf_knowledge as made

from kg import analyse, resolve
from kg.aligned import Span
from kg.errors import InputError
from kg.export.rdf import membership_id, role_id, turtle_blocks, write_turtle
from kg.ids import DATA
from kg.model import Kind, Knowledge, Mention, Relation
from kg.vocab import PREFIXES, vocabulary

ZM, ORG, SCHEMA, SKOS, OA, DCTERMS, PROV, RDF, OWL, FOAF, XSD = (
    Namespace(PREFIXES[name]) for name in ("zm", "org", "schema", "skos", "oa", "dcterms", "prov", "rdf", "owl", "foaf", "xsd")
)
SCORER = Path(__file__).parents[3] / "shared" / "score" / "score.py"


def iri(thing: str, base: str = DATA) -> URIRef:
    """The IRI of an id."""
    return URIRef(base + thing)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    """The hand-made Knowledge."""
    return made.knowledge()


@pytest.fixture(scope="module")
def path(knowledge: Knowledge, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its export."""
    file = tmp_path_factory.mktemp("rdf") / "graph.ttl"
    write_turtle(knowledge, file)
    return file


@pytest.fixture(scope="module")
def graph(path: Path) -> Graph:
    """Its export as rdflib reads it."""
    return Graph().parse(path)


def test_two_parsers_read_the_same_triples(path: Path, graph: Graph) -> None:
    """Rdflib and pyoxigraph read the same graph."""
    triples = set(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    assert lines is not None
    other = Graph().parse(data=lines.decode("utf-8"), format="nt")
    assert len(triples) == len(graph) > 1000
    assert isomorphic(_lower_tags(other), _lower_tags(graph))


def _lower_tags(graph: Graph) -> Graph:
    """``graph`` with language tags in lower case: readers may change their case."""
    out = Graph()
    for s, p, o in graph:
        tagged = isinstance(o, Literal) and o.language
        out.add((s, p, Literal(str(o), lang=o.language.lower()) if tagged else o))
    return out


def test_the_same_knowledge_gives_the_same_bytes(knowledge: Knowledge, path: Path, tmp_path: Path) -> None:
    """A second export, and one of collections in another order, has the same bytes."""
    write_turtle(made.knowledge(), tmp_path / "again.ttl")
    assert (tmp_path / "again.ttl").read_bytes() == path.read_bytes()
    turned = replace(
        knowledge,
        things=dict(reversed(knowledge.things.items())),
        claims=dict(reversed(knowledge.claims.items())),
        mentions=knowledge.mentions[::-1],
    )
    assert b"".join(turtle_blocks(turned)) == path.read_bytes()


def test_no_two_statements_of_one_subject_are_apart(path: Path) -> None:
    """Each subject has one block, and no triple is written twice."""
    subjects = re.findall(r"^(<[^>]+>|[a-z-]+:[^ ]+) ", path.read_text("utf-8"), re.MULTILINE)
    assert len(subjects) == len(set(subjects))
    triples = list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))
    assert len(triples) == len(set(triples))


def test_iris_are_ascii_and_nothing_hostile_reaches_them(path: Path) -> None:
    """Every IRI is ASCII, and none holds text that could end it."""
    for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
        for term in triple:
            if isinstance(term, ox.NamedNode):
                assert term.value.isascii()
                assert not re.search(r'[\s<>"{}|\\^`]', term.value)


def test_no_file_name_and_no_script_address_is_exported(path: Path) -> None:
    """Names of files and addresses that are not http(s) stay out."""
    text = path.read_text("utf-8")
    assert "/home/x" not in text
    assert ".txt" not in text
    assert "javascript:" not in text


def test_the_other_base_moves_things_but_not_concepts(knowledge: Knowledge) -> None:
    """With a base of one's own things move, concepts stay."""
    graph = Graph().parse(data=b"".join(turtle_blocks(knowledge, "https://example.org/kg/")), format="turtle")
    zhou = iri(made.ZHOU.id, "https://example.org/kg/")
    assert (zhou, RDF.type, ZM.Person) in graph
    assert (zhou, ZM.personRole, iri("person-role/official")) in graph
    assert iri(role_id("书记")) in set(graph.objects(None, ORG.role))


@pytest.mark.parametrize("base", ["", "person/", "http://example.org", "https://example.org/a#", "https://例.cn/", "http://a/><b/"])
def test_a_bad_base_is_refused(knowledge: Knowledge, base: str) -> None:
    """A base that ids cannot hang on is an InputError."""
    with pytest.raises(InputError):
        list(turtle_blocks(knowledge, base))


@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        (Kind.PERSON, [ZM.Person, FOAF.Person]),
        (Kind.BODY, [ZM.Body, ORG.Organization]),
        (Kind.PLACE, [ZM.Place, SCHEMA.AdministrativeArea]),
        (Kind.PROGRAM, [ZM.Program]),
        (Kind.EVENT, [SCHEMA.Event]),
        (Kind.FIGURE, [SCHEMA.Observation]),
        (Kind.DOCUMENT, [ZM.OfficialDocument, SCHEMA.CreativeWork]),
        (Kind.POST, [ORG.Post]),
    ],
)
def test_every_class_is_stated(graph: Graph, kind: Kind, classes: list[URIRef]) -> None:
    """A thing carries its class and the super-classes of the contract."""
    for thing in made.THINGS:
        if thing.kind is kind:
            assert {(iri(thing.id), RDF.type, one) for one in classes} <= set(graph)


def test_officials_are_those_who_hold_a_post(graph: Graph) -> None:
    """An official without a post (only proposed) and a journalist are not zm:Official."""
    officials = set(graph.subjects(RDF.type, ZM.Official))
    assert officials == {iri(one.id) for one in (made.ZHOU, made.LI, made.ZHANG, made.SUN)}


def test_a_proposal_is_a_membership_without_a_holding(graph: Graph) -> None:
    """拟任: zm:proposedOn, and no org:holds."""
    wang, vice = iri(made.WANG.id), iri(made.VICE.id)
    spell = iri(membership_id(made.WANG.id, made.VICE.id))
    assert (wang, ORG.holds, vice) not in graph
    assert (spell, ZM.proposedOn, Literal("2010-04-09", datatype=XSD.date)) in graph
    claims = set(graph.subjects(RDF.subject, spell))
    assert any((claim, RDF.predicate, ZM.proposedOn) in graph for claim in claims)


def test_a_post_in_an_open_body_has_no_body(graph: Graph) -> None:
    """Where the source leaves the body open, post and membership name none."""
    post = iri(made.OPEN.id)
    spell = graph.value(None, ZM.post, post)
    assert graph.value(post, ORG.postIn) is None
    assert graph.value(spell, ORG.organization) is None
    assert graph.value(spell, ORG.role) == iri(role_id("副书记"))


def test_dates_are_as_precise_as_stated(graph: Graph) -> None:
    """Year, month, day, and month with day each have their type."""
    spell = iri(membership_id(made.ZHOU.id, made.SECRETARY.id))
    assert graph.value(spell, SCHEMA.startDate) == Literal("2009-01", datatype=XSD.gYearMonth)
    assert graph.value(spell, ZM.endedBy) == Literal("2012-02-27", datatype=XSD.date)
    assert graph.value(iri(made.VISIT.id), SCHEMA.startDate) == Literal("--02-27", datatype=XSD.gMonthDay)
    assert graph.value(iri(made.GROWTH.id), SCHEMA.observationDate) == Literal("2010", datatype=XSD.gYear)


def test_labels_have_no_quotation_marks_and_no_twin(graph: Graph) -> None:
    """Labels are clean; an alias that says the same is dropped; damaged ones are, too."""
    assert graph.value(iri(made.PROGRAM.id), SKOS.prefLabel) == Literal("双百活动", lang="zh-Hans")
    zhou = set(graph.objects(iri(made.ZHOU.id), SKOS.altLabel))
    assert zhou == {Literal("Zhōu Yùgāng", lang="zh-Latn-pinyin"), Literal('周玉剛"\\\n', lang="zh-Hans")}
    assert Literal("德州市委員會", lang="zh-Hant") in set(graph.objects(iri(made.PARTY.id), SKOS.altLabel))
    zhang = set(graph.objects(iri(made.ZHANG.id), SKOS.altLabel))
    assert zhang == {Literal("张\u200f伟\u202e", lang="zh-Hans"), Literal("Zhāng Wěi", lang="zh-Latn-pinyin")}


def test_every_quotation_is_the_text_at_its_position(graph: Graph, knowledge: Knowledge) -> None:
    """oa:exact equals text[start:end], prefix and suffix what stands beside it."""
    targets = list(graph.subjects(RDF.type, OA.SpecificResource))
    assert len(targets) > 30
    for target in targets:
        source = str(graph.value(target, OA.hasSource)).removeprefix(DATA)
        text = knowledge.texts[source]
        parts = {p: o for selector in graph.objects(target, OA.hasSelector) for p, o in graph.predicate_objects(selector)}
        start, end = int(parts[OA.start]), int(parts[OA.end])
        assert str(target) == f"{DATA}{source}#char={start},{end}"
        assert str(parts[OA.exact]) == text[start:end]
        assert str(parts[OA.prefix]) == text[max(0, start - 32) : start]
        assert str(parts[OA.suffix]) == text[end : end + 32]


def test_every_claim_is_exported_and_stands_in_the_graph(graph: Graph, knowledge: Knowledge) -> None:
    """What each claim says is a triple of the export, after merging."""
    claims = set(graph.subjects(RDF.type, ZM.Claim))
    assert claims == {iri(claim) for claim in knowledge.claims}
    for claim in claims:
        said = tuple(graph.value(claim, RDF[part]) for part in ("subject", "predicate", "object"))
        assert said in graph


def test_confidence_is_a_decimal(path: Path) -> None:
    """Confidence is written with a decimal point."""
    assert set(re.findall(r"zm:confidence (\S+) ;", path.read_text("utf-8"))) == {"0.94", "0.5"}


def test_a_derived_claim_rests_on_claims(graph: Graph) -> None:
    """A derived claim names its rule and claims, and has no target."""
    (claim,) = graph.subjects(ZM.basis, ZM.Derived)
    assert graph.value(claim, ZM.derivedBy) == Literal("concurrent")
    assert (graph.value(claim, PROV.wasDerivedFrom), RDF.type, ZM.Claim) in graph
    assert graph.value(claim, OA.hasTarget) is None


def test_merged_persons_remain_as_same_as_alone(graph: Graph) -> None:
    """The id of the merged person is subject of one triple and object of none."""
    other = iri(made.OTHER_ZHOU)
    assert list(graph.predicate_objects(other)) == [(OWL.sameAs, iri(made.ZHOU.id))]
    assert not list(graph.subjects(None, other))


def test_an_article_is_a_source_inside_a_source(graph: Graph) -> None:
    """An article has its document, place, title and mentions, but no hash; claims on it point at the document."""
    article, document = iri(made.ARTICLE), iri(made.DOC)
    assert graph.value(article, DCTERMS.isPartOf) == document
    assert graph.value(article, DCTERMS.identifier) is None
    assert (article, SCHEMA.mentions, iri(made.LI.id)) in graph
    assert (article, SCHEMA.mentions, iri(made.ZHANG.id)) not in graph
    assert (document, SCHEMA.mentions, iri(made.LI.id)) in graph
    claim = next(graph.subjects(PROV.wasDerivedFrom, article))
    assert graph.value(graph.value(claim, OA.hasTarget), OA.hasSource) == document


def test_an_undecided_place_leads_to_places_with_codes(graph: Graph) -> None:
    """Each candidate is a place of the table, with code and level, though no text names it."""
    candidates = set(graph.objects(iri(made.GULOU.id), ZM.candidate))
    codes = {str(graph.value(one, ZM.divisionCode)) for one in candidates}
    assert codes == {"320106", "320302"}
    assert not any(list(graph.subjects(SCHEMA.mentions, one)) for one in candidates)


def test_every_place_of_the_table_leads_up_to_its_province(graph: Graph) -> None:
    """What contains a place of the table is there, too, with its labels, whether or not a text names it."""
    for place in set(graph.objects(iri(made.GULOU.id), ZM.candidate)):
        chain = list(graph.transitive_objects(place, SCHEMA.containedInPlace))
        assert graph.value(chain[-1], ZM.level) == iri("level/province")
        for one in chain:
            labels = [*graph.objects(one, SKOS.prefLabel), *graph.objects(one, SKOS.altLabel)]
            assert [label.language for label in labels if isinstance(label, Literal)] == ["zh-Hans", "zh-Latn-pinyin"]


def test_every_scheme_of_a_concept_is_described(graph: Graph) -> None:
    """An export can be read by itself: the schemes of its concepts are labelled in both languages."""
    schemes = set(graph.objects(None, SKOS.inScheme))
    assert len(schemes) > 3
    for scheme in schemes:
        assert (scheme, RDF.type, SKOS.ConceptScheme) in graph
        assert {label.language for label in graph.objects(scheme, SKOS.prefLabel) if isinstance(label, Literal)} == {"zh-Hans", "en"}


def test_programs_of_one_name_are_linked(graph: Graph) -> None:
    """Programs of the same name in two places are skos:closeMatch, both ways."""
    one, other = iri(made.PROGRAM.id), iri(made.TWIN.id)
    assert (one, SKOS.closeMatch, other) in graph
    assert (other, SKOS.closeMatch, one) in graph


def test_acting_is_part_of_the_office(graph: Graph) -> None:
    """代市长 is an office of its own, with the broader one 市长; both carry labels."""
    acting, mayor = iri(role_id("代市长")), iri(role_id("市长"))
    assert (acting, SKOS.broader, mayor) in graph
    assert Literal("代市长", lang="zh-Hans") in set(graph.objects(acting, SKOS.prefLabel))
    assert (mayor, ZM.singleSeat, Literal("true", datatype=XSD.boolean)) in graph


def test_every_concept_in_use_is_labelled(graph: Graph) -> None:
    """Concepts that things point at carry type and Chinese label in the export itself."""
    used = {o for p in (ORG.role, ORG.classification, ZM.level, ZM.personRole) for o in graph.objects(None, p)}
    for concept in used:
        assert (concept, RDF.type, SKOS.Concept) in graph
        assert any(label.language == "zh-Hans" for label in graph.objects(concept, SKOS.prefLabel))
    assert graph.value(iri(made.PAPER.id), ORG.classification) == iri("kind/other")


def test_no_own_term_is_undefined(graph: Graph) -> None:
    """Every zm: term of the export is defined in the ontology."""
    used = {str(term).removeprefix(ZM) for triple in graph for term in triple if str(term).startswith(ZM)}
    assert used <= vocabulary().terms


def test_every_term_is_labelled(graph: Graph) -> None:
    """Every class and predicate of the export, own or not, has a label in both languages: pages and tables show them."""
    used = set(graph.predicates()) | set(graph.objects(None, RDF.type))
    labels = vocabulary().labels
    assert {str(term) for term in used if not all((str(term), tag) in labels for tag in ("zh-hans", "en"))} == set()


def test_a_rank_that_an_office_has_stands_in_the_export(knowledge: Knowledge) -> None:
    """A post whose title fixes its rank leads to the rank and its label."""
    head = made.HEAD._replace(properties=(("body", made.SCHOOL.id), ("role", "镇长")))
    graph = Graph().parse(data=b"".join(turtle_blocks(replace(knowledge, things=knowledge.things | {head.id: head}))), format="turtle")
    rank = graph.value(iri(role_id("镇长")), ZM.rank)
    assert graph.value(rank, SKOS.prefLabel).value in {"正科级", "Township and section"}


@pytest.mark.skipif(not SCORER.is_file(), reason="the scorer is not beside this checkout")
def test_the_scorer_reads_the_expected_rows(graph: Graph) -> None:
    """The queries of the scorer find each fact of the fixture."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    facts = score.facts_of(graph)
    assert {row["name"] for row in facts["persons"]} == {"周玉刚", "李明", "王𠮷", "张伟", "孙二", "赵一"}
    assert {(row["person"], row["org"], row["title"]) for row in facts["holdings"]} == {
        ("周玉刚", "德州市委", "书记"), ("周玉刚", "德州市委党校", "校长"), ("李明", "德州市政府", "市长"), ("李明", "德州市政府", "代市长"),
        ("张伟", "", "副书记"), ("孙二", "德州市政府", "市长"), ("孙二", "滨州市委组织部", "部长"),
    }  # fmt: skip
    assert {row["name"] for row in facts["places"]} == {"德州市", "滨州市", "黄河涯镇", "鼓楼区"}
    assert {row["name"] for row in facts["orgs"]} == {
        "德州市委",
        "德州市政府",
        "德州市委党校",
        "滨州市委组织部",
        "德州日报",
    }
    (program,) = [row for row in facts["programs"] if row["parent"]]
    assert (program["organizer"], program["place"], program["parent"]) == ({"德州市委"}, {"德州市"}, {"创先争优活动"})
    assert {(row["value"], row["unit"], row["measure"], row["about"]) for row in facts["observations"]} == {
        ("10000", "名", "选派干部", "德州市"), ("12.5", "%", "增长", "德州市"),
    }  # fmt: skip
    assert {(row["name"], row["date"]) for row in facts["events"]} == {
        ("双百活动启动仪式", "2010-04-09"),
        ("视察", "--02-27"),
    }
    assert {row["name"] for row in facts["documents"]} == {"关于“双百”活动的通知"}


def _without(knowledge: Knowledge, **changes: object) -> Knowledge:
    return replace(knowledge, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        lambda k: _without(k, facts=[]),
        lambda k: _without(k, texts={}),
        lambda k: _without(k, mentions=[]),
        lambda _: Knowledge(),
        lambda k: _without(k, mentions=[*k.mentions, Mention("source/none", "person/none", Span(0, 1), "x")]),
        lambda k: _without(k, facts=[*k.facts, k.facts[0]._replace(relation=Relation.PART_OF, object="body/none")]),
    ],
)
def test_what_dangles_never_breaks_the_file(knowledge: Knowledge, change: Callable[[Knowledge], Knowledge]) -> None:
    """Ids that lead nowhere, missing texts and an empty Knowledge still give Turtle."""
    text = b"".join(turtle_blocks(change(knowledge)))
    assert list(ox.parse(text, format=ox.RdfFormat.TURTLE))


def test_a_number_without_a_unit_has_an_empty_one() -> None:
    """A rate has no unit, and every figure says its unit: here that there is none."""
    text = b"".join(turtle_blocks(resolve([analyse("2011年，集团百万吨死亡率下降到0.05。".encode(), "rate.txt")]))).decode()
    assert 'schema:value 0.05 ;\n\tschema:unitText ""@zh-Hans' in text
