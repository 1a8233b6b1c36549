"""Documents full of what formats trip over: every form of export can be read, and says what the text says."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from rdflib import Dataset

import kg
from kg.query.conformance import validate
from kg.vocab import PREFIXES

KEPT = "\"引\" '号' \\反斜\\n \t制表 右\u200f左\u202e中\u2066 <script>alert(1)</script> &amp; ]]> 𠮷𪚥😀 @zh-Hans {{x}} %s \u2028\xad末"
LOST = "控\x00\x01\x08\x1b非\uffff\ufffe\U0001ffff\ufdd0孤\udfff\ud800末"
CLEAN = "控" + "\ufffd" * 4 + "非" + "\ufffd" * 4 + "孤" + "\ufffd" * 2 + "末"
SENTENCE = "岳阳市委书记王建国{}说，全市开展“四比四看”活动。\r\n"
RDF = ("ttl", "nt", "nq", "trig", "rdf", "jsonld")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> kg.Build:
    """A build, in every form, of a record with such a text and title and of a page with the same as character references."""
    folder = tmp_path_factory.mktemp("hostile")
    words = "".join(SENTENCE.format(text) for text in (KEPT, LOST))
    (folder / "a.jsonl").write_text(json.dumps({"text": words, "title": f"标题{KEPT}{LOST}", "date": "2012-03-04"}) + "\n", "utf-8")
    references = "".join(f"&#{ord(char)};" for char in SENTENCE.format(KEPT + LOST))
    (folder / "b\x01.html").write_text(f"<html><head><title>{references}</title></head><body><p>{references}</p></body></html>", "utf-8")
    return kg.build(folder, folder / "out", ["all"])


def quads(built: kg.Build, form: str) -> list[ox.Quad]:
    """What stands in the file of a form."""
    path = built.folder / f"graph.{form}"
    return list(ox.parse(path=str(path), format=ox.RdfFormat.from_extension(form)))


def values(built: kg.Build, form: str, name: str) -> set[str]:
    """The literals of a property, as a form holds them."""
    prefix, _, local = name.partition(":")
    return {quad.object.value for quad in quads(built, form) if quad.predicate.value == PREFIXES[prefix] + local}


@pytest.mark.parametrize("form", RDF)
def test_a_title_comes_through_or_is_cleaned(built: kg.Build, form: str) -> None:
    """What RDF can hold stands as it was written, blanks run together; what no reader takes is U+FFFD, one for one."""
    (title,) = [text for text in values(built, form, "dcterms:title") if text.startswith("标题")]
    assert title == " ".join(f"标题{KEPT}{CLEAN}".split())


@pytest.mark.parametrize("form", RDF)
def test_quotations_are_the_text(built: kg.Build, form: str) -> None:
    """Every quotation is the stretch of the raw text that its IRI names, in each form."""
    found = 0
    for quad in quads(built, form):
        if quad.predicate.value == PREFIXES["oa"] + "exact":
            source, _, span = quad.subject.value.removesuffix("/quote").partition("#char=")
            start, end = map(int, span.split(","))
            assert quad.object.value == built.knowledge.texts[source[source.index("source/") :]][start:end]
            found += 1
    assert found > 5


@pytest.mark.parametrize("form", RDF)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib calls what it has deprecated itself
def test_another_reader_finds_as_much(built: kg.Build, form: str) -> None:
    """Rdflib reads each form without complaint and counts the same."""
    dataset = Dataset()
    dataset.parse(
        data=(built.folder / f"graph.{form}").read_bytes(),
        format={"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nq": "nquads"}.get(form, form),
    )
    assert len(set(dataset.quads())) == len(set(quads(built, form)))


def test_no_label_is_damaged(tmp_path: Path) -> None:
    """A name with a character that no reader takes, and a title of marks alone: the labels keep the rules, the quotation has the damage."""
    pytest.importorskip("pyshacl")
    text = "岳阳市委书记王建国说，全市开展“一村\uffff一品”活动。"
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "title": "“\ufffd”"}) + "\n", "utf-8")
    build = kg.build(tmp_path / "a.jsonl", tmp_path / "out", ["turtle"])
    assert validate(build.folder) == []
    assert {"一村一品活动"} == {label for label in values(build, "ttl", "skos:prefLabel") if "品" in label}
    assert any("一村\ufffd一品" in quotation for quotation in values(build, "ttl", "oa:exact"))


def test_the_other_formats_can_be_read(built: kg.Build) -> None:
    """GraphML and GEXF are XML, the tables are CSV, the database is whole."""
    things = {thing.id for thing in built.knowledge.things.values() if thing.kind != "post"}
    assert things <= set(nx.read_graphml(built.folder / "graph.graphml"))
    assert things <= set(nx.read_gexf(built.folder / "graph.gexf"))
    with (built.folder / "nodes.csv").open(encoding="utf-8-sig", newline="") as file:
        assert things <= {row["id"] for row in csv.DictReader(file)}
    with closing(sqlite3.connect(built.folder / "facts.sqlite")) as database:
        assert dict(database.execute("SELECT source, text FROM text")) == built.knowledge.texts


def test_what_was_cleaned_stands_in_the_report(built: kg.Build) -> None:
    """The report says for each document how many characters were replaced, in its text and in its title."""
    report = json.loads((built.folder / "report.json").read_text("utf-8"))
    for source in built.knowledge.sources.values():
        (row,) = [row for row in report["sources"] if row["id"] == source.id]
        assert row["replaced"] == (built.knowledge.texts[source.id] + source.title).count("\ufffd") > CLEAN.count("\ufffd")
