"""What a build says of one thing."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from kg.query.run import answer
from kg.serve.pages import thing_page
from kg.vocab import PREFIXES

_FACTS: Final = """CONSTRUCT {{ {0} ?p ?o . ?s ?q {0} }} WHERE {{
  {{ {0} ?p ?o }} UNION {{ ?s ?q {0} FILTER (?q NOT IN (rdf:subject, rdf:object, schema:mentions, oa:hasSource, prov:wasDerivedFrom)) }}
}} LIMIT 1000"""
_EVIDENCE: Final = """SELECT DISTINCT ?predicate ?words ?source WHERE {{
  {{ ?claim rdf:subject {0} }} UNION {{ ?claim rdf:object {0} }}
  ?claim rdf:predicate ?predicate ; oa:hasTarget ?target .
  ?target oa:hasSelector/oa:exact ?words ; oa:hasSource ?source .
}} ORDER BY ?predicate ?source ?words LIMIT 200"""


def thing(store: ox.Store, iri: str, *, html: bool) -> bytes | None:
    """A page, or Turtle, about ``iri``; nothing if the store does not speak of it."""
    try:
        term = str(ox.NamedNode(iri))
    except ValueError:
        return None
    facts = answer(store, _FACTS.format(term))
    if not facts.rows:
        return None
    if html:
        return thing_page(iri, facts, answer(store, _EVIDENCE.format(term))).encode()
    triples = (ox.Triple(*row) for row in facts.rows)  # type: ignore[arg-type]
    return ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
