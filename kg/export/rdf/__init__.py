"""RDF: Turtle, written by hand as a stream of blocks, and the other forms, made of these by pyoxigraph, also as streams."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kg.export.rdf.names import membership_id, role_id
from kg.export.rdf.parts import Parts, header
from kg.export.rdf.records import Records
from kg.ids import DATA
from kg.model import Knowledge

__all__ = ["membership_id", "role_id", "turtle_blocks", "write_turtle"]

_BUFFER: Final = 1 << 18
_ABOUT: Final = b"""\
# A knowledge graph that zhengmai read from Chinese official documents, in the vocabulary <https://w3id.org/zhengmai/ontology>:
# the things by their kind, behind each person the terms in office; then the documents, each with its claims and the words that make them.

"""


def write_turtle(build: Knowledge | Records, path: Path, base: str = DATA, *, evidence: bool = True) -> None:
    """Write ``build`` to ``path`` as Turtle, things below ``base`` (an http(s) address that ends in a slash).

    Without ``evidence``, facts alone: no claims and no quotations.
    """
    with path.open("wb", buffering=_BUFFER) as file:
        file.writelines(turtle_blocks(build, base, evidence=evidence))


def turtle_blocks(build: Knowledge | Records, base: str = DATA, *, evidence: bool = True) -> Iterator[bytes]:
    """The pieces of the export of ``build``, in UTF-8."""
    yield _ABOUT + header(base)
    yield from (part.text for part in Parts(build, evidence=evidence))
