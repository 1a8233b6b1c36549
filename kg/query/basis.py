"""What a row of an answer rests on: claims, and the words of the sources that make them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox

from kg.query.results import Result, Term
from kg.query.run import answer
from kg.query.store import open_store
from kg.vocab import PREFIXES, shorten

AT_MOST: Final = 5
"""Claims that are listed for a row."""

_PARTS: Final = """
  ?claim rdf:predicate ?predicate ; oa:hasTarget ?target .
  ?target oa:hasSource ?source ; oa:hasSelector ?quotation .
  ?quotation oa:exact ?words ; oa:prefix ?before ; oa:suffix ?after .
  OPTIONAL { ?source dcterms:title ?title }
} ORDER BY ?claim ?target LIMIT 5"""
_LINKS: Final = (
    """SELECT DISTINCT ?claim ?predicate ?before ?words ?after ?source ?title WHERE {
  VALUES ?a { THINGS } VALUES ?b { THINGS }
  { ?claim rdf:subject ?a ; rdf:object ?b } UNION
  { ?claim rdf:subject ?a ; rdf:predicate org:holds ; rdf:object ?post . ?post org:postIn ?b } UNION
  { ?a org:member ?person ; zm:post ?post . ?claim rdf:subject ?person ; rdf:object ?post } UNION
  { ?a a zm:Claim BIND (?a AS ?claim) }"""
    + _PARTS
)
_NAMED: Final = (
    """SELECT DISTINCT ?claim ?predicate ?before ?words ?after ?source ?title WHERE {
  VALUES ?a { THINGS } ?claim rdf:subject ?a ; rdf:predicate rdf:type ."""
    + _PARTS
)
_LABEL: Final = ox.NamedNode(PREFIXES["skos"] + "prefLabel")


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim: its IRI, its predicate (prefixed), the words of the source that make it with what stands around them, and the source."""

    claim: str
    predicate: str
    before: str
    words: str
    after: str
    source: str


def explained(folder: str | Path, sparql: str) -> tuple[Result, list[list[Ground]]]:
    """The answer as of :func:`kg.query.query`, and for each of its rows the claims that it rests on."""
    store = open_store(Path(folder))
    result = answer(store, sparql)
    return result, [grounds(store, row) for row in result.rows]


def grounds(store: ox.Store, row: Iterable[Term | None]) -> list[Ground]:
    """The claims that ``row`` rests on: those that link two of its things, or else those that name one; at most :data:`AT_MOST`.

    A cell that is a label stands for the things that bear it.
    """
    things = " ".join(dict.fromkeys(str(thing) for term in row for thing in _things(store, term)))
    return _asked(store, _LINKS, things) or _asked(store, _NAMED, things) if things else []


def _things(store: ox.Store, term: Term | None) -> Iterator[Term]:
    if isinstance(term, ox.NamedNode):
        yield term
    elif isinstance(term, ox.Literal) and term.language:
        yield from (quad.subject for quad in store.quads_for_pattern(None, _LABEL, term, None))


def _asked(store: ox.Store, pattern: str, things: str) -> list[Ground]:
    found = cast("ox.QuerySolutions", store.query(pattern.replace("THINGS", things), prefixes=dict(PREFIXES)))
    return [
        Ground(
            row["claim"].value,
            shorten(row["predicate"].value),
            re.split("[。！？\n]", row["before"].value)[-1],
            row["words"].value,
            re.split("(?<=[。！？])|\n", row["after"].value)[0],
            (row["title"] or row["source"]).value,
        )
        for row in found
    ]
