"""An export as quads, for the forms of RDF that pyoxigraph writes. No more than a few hundred claims are held at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export.rdf.parts import Parts, header, joined
from kg.export.rdf.records import Records
from kg.ids import DATA
from kg.model import Knowledge
from kg.vocab import PREFIXES

FORMS: Final = {
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdf": ox.RdfFormat.RDF_XML,
}
"""The forms, by the end of a file's name."""

_PREFIXED: Final = (".trig", ".rdf")


def write_rdf(build: Knowledge | Records, path: Path, base: str = DATA, *, evidence: bool = True) -> None:
    """Write ``build`` to ``path`` in the form that the end of its name says (see :data:`FORMS`).

    N-Quads and TriG have a graph for each document, named by it: what the document states, and its claims and quotations. All
    facts stand in the default graph as well, so that a query that names no graph finds them.
    """
    form = FORMS[path.suffix.removeprefix(".")]
    found = quads(build, base, evidence=evidence, named=form.supports_datasets)
    ox.serialize(found, str(path), form, prefixes=dict(PREFIXES) if path.suffix in _PREFIXED else None)


def quads(build: Knowledge | Records, base: str = DATA, *, evidence: bool = True, named: bool = False) -> Iterator[ox.Quad]:
    """The quads of the export, those about one thing one after the other; all in the default graph, unless ``named``."""
    parts = Parts(build, evidence=evidence, statements=named)
    start = header(base)
    for source, some in groupby(parts, key=lambda part: part.source if named else ""):
        for turtle in joined(some):
            found = ox.parse(start + turtle, ox.RdfFormat.TURTLE)
            yield from found if not source else _in_graph(found, ox.NamedNode(base + source))


def _in_graph(found: Iterable[ox.Quad], name: ox.NamedNode) -> Iterator[ox.Quad]:
    return (ox.Quad(quad.subject, quad.predicate, quad.object, name) for quad in found)
