"""The records of a build that are in its ``facts.sqlite``: as much of them in memory as one document, or one thing with its facts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from kg.export import database as db
from kg.export.rdf.names import Merged
from kg.export.rdf.records import NAMED, Document, Entry, Named
from kg.model import Basis, Claim, Kind, Thing

_HOLDERS: Final = """SELECT object, count(DISTINCT subject) FROM fact JOIN thing ON thing.id = subject
  WHERE relation = 'org:holds' AND status != 'proposed' GROUP BY object ORDER BY object"""
_NAMED: Final = f"""SELECT coalesce(nullif(source.part_of, ''), source.id), source.id, mention.start, thing.id
  FROM mention JOIN source ON source.id = mention.source LEFT JOIN same_as ON same_as.other = mention.thing
  JOIN thing ON thing.id = coalesce(same_as.id, mention.thing)
  WHERE kind IN ({", ".join(f"'{kind}'" for kind in sorted(NAMED))}) ORDER BY 1"""  # noqa: S608 - our own words
_FIRST_NAMESAKE: Final = "SELECT min(id) FROM thing WHERE label = ? AND kind = 'program'"
_NAMESAKES: Final = "SELECT id FROM thing WHERE label = ? AND kind = 'program' AND id != ? ORDER BY id"
_AT_HAND: Final = 4096
"""Things that are looked up by their id and kept: places and posts come again and again."""


class Stored:
    """An open ``facts.sqlite`` as :class:`~kg.export.rdf.records.Records`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self.canonical = Merged(dict(database.execute("SELECT other, id FROM same_as")))
        self.thing = lru_cache(_AT_HAND)(self._thing)

    def _thing(self, identifier: str) -> Thing | None:
        return db.thing(self._database, identifier)

    def merged(self) -> Iterable[str]:
        """The ids for which others stand, in order."""
        return (other for (other,) in self._database.execute("SELECT other FROM same_as WHERE other != id ORDER BY other"))

    def entries(self, kind: Kind) -> Iterator[Entry]:
        """The things of ``kind``, in the order of ids."""
        facts = db.Groups((fact.subject, fact) for fact in db.facts(self._database, kind, known=True))
        holders = db.Groups(self._database.execute(_HOLDERS) if kind is Kind.POST else ())
        for thing in db.things(self._database, kind):
            about = [fact for _, fact in facts.take(thing.id)]
            held_by = sum(count for _, count in holders.take(thing.id))
            yield Entry(thing, about, held_by, self._namesakes(thing) if kind is Kind.PROGRAM else ())

    def _namesakes(self, thing: Thing) -> tuple[str, ...]:
        (first,) = self._database.execute(_FIRST_NAMESAKE, (thing.label,)).fetchone()
        if first != thing.id:
            return (first,)
        return tuple(other for (other,) in self._database.execute(_NAMESAKES, (thing.label, thing.id)))

    def documents(self, *, evidence: bool) -> Iterator[Document]:
        """The documents in the order of ids, those without sources at the end; without ``evidence`` no claims and no texts."""
        named = db.Groups(self._database.execute(_NAMED))
        claims = db.Groups(db.claims(self._database) if evidence else ())
        for document, rows in groupby(db.sources(self._database), itemgetter(0)):
            sources = [source for _, source in rows]
            mentions = [Named(*row[1:]) for row in named.take(document)]
            yield Document(document, sources, mentions, _stated(claims.take(document)), self._text(document) if evidence else "")
        for document, found in groupby(db.claims(self._database, loose=True) if evidence else (), itemgetter(0)):
            yield Document(document, [], [], _stated(found), self._text(document))

    def _text(self, document: str) -> str:
        row = self._database.execute("SELECT text FROM text WHERE source = ?", (document,)).fetchone()
        return row[0] if row else ""


def _stated(rows: Iterable[tuple[str, Claim]]) -> list[Claim]:
    """The claims in ``rows`` without those that only a table makes."""
    return [claim for _, claim in rows if claim.basis is not Basis.TABLE]
