# ruff: noqa: E402, E501 -- pyshacl may be missing; one mutant a line is easier to read
"""The shapes: the export of the hand-made Knowledge conforms, and each rule is broken by some mutant."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest
from rdflib import Graph, Namespace

pyshacl = pytest.importorskip("pyshacl")
sys.path.insert(0, str(Path(__file__).parent))

import rdf_knowledge as made

from kg.export.rdf import turtle_blocks
from kg.vocab import PREFIXES, folder

SHAPE = Namespace("https://w3id.org/zhengmai/shapes#")
SH = Namespace("http://www.w3.org/ns/shacl#")
DATES = "not a date"


def replaced(kind: str, predicate: str, new: str, old: str = "?o") -> str:
    """An update that gives things of a class another object, or none."""
    insert = f"INSERT {{ ?s {predicate} {new} }}" if new else ""
    return f"DELETE {{ ?s {predicate} {old} }} {insert} WHERE {{ ?s a {kind} ; {predicate} {old} }}"


def added(kind: str, predicate: str, new: str) -> str:
    """An update that gives things of a class one more object."""
    return f"INSERT {{ ?s {predicate} {new} }} WHERE {{ ?s a {kind} }}"


def untyped(kind: str, lost: str) -> str:
    """An update after which things of a class are no longer stated to be of another one."""
    return f"DELETE {{ ?s a {lost} }} WHERE {{ ?s a {kind} , {lost} }}"


PERSON, BODY, PLACE, PROGRAM, EVENT, FIGURE = (
    "zm:Person",
    "zm:Body",
    "zm:Place",
    "zm:Program",
    "schema:Event",
    "schema:Observation",
)
NOTICE, SOURCE, CLAIM, POST, SPELL = (
    "zm:OfficialDocument",
    "zm:SourceDocument",
    "zm:Claim",
    "org:Post",
    "org:Membership",
)
UNTYPED = [
    ("Person", PERSON, "foaf:Person", "It is not stated to be foaf:Person."),
    ("Official", "zm:Official", PERSON, "It is not stated to be zm:Person."),
    ("Body", BODY, "org:Organization", "It is not stated to be org:Organization."),
    ("Role", "org:Role", "skos:Concept", "It is not stated to be skos:Concept."),
    ("Place", PLACE, "schema:AdministrativeArea", "It is not stated to be schema:AdministrativeArea."),
    ("CitedDocument", NOTICE, "schema:CreativeWork", "It is not stated to be schema:CreativeWork."),
    *(("Source", SOURCE, lost, "It is not stated to be both prov:Entity and schema:CreativeWork.") for lost in ("prov:Entity", "schema:CreativeWork")),
    *(("Claim", CLAIM, lost, "It is not stated to be rdf:Statement, oa:Annotation and prov:Entity.") for lost in ("rdf:Statement", "oa:Annotation", "prov:Entity")),
]  # fmt: skip
"""A shape, its class, a class that its things must be stated to be of as well (no reasoner is assumed), and the message without it."""
LINKS = (
    "zm:jurisdiction",
    "org:subOrganizationOf",
    "schema:organizer",
    "schema:location",
    "schema:attendee",
    "schema:observationAbout",
    "zm:program",
    "dcterms:isPartOf",
    "dcterms:publisher",
)
MUTANTS = [
    ("Label", "It has no label, or two in one language.", replaced(PERSON, "skos:prefLabel", "")),
    ("Label", "It has no label, or two in one language.", added(POST, "skos:prefLabel", '"另一个"@zh-Hans')),
    ("Label", "A label is also an alternative label.", "INSERT { ?s skos:altLabel ?l } WHERE { ?s a zm:Body ; skos:prefLabel ?l }"),
    ("Label", "It has no label in simplified Chinese, or one with quotation marks, spaces or damage.", replaced(PROGRAM, "skos:prefLabel", '"“双百”活动"@zh-Hans')),
    ("Label", "It has no label in simplified Chinese, or one with quotation marks, spaces or damage.", replaced(SOURCE, "skos:prefLabel", '"Title"@en')),
    ("Label", "An alternative label is damaged; damaged spellings stand in quotations alone.", added(BODY, "skos:altLabel", '"市\ufffd"@zh-Hans')),
    ("Name", "It has no romanisation, or two.", replaced(BODY, "skos:altLabel", "")),
    ("Name", "It has no romanisation, or two.", added(PERSON, "skos:altLabel", '"X"@zh-Latn-pinyin')),
    ("Person", "A person has exactly one role: official, journalist or other.", replaced(PERSON, "zm:personRole", "")),
    ("Person", "What a person holds is a post.", added(PERSON, "org:holds", "<a:b>")),
    *((shape, message, untyped(kind, lost)) for shape, kind, lost, message in UNTYPED),
    ("Official", "An official holds at least one post.", replaced("zm:Official", "org:holds", "")),
    ("Body", "A body has exactly one classification.", replaced(BODY, "org:classification", "")),
    ("Body", "A jurisdiction is a place.", added(BODY, "zm:jurisdiction", '"德州市"')),
    ("Body", "A body is part of a body.", added(BODY, "org:subOrganizationOf", "<a:b>")),
    ("Post", "A post has exactly one role.", replaced(POST, "org:role", "")),
    ("Post", "A post is in at most one body.", added(POST, "org:postIn", "<a:b>")),
    ("Post", "Single seat is true or false.", added(POST, "zm:singleSeat", '"yes"')),
    ("Role", "A broader office is an office.", added("org:Role", "skos:broader", "<a:b>")),
    ("Role", "An office has at most one rank of the scheme.", added("org:Role", "zm:rank", "<a:b>")),
    ("Membership", "A membership has one person.", replaced(SPELL, "org:member", "")),
    ("Membership", "A membership has one role.", replaced(SPELL, "org:role", "")),
    ("Membership", "A membership has one post.", replaced(SPELL, "zm:post", "")),
    ("Membership", "A status is current, former, then, acting or proposed.", replaced(SPELL, "zm:status", '"在任"')),
    *(("Membership", "Not a date.", added(SPELL, name, f'"{DATES}"')) for name in ("zm:attestedOn", "zm:endedBy", "zm:proposedOn", "schema:startDate", "schema:endDate")),
    ("Membership", "A holding's rank is one of the scheme.", added(SPELL, "zm:rank", "<a:b>")),
    ("Membership", "Role or body of the membership differ from those of its post.", replaced(SPELL, "org:organization", "")),
    ("Membership", "The person neither holds the post nor is proposed for it.", replaced(PERSON, "org:holds", "")),
    ("Place", "A place has one level.", replaced(PLACE, "zm:level", "")),
    ("Place", "A division code has 6, 9 or 12 digits.", added(PLACE, "zm:divisionCode", '"37140"')),
    ("Place", "What contains a place is a place.", added(PLACE, "schema:containedInPlace", "<a:b>")),
    ("Place", "A candidate is a place.", added(PLACE, "zm:candidate", "<a:b>")),
    ("Place", "A place is replaced by a place.", added(PLACE, "dcterms:isReplacedBy", "<a:b>")),
    ("Place", "Not one date.", added(PLACE, "zm:validFrom", '"1990"')),
    ("Place", "Not one date.", added(PLACE, "zm:validUntil", '"1990"')),
    ("Place", "A coded place does not name the table it comes from.", replaced(PLACE, "dcterms:source", "")),
    ("Place", "A coded place below the provinces lies in none.", replaced(PLACE, "schema:containedInPlace", "")),
    ("Place", "An undecided place has a code.", "INSERT { ?s zm:divisionCode '371400' } WHERE { ?s zm:candidate ?o }"),
    ("Program", "An organiser is a body or a place.", added(PROGRAM, "schema:organizer", "<a:b>")),
    ("Program", "A location is a place.", added(PROGRAM, "schema:location", "<a:b>")),
    ("Program", "A program is part of a program.", added(PROGRAM, "dcterms:isPartOf", "<a:b>")),
    ("Program", "Not a date.", added(PROGRAM, "schema:startDate", "2010")),
    ("Program", "Not a date.", added(PROGRAM, "schema:endDate", "2010")),
    ("Event", "Not a date.", added(EVENT, "schema:startDate", "2010")),
    ("Event", "A location is a place.", added(EVENT, "schema:location", "<a:b>")),
    ("Event", "Who attends is a person.", added(EVENT, "schema:attendee", "<a:b>")),
    ("Event", "An organiser is a body or a place.", added(EVENT, "schema:organizer", "<a:b>")),
    ("Figure", "A figure has one value, an integer or decimal.", replaced(FIGURE, "schema:value", "1.0e6")),
    ("Figure", "A figure has one unit.", replaced(FIGURE, "schema:unitText", "")),
    ("Figure", "A figure says what is counted.", replaced(FIGURE, "schema:variableMeasured", "")),
    ("Figure", "A figure is about a place, body or program.", replaced(FIGURE, "schema:observationAbout", "")),
    ("Figure", "Not a program.", added(FIGURE, "zm:program", "<a:b>")),
    ("Figure", "Not a date.", added(FIGURE, "schema:observationDate", "2010")),
    ("Figure", "A qualifier is more than, less than or about.", replaced(FIGURE, "zm:qualifier", '"余"')),
    ("CitedDocument", "A cited document has one title.", replaced(NOTICE, "dcterms:title", "")),
    ("CitedDocument", "A document number is one plain string.", added(NOTICE, "zm:documentNumber", "3")),
    ("CitedDocument", "A publisher is a body.", added(NOTICE, "dcterms:publisher", "<a:b>")),
    ("CitedDocument", "Not a date.", added(NOTICE, "dcterms:issued", "2010")),
    ("Source", "A source has the SHA-256 of its bytes and text; an article has its document, start and end instead.", replaced(SOURCE, "dcterms:identifier", "")),
    ("Source", "A source has the SHA-256 of its bytes and text; an article has its document, start and end instead.", replaced(SOURCE, "zm:start", "")),
    ("Source", "Not one date.", added(SOURCE, "dcterms:issued", "2010")),
    ("Source", "A publisher is a body.", added(SOURCE, "dcterms:publisher", "<a:b>")),
    ("Source", "The source is not a web address.", added(SOURCE, "dcterms:source", "<file:///tmp/x>")),
    ("Source", "What is mentioned is a person, body, place, program, event or cited document.", added(SOURCE, "schema:mentions", "<a:b>")),
    ("Merged", "A merged person has one that stands for it.", "INSERT { ?s owl:sameAs <a:b> } WHERE { ?s owl:sameAs ?o }"),
    ("Merged", "More is said of a merged person than what stands for it.", "INSERT { ?s skos:prefLabel '周'@zh-Hans } WHERE { ?s owl:sameAs ?o }"),
    ("Mentioned", "It is mentioned, but no claim says what it is.", replaced(CLAIM, "rdf:predicate", "", "rdf:type")),
    ("Claim", "A claim has one subject.", replaced(CLAIM, "rdf:subject", "")),
    ("Claim", "A claim has one predicate.", replaced(CLAIM, "rdf:predicate", "")),
    ("Claim", "A claim has one object.", replaced(CLAIM, "rdf:object", "")),
    ("Claim", "A claim has one basis.", replaced(CLAIM, "zm:basis", "")),
    ("Claim", "A claim has one confidence from 0.0 to 1.0.", replaced(CLAIM, "zm:confidence", "1.5")),
    ("Claim", "A claim has one extractor.", replaced(CLAIM, "zm:extractor", "")),
    ("Claim", "A claim rests on a source, or on claims.", replaced(CLAIM, "prov:wasDerivedFrom", "<a:b>")),
    ("Claim", "A stated claim has a target; a derived one has a rule and none.", replaced(CLAIM, "oa:hasTarget", "")),
    ("Claim", "A stated claim has a target; a derived one has a rule and none.", replaced(CLAIM, "zm:derivedBy", "")),
    ("Claim", "What the claim says does not stand in the export.", replaced(BODY, "zm:jurisdiction", "")),
    ("Claim", "The source of the claim does not mention its subject.", replaced(SOURCE, "schema:mentions", "")),
    ("Holding", "No claim says that the person holds the post.", replaced(CLAIM, "rdf:predicate", "", "org:holds")),
    ("Holding", "There is no membership for a post that the person holds.", replaced(SPELL, "zm:post", "")),
    *(("Fact", "No claim says what is stated of it.", replaced(CLAIM, "rdf:predicate", "", name)) for name in LINKS),
    ("Term", "No claim says when the term began or ended, or with what rank.", replaced(CLAIM, "rdf:predicate", "", "schema:startDate")),
    ("Term", "No claim says when the term began or ended, or with what rank.", added(SPELL, "zm:rank", "rank:bureau")),
    ("Target", "A target is in one source.", replaced("oa:SpecificResource", "oa:hasSource", "")),
    ("Target", "A target has a position and a quotation.", replaced("oa:SpecificResource", "oa:hasSelector", "")),
    ("Target", "The quotation is not as long as the stretch it stands for.", replaced("oa:TextQuoteSelector", "oa:exact", '"德"')),
    ("Position", "A position starts at 0 or later and before its end.", replaced("oa:TextPositionSelector", "oa:start", "99999")),
    ("Position", "A position has one end.", replaced("oa:TextPositionSelector", "oa:end", "")),
    ("Quote", "A quotation has from 1 to 120 characters.", replaced("oa:TextQuoteSelector", "oa:exact", f'"{"长" * 121}"')),
    ("Quote", "What stands before the quotation is missing.", replaced("oa:TextQuoteSelector", "oa:prefix", "")),
    ("Quote", "What stands behind the quotation is missing.", replaced("oa:TextQuoteSelector", "oa:suffix", "")),
]  # fmt: skip
"""A shape, the message of the rule in it that must be broken, and the change that breaks it."""


@cache
def shapes() -> Graph:
    """The committed shapes."""
    return Graph().parse(folder() / "shapes.ttl")


@cache
def export() -> str:
    """The export of the hand-made Knowledge."""
    return b"".join(turtle_blocks(made.knowledge())).decode()


def broken(graph: Graph, shape: str | None = None) -> set[str]:
    """The English messages of what is violated, of one shape or of all."""
    chosen = {"use_shapes": [str(SHAPE[shape])]} if shape else {}
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes(), **chosen)
    messages = {str(m) for m in report.objects(None, SH.resultMessage) if m.language in ("en", None)}
    return set() if conforms else messages


def test_the_export_conforms() -> None:
    """The export of sound knowledge breaks no rule."""
    assert broken(Graph().parse(data=export(), format="turtle")) == set()


@pytest.mark.parametrize(("shape", "message", "update"), MUTANTS)
def test_each_mutant_breaks_its_rule(shape: str, message: str, update: str) -> None:
    """The change is seen by the shape that is there for it."""
    graph = Graph().parse(data=export(), format="turtle")
    graph.update(update, initNs=dict(PREFIXES))
    assert message in broken(graph, shape)


def test_no_rule_is_without_a_mutant() -> None:
    """Every message of every shape stands in the list of mutants."""
    rules = set()
    for shape in (
        set(shapes().subjects(SH.targetClass)) | set(shapes().subjects(SH.targetObjectsOf)) | set(shapes().subjects(SH.targetSubjectsOf))
    ):
        owners = [shape, *shapes().objects(shape, SH.property), *shapes().objects(shape, SH.sparql)]
        rules |= {
            (str(shape).removeprefix(SHAPE), str(m)) for owner in owners for m in shapes().objects(owner, SH.message) if m.language == "en"
        }
    assert rules <= {(shape, message) for shape, message, _ in MUTANTS}
