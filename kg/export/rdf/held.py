"""The records of a build that is in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from kg.export.rdf.names import Merged
from kg.export.rdf.records import NAMED, Document, Entry, Named, Records
from kg.model import LITERAL_RELATIONS, Basis, Claim, Fact, Kind, Knowledge, Relation, Source, Status, Thing


def records_of(build: Knowledge | Records) -> Records:
    """The records of ``build``, which may be them already."""
    return Held(build) if isinstance(build, Knowledge) else build


class Held:
    """``knowledge`` as :class:`~kg.export.rdf.records.Records`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.canonical = Merged(knowledge.same_as)

    def thing(self, identifier: str) -> Thing | None:
        """The thing of that id, if it is known."""
        return self._knowledge.things.get(identifier)

    def merged(self) -> Iterable[str]:
        """The ids for which others stand, in order."""
        return sorted(other for other in self._knowledge.same_as if self.canonical(other) != other)

    def entries(self, kind: Kind) -> Iterator[Entry]:
        """The things of ``kind``, in the order of ids."""
        things, facts, holders = self._knowledge.things, self._facts, self._holders
        namesakes = _namesakes(things.values()) if kind is Kind.PROGRAM else {}
        for identifier in self._by_kind[kind]:
            held_by = len(holders.get(identifier, ()))
            yield Entry(things[identifier], facts.get(identifier, []), held_by, namesakes.get(identifier, ()))

    def documents(self, *, evidence: bool) -> Iterator[Document]:
        """The documents in the order of ids, those without sources at the end; without ``evidence`` no claims and no texts."""
        sources, named = self._sources, self._named
        claims, texts = (self._claims, self._knowledge.texts) if evidence else ({}, {})
        for document in [*sorted(sources), *sorted(set(claims) - set(sources))]:
            found = sorted(sources.get(document, ()), key=lambda source: (source.start, source.id))
            yield Document(document, found, named.get(document, []), claims.get(document, []), texts.get(document, ""))

    @cached_property
    def _by_kind(self) -> dict[Kind, list[str]]:
        """The ids of things by their kind, in order."""
        ids: dict[Kind, list[str]] = defaultdict(list)
        for identifier in sorted(self._knowledge.things):
            ids[self._knowledge.things[identifier].kind].append(identifier)
        return ids

    @cached_property
    def _facts(self) -> dict[str, list[Fact]]:
        """Facts by their subject."""
        things, facts = self._knowledge.things, defaultdict[str, list[Fact]](list)
        for fact in self._knowledge.facts:
            if fact.subject in things and (fact.object in things or fact.relation in LITERAL_RELATIONS):
                facts[fact.subject].append(fact)
        return facts

    @cached_property
    def _holders(self) -> dict[str, set[str]]:
        """The persons who hold or held each post."""
        people: dict[str, set[str]] = defaultdict(set)
        for facts in self._facts.values():
            for fact in facts:
                if fact.relation is Relation.HOLDS and fact.status != Status.PROPOSED:
                    people[fact.object].add(fact.subject)
        return people

    @cached_property
    def _sources(self) -> dict[str, list[Source]]:
        """Documents and their articles, by document."""
        found: dict[str, list[Source]] = defaultdict(list)
        for source in self._knowledge.sources.values():
            found[source.part_of or source.id].append(source)
        return found

    @cached_property
    def _document_of(self) -> dict[str, str]:
        """The document of each source."""
        return {source.id: source.part_of or source.id for source in self._knowledge.sources.values()}

    @cached_property
    def _named(self) -> dict[str, list[Named]]:
        """What each document names."""
        things, documents, named = self._knowledge.things, self._document_of, defaultdict[str, list[Named]](list)
        for source, name, (start, _), _ in self._knowledge.mentions:
            thing = things.get(self.canonical(name))
            if thing is not None and thing.kind in NAMED and source in documents:
                named[documents[source]].append(Named(source, start, thing.id))
        return named

    @cached_property
    def _claims(self) -> dict[str, list[Claim]]:
        """Claims by document; those that only a table makes are none."""
        documents = self._document_of
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._knowledge.claims.values():
            if claim.basis is not Basis.TABLE:
                claims[documents.get(claim.source, claim.source)].append(claim)
        return claims


def _namesakes(things: Iterable[Thing]) -> dict[str, tuple[str, ...]]:
    """Programs of one label: each is linked with the first of them, both ways, so that links stay linear in programs."""
    named: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        if thing.kind is Kind.PROGRAM:
            named[thing.label].append(thing.id)
    twins: dict[str, tuple[str, ...]] = {}
    for found in named.values():
        first, *others = sorted(found)
        twins |= dict.fromkeys(others, (first,)) | ({first: tuple(others)} if others else {})
    return twins
