"""Claims as Turtle: the bulk of an export.

The claims of a document are written by columns (all subjects, all objects, …) that are then joined row by row. Nearly every
cell is a term that many claims share and that is made once; what is left to do for each claim is to look it up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, repeat
from operator import attrgetter, itemgetter
from typing import Final

from kg.export.rdf.holdings import Holdings
from kg.export.rdf.names import BASES, CLASSES, Merged
from kg.export.rdf.targets import Targets
from kg.export.rdf.turtle import Iris, confidence, date, joined, relative, string
from kg.model import LITERAL_RELATIONS, Basis, Claim, Knowledge, Properties, Relation

_SUBJECT: Final = b" a zm:Claim , rdf:Statement , oa:Annotation , prov:Entity ;\n    rdf:subject "
_PREDICATE: Final = b" ;\n    rdf:predicate "
_OBJECT: Final = b" ;\n    rdf:object "
_PREDICATES: Final = {relation: str(relation).encode() for relation in Relation}
_spans = attrgetter("spans")
_AT_ONCE: Final = 100
"""Claims of one document that are held as text at the same time."""


class Claims:
    """Writes the claims of a build, document by document."""

    def __init__(self, knowledge: Knowledge, merged: Merged, holdings: Holdings) -> None:
        """Sort the claims of ``knowledge`` by document."""
        self.knowledge = knowledge
        self.merged = merged
        self.holdings = holdings
        self.by_document: dict[str, list[Claim]] = defaultdict(list)
        documents = {source.id: source.part_of or source.id for source in knowledge.sources.values()}
        for _, claim in sorted(knowledge.claims.items(), key=itemgetter(0)):
            if claim.basis is not Basis.TABLE:
                self.by_document[documents.get(claim.source, claim.source)].append(claim)
        self._terms = Iris(merged)
        self._terms.update((str(kind), name.encode()) for kind, name in CLASSES.items())
        self._origins: dict[tuple[Basis, float, str, str], bytes] = {}
        self._grounds: dict[tuple[str, Properties], bytes] = {}

    def blocks(self, document: str) -> Iterator[bytes]:
        """Turtle for the claims that rest on ``document``, each followed by the targets that are new with it.

        ``""`` stands for claims without a source, which are derived from others.
        """
        targets = Targets(relative(document)[1:-1], self.knowledge.texts.get(document, "")) if document else None
        for claims in _batches(_in_order(self.by_document.get(document, []))):
            yield b"".join(chain.from_iterable(self._rows(claims, targets)))

    def statements(self, document: str) -> Iterator[bytes]:
        """Turtle for what ``document`` states, each statement once."""
        columns = self._columns(_in_order(self.by_document.get(document, [])))
        yield from dict.fromkeys(b"%b %b %b .\n" % row for row in zip(*columns, strict=True))

    def _columns(self, claims: list[Claim]) -> tuple[list[bytes], list[bytes], list[bytes]]:
        """Subjects, predicates and objects of what ``claims`` say."""
        terms = self._terms
        subjects, objects = [terms[claim.subject] for claim in claims], [terms[claim.object] for claim in claims]
        predicates = [_PREDICATES[claim.relation] for claim in claims]
        for row, claim in enumerate(claims):
            if claim.relation in LITERAL_RELATIONS:
                subjects[row], predicates[row], objects[row] = self._dated(claim)
        return subjects, predicates, objects

    def _rows(self, claims: list[Claim], targets: Targets | None) -> Iterator[tuple[bytes, ...]]:
        subjects, predicates, objects = self._columns(claims)
        names = [_claim_iri(claim.id) for claim in claims]
        found, grounds = map(self._origin, claims), map(self._ground, claims)
        ends = [targets.end(claim.spans) for claim in claims] if targets else repeat(b" .\n")
        said = (names, repeat(_SUBJECT), subjects, repeat(_PREDICATE), predicates, repeat(_OBJECT), objects)
        return zip(*said, found, grounds, ends)  # noqa: B905 - repeat has no end

    def _origin(self, claim: Claim) -> bytes:
        key = (claim.basis, claim.confidence, claim.extractor, claim.rule)
        return self._origins.get(key) or self._origins.setdefault(key, _origin(*key))

    def _ground(self, claim: Claim) -> bytes:
        key = (claim.source, claim.qualifiers)
        return self._grounds.get(key) or self._grounds.setdefault(key, _ground(*key))

    def _dated(self, claim: Claim) -> tuple[bytes, bytes, bytes]:
        """A statement about a date. A proposal without one says which post the membership is for."""
        subject = relative(self.holdings.of_claim(claim)).encode()
        post = self.knowledge.things.get(self.merged(claim.object))
        if post is None:
            return subject, _PREDICATES[claim.relation], (date(claim.object) or string(claim.object)).encode()
        if term := date(self._proposed_on(claim)):
            return subject, _PREDICATES[claim.relation], term.encode()
        return subject, b"zm:post", relative(post.id).encode()

    def _proposed_on(self, claim: Claim) -> str:
        """The date of a proposal: the claim's own, or that of its source where the membership has it."""
        own = next((value for key, value in claim.qualifiers if key in ("date", "proposed")), "")
        source = self.knowledge.sources.get(claim.source)
        spell = self.holdings.by_id.get(self.holdings.of_claim(claim))
        stated = spell.dates["proposed"] if spell else []
        return own or (source.date if source and source.date in stated else "")


def _in_order(claims: list[Claim]) -> list[Claim]:
    """``claims``, which come in the order of their ids, by their spans."""
    return sorted(claims, key=_spans)


def _batches(claims: list[Claim]) -> Iterator[list[Claim]]:
    return (claims[start : start + _AT_ONCE] for start in range(0, len(claims), _AT_ONCE))


def _origin(basis: Basis, sure: float, extractor: str, rule: str) -> bytes:
    """How claims were found: the same for very many."""
    found = f" ;\n    zm:basis {BASES[basis]} ;\n    zm:confidence {confidence(sure)} ;\n    zm:extractor {string(extractor)}"
    named = f" ;\n    {'zm:derivedBy' if basis is Basis.DERIVED else 'zm:rule'} {string(rule)}" if rule else ""
    return f"{found}{named}".encode()


def _ground(source: str, qualifiers: Properties) -> bytes:
    """The status of a holding, and what a claim rests on: its source, or other claims."""
    statuses = [f" ;\n    zm:status {string(value)}" for key, value in qualifiers if key == "status"]
    rests_on = [value for key, value in qualifiers if key == "claim"] or [source] * bool(source)
    derived = f" ;\n    prov:wasDerivedFrom {joined(map(relative, rests_on))}" if rests_on else ""
    return f"{''.join(statuses)}{derived}".encode()


def _claim_iri(identifier: str) -> bytes:
    """The IRI of a claim's id, past the cache of :func:`relative`: a claim is named once."""
    plain = identifier.startswith("claim/") and identifier.isascii() and identifier[6:].isalnum()
    return f"<{identifier}>".encode() if plain else relative(identifier).encode()
