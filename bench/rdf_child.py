"""One task in a process of its own: ``python -m bench.rdf_child TASK ARGUMENT ...`` prints its CPU seconds and peak memory as JSON.

Tasks: ``write DIR FORMAT`` (from ``facts.sqlite``), ``rdflib FILE`` and ``pyoxigraph FILE`` (load a Turtle file, write it, ask).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from bench.child import peak
from kg.vocab import PREFIXES

QUERIES = {
    "lookup": 'SELECT ?p ?o WHERE { ?s skos:prefLabel "文立诚"@zh-Hans ; ?p ?o }',
    "count": "SELECT (COUNT(*) AS ?n) WHERE { ?claim a zm:Claim }",
    "group-by": "SELECT ?kind (COUNT(?body) AS ?n) WHERE { ?body a zm:Body ; org:classification ?kind } GROUP BY ?kind",
    "2-hop": "SELECT (COUNT(*) AS ?n) WHERE { ?one org:organization ?body ; org:member ?a . ?two org:organization ?body ; org:member ?b }",
}


def write(folder: str, name: str) -> dict[str, float]:
    """Write a format of the build in ``folder`` from its database."""
    from kg.export.publish import export_again  # noqa: PLC0415 - counts to this task alone

    return {"write": _seconds(lambda: export_again(Path(folder), [name]))}


def rdflib(file: str) -> dict[str, float]:
    """Load, write and ask with rdflib."""
    from rdflib import Graph  # noqa: PLC0415

    graph, prefixes = Graph(), dict(PREFIXES)
    took = {"load": _seconds(lambda: graph.parse(file, format="turtle"))}
    with TemporaryDirectory() as folder:
        took["write"] = _seconds(lambda: graph.serialize(Path(folder, "graph.ttl"), format="turtle"))
    return took | {name: _seconds(lambda text=text: list(graph.query(text, initNs=prefixes))) for name, text in QUERIES.items()}


def pyoxigraph(file: str) -> dict[str, float]:
    """Load into memory and onto a disk, and ask of the store on the disk, as ``kg query`` does."""
    import pyoxigraph as ox  # noqa: PLC0415

    def load(store: ox.Store) -> None:
        store.bulk_load(path=file, format=ox.RdfFormat.TURTLE)

    took, prefixes = {"load": _seconds(lambda: load(ox.Store()))}, dict(PREFIXES)
    with TemporaryDirectory() as folder:
        store = ox.Store(folder)
        took["load onto a disk"] = _seconds(lambda: load(store))
        took |= {name: _seconds(lambda text=text: list(store.query(text, prefixes=prefixes))) for name, text in QUERIES.items()}
        return took | {"triples": len(store)}


def _seconds(task: Callable[[], object]) -> float:
    start = process_time()
    task()
    return process_time() - start


if __name__ == "__main__":
    tasks: dict[str, Callable[..., dict[str, float]]] = {"write": write, "rdflib": rdflib, "pyoxigraph": pyoxigraph}
    took = tasks[sys.argv[1]](*sys.argv[2:])
    print(json.dumps(took | {"peak": peak()}))
