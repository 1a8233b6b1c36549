"""One task in a process of its own: ``python -m bench.rdf_child TASK ARGUMENT ...`` prints the CPU seconds of each step when it is done.

Each is a line of JSON; the last one is the peak memory. Tasks: ``write DIR FORMAT`` (from ``facts.sqlite``), ``rdflib FILE SECONDS`` (load
a Turtle file, ask, write it; the last is given up after so many) and ``pyoxigraph FILE`` (load it, ask).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from signal import ITIMER_PROF, SIGPROF, setitimer, signal
from tempfile import TemporaryDirectory
from time import process_time
from typing import NoReturn

from bench.child import peak
from kg.vocab import PREFIXES

QUERIES = {
    "lookup": 'SELECT ?p ?o WHERE { ?s skos:prefLabel "文立诚"@zh-Hans ; ?p ?o }',
    "count": "SELECT (COUNT(*) AS ?n) WHERE { ?claim a zm:Claim }",
    "group-by": "SELECT ?kind (COUNT(?body) AS ?n) WHERE { ?body a zm:Body ; org:classification ?kind } GROUP BY ?kind",
    "2-hop": "SELECT (COUNT(*) AS ?n) WHERE { ?one org:organization ?body ; org:member ?a . ?two org:organization ?body ; org:member ?b }",
}

GIVEN_UP = "given up after"
"""The step that took too long; what it took is the last figure."""

Figures = Iterator[tuple[str, float]]


def write(folder: str, name: str) -> Figures:
    """Write a format of the build in ``folder`` from its database."""
    from kg.export.publish import export_again  # noqa: PLC0415 - counts to this task alone

    yield "write", _seconds(lambda: export_again(Path(folder), [name]))


def rdflib(file: str, most: str) -> Figures:
    """Load, ask and write with rdflib; what is not written within ``most`` seconds of CPU is ``GIVEN_UP``."""
    from rdflib import Graph  # noqa: PLC0415

    graph, prefixes = Graph(), dict(PREFIXES)
    yield "load", _seconds(lambda: graph.parse(file, format="turtle"))
    for name, text in QUERIES.items():
        yield name, _seconds(lambda text=text: list(graph.query(text, initNs=prefixes)))
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # its threads may still write
        path = Path(folder, "graph")
        yield "write ntriples", _seconds(lambda: graph.serialize(path, format="nt11", encoding="utf-8"))
        yield _within(float(most), "write turtle", lambda: graph.serialize(path, format="turtle"))


def pyoxigraph(file: str) -> Figures:
    """Load into memory and onto a disk, and ask of the store on the disk, as ``kg query`` does."""
    import pyoxigraph as ox  # noqa: PLC0415

    def load(store: ox.Store) -> None:
        store.bulk_load(path=file, format=ox.RdfFormat.TURTLE)

    yield "load", _seconds(lambda: load(ox.Store()))
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # its threads may still write
        store = ox.Store(folder)
        yield "load onto a disk", _seconds(lambda: load(store))
        for name, text in QUERIES.items():
            yield name, _seconds(lambda text=text: list(store.query(text, prefixes=dict(PREFIXES))))
        yield "triples", len(store)


def _seconds(task: Callable[[], object]) -> float:
    start = process_time()
    task()
    return process_time() - start


def _within(most: float, name: str, task: Callable[[], object]) -> tuple[str, float]:
    """The name of a step and its seconds, under another name if it is ended after ``most``."""
    signal(SIGPROF, _end)
    setitimer(ITIMER_PROF, most)
    start = process_time()
    try:
        task()
    except TimeoutError:
        name = GIVEN_UP
    setitimer(ITIMER_PROF, 0)
    return name, process_time() - start


def _end(*_: object) -> NoReturn:
    raise TimeoutError


if __name__ == "__main__":
    tasks: dict[str, Callable[..., Figures]] = {"write": write, "rdflib": rdflib, "pyoxigraph": pyoxigraph}
    for step, figure in tasks[sys.argv[1]](*sys.argv[2:]):
        print(json.dumps({step: figure}), flush=True)
    print(json.dumps({"peak": peak()}))
