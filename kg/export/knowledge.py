"""A whole build, read back from its ``facts.sqlite``, for the formats that need it in memory."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Final

from kg.aligned import Span
from kg.export import database as db
from kg.model import Fact, Knowledge, Mention, Problem, Sentence

_MENTIONS: Final = 'SELECT source, thing, start, "end", surface FROM mention ORDER BY rowid'
_SENTENCES: Final = 'SELECT source, start, "end", zone FROM sentence ORDER BY source, start, "end", zone'


def read_knowledge(database: sqlite3.Connection) -> Knowledge:
    """What :func:`kg.export.sqlite.write_sqlite` wrote into ``database``."""
    knowledge = Knowledge(
        sources={source.id: source for _, source in db.sources(database)},
        things={thing.id: thing for thing in db.things(database)},
        claims={claim.id: claim for loose in (False, True) for _, claim in db.claims(database, loose=loose)},
        mentions=[Mention(source, thing, Span(start, end), surface) for source, thing, start, end, surface in database.execute(_MENTIONS)],
        texts=dict(database.execute("SELECT source, text FROM text ORDER BY rowid")),
        sentences=_sentences(database),
        same_as=dict(database.execute("SELECT other, id FROM same_as ORDER BY rowid")),
        problems=[Problem(*cells) for cells in database.execute("SELECT name, message FROM problem ORDER BY rowid")],
    )
    knowledge.claims = dict(sorted(knowledge.claims.items()))
    knowledge.facts = [_fact(knowledge, fact) for fact in db.facts(database)]
    return knowledge


def _fact(knowledge: Knowledge, fact: Fact) -> Fact:
    """``fact`` with its claims in the order of source and position."""
    claims = [knowledge.claims[claim] for claim in fact.claims if claim in knowledge.claims]
    ordered = sorted(claims, key=lambda claim: (claim.source, claim.spans, claim.id))
    return fact._replace(claims=tuple(claim.id for claim in ordered))


def _sentences(database: sqlite3.Connection) -> dict[str, tuple[Sentence, ...]]:
    found: dict[str, list[Sentence]] = defaultdict(list)
    for source, start, end, zone in database.execute(_SENTENCES):
        found[source].append(Sentence(Span(start, end), zone))
    return {source: tuple(sentences) for source, sentences in found.items()}
