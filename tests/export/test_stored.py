"""A build out of its ``facts.sqlite``: the same records, the same knowledge, the same files."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import rdf_knowledge as made

import kg
from kg.errors import BuildFolderError, InputError
from kg.export import ALL, EXPORTERS
from kg.export.database import Groups, opened
from kg.export.knowledge import read_knowledge
from kg.export.publish import export_again
from kg.export.rdf import turtle_blocks
from kg.export.rdf.quads import quads
from kg.export.rdf.stored import Stored
from kg.export.sqlite import write_sqlite
from kg.model import Knowledge

Content = Callable[[Path], bytes]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Knowledge, Path]:
    """The hand-made Knowledge, without what a database cannot hold, and the folder of its database."""
    knowledge, folder = made.knowledge(), tmp_path_factory.mktemp("small")
    knowledge.things[made.ZHANG.id] = made.ZHANG._replace(aliases=made.ZHANG.aliases[:1])
    write_sqlite(knowledge, folder / "facts.sqlite")
    return knowledge, folder


@pytest.mark.parametrize("evidence", [True, False])
def test_the_records_of_a_database_give_the_same_turtle(small: tuple[Knowledge, Path], *, evidence: bool) -> None:
    """Byte for byte, whatever the contract speaks of: merged people, derived claims, articles, undecided places, namesakes."""
    knowledge, folder = small
    with opened(folder) as database:
        stored = b"".join(turtle_blocks(Stored(database), evidence=evidence))
    assert stored == b"".join(turtle_blocks(knowledge, evidence=evidence))


def test_the_records_of_a_database_give_the_same_graphs(small: tuple[Knowledge, Path]) -> None:
    """Quads, with the graph of each document, are the same in the same order."""
    knowledge, folder = small
    with opened(folder) as database:
        assert list(quads(Stored(database), named=True)) == list(quads(knowledge, named=True))


def test_what_dangles_is_passed_over_alike(small: tuple[Knowledge, Path], tmp_path: Path) -> None:
    """Facts about and to things that are not there, claims without a known source and unknown mentions give the same Turtle."""
    knowledge, _ = small
    gone = {made.DEZHOU.id, made.SECRETARY.id, made.LI.id}
    torn = replace(
        knowledge,
        things={key: thing for key, thing in knowledge.things.items() if key not in gone},
        sources={key: source for key, source in knowledge.sources.items() if key != made.DOC2},
    )
    write_sqlite(torn, tmp_path / "facts.sqlite")
    with opened(tmp_path) as database:
        assert b"".join(turtle_blocks(Stored(database))) == b"".join(turtle_blocks(torn))


def test_texts_are_read_when_their_turn_comes(seeds_build: kg.Build) -> None:
    """Who stops behind the second document has had no more than the text of one more read: documents are held one by one."""
    asked: list[str] = []
    with opened(seeds_build.folder) as database:
        records = Stored(database)
        database.set_trace_callback(asked.append)
        first, second = (document for document, _ in zip(records.documents(evidence=True), range(2), strict=False))
    assert first.text != second.text
    assert len([query for query in asked if "FROM text" in query]) <= 3


def test_a_build_is_read_back_as_it_was(any_build: kg.Build) -> None:
    """Sources, things, claims, facts, mentions, texts, sentences, merged people and problems, each in its order."""
    with opened(any_build.folder) as database:
        read = read_knowledge(database)
    for name in Knowledge.__slots__:
        was, now = getattr(any_build.knowledge, name), getattr(read, name)
        assert list(now.items() if isinstance(now, dict) else now) == list(was.items() if isinstance(was, dict) else was), name


def test_every_format_written_again_has_the_same_bytes(seeds: Path, tmp_path: Path, content: Content) -> None:
    """What ``kg export`` writes of a build is what the build would have written; what it is not asked for stays."""
    first = next(seeds.glob("*.txt"))
    whole = kg.build(first, tmp_path / "whole", [ALL])
    kg.build(first, tmp_path / "again", ["sqlite"])
    (tmp_path / "again" / "mine.txt").write_text("x", "utf-8")
    files = export_again(tmp_path / "again", [ALL])
    assert {path.name for path in files} | {"facts.sqlite"} == {name for exporter in EXPORTERS for name in exporter.files}
    for path in whole.files:
        assert content(tmp_path / "again" / path.name) == content(path), path.name
    export_again(tmp_path / "again", ["turtle"], evidence=False)
    assert b"zm:Claim" not in (tmp_path / "again" / "graph.ttl").read_bytes()
    assert {path.name for path in (tmp_path / "again").iterdir()} == {"mine.txt", *(path.name for path in whole.files)}


@pytest.mark.parametrize(("formats", "message"), [([], "name what to write"), (["x"], "there is no format x")])
def test_nothing_is_written_without_a_known_format(formats: list[str], message: str, small: tuple[Knowledge, Path]) -> None:
    """The error says what there is."""
    with pytest.raises(InputError, match=message):
        export_again(small[1], formats)


def test_a_folder_without_a_database_is_refused(tmp_path: Path) -> None:
    """So is one whose database is none, or of another version."""
    with pytest.raises(BuildFolderError, match=r"facts\.sqlite"):
        export_again(tmp_path, ["turtle"])
    (tmp_path / "facts.sqlite").write_text("no database", "utf-8")
    with pytest.raises(BuildFolderError, match="build it again"):
        export_again(tmp_path, ["turtle"])
    (tmp_path / "facts.sqlite").unlink()
    sqlite3.connect(tmp_path / "facts.sqlite").executescript("CREATE TABLE thing (id)").connection.close()
    with pytest.raises(BuildFolderError, match="build it again"):
        export_again(tmp_path, ["turtle"])
    assert [path.name for path in tmp_path.iterdir()] == ["facts.sqlite"]


def test_groups_are_taken_in_order() -> None:
    """A group that is asked for is given once; one that is not there is empty; those before it are passed over."""
    groups = Groups([("a", 1), ("a", 2), ("c", 3), ("d", 4)])
    assert groups.take("a") == [("a", 1), ("a", 2)]
    assert groups.take("b") == []
    assert groups.take("d") == [("d", 4)]
    assert groups.take("e") == groups.take("d") == []
