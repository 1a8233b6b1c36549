"""``python -m bench.query``: how long ``kg query`` takes over a million triples, start-up included, once the store is there.

The build of ``seeds/`` is replicated, each copy below a base of its own, until there are ``--triples``. Each query is asked by a
process of its own: seconds on the wall and of CPU, medians of ``--repeat`` runs after one that does not count. Beside it the engine
alone, in this process, and rdflib over the same triples (which it loads first, for a minute or two; ``--no-rdflib`` leaves it out).
Nothing is asserted.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final

import pyoxigraph as ox
from rdflib import Graph

import kg
from bench.clock import timed
from bench.mix import SEEDS
from kg.ids import DATA
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
    "everything, by class": "SELECT ?class (COUNT(*) AS ?n) { ?x a ?class } GROUP BY ?class",
    "every triple, counted": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
}


def main() -> None:
    """Replicate, load, ask, print."""
    options = _options()
    with TemporaryDirectory(prefix="kg-bench-") as folder:
        build = Path(folder)
        triples = replicate(build, options.triples)
        first = _seconds(lambda: open_store(build))
        graph = Graph()
        loading = 0.0 if options.no_rdflib else _seconds(lambda: graph.parse(build / "graph.ttl"))
        print(f"{triples:,} triples. Seconds of CPU to make the store: {first:.1f}", f"and to load rdflib: {loading:.1f}" * bool(loading))
        print(f"\n{'median of ' + str(options.repeat):<30} {'kg, wall':>9} {'kg, CPU':>9} {'engine':>9} {'rdflib':>9}")
        for name, text in QUERIES.items():
            _row(name, text, build, options.repeat, graph if loading else None)


def replicate(folder: Path, triples: int) -> int:
    """Write at least ``triples`` triples to ``graph.ttl`` in ``folder``: copies of the build of ``seeds/``; how many they are."""
    kg.build(SEEDS, folder, ("turtle",))
    path = folder / "graph.ttl"
    once = path.read_bytes()
    many = sum(1 for _ in ox.parse(once, format=ox.RdfFormat.TURTLE))
    copies = -(-triples // many)
    with path.open("wb") as file:
        for number in range(copies):
            base = f"{DATA}copy/{number}/" if number else DATA
            file.write(once.replace(f"@base <{DATA}>".encode(), f"@base <{base}>".encode(), 1))
    return copies * many


def _row(name: str, text: str, build: Path, repeat: int, graph: Graph | None) -> None:
    store = open_store(build)
    command = [sys.executable, "-m", "kg", "query", str(build), text]
    figures = [
        timed(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL), repeat, clock) for clock in (perf_counter, _children)
    ]
    figures.append(timed(lambda: list(store.query(text, prefixes=dict(PREFIXES))), repeat))  # type: ignore[arg-type]
    if graph is not None:
        figures.append(timed(lambda: list(graph.query(text, initNs=PREFIXES)), 1))
    print(f"{name:<30}", *(f"{figure:9.3f}" for figure in figures), flush=True)


def _children() -> float:
    """CPU seconds of the processes that this one has waited for."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _seconds(function: Callable[[], object]) -> float:
    start = process_time()
    function()
    return process_time() - start


def _options() -> argparse.Namespace:
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m bench.query", description=__doc__, formatter_class=plain)
    parser.add_argument("--triples", type=int, default=10**6, metavar="N", help="how many triples at least (default: 1,000,000)")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="runs that count (default: 5)")
    parser.add_argument("--no-rdflib", action="store_true", help="leave rdflib out")
    return parser.parse_args()


if __name__ == "__main__":
    main()
