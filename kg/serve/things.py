"""What a build says of one thing."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from kg.errors import KgError
from kg.query.run import answer
from kg.serve.answers import TRIPLES, Answer, answered, preferred
from kg.serve.pages import thing_page

_FACTS: Final = """CONSTRUCT {{ {0} ?p ?o . ?s ?q {0} }} WHERE {{
  {{ {0} ?p ?o }} UNION {{ ?s ?q {0} FILTER (?q NOT IN (rdf:subject, rdf:object, schema:mentions, oa:hasSource, prov:wasDerivedFrom)) }}
}} LIMIT {1}"""
_EVIDENCE: Final = """SELECT DISTINCT ?predicate ?other ?before ?words ?after ?source WHERE {{
  {{ ?claim rdf:subject {0} ; rdf:object ?other }} UNION {{ ?claim rdf:object {0} ; rdf:subject ?other }}
  ?claim rdf:predicate ?predicate ; oa:hasTarget ?target .
  ?target oa:hasSource ?source ; oa:hasSelector ?quote .
  ?quote oa:exact ?words ; oa:prefix ?before ; oa:suffix ?after .
}} ORDER BY ?predicate ?source ?target ?other LIMIT {1}"""
_MOST_FACTS: Final = 1000
_MOST_WORDS: Final = 200
_OFFERED: Final = ("text/html", *(media for media in TRIPLES if media != "text/html"))


class UnknownThingError(KgError):
    """A thing that the build does not speak of."""


def thing(iri: str, accept: str, store: ox.Store, rows: int) -> Answer:
    """A page about ``iri``, or its facts in the form of RDF that ``accept`` (a header) asks for, its own first; at most ``rows`` of them.

    :class:`UnknownThingError` if the store does not speak of it.
    """
    try:
        term = str(ox.NamedNode(iri))
    except ValueError:
        raise UnknownThingError("that is no address of a thing") from None
    most = min(rows, _MOST_FACTS)
    facts = answer(store, _FACTS.format(term, most))
    if not facts.rows:
        raise UnknownThingError("the build knows no such thing")
    facts = facts._replace(rows=tuple(sorted(facts.rows, key=lambda row: (str(row[0]) != term, *map(str, row)))))
    media = preferred(accept, _OFFERED)
    if media != "text/html":
        return answered(facts, media)
    evidence = answer(store, _EVIDENCE.format(term, min(rows, _MOST_WORDS)))
    return Answer(media, thing_page(iri, facts, evidence, most).encode())
