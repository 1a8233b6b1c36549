"""What a row of an answer rests on: claims, and the words of the sources that make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox

from kg.query.around import beginning, ending
from kg.query.results import Result, Term
from kg.query.run import answer
from kg.query.sentences import Sentences
from kg.query.store import open_store
from kg.vocab import PREFIXES, shorten

AT_MOST: Final = 5
"""Claims that are listed for a row; one more is looked for, to know whether there are more."""

_PARTS: Final = """
  ?claim rdf:predicate ?predicate ; oa:hasTarget ?target .
  ?target oa:hasSource ?source ; oa:hasSelector ?quotation , ?position .
  ?quotation oa:exact ?words ; oa:prefix ?before ; oa:suffix ?after . ?position oa:start ?start .
  OPTIONAL { ?source dcterms:title ?title }
} ORDER BY ?claim ?target LIMIT 6"""
_LINKS: Final = (
    """SELECT DISTINCT ?claim ?predicate ?before ?words ?after ?start ?source ?title WHERE {
  VALUES ?a { THINGS } VALUES ?b { THINGS }
  { ?claim rdf:subject ?a ; rdf:object ?b } UNION
  { ?claim rdf:subject ?a ; rdf:predicate org:holds ; rdf:object ?post . ?post org:postIn ?b } UNION
  { ?a org:member ?person ; zm:post ?post . ?claim rdf:subject ?person ; rdf:object ?post } UNION
  { ?a a zm:Claim BIND (?a AS ?claim) }"""
    + _PARTS
)
_NAMED: Final = (
    """SELECT DISTINCT ?claim ?predicate ?before ?words ?after ?start ?source ?title WHERE {
  VALUES ?a { THINGS } ?claim rdf:subject ?a ; rdf:predicate rdf:type ."""
    + _PARTS
)
_LABEL: Final = ox.NamedNode(PREFIXES["skos"] + "prefLabel")


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim: its IRI, its predicate (prefixed), the words that make it, what stands before and after them, and the source.

    With ``facts.sqlite`` in the build that is the rest of the sentence, otherwise as much of it as the export quotes.
    """

    claim: str
    predicate: str
    before: str
    words: str
    after: str
    source: str


def explained(folder: str | Path, sparql: str) -> tuple[Result, list[list[Ground]]]:
    """The answer as of :func:`kg.query.query`, and for each of its rows the claims that it rests on.

    Those are the claims that link two of its things, or else those that name one; :data:`AT_MOST` and one more if there are more.
    A cell that is a label stands for the things that bear it.
    """
    store = open_store(Path(folder))
    result = answer(store, sparql)
    with Sentences(Path(folder)) as sentences:
        return result, [_grounds(store, row, sentences) for row in result.rows]


def _grounds(store: ox.Store, row: Iterable[Term | None], sentences: Sentences) -> list[Ground]:
    things = " ".join(dict.fromkeys(str(thing) for term in row for thing in _things(store, term)))
    if not things:
        return []
    found = _asked(store, _LINKS, things) or _asked(store, _NAMED, things)
    return [_ground(solution, sentences) for solution in found]


def _things(store: ox.Store, term: Term | None) -> Iterator[Term]:
    if isinstance(term, ox.NamedNode):
        yield term
    elif isinstance(term, ox.Literal) and term.language:
        yield from (quad.subject for quad in store.quads_for_pattern(None, _LABEL, term, None))


def _asked(store: ox.Store, pattern: str, things: str) -> list[ox.QuerySolution]:
    return list(cast("ox.QuerySolutions", store.query(pattern.replace("THINGS", things), prefixes=dict(PREFIXES))))


def _ground(row: ox.QuerySolution, sentences: Sentences) -> Ground:
    claim, predicate, before, words, after, start, source = (row[number].value for number in range(7))
    whole = sentences.around(source, int(start), words)
    before, after = whole or (beginning(before), ending(after))
    return Ground(claim, shorten(predicate), before, words, after, row["title"].value if row["title"] else source)
