"""Pairing gold facts with found rows."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.score.found import Row
from kg.score.match import LENIENT, STRICT, matches
from kg.score.pairs import pair

NAMES = st.sampled_from(["甲", "乙", "丙", "丁"])
FACTS = st.lists(st.fixed_dictionaries({"name": NAMES, "aliases": st.lists(NAMES), "optional": st.booleans()}), max_size=6)
ROWS = st.lists(st.builds(lambda name: Row({"name": name}), NAMES), max_size=6)


@given(FACTS, ROWS)
def test_as_many_pairs_as_can_be(gold: list[dict], rows: list[Row]) -> None:
    """Facts that count get as many rows as any pairing could give them, whatever the optional ones would take."""
    graph = nx.Graph()
    needed = [fact for fact in gold if not fact["optional"]]
    graph.add_nodes_from(("fact", n) for n in range(len(needed)))
    graph.add_edges_from(
        (("fact", n), ("row", m)) for n, fact in enumerate(needed) for m, row in enumerate(rows) if matches("persons", fact, row, STRICT)
    )
    most = len(nx.bipartite.maximum_matching(graph, top_nodes=[("fact", n) for n in range(len(needed))])) // 2
    assert len(pair("persons", gold, rows, STRICT).hits) == most


@given(FACTS, ROWS)
def test_every_fact_and_row_is_in_one_place(gold: list[dict], rows: list[Row]) -> None:
    """A fact that counts is hit or missed; a row is at most once in a hit, and wrong only if it is in none and like no optional fact."""
    pairs = pair("persons", gold, rows, LENIENT)
    assert len(pairs.hits) + len(pairs.missed) == sum(not fact["optional"] for fact in gold)
    taken = [id(row) for _, row in pairs.hits]
    assert len(set(taken)) == len(taken)
    assert set(taken).isdisjoint(id(row) for row in pairs.wrong)
    optional = [fact for fact in gold if fact["optional"]]
    assert not any(matches("persons", fact, row, LENIENT) for fact in optional for row in pairs.wrong)


def test_leniently_the_strict_pair_comes_first() -> None:
    """A row that stands as it should is not given to a fact that it is only near to."""
    gold = [{"name": "岳阳市", "aliases": ["华容县"]}, {"name": "华容县"}]
    ((fact, row),) = pair("places", gold, [Row({"name": "华容县"})], LENIENT).hits
    assert (fact["name"], row.fields["name"]) == ("华容县", "华容县")
