"""``facts.sqlite`` read back as the values that were written to it (:mod:`kg.export.sqlite`), as streams in the order of ids."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from kg.aligned import Span
from kg.errors import BuildFolderError
from kg.model import LITERAL_RELATIONS, Basis, Claim, Fact, Kind, Relation, Source, Thing

NAME: Final = "facts.sqlite"
Row = tuple[Any, ...]

_KINDS: Final = {str(kind): kind for kind in Kind}
_RELATIONS: Final = {str(relation): relation for relation in Relation}
_BASES: Final = {str(basis): basis for basis in Basis}

_DOCUMENT: Final = "coalesce(nullif(source.part_of, ''), source.id)"
_LITERAL: Final = ", ".join(f"'{relation}'" for relation in sorted(LITERAL_RELATIONS))
# Queries are put together of our own words alone (hence S608); what is asked for is bound.
_THING: Final = """SELECT id, kind, label, (SELECT json_group_array(json_array(number, alias)) FROM alias WHERE thing = id),
  (SELECT json_group_array(json_array(name, value)) FROM property WHERE thing = id) FROM thing"""
_FACTS: Final = f"""SELECT subject, relation, object, basis, confidence, status,
  (SELECT json_group_array(claim) FROM fact_claim WHERE fact = fact.id),
  (SELECT json_group_array(json_array(name, value)) FROM fact_date WHERE fact = fact.id)
  FROM fact LEFT JOIN thing ON thing.id = subject WHERE (?1 IS NULL OR kind = ?1)
  AND (NOT ?2 OR relation IN ({_LITERAL}) OR EXISTS (SELECT 1 FROM thing WHERE id = object)) ORDER BY subject, fact.id"""  # noqa: S608
_CLAIMS: Final = f"""SELECT coalesce({_DOCUMENT}, claim.source), claim.id, claim.source, subject, relation, object, basis, confidence,
  extractor, rule, (SELECT json_group_array(json_array(start, "end")) FROM target WHERE claim = claim.id),
  (SELECT json_group_array(json_array(name, value)) FROM qualifier WHERE claim = claim.id)
  FROM claim LEFT JOIN source ON source.id = claim.source WHERE (source.id IS NULL) = ? ORDER BY 1"""  # noqa: S608
_SOURCES: Final = f"""SELECT {_DOCUMENT}, id, sha256, text_sha256, name, title, date, publisher, author, url, part_of, start, "end"
  FROM source ORDER BY 1, start, id"""  # noqa: S608


@contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """The database of the build in ``folder``, read-only; :class:`~kg.errors.BuildFolderError` if there is none that can be read."""
    path = folder / NAME
    if not path.is_file():
        raise BuildFolderError(f"{folder}: holds no {NAME}; make it with: kg build INPUT -o {folder}")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            yield database
    except sqlite3.DatabaseError as error:
        raise BuildFolderError(f"{path}: cannot be read ({error}); build it again") from error


def sentence_bounds(database: sqlite3.Connection, document: str, start: int, end: int) -> tuple[int, int] | None:
    """The bounds of the sentences of ``document`` in which its ``text[start:end]`` stands, if any does; they hold all of it."""
    select = 'SELECT min(start), max("end") FROM sentence WHERE source = ? AND start < ? AND "end" > ?'
    low, high = database.execute(select, (document, end, start)).fetchone()
    return None if low is None else (min(low, start), max(high, end))


def stretch(database: sqlite3.Connection, document: str, start: int, end: int) -> str:
    """``text[start:end]`` of ``document``."""
    select = "SELECT substr(text, ?, ?) FROM text WHERE source = ?"
    (text,) = database.execute(select, (start + 1, end - start, document)).fetchone()
    return str(text)


class Groups:
    """Rows that are sorted by their first cell, given out group by group to who asks in the same order."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._groups = groupby(rows, itemgetter(0))
        self._next = next(self._groups, None)

    def take(self, key: object) -> list[Row]:
        """The rows whose first cell is ``key``; those before them are passed over."""
        while self._next is not None and self._next[0] < key:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != key:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def things(database: sqlite3.Connection, kind: Kind | None = None) -> Iterator[Thing]:
    """The things, or those of one kind, in the order of ids."""
    return map(_thing, database.execute(f"{_THING} WHERE ?1 IS NULL OR kind = ?1 ORDER BY id", (kind,)))


def thing(database: sqlite3.Connection, identifier: str) -> Thing | None:
    """The thing of that id, if there is one."""
    row = database.execute(f"{_THING} WHERE id = ?", (identifier,)).fetchone()
    return _thing(row) if row else None


def _thing(row: Row) -> Thing:
    identifier, kind, label, aliases, properties = row
    return Thing(identifier, _KINDS[kind], label, tuple(alias for _, alias in sorted(json.loads(aliases))), _pairs(properties))


def facts(database: sqlite3.Connection, kind: Kind | None = None, *, known: bool = False) -> Iterator[Fact]:
    """The facts, or those about things of one kind, by subject; the claims of each in the order of their ids.

    With ``known`` only those whose object is a date or a thing that is there.
    """
    for subject, relation, obj, basis, confidence, status, claims, dates in database.execute(_FACTS, (kind, known)):
        rests_on = tuple(sorted(json.loads(claims)))
        yield Fact(subject, _RELATIONS[relation], obj, _BASES[basis], confidence, rests_on, status, _pairs(dates))


def claims(database: sqlite3.Connection, *, loose: bool = False) -> Iterator[tuple[str, Claim]]:
    """The claims, each behind the id of its document, by document; ``loose``: those whose source is not known."""
    for document, identifier, source, subject, relation, obj, basis, confidence, extractor, rule, targets, qualifiers in database.execute(
        _CLAIMS, (loose,)
    ):
        spans = tuple(Span(*span) for span in sorted(json.loads(targets)))
        said = (identifier, source, subject, _RELATIONS[relation], obj, spans, _BASES[basis], confidence)
        yield document, Claim(*said, extractor, rule, _pairs(qualifiers))


def sources(database: sqlite3.Connection) -> Iterator[tuple[str, Source]]:
    """The documents and their articles, each behind the id of its document, in the order of the text."""
    for document, *cells in database.execute(_SOURCES):
        yield document, Source(*cells)


def _pairs(cell: str) -> tuple[tuple[str, str], ...]:
    """Names and values, sorted."""
    return tuple(sorted((name, value) for name, value in json.loads(cell))) if cell != "[]" else ()
