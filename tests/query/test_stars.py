"""Counts over things of a class by what they have: joined in another way, with the same answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query.run import answer
from kg.query.stars import by_hashes
from kg.query.totals import totals
from kg.vocab import PREFIXES

TURTLE = b"""@prefix a: <a:> .
a:1 a a:A , a:B ; a:p 1 , 2 ; a:q a:2 . a:2 a a:A ; a:p 1 ; a:q a:2 , 1 , [] . a:3 a a:B ; a:p 3 . a:4 a:q a:1 ; a:p a:A .
[] a a:A ; a:p 1 . a:1 a:rare 0 ; a:often 1 , 2 , 3 , 4 , 5 , 6 , 7 , 8 , 9 ."""
OBJECTS = st.sampled_from(["?o", "?v", "?w", "?x"])
ITEMS = st.one_of(
    st.sampled_from(["a a:A", "a <a:B>", f"<{PREFIXES['rdf']}type> a:B", "a ?c", "a:rare ?r", "a:often ?f"]),
    st.tuples(st.sampled_from(["a:p", "a:q", "<a:p>", "a:q/a:p", "a:unknown", "?p"]), OBJECTS).map(" ".join),
)
FILTERS = st.builds(
    "FILTER ({})".format,
    st.sampled_from(
        [
            "?o > 1",
            "?o <= 1.5 || isBlank(?o)",
            "?x != a:1",
            "?v IN (a:1, a:2) || ?v = 1",
            "!isLiteral(?o) && !isLiteral(?w)",
            "STRSTARTS(STR(?x), 'a:')",
            "REGEX(STR(?o), '^(a:)?2$')",
            "LANG(?o) != 'zh'",
            "!langMatches(LANG(?v), '*')",
        ]
    ),
)
OUTER = st.sampled_from(["(COUNT(*) AS ?n)", "(COUNT(?o) AS ?n) (COUNT(DISTINCT ?x) AS ?m)", "(SUM(?o) AS ?n) (COUNT(?v) AS ?m)"])
HASHED = [
    "SELECT ?o (COUNT(*) AS ?n) { ?x a a:A ; a:p ?o } GROUP BY ?o",
    "select (count(distinct ?x) as ?n) where { ?x a:p ?o . ?x a a:B . } # all",
    "SELECT ?o (COUNT(?x) AS ?n) {?x a:p ?o;a:q?o.?x a <a:A>;} GROUP BY ?o HAVING (COUNT(?x) >= 1) ORDER BY ?o",
    "SELECT (COUNT(*) AS ?n) { ?x a a:A ; a:p ?o FILTER (?o > 1) }",
    "SELECT (COUNT(*) AS ?n) { ?x a a:A ; a:p ?o . FILTER (?o>1.0&&?o!=a:A). FILTER isLiteral(?o)}",
    "SELECT ?o { ?x a:p ?o ; a:q ?v } GROUP BY ?o ORDER BY DESC(CONCAT(STR(?o), ' GROUP '))",
]
LOOKED_UP = {
    "no count": "SELECT ?o { ?x a a:A ; a:p ?o }",
    "one pattern": "SELECT (COUNT(*) AS ?n) { ?x a:p ?o }",
    "of one thing": "SELECT (COUNT(*) AS ?n) { ?x a:p ?o ; a:q a:2 }",
    "few among many": "SELECT (COUNT(*) AS ?n) { ?x a:rare ?r ; a:often ?f }",
    "nothing is known": "SELECT (COUNT(*) AS ?n) { ?x a a:A ; a:unknown ?o }",
    "two things": "SELECT (COUNT(*) AS ?n) { ?x a:q ?y . ?y a:p ?o }",
    "a path": "SELECT (COUNT(*) AS ?n) { ?x a a:A ; a:q/a:p ?o }",
    "paths alone": "SELECT (COUNT(*) AS ?n) { ?x a:q/a:p ?o ; a:p|a:q ?v }",
    "any predicate": "SELECT (COUNT(*) AS ?n) { ?x ?p ?o ; ?p ?v }",
    "nothing at all is known": "SELECT (COUNT(*) AS ?n) { ?x a:unknown ?o ; a:p a:unknown }",
    "a filter by another variable": "SELECT (COUNT(*) AS ?n) { ?x a a:A ; a:p ?o FILTER (?o > ?x) }",
    "a filter by a function": "SELECT (COUNT(*) AS ?n) { ?x a a:A ; a:p ?o FILTER (ABS(?o) > 1) }",
    "several objects": "SELECT (COUNT(*) AS ?n) { ?x a a:A ; a:p ?o , ?v }",
    "no query may stand within": "CONSTRUCT WHERE { ?x a a:A ; a:p ?o } # COUNT",
    "a blank node": "SELECT (COUNT(*) AS ?n) { _:x a a:A ; a:p ?o }",
}


@pytest.fixture(scope="session")
def store() -> ox.Store:
    """Some triples and their totals."""
    store = ox.Store()
    store.load(TURTLE, format=ox.RdfFormat.TURTLE)
    store.extend(list(totals(store)))
    return store


def declared(sparql: str) -> str:
    """A query with the prefix of these triples."""
    return f"PREFIX a: <a:> {sparql}"


def rows(found: object) -> Counter[tuple[object, ...]]:
    """The rows of an answer, as often as they stand there."""
    assert isinstance(found, Iterable)
    return Counter(map(tuple, found))


@pytest.mark.parametrize("sparql", HASHED)
def test_things_that_are_counted_are_joined_by_hashes(sparql: str, store: ox.Store) -> None:
    """However the query is written; the answer is that of the engine, and there is one."""
    assert "SELECT *" in by_hashes(store, declared(sparql))
    found = rows(answer(store, declared(sparql)).rows)
    assert found == rows(store.query(declared(sparql)))
    assert found


@pytest.mark.parametrize("sparql", LOOKED_UP.values(), ids=LOOKED_UP)
def test_the_rest_is_left_to_the_engine(sparql: str, store: ox.Store) -> None:
    """Where looking up is quicker, and where the patterns are not those of one thing."""
    assert store.query(declared(sparql))
    assert not by_hashes(store, declared(sparql))


@given(outer=OUTER, items=st.lists(ITEMS, min_size=2, max_size=4), filters=st.lists(FILTERS, max_size=2), apart=st.booleans())
def test_the_answer_is_that_of_the_engine(outer: str, items: list[str], filters: list[str], store: ox.Store, *, apart: bool) -> None:
    """Whatever is asked of a thing, also where a variable stands twice or nowhere."""
    sparql = declared(f"SELECT {outer} {{ ?x {(' . ?x ' if apart else ' ; ').join(items)} {' '.join(filters)} }}")
    assert rows(answer(store, sparql).rows) == rows(store.query(sparql))


def test_a_brace_in_a_comment_opens_nothing(store: ox.Store) -> None:
    """What is wrong stays wrong, though on one line the comment would hide it."""
    for head in ("DESCRIBE a:1 # COUNT", "SELECT (COUNT(*) AS ?n) #"):
        with pytest.raises(QueryError):
            answer(store, declared(f"{head} {{ ?x a a:A ;\n a:p ?o }}"))
