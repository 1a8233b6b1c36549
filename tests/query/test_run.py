"""Asking a build: the store, refusals, errors with a caret, and the forms of answers."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import InputError, QueryError
from kg.query import FORMATS, query
from kg.vocab import PREFIXES

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
FIGURES = "SELECT ?v ?unit ?none { ?s schema:value ?v ; schema:unitText ?unit } ORDER BY ?v"


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/>",
        "clear all",
        "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * FROM <http://example.org/> { ?s ?p ?o }",
    ],
)
def test_what_leaves_or_changes_the_build_is_refused(text: str, build: Path) -> None:
    """Updates, SERVICE and FROM say that they are refused."""
    with pytest.raises(QueryError, match="is refused"):
        query(build, text)


@pytest.mark.parametrize(
    "text",
    [
        'ASK { ?service a "SERVICE <x>" }',
        "ASK { # FROM <x>\n ?from ?load 'INSERT' }",
        "ASK { ?s <http://x/SERVICE> ?o }",
    ],
)
def test_words_in_strings_comments_and_names_are_no_keywords(text: str, build: Path) -> None:
    """They are answered."""
    assert query(build, text).kind == "ask"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_prefix_is_declared(prefix: str, build: Path) -> None:
    """Each prefix of the contract may be used without a word about it, and declared anew."""
    assert not query(build, f"ASK {{ ?s ?p {prefix}:x }}").boolean
    assert query(build, f"PREFIX {prefix}: <a:> ASK {{ BIND ({prefix}:x AS ?x) FILTER (?x = <a:x>) }}").boolean


def test_answers_have_four_forms(build: Path) -> None:
    """CSV, TSV and JSON hold the same rows as the answer."""
    answer = query(build, FIGURES)
    assert list(csv.reader(io.StringIO(answer.write("csv")))) == [
        ["v", "unit", "none"],
        ["12.5", "%", ""],
        ["10000", "名", ""],
    ]
    head, first, _ = answer.write("tsv").splitlines()
    assert head == "?v\t?unit\t?none"
    assert first.split("\t") == ['"12.5"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"%"@zh-hans', ""]
    said = json.loads(answer.write("json"))
    assert said["head"]["vars"] == ["v", "unit", "none"]
    assert said["results"]["bindings"][1]["unit"] == {"type": "literal", "value": "名", "xml:lang": "zh-hans"}
    assert "10000" in answer.write("table")


def test_pyoxigraph_reads_our_json_and_tsv(build: Path) -> None:
    """Another reader of the two standard forms finds the same terms."""
    answer = query(build, "SELECT ?s ?l { ?s skos:altLabel ?l }")
    for form, name in ((ox.QueryResultsFormat.JSON, "json"), (ox.QueryResultsFormat.TSV, "tsv")):
        read = ox.parse_query_results(answer.write(name).encode(), format=form)
        assert [tuple(row) for row in read] == list(answer.rows)  # type: ignore[union-attr]


def test_a_table_shows_labels_and_no_markup(build: Path) -> None:
    """IRIs appear under their labels; text that looks like markup is text."""
    shown = query(build, "SELECT ?person { ?person a zm:Person }").write("table")
    assert "周玉刚" in shown
    assert "w3id" not in shown
    assert "[red]x" in query(build, 'SELECT ?x { BIND ("[red]x" AS ?x) }').write("table")


def test_ask_and_construct(build: Path) -> None:
    """ASK has a boolean, CONSTRUCT triples that parse."""
    assert query(build, "ASK { ?s a zm:Person }").boolean
    assert query(build, "ASK { ?s a <a:b> }").write("csv") == "false\r\n"
    made = query(build, "CONSTRUCT { ?s skos:prefLabel ?l } WHERE { ?s a zm:Person ; skos:prefLabel ?l }")
    assert len(list(ox.parse(made.write("nt").encode(), format=ox.RdfFormat.N_TRIPLES))) == len(made.rows) == 6


@pytest.mark.parametrize("condition", ["!" * 20_000 + "true", "IF(true, " * 2000 + "true" + ", 1)" * 2000], ids=["operators", "calls"])
def test_a_long_query_is_answered(condition: str, build: Path) -> None:
    """In a process of its own, as the engine ends the one that it runs in where its stack ends."""
    code = "import sys; from kg.query import query; print(query(sys.argv[1], sys.stdin.read()).boolean)"
    asked = f"ASK {{ FILTER ({condition}) }}"
    done = subprocess.run([sys.executable, "-c", code, build], input=asked, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "True\n")


def test_an_unknown_form_is_refused(build: Path) -> None:
    """The error lists the forms."""
    with pytest.raises(InputError, match=", ".join(FORMATS)):
        query(build, COUNT).write("xml")
