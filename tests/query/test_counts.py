"""Counts over totals: the same answers as from the triples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.query import open_store
from kg.query.counts import over_totals
from kg.query.run import answer
from kg.query.totals import TOTALS, totals
from kg.vocab import PREFIXES

RDF = PREFIXES["rdf"]
PATTERNS = {
    "?s ?p ?o": ("?p",),
    "?s a ?c": ("?c",),
    f"?s <{RDF}type> ?c .": ("?c",),
    "?s rdf:type ?c ; ?p ?o": ("?c", "?p"),
    "?s a ?c . ?s ?p ?o": ("?p",),
    "?s a <a:A> ; ?p ?o": ("?p",),
    "?s a <a:none> ; ?p ?o": ("?p",),
    "?s ?p ?s": ("?p",),
    "?s a ?s": ("?s",),
    "?s a ?c ; ?c ?o": ("?c",),
    "?s a <a:B> . ?c ?p ?o": ("?p",),
}
"""Patterns, and the variables that are grouped by: most of them keys of totals."""
VARIABLES = st.sampled_from(["?s", "?p", "?o", "?c", "?n1"])
TESTS = [
    "isIRI(?k)",
    "!isLiteral(?k)",
    "isBlank(?k)",
    "?k = <a:p>",
    "?k != <a:A>",
    "?k IN (<a:A>, rdf:type)",
    "?k NOT IN (<a:p>)",
    "STRSTARTS(STR(?k), 'a:')",
    "STRENDS(STR(?k), STR(<a:A>))",
    'CONTAINS(STR(?k), "p")',
    "regex(str(?k), '^A:.$', 'i')",
    "?k < <a:p>",
    "?k >= 1.5",
    "LANG(?k) != 'zh'",
    "langMatches(LANG(?k), '*')",
    "?k = 'x'",
    "STRLEN(STR(?k)) > 3",
]


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A query of which each part mostly fits the others: with keys in groups and conditions, other names for counts."""

    def variable(*usual: str) -> str:
        return draw(VARIABLES) if draw(st.integers(0, 19)) == 0 else draw(st.sampled_from(usual))

    def count() -> str:
        return draw(st.sampled_from(["COUNT(*)", f"COUNT({variable('?s')})", *[f"COUNT(DISTINCT {variable('?s', '?o', *keys)})"] * 2]))

    def some(text: str) -> str:
        return draw(st.sampled_from(["", text]))

    pattern, keys = draw(st.sampled_from(list(PATTERNS.items())))
    test = draw(st.sampled_from([" && ", " || "])).join(draw(st.lists(st.sampled_from(TESTS), min_size=1, max_size=2)))
    test = some(f"FILTER ({test})").replace("?k", variable(*keys))
    group = [variable(*keys) for _ in range(draw(st.integers(0, 2)))]
    counts = [f"({count()} AS ?n{number})" for number in range(draw(st.integers(0, 2)))]
    columns = [*group, *counts] or [variable(*keys)]
    distinct = "DISTINCT" if not group and not counts else some("DISTINCT")
    having = some(f"HAVING ({count()} {draw(st.sampled_from(['>', '>=', '=', '!=', '<']))} {draw(st.integers(0, 3))})") if counts else ""
    order = some("ORDER BY " + draw(st.sampled_from([columns[0].split()[-1].strip(")"), f"DESC({variable(*keys)})", f"ASC({count()})"])))
    grouped = f"GROUP BY {' '.join(group)}" if group else ""
    text = f"SELECT {distinct} {' '.join(columns)} {{ {pattern} {test} }} {grouped} {having} {order}"
    return re.sub(r" *([{}().;,=!<>|&]) *", r"\1", text) if draw(st.booleans()) else text


