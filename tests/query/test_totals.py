"""Counts over totals: the same answers as from the triples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import open_store
from kg.query.run import answer
from kg.query.store import TOTALS
from kg.query.totals import over_totals, totals
from kg.vocab import PREFIXES

RDF = PREFIXES["rdf"]
NAMES = ("s", "p", "o", "n", "m")
VARIABLES = st.sampled_from(NAMES).map(lambda name: f"?{name}")
COUNTS = st.one_of(st.just("COUNT(*)"), VARIABLES.map(lambda name: f"COUNT({name})"))
COLUMNS = st.one_of(VARIABLES, st.tuples(COUNTS, VARIABLES).map(lambda pair: f"({pair[0]} AS {pair[1]})"))
ORDERS = st.one_of(VARIABLES, VARIABLES.map(lambda name: f"DESC({name})"), COUNTS.map(lambda count: f"ASC({count})"))
PREDICATES = st.one_of(VARIABLES, st.sampled_from(["a", "rdf:type", f"<{RDF}type>"]))
QUERIES = st.builds(
    lambda distinct, columns, s, p, o, group, order: (
        f"SELECT {distinct} {' '.join(columns)} {{ {s} {p} {o} }} {group and 'GROUP BY ' + group} {order and 'ORDER BY ' + order}"
    ),
    st.sampled_from(["", "", "DISTINCT"]),
    st.lists(COLUMNS, min_size=1, max_size=3),
    VARIABLES,
    PREDICATES,
    VARIABLES,
    st.one_of(st.just(""), VARIABLES),
    st.one_of(st.just(""), ORDERS),
)
OVER_TOTALS = [
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "# how many?\nselect (count(?s) as ?n) WHERE{?s ?p ?o.}",
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT 3 OFFSET 1",
    "SELECT ?c (COUNT(?x) AS ?n) WHERE { ?x a ?c } GROUP BY ?c ORDER BY DESC(COUNT(?x)) ?c",
    "PREFIX x: <http://x/#> SELECT DISTINCT$c { ?x rdf:type ?c . } ORDER BY $c",
    f"PREFIX rdf: <{RDF}> SELECT (COUNT(*) AS ?n) {{ ?x rdf:type ?c }}",
    f"SELECT ?c {{ ?x <{RDF}type> ?c }} GROUP BY ?c ORDER BY ?c",
]
OVER_TRIPLES = [
    "SELECT ?p { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o }",
    "SELECT DISTINCT ?s { ?s ?p ?o }",
    "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s",
    "SELECT ?x (COUNT(*) AS ?n) { ?x a ?c } GROUP BY ?x",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "SELECT (COUNT(?z) AS ?n) { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?s }",
    "SELECT (COUNT(*) AS ?n) { ?s ?s ?o }",
    "SELECT (COUNT(*) AS ?n) { ?c a ?c }",
    "SELECT (COUNT(*) AS ?n) { ?x a zm:Person }",
    "SELECT (COUNT(*) AS ?n) { ?x skos:prefLabel ?l }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (isLiteral(?o)) }",
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(*) > 1)",
    "SELECT ?p (SAMPLE(?o) AS ?n) { ?s ?p ?o } GROUP BY ?p",
    "SELECT (COUNT(*) AS ?n) { ?s ?p 'a ?o }' }",
    "PREFIX rdf: <http://x/> SELECT (COUNT(*) AS ?n) { ?x rdf:type ?c }",
    "SELECT (COUNT(*) AS ?total_n) { ?s ?p ?o }",
    *(f"SELECT (COUNT(*) AS ?n) {{ ?s{blank}?p ?o }}" for blank in "\x0b\xa0\u2028\u3000"),
]


@pytest.fixture(scope="session")
def store() -> ox.Store:
    """Some triples, with a literal and a blank node for a class, and their totals."""
    store = ox.Store()
    triples = b'<a:1> a <a:A>, <a:B>, "x" ; <a:p> <a:1>, 2 . <a:2> a <a:A>, [] ; <a:p> <a:p> . <a:p> <a:p> <a:q> .'
    store.load(triples, format=ox.RdfFormat.TURTLE)
    store.extend(list(totals(store)))
    return store


def same(rows: Iterable[Iterable[object]], others: Iterable[Iterable[object]]) -> bool:
    """Whether the rows are the same, in whichever order."""
    return Counter(map(tuple, rows)) == Counter(map(tuple, others))


def plainly(store: ox.Store, sparql: str) -> list[ox.QuerySolution]:
    """What the engine makes of the triples."""
    found = store.query(sparql, prefixes=dict(PREFIXES))
    assert isinstance(found, ox.QuerySolutions)
    return list(found)


@pytest.mark.parametrize("sparql", OVER_TOTALS)
def test_counts_over_all_come_from_totals(sparql: str, store: ox.Store) -> None:
    """However they are written, and in the same order."""
    assert over_totals(sparql)
    assert list(answer(store, sparql).rows) == [tuple(row) for row in plainly(store, sparql)]


@pytest.mark.parametrize("sparql", OVER_TRIPLES)
def test_what_totals_do_not_tell_comes_from_the_triples(sparql: str) -> None:
    """Other variables than the key, other aggregates, other patterns."""
    assert not over_totals(sparql)


@given(sparql=QUERIES)
def test_the_answer_is_that_of_the_engine(sparql: str, store: ox.Store) -> None:
    """Whatever the columns, the groups and the order: the same rows, or both refuse."""
    try:
        expected = plainly(store, sparql)
    except SyntaxError:
        with pytest.raises(QueryError):
            answer(store, sparql)
    else:
        assert same(answer(store, sparql).rows, expected)


def test_no_query_sees_the_totals(build: Path) -> None:
    """A store has them; named graphs it seems to have none."""
    store = open_store(build)
    assert store.contains_named_graph(TOTALS)
    in_it, of_it = f"GRAPH {TOTALS} {{ ?s ?p ?o }}", f"?s ?p ?o FILTER STRSTARTS(STR(?p), '{TOTALS.value}')"
    for pattern in ("GRAPH ?g { }", "GRAPH ?g { ?s ?p ?o }", in_it, of_it):
        assert not answer(store, f"ASK {{ {pattern} }}").boolean


def test_a_store_without_totals_is_counted(store: ox.Store) -> None:
    """One that is in memory alone has none."""
    bare = ox.Store()
    bare.extend(list(store.quads_for_pattern(None, None, None, ox.DefaultGraph())))
    (count, *_) = OVER_TOTALS
    assert answer(bare, count).rows == answer(store, count).rows
