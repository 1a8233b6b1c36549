"""What an export says, part by part, as plain Turtle for pyoxigraph to read: in a fixed order, each part with its section and document.

What it says is the contract of ``docs/ontology.md``; the same knowledge always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kg.export.rdf.claims import Claims
from kg.export.rdf.concepts import concept_blocks, ranks, role_blocks, scheme_blocks, table_block
from kg.export.rdf.held import records_of
from kg.export.rdf.records import Document, Records
from kg.export.rdf.sources import Sources
from kg.export.rdf.things import Things
from kg.export.rdf.turtle import block, checked_base, relative
from kg.model import Kind, Knowledge
from kg.vocab import PREFIXES

_DOCUMENTS: Final = "source"
_AT_ONCE: Final = 1 << 18
"""Bytes of Turtle that are read at a time."""


class Part(NamedTuple):
    """Some Turtle in UTF-8, which relies on :func:`header`.

    It says to which section of the export it belongs, and whose evidence it is, if it is any document's.
    """

    section: str
    source: str
    text: bytes


DECLARED: Final = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items()).encode()
"""The prefixes."""


def header(base: str) -> bytes:
    """The base and the prefixes. :class:`~kg.errors.InputError` for a base that ids cannot hang on."""
    return f"@base <{checked_base(base)}> .\n".encode() + DECLARED


class Parts:
    """The parts of the export of a build.

    ``evidence`` is false where claims and targets are left out; with ``statements`` each document's own parts begin with what it states.
    """

    def __init__(self, build: Knowledge | Records, *, evidence: bool = True, statements: bool = False) -> None:
        self._records = records_of(build)
        self._evidence = evidence
        self._statements = statements

    def __iter__(self) -> Iterator[Part]:
        for name, blocks in self._sections():
            yield from (Part(name, "", text.encode()) for text in blocks if text)
        yield from self._documents()

    def _sections(self) -> Iterator[tuple[str, Iterable[str]]]:
        things = Things(self._records)
        for kind in Kind:
            yield str(kind), things.blocks(kind)
        yield "place of the table that others lead to", things.tabled_blocks()
        yield "role", role_blocks(things.titles)
        concepts = things.concepts | ranks(things.titles)
        yield "concept", concept_blocks(concepts)
        yield "scheme", scheme_blocks(scheme for scheme, _ in [*concepts, ("role", "")])
        yield "table", [table_block()]
        yield "same as", self._same_as()

    def _same_as(self) -> Iterator[str]:
        for other in self._records.merged():
            yield block(relative(other), [("owl:sameAs", [relative(self._records.canonical(other))])])

    def _documents(self) -> Iterator[Part]:
        """Each document, its articles, then the claims that rest on it; at the end the claims that rest on others."""
        for document in self._records.documents(evidence=self._evidence):
            for text in Sources(self._records, document).blocks():
                yield Part(_DOCUMENTS, "", text.encode())
            yield from self._claims(document)

    def _claims(self, document: Document) -> Iterator[Part]:
        if document.claims:
            claims = Claims(document, self._records.canonical)
            if self._statements and document.id:
                yield Part(_DOCUMENTS, document.id, claims.statements())
            yield from (Part(_DOCUMENTS, document.id, text) for text in claims.blocks())


def joined(parts: Iterable[Part]) -> Iterator[bytes]:
    """The texts of ``parts``, joined to about :data:`_AT_ONCE` bytes."""
    held: list[bytes] = []
    size = 0
    for part in parts:
        held.append(part.text)
        size += len(part.text)
        if size > _AT_ONCE:
            yield b"".join(held)
            held.clear()
            size = 0
    if held:
        yield b"".join(held)