OVER_TOTALS = [
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "# how many?\nselect (count(?s) as ?n) WHERE{?s ?p ?o.}",
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n) ?p LIMIT 3 OFFSET 1",
    "SELECT ?c (COUNT(?x) AS ?n) WHERE { ?x a ?c } GROUP BY ?c ORDER BY DESC(COUNT(?x)) ?c",
    "PREFIX x: <http://x/#> SELECT DISTINCT$c { ?x rdf:type ?c . } ORDER BY $c",
    f"PREFIX rdf: <{RDF}> SELECT (COUNT(*) AS ?n) {{ ?x rdf:type ?c }}",
    f"SELECT ?c {{ ?x <{RDF}type> ?c }} GROUP BY ?c ORDER BY ?c",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) (COUNT(DISTINCT ?p) AS ?m) (COUNT(distinct ?o) AS ?k) (COUNT(*) AS ?all) { ?s ?p ?o }",
    "SELECT (COUNT(DISTINCT ?x) AS ?n) (COUNT(DISTINCT ?c) AS ?m) { ?x a ?c }",
    "SELECT ?p (COUNT(DISTINCT ?s) AS ?n) (COUNT(DISTINCT ?o) AS ?m) (COUNT(DISTINCT ?p) AS ?k) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p",
    "SELECT ?c (COUNT(DISTINCT ?x) AS ?n) { ?x a ?c } GROUP BY ?c HAVING (COUNT(DISTINCT ?x) > 1) ORDER BY ?c",
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(*) > 1) ORDER BY DESC(?n) ?p",
    "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o . FILTER (?p != rdf:type) } GROUP BY ?p ORDER BY ?p",
    "SELECT ?c (COUNT(*) AS ?n) { ?x a ?c FILTER isIRI(?c) FILTER (!strStarts(str(?c), 'b:') || ?c IN (zm:a)) } GROUP BY ?c ORDER BY ?c",
    "SELECT ?c (COUNT(*) AS ?n) { ?x a ?c. FILTER regex(str(?c), '#(Person|Body)$|[AB]', 'i') } GROUP BY ?c ORDER BY ?c",
    "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?c) AS ?m) { ?x a ?c FILTER (?c = <a:A>) }",
    "SELECT ?c ?p (COUNT(*) AS ?n) { ?x a ?c ; ?p ?o } GROUP BY ?c ?p ORDER BY ?c ?p",
    "SELECT ?p (COUNT(?o) AS ?n) (COUNT(DISTINCT ?c) AS ?m) { ?x a ?c . ?x ?p ?o } GROUP BY ?p ORDER BY ?p",
    "SELECT DISTINCT ?p { ?x a <a:A> ; ?p ?o } ORDER BY ?p",
]
OVER_TRIPLES = [
    "SELECT ?p { ?s ?p ?o }",
    "SELECT * { ?s ?p ?o }",
    "SELECT DISTINCT ?s { ?s ?p ?o }",
    "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s",
    "SELECT ?x (COUNT(*) AS ?n) { ?x a ?c } GROUP BY ?x",
    "SELECT (COUNT(?z) AS ?n) { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?s }",
    "SELECT (COUNT(*) AS ?n) { ?s ?s ?o }",
    "SELECT (COUNT(*) AS ?n) { ?c a ?c }",
    "SELECT (COUNT(*) AS ?n) { ?x a zm:Person }",
    "SELECT (COUNT(*) AS ?n) { ?x skos:prefLabel ?l }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (isLiteral(?o)) }",
    "SELECT ?p (SAMPLE(?o) AS ?n) { ?s ?p ?o } GROUP BY ?p",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (?p < zm:x) }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (?p IN (zm:x, ?o)) }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (?p = 'a b') }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (RAND() > 0.5) }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER (STR(?p) = 'a') }",
    "SELECT (COUNT(DISTINCT *) AS ?n) { ?s ?p ?o }",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o FILTER isIRI(?p) }",
    "SELECT ?c (COUNT(DISTINCT ?x) AS ?n) { ?x a ?c ; ?p ?o } GROUP BY ?c",
    "SELECT ?c (COUNT(*) AS ?n) { ?x a ?c . ?y ?p ?o } GROUP BY ?c",
    "SELECT (COUNT(*) AS ?n) { ?x a _:b ; ?p ?o }",
    "SELECT ?p { ?s ?p ?o } HAVING (COUNT(*) > 1)",
    "SELECT DISTINCT ?c { ?x a ?c ; ?p ?o } ORDER BY ?p",
    "SELECT ?c (COUNT(*) AS ?n) { ?x a ?c ; ?p ?o } GROUP BY ?c ORDER BY ?p",
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


@given(sparql=queries())
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
    for clause in ("FROM:", "FROM NAMED:", f"#>\nFROM#\n<{TOTALS.value}>"):
        with suppress(QueryError):
            assert not answer(store, f"PREFIX : {TOTALS} ASK {clause}{{ {of_it} }}").boolean


def test_a_store_without_totals_is_counted(store: ox.Store) -> None:
    """One that is in memory alone has none."""
    bare = ox.Store()
    bare.extend(list(store.quads_for_pattern(None, None, None, ox.DefaultGraph())))
    (count, *_) = OVER_TOTALS
    assert answer(bare, count).rows == answer(store, count).rows
