"""What a row of an answer rests on: claims, and the words of the sources that make them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import pyoxigraph as ox

from kg.query.around import beginning, ending
from kg.query.behind import Terms, behind
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

    Those are the claims that link two of its things, or of those that it was found or counted by; or else those that name one;
    :data:`AT_MOST` and one more if there are more. A cell that is a label stands for the things that bear it.
    """
    store = open_store(Path(folder))
    result = answer(store, sparql)
    solutions = behind(store, sparql, result, AT_MOST + 1)
    with Sentences(Path(folder)) as sentences:
        return result, [
            [_ground(found, sentences) for found in _found(store, [row, *more])] for row, more in zip(result.rows, solutions, strict=True)
        ]


def _found(store: ox.Store, solutions: Iterable[Terms]) -> list[ox.QuerySolution]:
    """Claims with their words, those of the first solution first."""
    things = [list(dict.fromkeys(thing for term in terms for thing in _things(store, term))) for terms in solutions]
    for pattern in (_LINKS, _NAMED):
        found: dict[tuple[str, ...], ox.QuerySolution] = {}
        for asked in filter(None, things):
            if len(found) > AT_MOST:
                break
            found |= {_words(one): one for one in _asked(store, pattern, " ".join(map(str, asked))) if _words(one) not in found}
        if found:
            return list(found.values())[: AT_MOST + 1]
    return []


def _words(found: ox.QuerySolution) -> tuple[str, ...]:
    return found["claim"].value, found["start"].value


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
