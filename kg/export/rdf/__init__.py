"""The Turtle export: prefixed, grouped, in a fixed order, written as a stream of blocks.

What it says is the contract of ``docs/ontology.md``; the same knowledge always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kg.export.rdf.claims import Claims
from kg.export.rdf.concepts import concept_blocks, role_blocks, table_block
from kg.export.rdf.holdings import Holdings
from kg.export.rdf.names import Merged, membership_id, role_id
from kg.export.rdf.sources import Sources
from kg.export.rdf.things import Things
from kg.export.rdf.turtle import block, checked_base, relative
from kg.ids import DATA
from kg.model import Kind, Knowledge
from kg.vocab import PREFIXES

__all__ = ["membership_id", "role_id", "turtle_blocks", "write_turtle"]

_BUFFER: Final = 1 << 18


def write_turtle(knowledge: Knowledge, path: Path, base: str = DATA) -> None:
    """Write ``knowledge`` to ``path`` as Turtle, things below ``base`` (an http(s) address that ends in a slash)."""
    with path.open("wb", buffering=_BUFFER) as file:
        file.writelines(turtle_blocks(knowledge, base))


def turtle_blocks(knowledge: Knowledge, base: str = DATA) -> Iterator[bytes]:
    """The pieces of the export of ``knowledge``, in UTF-8."""
    yield f"@base <{checked_base(base)}> .\n".encode()
    yield from (f"@prefix {prefix}: <{iri}> .\n".encode() for prefix, iri in PREFIXES.items())
    merged = Merged(knowledge.same_as)
    holdings = Holdings(knowledge, merged)
    things = Things(knowledge, merged, holdings)
    for kind in Kind:
        yield from _section(str(kind), things.blocks(kind))
    yield from _section("place that an undecided name may be", things.candidate_blocks())
    yield from _section("membership", holdings.blocks())
    yield from _section("role", role_blocks(things.titles))
    yield from _section("concept", concept_blocks(things.concepts))
    yield from _section("table", [table_block()])
    yield from _section("same as", _same_as(knowledge, merged))
    yield from _headed("source", _evidence(knowledge, merged, holdings))


def _section(name: str, blocks: Iterable[str]) -> Iterator[bytes]:
    return _headed(name, (piece.encode() for piece in blocks))


def _headed(name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """``pieces`` under a heading, if there are any."""
    heading = f"\n# ---- {name}\n".encode()
    for piece in pieces:
        yield heading + piece
        heading = b""


def _same_as(knowledge: Knowledge, merged: Merged) -> Iterator[str]:
    for other in sorted(knowledge.same_as):
        if merged(other) != other:
            yield block(relative(other), [("owl:sameAs", [relative(merged(other))])])


def _evidence(knowledge: Knowledge, merged: Merged, holdings: Holdings) -> Iterator[bytes]:
    """Each document, its articles, then the claims that rest on it; at the end the claims that rest on others."""
    sources, claims = Sources(knowledge, merged), Claims(knowledge, merged, holdings)
    parts: dict[str, list[str]] = {}
    for source in knowledge.sources.values():
        parts.setdefault(source.part_of or source.id, []).append(source.id)
    for document in sorted(parts):
        for identifier in sorted(parts[document], key=lambda name: (knowledge.sources[name].start, name)):
            yield f"\n{sources.block(knowledge.sources[identifier])}".encode()
        yield from claims.blocks(document)
    for document in sorted(set(claims.by_document) - set(parts)):
        yield from claims.blocks(document)
