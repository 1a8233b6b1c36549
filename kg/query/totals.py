"""Totals of all triples, taken once, when the store is made.

How many triples each predicate has, and how many things each class, takes long to count and does not change. These totals are a graph
of the store that no query sees. A total ``[] predicate ?p ; number 7`` stands for the 7 solutions of ``?s ?p ?o`` with that ``?p``.
:mod:`kg.query.counts` answers queries from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

import pyoxigraph as ox

TOTALS: Final = ox.NamedNode("tag:zhengmai,2026:totals/2")
"""The named graph of a store that holds them; what a build says is in the default graph."""


def term(name: str) -> ox.NamedNode:
    """By what a total has something, as ``number``."""
    return ox.NamedNode(f"{TOTALS.value}#{name}")


PREDICATE, CLASS = term("predicate"), term("class")
OF, HAS = term("of"), term("has")
"""What a total is the total of: a predicate, a class, or a class and a predicate that its things have."""
NUMBER: Final = term("number")
_KINDS: Final = (
    (
        """SELECT ?predicate (COUNT(*) AS ?number) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects) { ?s ?predicate ?o }
        GROUP BY ?predicate""",
        "SELECT (COUNT(DISTINCT ?s) AS ?first_subjects) (COUNT(DISTINCT ?o) AS ?first_objects) { ?s ?p ?o }",
    ),
    (
        "SELECT ?class (COUNT(*) AS ?number) { ?s a ?class } GROUP BY ?class",
        "SELECT (COUNT(DISTINCT ?s) AS ?first_subjects) { ?s a ?c }",
    ),
    (
        "SELECT ?of ?has (COUNT(*) AS ?number) { { SELECT * { ?s a ?of } } { SELECT * { ?s ?has ?o } } } GROUP BY ?of ?has",
        "SELECT * {}",
    ),
)
"""Of each kind of total what each one has, and what they have in all. Queries within a query are joined by hashes, here the quicker way."""


def totals(store: ox.Store) -> Iterator[ox.Quad]:
    """The totals of the default graph of ``store``, to be added to it.

    A total has what it is the total of, the ``number`` of solutions that it stands for, how many different ``subjects`` and ``objects``
    these have, and how many of them no total of its kind before it has (``first_subjects``, ``first_objects``): over all totals of a
    kind these add up to the different ones of all triples. All of those are put down to the first total, and the others have none.
    """
    for each, whole in _KINDS:
        (first,) = _rows(store, whole)
        for row in _rows(store, each):
            total = ox.BlankNode()
            yield from (ox.Quad(total, term(name), value, TOTALS) for name, value in (row | first).items())
            first = dict.fromkeys(first, ox.Literal(0))


def _rows(store: ox.Store, query: str) -> list[dict[str, Any]]:
    """The solutions of ``query``, by the names of variables."""
    found = cast("ox.QuerySolutions", store.query(query))
    names = [variable.value for variable in found.variables]
    return [dict(zip(names, row, strict=True)) for row in found]
