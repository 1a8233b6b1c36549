"""Claims as Turtle: the bulk of an export.

The claims of a document are written by columns (all subjects, all objects, …) that are then joined row by row. Nearly every
cell is a term that many claims share and that is made once; what is left to do for each claim is to look it up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain, repeat
from operator import attrgetter
from typing import Final

from kg.export.rdf.names import BASES, CLASSES, membership_id
from kg.export.rdf.records import Document
from kg.export.rdf.targets import Targets
from kg.export.rdf.turtle import Iris, confidence, date, joined, relative, string
from kg.model import LITERAL_RELATIONS, Basis, Claim, Properties, Relation

_SUBJECT: Final = b" a zm:Claim , rdf:Statement , oa:Annotation , prov:Entity ; rdf:subject "
_PREDICATE: Final = b" ; rdf:predicate "
_OBJECT: Final = b" ; rdf:object "
_PREDICATES: Final = {relation: str(relation).encode() for relation in Relation}
_KINDS: Final = {str(kind): name.encode() for kind, name in CLASSES.items()}
_spans, _id = attrgetter("spans"), attrgetter("id")
_AT_ONCE: Final = 100
"""Claims of one document that are held as text at the same time."""


class Claims:
    """Writes the claims of one document, or those that rest on other claims."""

    def __init__(self, document: Document, canonical: Callable[[str], str]) -> None:
        """``canonical`` gives the id that stands for an id."""
        self._claims = _in_order(document.claims)
        self._dates = {source.id: source.date for source in document.sources}
        self._canonical = canonical
        self._targets = Targets(relative(document.id)[1:-1], document.text) if document.id else None
        self._terms = Iris(canonical)
        self._terms.update(_KINDS)
        self._grounds: dict[tuple[str, Properties], bytes] = {}

    def blocks(self) -> Iterator[bytes]:
        """Turtle for the claims, each followed by the targets that are new with it."""
        for claims in _batches(self._claims):
            yield b"".join(chain.from_iterable(self._rows(claims)))

    def statements(self) -> bytes:
        """Turtle for what the document states, each statement once."""
        return b"".join(dict.fromkeys(b"%b %b %b .\n" % row for row in zip(*self._columns(self._claims), strict=True)))

    def _columns(self, claims: list[Claim]) -> tuple[list[bytes], list[bytes], list[bytes]]:
        """Subjects, predicates and objects of what ``claims`` say."""
        terms = self._terms
        subjects, objects = [terms[claim.subject] for claim in claims], [terms[claim.object] for claim in claims]
        predicates = [_PREDICATES[claim.relation] for claim in claims]
        for row, claim in enumerate(claims):
            if claim.relation in LITERAL_RELATIONS:
                subjects[row], predicates[row], objects[row] = self._dated(claim)
        return subjects, predicates, objects

    def _rows(self, claims: list[Claim]) -> Iterator[tuple[bytes, ...]]:
        targets = self._targets
        subjects, predicates, objects = self._columns(claims)
        names = [_claim_iri(claim.id) for claim in claims]
        found = [_origin(claim.basis, claim.confidence, claim.extractor, claim.rule) for claim in claims]
        grounds = map(self._ground, claims)
        ends = [targets.end(claim.spans) for claim in claims] if targets else repeat(b" .\n")
        said = (names, repeat(_SUBJECT), subjects, repeat(_PREDICATE), predicates, repeat(_OBJECT), objects)
        return zip(*said, found, grounds, ends)  # noqa: B905 - repeat has no end

    def _ground(self, claim: Claim) -> bytes:
        key = (claim.source, claim.qualifiers)
        return self._grounds.get(key) or self._grounds.setdefault(key, _ground(*key))

    def _dated(self, claim: Claim) -> tuple[bytes, bytes, bytes]:
        """A statement about a rank or a date: of a proposal that of its source; without one it says which post the membership is for."""
        subject = relative(self._spell(claim)).encode()
        if claim.relation is Relation.RANK:
            return subject, _PREDICATES[claim.relation], f"rank:{claim.object}".encode()
        proposed = claim.relation is Relation.PROPOSED
        stated = self._dates.get(claim.source, "") if proposed else claim.object
        if term := date(stated):
            return subject, _PREDICATES[claim.relation], term.encode()
        if proposed:
            return subject, b"zm:post", self._terms[claim.object]
        return subject, _PREDICATES[claim.relation], string(stated).encode()

    def _spell(self, claim: Claim) -> str:
        """The id of the membership that a claim about a date or a proposal speaks of, or of the thing it speaks of."""
        post = next((value for name, value in claim.qualifiers if name == "post"), "")
        post = post or (claim.object if claim.relation is Relation.PROPOSED else "")
        subject = self._canonical(claim.subject)
        start = next((value for name, value in claim.qualifiers if name == "spell"), "")
        return membership_id(subject, self._canonical(post), start) if post else subject


def _in_order(claims: list[Claim]) -> list[Claim]:
    """``claims`` by their spans, then their ids, in which order they mostly come: two sorts take less time than one by both."""
    return sorted(sorted(claims, key=_id), key=_spans)


def _batches(claims: list[Claim]) -> Iterator[list[Claim]]:
    return (claims[start : start + _AT_ONCE] for start in range(0, len(claims), _AT_ONCE))


@lru_cache(maxsize=4096)
def _origin(basis: Basis, sure: float, extractor: str, rule: str) -> bytes:
    """How claims were found: the same for very many."""
    found = f" ; zm:basis {BASES[basis]} ; zm:confidence {confidence(sure)} ; zm:extractor {string(extractor)}"
    named = f" ; {'zm:derivedBy' if basis is Basis.DERIVED else 'zm:rule'} {string(rule)}" if rule else ""
    return f"{found}{named}".encode()


def _ground(source: str, qualifiers: Properties) -> bytes:
    """The status of a holding, and what a claim rests on: its source, or other claims."""
    statuses = [f" ; zm:status {string(value)}" for key, value in qualifiers if key == "status"]
    rests_on = [value for key, value in qualifiers if key == "claim"] or [source] * bool(source)
    derived = f" ; prov:wasDerivedFrom {joined(map(relative, rests_on))}" if rests_on else ""
    return f"{''.join(statuses)}{derived}".encode()


def _claim_iri(identifier: str) -> bytes:
    """The IRI of a claim's id, past the cache of :func:`relative`: a claim is named once."""
    plain = identifier.startswith("claim/") and identifier.isascii() and identifier[6:].isalnum()
    return f"<{identifier}>".encode() if plain else relative(identifier).encode()
