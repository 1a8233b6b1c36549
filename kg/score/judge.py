"""Which claims are right on the gold.

A claim is judged by the fact that it says: one that a thing is there, or that somebody holds a post, by strict pairing; a
link by the gold entry that its subject is paired with. Claims that the gold does not speak of (what is like an
optional fact, a link whose gold field is open, dates of sources) are not judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.export.rdf.names import clean_label
from kg.model import LITERAL_RELATIONS, Claim, Kind, Knowledge, Relation
from kg.score.found import Row
from kg.score.names import body, equal, forms, plain, program
from kg.score.pairs import Pairs


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim of which the gold says whether it is right; ``kind`` is that of its subject."""

    claim: Claim
    kind: Kind
    right: bool

    def key(self) -> tuple[str, str, str]:
        """What its confidence hangs on: the kind of its subject, its relation, and the rule that found it."""
        return self.kind, self.claim.relation, self.claim.rule


_FIELDS: Final[dict[tuple[Kind, Relation], str]] = {
    (Kind.BODY, Relation.JURISDICTION): "place",
    (Kind.BODY, Relation.PARENT_BODY): "parent",
    (Kind.PROGRAM, Relation.ORGANIZER): "organizers",
    (Kind.PROGRAM, Relation.LOCATION): "places",
    (Kind.PROGRAM, Relation.PART_OF): "parent",
    (Kind.PROGRAM, Relation.START): "start",
    (Kind.FIGURE, Relation.ABOUT): "about",
    (Kind.FIGURE, Relation.PROGRAM): "program",
    (Kind.EVENT, Relation.ATTENDEE): "participants",
    (Kind.EVENT, Relation.LOCATION): "place",
    (Kind.DOCUMENT, Relation.PUBLISHER): "issuer",
}
"""Links, and the field of the gold that says the same."""


def judged(knowledge: Knowledge, strict: dict[str, Pairs], lenient: dict[str, Pairs]) -> list[Judged]:
    """The claims of a build of one document that its gold can judge, in the order of ids."""
    verdicts = _verdicts(strict)
    entries = {thing: fact for pairs in lenient.values() for fact, row in pairs.hits for thing in _things(row)}
    wrong = {thing for pairs in lenient.values() for row in pairs.wrong for thing in _things(row)}
    found = []
    for claim in knowledge.claims.values():
        thing = knowledge.things.get(knowledge.same_as.get(claim.subject, claim.subject))
        if thing is None:  # a source
            continue
        right = verdicts.get(claim.id)
        field = _FIELDS.get((thing.kind, claim.relation))
        if field is not None:
            right = False if claim.subject in wrong else _link(knowledge, claim, entries.get(claim.subject, {}).get(field))
        if right is not None:
            found.append(Judged(claim, thing.kind, right))
    return found


def _things(row: Row) -> Iterator[str]:
    """The things that a row is (none for a post that is held)."""
    return (claim.subject for claim in row.claims if claim.relation is Relation.TYPE)


def _verdicts(pairs: dict[str, Pairs]) -> dict[str, bool]:
    """By claim: whether the row that it says is right."""
    hits = {claim.id: True for of_kind in pairs.values() for _, row in of_kind.hits for claim in row.claims}
    return hits | {claim.id: False for of_kind in pairs.values() for row in of_kind.wrong for claim in row.claims}


def _link(knowledge: Knowledge, claim: Claim, wanted: object) -> bool | None:
    """Whether a claim says what the gold has in the field for it; nothing where that is open."""
    if not wanted:
        return None
    if claim.relation in LITERAL_RELATIONS:
        return any(claim.object.startswith(date) or date.startswith(claim.object) for date in forms(wanted))
    name = clean_label(knowledge.things[knowledge.same_as.get(claim.object, claim.object)].label)
    return any(equal(_flat(wanted), name, norm) for norm in (plain, body, program))


def _flat(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        yield from forms(one)
