"""facts.sqlite: everything that a build knows, in tables; what ``kg explain`` reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import Final

from kg.model import Basis, Claim, Kind, Knowledge, Relation

_SCHEMA: Final = """
CREATE TABLE source (id TEXT PRIMARY KEY, sha256 TEXT, text_sha256 TEXT, name TEXT, title TEXT, date TEXT,
  publisher TEXT, author TEXT, url TEXT, part_of TEXT, start INTEGER, "end" INTEGER);
CREATE TABLE text (source TEXT PRIMARY KEY, text TEXT);
CREATE TABLE sentence (source TEXT, start INTEGER, "end" INTEGER, zone TEXT, PRIMARY KEY (source, start, "end", zone)) WITHOUT ROWID;
CREATE TABLE thing (id TEXT PRIMARY KEY, kind TEXT, label TEXT) WITHOUT ROWID;
CREATE TABLE alias (thing TEXT, number INTEGER, alias TEXT, PRIMARY KEY (thing, number)) WITHOUT ROWID;
CREATE TABLE property (thing TEXT, name TEXT, value TEXT, PRIMARY KEY (thing, name, value)) WITHOUT ROWID;
CREATE TABLE claim (id TEXT PRIMARY KEY, source TEXT, subject TEXT, relation TEXT, object TEXT,
  basis TEXT, confidence REAL, extractor TEXT, rule TEXT) WITHOUT ROWID;
CREATE TABLE qualifier (claim TEXT, name TEXT, value TEXT, PRIMARY KEY (claim, name, value)) WITHOUT ROWID;
CREATE TABLE target (claim TEXT, start INTEGER, "end" INTEGER, PRIMARY KEY (claim, start, "end")) WITHOUT ROWID;
CREATE TABLE mention (source TEXT, thing TEXT, start INTEGER, "end" INTEGER, surface TEXT);
CREATE TABLE fact (id INTEGER PRIMARY KEY, subject TEXT, relation TEXT, object TEXT, basis TEXT, confidence REAL, status TEXT);
CREATE TABLE fact_claim (fact INTEGER, claim TEXT, PRIMARY KEY (fact, claim)) WITHOUT ROWID;
CREATE TABLE fact_date (fact INTEGER, name TEXT, value TEXT, PRIMARY KEY (fact, name, value)) WITHOUT ROWID;
CREATE TABLE same_as (other TEXT PRIMARY KEY, id TEXT);
CREATE TABLE problem (name TEXT, message TEXT);
"""
"""Tables without a rowid are their own index: rows come in the order of their keys, so each is put at the end."""

_WRITTEN_BY: Final = 3_040_000
_INDEXES: Final = """
CREATE INDEX thing_label ON thing (label);
CREATE INDEX alias_alias ON alias (alias);
CREATE INDEX property_body ON property (value) WHERE name = 'body';
CREATE INDEX fact_subject ON fact (subject);
CREATE INDEX fact_object ON fact (object);
CREATE INDEX mention_thing ON mention (thing);
"""
_AT_ONCE: Final = 32
"""Rows of one statement, which takes two thirds of the time of as many statements. Any SQLite takes 999 values; the widest row has 12."""
_BATCH: Final = 16
"""Statements of one batch."""
_RELATIONS: Final = {relation: str(relation) for relation in Relation}
_BASES: Final = {basis: str(basis) for basis in Basis}
_KINDS: Final = {kind: str(kind) for kind in Kind}


def write_sqlite(knowledge: Knowledge, path: Path) -> None:
    """Write a new database at ``path``; equal knowledge gives databases with equal ``.dump``."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-16000;")
        database.executescript(_SCHEMA)
        database.execute("BEGIN")
        for table, rows in _tables(knowledge).items():
            _insert(database, table, rows)
        database.execute("COMMIT")
        database.executescript(_INDEXES)
    _without_library_version(path)


def _without_library_version(path: Path) -> None:
    """Overwrite the field of the header that names the library that wrote last: the same knowledge, the same bytes.

    Bytes 96 to 99 are for information only (https://www.sqlite.org/fileformat2.html, section 1.3.18).
    """
    with path.open("r+b") as file:
        file.seek(96)
        file.write(_WRITTEN_BY.to_bytes(4, "big"))


def _insert(database: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Put ``rows`` in, so many with one statement; a row that repeats another says nothing new."""
    width = len(database.execute(f'PRAGMA table_info("{table}")').fetchall())
    row = f"({', '.join('?' * width)})"
    remaining = iter(rows)
    while len(some := list(islice(remaining, _BATCH * _AT_ONCE))) == _BATCH * _AT_ONCE:
        several = (tuple(chain.from_iterable(some[at : at + _AT_ONCE])) for at in range(0, len(some), _AT_ONCE))
        database.executemany(_into(table, [row] * _AT_ONCE), several)
    database.executemany(_into(table, [row]), some)


def _into(table: str, rows: list[str]) -> str:
    return f'INSERT OR IGNORE INTO "{table}" VALUES {", ".join(rows)}'  # noqa: S608 - names of our own tables


def _tables(knowledge: Knowledge) -> dict[str, Iterable[tuple[object, ...]]]:
    """The rows of every table, in a fixed order."""
    things, facts, claims = knowledge.things.values(), knowledge.facts, knowledge.claims.values()
    return {
        "source": (
            (s.id, s.sha256, s.text_sha256, s.name, s.title, s.date, s.publisher, s.author, s.url, s.part_of, s.start, s.end)
            for s in knowledge.sources.values()
        ),
        "text": knowledge.texts.items(),
        "sentence": ((source, *s.span, s.zone) for source, sentences in knowledge.sentences.items() for s in sentences),
        "thing": ((t.id, _KINDS[t.kind], t.label) for t in things),
        "alias": ((t.id, number, alias) for t in things for number, alias in enumerate(t.aliases)),
        "property": ((t.id, name, value) for t in things for name, value in t.properties),
        "claim": map(_claim, claims),
        "qualifier": ((c.id, name, value) for c in claims for name, value in c.qualifiers),
        "target": ((c.id, start, end) for c in claims for start, end in c.spans),
        "mention": ((m.source, m.thing, *m.span, m.surface) for m in knowledge.mentions),
        "fact": (
            (number, f.subject, _RELATIONS[f.relation], f.object, _BASES[f.basis], f.confidence, f.status)
            for number, f in enumerate(facts, 1)
        ),
        "fact_claim": ((number, claim) for number, f in enumerate(facts, 1) for claim in f.claims),
        "fact_date": ((number, name, value) for number, f in enumerate(facts, 1) for name, value in f.dates),
        "same_as": knowledge.same_as.items(),
        "problem": ((p.name, p.message) for p in knowledge.problems),
    }


def _claim(claim: Claim) -> tuple[object, ...]:
    said = (claim.id, claim.source, claim.subject, _RELATIONS[claim.relation], claim.object)
    return (*said, _BASES[claim.basis], claim.confidence, claim.extractor, claim.rule)
