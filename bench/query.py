"""``python -m bench.query``: how long ``kg query`` takes over a million triples, start-up included, once the store is there.

The build of ``seeds/`` is copied until there are ``--triples``. Each query is asked by a process of its own: seconds on the wall and
of CPU, medians of ``--repeat`` runs after one that does not count; beside it the CPU seconds of the engine alone, in this process, over
the triples, also where ``kg query`` has totals.
What rdflib takes to answer, ``python -m bench.rdf`` says. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from math import ceil
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final

import pyoxigraph as ox

import kg
from bench.clock import timed
from bench.copies import copies
from bench.mix import SEEDS
from kg.export.rdf import write_turtle
from kg.export.rdf.quads import quads
from kg.query import open_store
from kg.query.library import named
from kg.vocab import PREFIXES

QUERIES: Final = {
    "look up a name": "SELECT ?post { ?p skos:prefLabel '文立诚'@zh-Hans ; org:holds/skos:prefLabel ?post }",
    "count people": "SELECT (COUNT(*) AS ?n) { ?p a zm:Person }",
    "count claims": "SELECT (COUNT(*) AS ?n) { ?c a zm:Claim }",
    "bodies by kind": "SELECT ?kind (COUNT(*) AS ?n) { ?b a zm:Body ; org:classification ?kind } GROUP BY ?kind ORDER BY DESC(?n)",
    "posts by office": "SELECT ?role (COUNT(*) AS ?n) { ?p a org:Post ; org:role ?role } GROUP BY ?role ORDER BY DESC(?n) LIMIT 20",
    "holders in a place (library)": named("holders-in-place").bind({"place": "岳阳市"}),
    "claims by basis": "SELECT ?basis (COUNT(*) AS ?n) { ?c a zm:Claim ; zm:basis ?basis } GROUP BY ?basis",
    "everything, by class": "SELECT ?class (COUNT(*) AS ?n) { ?x a ?class } GROUP BY ?class",
    "every triple, counted": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "every triple, by predicate": "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n)",
    "subjects, each once": "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
    "own terms alone": "SELECT ?p (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o FILTER STRSTARTS(STR(?p), STR(zm:)) } GROUP BY ?p",
    "what things of each class have": "SELECT ?c ?p (COUNT(*) AS ?n) { ?s a ?c ; ?p ?o } GROUP BY ?c ?p",
    "claims that are sure": "SELECT (COUNT(*) AS ?n) { ?c a zm:Claim ; zm:confidence ?v FILTER (?v >= 0.9) }",
    "most often said of": "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s ORDER BY DESC(?n) LIMIT 10",
}


def main() -> None:
    """Copy, load, ask, print."""
    options = _options()
    one = kg.build(SEEDS).knowledge
    number = ceil(options.triples / sum(1 for _ in quads(one)))
    with TemporaryDirectory(prefix="kg-bench-") as temporary:
        build = Path(temporary)
        write_turtle(copies(one, number), build / "graph.ttl")
        start = process_time()
        store = open_store(build)
        took = process_time() - start
        print(f"{len(store):,} triples; the store was made in {took:.1f} s of CPU")
        print(f"\n{'median of ' + str(options.repeat):<30} {'kg, wall':>9} {'kg, CPU':>9} {'engine':>9}")
        for name, text in QUERIES.items():
            _row(name, text, build, store, options.repeat)


def _row(name: str, text: str, build: Path, store: ox.Store, repeat: int) -> None:
    command = [sys.executable, "-m", "kg", "query", str(build), text]
    figures = [
        timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), repeat, clock) for clock in (perf_counter, _children)
    ]
    figures.append(timed(lambda: list(store.query(text, prefixes=dict(PREFIXES))), repeat))  # type: ignore[arg-type]
    print(f"{name:<30}", *(f"{figure:9.3f}" for figure in figures), flush=True)


def _children() -> float:
    """CPU seconds of the processes that this one has waited for."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _options() -> argparse.Namespace:
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m bench.query", description=__doc__, formatter_class=plain)
    parser.add_argument("--triples", type=int, default=10**6, metavar="N", help="how many triples at least (default: 1,000,000)")
    parser.add_argument("--repeat", type=int, default=10, metavar="N", help="runs that count (default: 10)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
