"""Whether an export keeps the rules of the vocabulary: the SHACL shapes of ``ontology/shapes.ttl`` over ``graph.ttl``.

pyshacl checks the core constraints. The constraints in SPARQL it would ask once for each thing, through rdflib, which takes
minutes; here each is asked once for all things, of pyoxigraph. Tests hold both ways to the same verdicts.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import BuildFolderError, MissingExtraError
from kg.query.conformance.core import core_faults
from kg.query.conformance.queries import query_faults
from kg.query.conformance.violation import Violation, described
from kg.vocab import folder

__all__ = ["Violation", "validate"]

GRAPH: Final = "graph.ttl"


def validate(build: str | Path) -> list[Violation]:
    """The violations in the build in the folder ``build``, in the order of things; none if it conforms.

    An export without evidence (``--evidence none``) is not held to the shapes that ask for some.
    :class:`~kg.errors.BuildFolderError` where there is no readable ``graph.ttl``, :class:`~kg.errors.MissingExtraError` without pyshacl.
    """
    try:
        import pyshacl as _  # noqa: F401, PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("pyshacl", "validate") from None
    path = Path(build) / GRAPH
    if not path.is_file():
        raise BuildFolderError(f"{build}: there is no {GRAPH}; make it with: kg build INPUT -o {build}")
    try:
        turtle = path.read_bytes()
        store = ox.Store()
        store.bulk_load(turtle, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise BuildFolderError(f"{path}: line {error.lineno}: {error.msg}; build it again") from None
    except OSError as error:
        raise BuildFolderError(f"{path}: cannot be read: {error.strerror}") from None
    return found_in(turtle, store)


def found_in(turtle: bytes, store: ox.Store) -> list[Violation]:
    """The violations in an export, given as Turtle and as a store of the same."""
    shapes = (folder() / "shapes.ttl").read_bytes()
    faults = [*core_faults(turtle, shapes), *query_faults(store, shapes)]
    return [described(fault, store) for fault in sorted(set(faults))]
