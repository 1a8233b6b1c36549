"""What a row rests on."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import kg
from kg.query.basis import AT_MOST, explained
from kg.query.library import named

HOLDINGS = {
    "things": "SELECT ?p ?post { ?p org:holds ?post ; skos:prefLabel '周玉刚'@zh-Hans . ?post skos:prefLabel '德州市委书记'@zh-Hans }",
    "labels": "SELECT ?n ?t { ?p org:holds ?post ; skos:prefLabel ?n . ?post skos:prefLabel ?t VALUES (?n ?t) { ('周玉刚'@zh-Hans '德州市委书记'@zh-Hans) } }",  # noqa: E501
    "membership": "SELECT ?m { ?m org:member/skos:prefLabel '周玉刚'@zh-Hans ; zm:post/skos:prefLabel '德州市委书记'@zh-Hans }",
}


@pytest.mark.parametrize("text", HOLDINGS.values(), ids=HOLDINGS)
def test_a_holding_rests_on_the_claims_that_state_it(text: str, build: Path) -> None:
    """Person and post, by IRI or by label, or the membership alone, lead to the claims of org:holds and their words."""
    result, (grounds,) = explained(build, text)
    assert len(result.rows) == 1
    assert {ground.predicate for ground in grounds} == {"org:holds"}
    assert all(ground.words and ground.source for ground in grounds)


def test_a_thing_alone_rests_on_what_names_it(build: Path) -> None:
    """A row with one thing leads to the claims that say what it is."""
    _, (grounds, *_) = explained(build, "SELECT ?p { ?p a zm:Person } ORDER BY ?p LIMIT 1")
    assert {ground.predicate for ground in grounds} == {"rdf:type"}


def test_a_row_of_the_library_has_the_claims_of_its_cells(build: Path) -> None:
    """Every holder in a place has some."""
    result, rows = explained(build, named("holders-in-place").bind({"place": "德州市"}))
    assert len(rows) == len(result.rows)
    assert all(rows)


BEHIND = [
    ("SELECT (COUNT(*) AS ?n) { ?p a zm:Person }", ["rdf:type"]),
    ("SELECT ?k (COUNT(?b) AS ?n) { ?b org:classification ?k } GROUP BY ?k HAVING (COUNT(?b) > 0) ORDER BY DESC(?n)", ["rdf:type"]),
    (
        "SELECT ?v { ?f schema:value ?v ; schema:observationAbout ?p . ?p a zm:Place } LIMIT 1",
        ["schema:observationAbout"],
    ),
    ("SELECT DISTINCT ?n { ?b zm:jurisdiction ?p . ?p skos:prefLabel ?n } ORDER BY ?n LIMIT 1", ["zm:jurisdiction"]),
    ("SELECT (STRLEN('{') AS ?n) { }", []),
    ("SELECT ?n { BIND (1 AS ?n) } GROUP BY ?n VALUES ?n { 1 }", []),
]


@pytest.mark.parametrize(("text", "predicates"), BEHIND)
def test_a_row_rests_on_what_it_was_found_and_counted_by(text: str, predicates: list[str], build: Path) -> None:
    """Things that stand in no cell lead to their claims, too; a number that is made of nothing has none."""
    result, rows = explained(build, text)
    assert result.rows
    for grounds in rows:
        assert sorted({ground.predicate for ground in grounds}) == predicates
        assert len(grounds) == len(set(grounds)) <= AT_MOST + 1


FIRST = "岳阳市委组织部副部长韦启明介绍，今年以来全市各级各部门围绕中心工作，深入基层一线，开展了形式多样、成效明显的走访慰问和志愿服务。"
LONG = FIRST + "第二句。\n"
POST = "SELECT ?n ?t { ?p org:holds/skos:prefLabel ?t ; skos:prefLabel ?n }"


@pytest.fixture(scope="module")
def long_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of a sentence that is longer than what the export quotes beside the words."""
    folder = tmp_path_factory.mktemp("long")
    (folder / "a.txt").write_text(LONG, "utf-8")
    kg.build(folder / "a.txt", folder / "out", ("turtle", "sqlite"))
    return folder / "out"


def test_the_whole_sentence_is_given(long_build: Path) -> None:
    """With facts.sqlite the sentence is whole, and no more than one."""
    _, ((ground, *_),) = explained(long_build, POST)
    assert ground.before + ground.words + ground.after == FIRST


@pytest.mark.parametrize("damage", ["none", "rubbish", "other"])
def test_without_texts_the_quotation_of_the_export_is_given(damage: str, long_build: Path, tmp_path: Path) -> None:
    """Where facts.sqlite is missing, broken or that of another text, what the export quotes is shown."""
    shutil.copy(long_build / "graph.ttl", tmp_path)
    if damage == "rubbish":
        (tmp_path / "facts.sqlite").write_bytes(b"rubbish" * 1000)
    elif damage == "other":
        shutil.copy(long_build / "facts.sqlite", tmp_path)
        with closing(sqlite3.connect(tmp_path / "facts.sqlite")) as database, database:
            database.execute("UPDATE text SET text = 'x' || text")
    _, ((ground, *_),) = explained(tmp_path, POST)
    assert ground.words
    assert LONG.startswith(ground.before + ground.words + ground.after)
    assert "。" not in ground.after


def test_claims_beyond_those_that_are_listed_are_told(tmp_path: Path) -> None:
    """One more than is listed is looked for, and no more."""
    text = "岳阳市委组织部副部长韦启明介绍情况。\n" * 20
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(text + str(number), "utf-8")
    kg.build(tmp_path, tmp_path / "out", ("turtle",))
    _, (grounds,) = explained(tmp_path / "out", "SELECT ?x { ?x a zm:Place ; skos:prefLabel '岳阳市'@zh-Hans }")
    assert len(grounds) == AT_MOST + 1
    assert len({ground.claim for ground in grounds}) == len(grounds)
