"""Everything that a build knows of a thing, each fact with the sentence that says it; read from facts.sqlite."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from kg.aligned import Span
from kg.export.database import opened, sentence_bounds, stretch
from kg.lexicon.romanise import slug
from kg.repair.script import simplify


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of a source (raw text) with the stretches in it that state a fact (positions in ``sentence``)."""

    source: str
    title: str
    date: str
    sentence: str
    marks: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """One fact about the thing: what it is (``relation``), the thing at the other end, and the evidence.

    ``outgoing`` is false where the thing is the object of the fact (a body's holders).
    """

    relation: str
    other: str
    other_id: str
    outgoing: bool
    basis: str
    confidence: float
    status: str
    dates: tuple[tuple[str, str], ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A thing with its names and properties, where it is mentioned, and its facts."""

    id: str
    kind: str
    label: str
    aliases: tuple[str, ...]
    properties: tuple[tuple[str, str], ...]
    mentions: int
    lines: tuple[Line, ...]


def explain(folder: str | Path, name: str) -> list[Explanation]:
    """The things of the build in ``folder`` that ``name`` may mean, each explained; namesakes are all listed.

    ``name`` is a label or another spelling, in simplified or traditional characters, in pinyin, or an id or IRI.
    Raises :class:`~kg.errors.BuildFolderError` where the folder is no build with facts.sqlite.
    """
    with opened(Path(folder)) as database:
        return [_explanation(database, thing) for thing in _named(database, name)]


def _named(database: sqlite3.Connection, name: str) -> list[str]:
    """The ids of the things that ``name`` may mean, exact spellings before pinyin."""
    bare = name.strip().split("/id/")[-1]
    simplified = simplify(bare)
    exact = database.execute(
        "SELECT id FROM thing WHERE kind != 'post' AND (id = ? OR label IN (?, ?)) "
        "UNION SELECT thing FROM alias JOIN thing ON id = thing WHERE kind != 'post' AND alias IN (?, ?, ?) ORDER BY 1",
        (bare, bare, simplified, bare, simplified, f"zh-Hant:{bare}"),
    ).fetchall()
    if exact or not bare.isascii():
        return [row[0] for row in exact]
    wanted = slug(bare).replace("-", "")
    rows = database.execute("SELECT id, label FROM thing WHERE kind NOT IN ('post', 'figure') ORDER BY id")
    return [row[0] for row in rows if slug(row[1]).replace("-", "") == wanted]


def _explanation(database: sqlite3.Connection, thing: str) -> Explanation:
    kind, label = database.execute("SELECT kind, label FROM thing WHERE id = ?", (thing,)).fetchone()
    aliases = database.execute("SELECT alias FROM alias WHERE thing = ? ORDER BY alias", (thing,)).fetchall()
    properties = database.execute("SELECT name, value FROM property WHERE thing = ? ORDER BY name, value", (thing,)).fetchall()
    (mentions,) = database.execute("SELECT count(*) FROM mention WHERE thing = ?", (thing,)).fetchone()
    return Explanation(
        thing, kind, label, tuple(alias for (alias,) in aliases), tuple(properties), mentions, tuple(_lines(database, thing))
    )


def _lines(database: sqlite3.Connection, thing: str) -> list[Line]:
    """The facts of which the thing is subject, then those of which it (or, for a body, a post of it) is object."""
    rows = database.execute(
        "SELECT id, subject, relation, object, basis, confidence, status FROM fact WHERE subject = ?1 OR object = ?1 "
        "OR object IN (SELECT thing FROM property WHERE name = 'body' AND value = ?1) ORDER BY subject != ?1, relation, subject, object",
        (thing,),
    ).fetchall()
    return [_line(database, thing, row) for row in rows]


def _line(database: sqlite3.Connection, thing: str, row: tuple[int, str, str, str, str, float, str]) -> Line:
    fact, subject, relation, obj, basis, confidence, status = row
    outgoing = subject == thing
    other = obj if outgoing else subject
    known = database.execute("SELECT label FROM thing WHERE id = ?", (other,)).fetchone()
    label = known[0] if known else _source_label(database, other)
    if not outgoing and relation in ("org:holds", "zm:proposedOn"):
        (title,) = database.execute("SELECT label FROM thing WHERE id = ?", (obj,)).fetchone()
        label = f"{label} ({title})"
    dates = database.execute("SELECT name, value FROM fact_date WHERE fact = ? ORDER BY name, value", (fact,)).fetchall()
    return Line(relation, label, other, outgoing, basis, confidence, status, tuple(dates), tuple(_quotations(database, fact)))


def _source_label(database: sqlite3.Connection, source: str) -> str:
    found = database.execute("SELECT title, name FROM source WHERE id = ?", (source,)).fetchone()
    return (found[0] or found[1]) if found else source


def _quotations(database: sqlite3.Connection, fact: int) -> list[Quotation]:
    claims = database.execute(
        "SELECT claim.id, claim.source, claim.rule, claim.confidence FROM fact_claim JOIN claim ON claim.id = fact_claim.claim "
        "WHERE fact_claim.fact = ? ORDER BY claim.source, claim.id",
        (fact,),
    ).fetchall()
    return [_quotation(database, *claim) for claim in claims]


def _quotation(database: sqlite3.Connection, claim: str, source: str, rule: str, confidence: float) -> Quotation:
    """The sentence (or sentences) around a claim's targets."""
    spans = database.execute('SELECT start, "end" FROM target WHERE claim = ? ORDER BY start', (claim,)).fetchall()
    title, name, date, part_of = database.execute("SELECT title, name, date, part_of FROM source WHERE id = ?", (source,)).fetchone()
    document = part_of or source
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    low, high = sentence_bounds(database, document, start, end) or (start, end)
    sentence = stretch(database, document, low, high)
    marks = tuple(Span(span[0] - low, span[1] - low) for span in spans)
    return Quotation(source, title or name, date, sentence, marks, rule, confidence)
