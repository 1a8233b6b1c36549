"""What the writers of RDF ask of a build: its records, one after the other, in the order of ids.

Two things can answer: a build in memory (:mod:`kg.export.rdf.held`) and the database of one (:mod:`kg.export.rdf.stored`), which never
holds more than a document, or a thing with its facts, so that what is written may be larger than memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

from kg.model import Claim, Fact, Kind, Source, Thing

NAMED: Final = frozenset({Kind.PERSON, Kind.BODY, Kind.PLACE, Kind.PROGRAM, Kind.EVENT, Kind.DOCUMENT})
"""The kinds of thing that a text names."""


class Entry(NamedTuple):
    """A thing with what is said of it.

    ``facts`` are those of which it is the subject and whose object is a date or a thing that is known. ``holders`` counts the persons
    who hold or held a post. ``namesakes`` of a program are the programs that it is linked with: the first of its label with all others.
    """

    thing: Thing
    facts: list[Fact]
    holders: int = 0
    namesakes: tuple[str, ...] = ()


class Named(NamedTuple):
    """That ``source`` names ``thing`` (the id that stands for it), at ``start``."""

    source: str
    start: int
    thing: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its articles (``sources``, in the order of the text), what it names, and, if asked for, its claims and its text.

    Claims that rest on other claims, or on a document that is not known, come in a document without sources.
    """

    id: str
    sources: list[Source]
    named: list[Named]
    claims: list[Claim] = field(default_factory=list)
    text: str = ""


class Records(Protocol):
    """The records of a build."""

    def canonical(self, identifier: str) -> str:
        """The id that stands for ``identifier``."""

    def thing(self, identifier: str) -> Thing | None:
        """The thing of that id, if it is known."""

    def merged(self) -> Iterable[str]:
        """The ids for which others stand, in order."""

    def entries(self, kind: Kind) -> Iterator[Entry]:
        """The things of ``kind``, in the order of ids."""

    def documents(self, *, evidence: bool) -> Iterator[Document]:
        """The documents in the order of ids, those without sources at the end; without ``evidence`` no claims and no texts."""
