"""An export as quads, for the forms of RDF that pyoxigraph writes. No more than a few hundred claims are held at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export.rdf.parts import Part, Parts, header
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
_AT_ONCE: Final = 1 << 18
"""Bytes of Turtle that are read at a time."""


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
    for source, turtle in _together(parts, named=named):
        for quad in ox.parse(start + turtle, ox.RdfFormat.TURTLE):
            yield quad if not source else ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(base + source))


def _together(parts: Parts, *, named: bool) -> Iterator[Part]:
    """The parts, joined to about :data:`_AT_ONCE` bytes; with ``named``, each document's own apart."""
    for source, some in groupby(parts, key=lambda part: part.source if named else ""):
        held: list[bytes] = []
        for part in some:
            held.append(part.text)
            if sum(map(len, held)) > _AT_ONCE:
                yield Part(source, b"".join(held))
                held.clear()
        yield Part(source, b"".join(held))
