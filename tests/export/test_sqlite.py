"""facts.sqlite: the same over runs, complete, and whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kg import Build
from kg.export.sqlite import write_sqlite

Content = Callable[[Path], bytes]


def ask(build: Build, query: str) -> list[tuple[object, ...]]:
    """The rows of a query."""
    with closing(sqlite3.connect(build.folder / "facts.sqlite")) as database:
        return database.execute(query).fetchall()


def test_equal_knowledge_gives_equal_dumps(seeds_build: Build, tmp_path: Path, content: Content) -> None:
    """Written again, the database has the same dump."""
    write_sqlite(seeds_build.knowledge, tmp_path / "facts.sqlite")
    assert content(tmp_path / "facts.sqlite") == content(seeds_build.folder / "facts.sqlite")


def test_the_database_is_whole(any_build: Build) -> None:
    """Its own check finds nothing wrong."""
    assert ask(any_build, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("table", ["source", "thing", "claim", "mention"])
def test_every_row_of_the_knowledge_is_there(any_build: Build, table: str) -> None:
    """The tables hold as much as the knowledge does."""
    expected = {
        "source": len(any_build.knowledge.sources),
        "thing": len(any_build.knowledge.things),
        "claim": len(any_build.knowledge.claims),
        "mention": len(any_build.knowledge.mentions),
    }
    assert ask(any_build, f"SELECT count(*) FROM {table}") == [(expected[table],)]  # noqa: S608 - a name of the list above


def test_targets_lie_inside_their_text(any_build: Build) -> None:
    """Every target and mention is a stretch of the text of its document."""
    outside = """
        SELECT claim.id FROM target JOIN claim ON claim.id = target.claim JOIN source ON source.id = claim.source
        JOIN text ON text.source = CASE part_of WHEN '' THEN source.id ELSE part_of END
        WHERE target.start < 0 OR target.start >= target."end" OR target."end" > length(text)
    """
    assert ask(any_build, outside) == []
    assert ask(any_build, "SELECT count(*) FROM target")[0][0] >= len(any_build.knowledge.claims)


def test_facts_name_claims_that_are_there(any_build: Build) -> None:
    """No fact rests on a claim that is missing."""
    assert ask(any_build, "SELECT claim FROM fact_claim WHERE claim NOT IN (SELECT id FROM claim)") == []
    assert ask(any_build, "SELECT id FROM claim WHERE source NOT IN (SELECT id FROM source)") == []
