"""What an export says, part by part, as Turtle: grouped, in a fixed order, each part with the document that states it.

What it says is the contract of ``docs/ontology.md``; the same knowledge always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.export.rdf.claims import Claims
from kg.export.rdf.concepts import concept_blocks, ranks, role_blocks, table_block
from kg.export.rdf.holdings import Holdings
from kg.export.rdf.names import Merged
from kg.export.rdf.sources import Sources
from kg.export.rdf.things import Things
from kg.export.rdf.turtle import block, checked_base, relative
from kg.model import Kind, Knowledge
from kg.vocab import PREFIXES


class Part(NamedTuple):
    """Some Turtle in UTF-8, which relies on :func:`header`, and the id of the document whose evidence it is, if it is any."""

    source: str
    text: bytes


def header(base: str) -> bytes:
    """The base and the prefixes. :class:`~kg.errors.InputError` for a base that ids cannot hang on."""
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    return f"@base <{checked_base(base)}> .\n{prefixes}".encode()


class Parts:
    """The parts of the export of a build; ``evidence`` is false where claims and targets are left out."""

    def __init__(self, knowledge: Knowledge, *, evidence: bool = True) -> None:
        self.evidence = evidence
        self.knowledge = knowledge
        self.merged = Merged(knowledge.same_as)
        self.holdings = Holdings(knowledge, self.merged)
        self.claims = Claims(knowledge, self.merged, self.holdings)

    def __iter__(self) -> Iterator[Part]:
        for name, blocks in self._sections():
            yield from (Part("", text) for text in _headed(name, (text.encode() for text in blocks)))
        heading = b"\n# ---- source\n"
        for part in self._sources():
            yield Part(part.source, heading + part.text)
            heading = b""

    def _sections(self) -> Iterator[tuple[str, Iterable[str]]]:
        things = Things(self.knowledge, self.merged, self.holdings)
        for kind in Kind:
            yield str(kind), things.blocks(kind)
        yield "place that an undecided name may be", things.candidate_blocks()
        yield "membership", self.holdings.blocks()
        yield "role", role_blocks(things.titles)
        yield "concept", concept_blocks(things.concepts | ranks(things.titles))
        yield "table", [table_block()]
        yield "same as", self._same_as()

    def _same_as(self) -> Iterator[str]:
        for other in sorted(self.knowledge.same_as):
            if self.merged(other) != other:
                yield block(relative(other), [("owl:sameAs", [relative(self.merged(other))])])

    def _sources(self) -> Iterator[Part]:
        """Each document, its articles, then the claims that rest on it; at the end the claims that rest on others."""
        known, sources = self.knowledge.sources, Sources(self.knowledge, self.merged)
        articles: dict[str, list[str]] = {}
        for source in known.values():
            articles.setdefault(source.part_of or source.id, []).append(source.id)
        for document in sorted(articles):
            for identifier in sorted(articles[document], key=lambda name: (known[name].start, name)):
                yield Part("", f"\n{sources.block(known[identifier])}".encode())
            yield from self._claims(document)
        for document in sorted(set(self.claims.by_document) - set(articles)):
            yield from self._claims(document)

    def _claims(self, document: str) -> Iterator[Part]:
        if self.evidence:
            yield from (Part(document, text) for text in self.claims.blocks(document))


def _headed(name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """``pieces`` under a heading, if there are any."""
    heading = f"\n# ---- {name}\n".encode()
    for piece in pieces:
        yield heading + piece
        heading = b""
