"""Memberships: one for each person and post, with the dates that sources give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from kg.export.rdf.names import Merged, membership_id, role
from kg.export.rdf.turtle import block, date, relative, string
from kg.model import LITERAL_RELATIONS, Claim, Fact, Knowledge, Relation, Status, Thing

DATES: Final = {
    "attested": "zm:attestedOn",
    "ended": "zm:endedBy",
    "proposed": "zm:proposedOn",
    "start": "schema:startDate",
    "end": "schema:endDate",
}
"""The names of a holding's dates in the model, and their predicates."""

_CLASS: Final = ["org:Membership"]
HOLDING: Final = frozenset({Relation.HOLDS, Relation.PROPOSED})


@dataclass(slots=True)
class Membership:
    """One spell of a person in a post. ``held`` is false where the person was only proposed for it."""

    id: str
    person: str
    post: str
    held: bool = False
    status: str = ""
    dates: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


class Holdings:
    """All memberships of a build, and which of them a claim speaks of."""

    def __init__(self, knowledge: Knowledge, merged: Merged) -> None:
        """Join the facts of each person and post; a second membership only where a second fact has its own start."""
        self.things = knowledge.things
        self.merged = merged
        self.by_id: dict[str, Membership] = {}
        for fact in knowledge.facts:
            if fact.relation in HOLDING and fact.object in self.things and fact.subject in self.things:
                self._add(fact)
        self._other_names = dict(self._names_before_merging(knowledge))
        for fact in knowledge.facts:
            if fact.relation in LITERAL_RELATIONS and (found := self.by_id.get(self.known(fact.subject))):
                _add_dates(found, [(_date_name(fact.relation), fact.object)])

    def _add(self, fact: Fact) -> None:
        held = fact.relation is Relation.HOLDS and fact.status != Status.PROPOSED
        first = membership_id(fact.subject, fact.object)
        start = next((value for name, value in fact.dates if name == "start"), "")
        earlier = self.by_id.get(first)
        again = earlier is not None and earlier.held and held and start and start not in earlier.dates["start"]
        identifier = membership_id(fact.subject, fact.object, start) if again else first
        spell = self.by_id.setdefault(identifier, Membership(identifier, fact.subject, fact.object))
        spell.status = fact.status if held or not spell.held else spell.status
        spell.held |= held
        _add_dates(spell, fact.dates)

    def _names_before_merging(self, knowledge: Knowledge) -> Iterable[tuple[str, str]]:
        """Ids of memberships over ids before merging, and what they are now."""
        for claim in knowledge.claims.values():
            if claim.relation in HOLDING:
                person, post = self.merged(claim.subject), self.merged(claim.object)
                if (person, post) != (claim.subject, claim.object):
                    yield membership_id(claim.subject, claim.object), membership_id(person, post)

    def known(self, identifier: str) -> str:
        """The id of the membership that ``identifier`` (perhaps over ids before merging) stands for."""
        return identifier if identifier in self.by_id else self._other_names.get(identifier, identifier)

    def of_claim(self, claim: Claim) -> str:
        """The id of the membership that a claim about a date or a proposal speaks of, or of the thing it speaks of."""
        post = next((value for name, value in claim.qualifiers if name == "post"), "")
        post = post or (claim.object if claim.relation is Relation.PROPOSED else "")
        if post and self.merged(post) in self.things:
            return self.known(membership_id(self.merged(claim.subject), self.merged(post)))
        return self.known(self.merged(claim.subject))

    def held_posts(self) -> dict[str, list[str]]:
        """The posts that each person holds, held or acts in; those only proposed are left out."""
        posts: dict[str, list[str]] = defaultdict(list)
        for spell in self.by_id.values():
            if spell.held:
                posts[spell.person].append(spell.post)
        return posts

    def holders(self) -> dict[str, int]:
        """How many persons hold or held each post."""
        people: dict[str, set[str]] = defaultdict(set)
        for spell in self.by_id.values():
            if spell.held:
                people[spell.post].add(spell.person)
        return {post: len(found) for post, found in people.items()}

    def blocks(self) -> Iterable[str]:
        """Turtle for every membership, in the order of ids."""
        for identifier in sorted(self.by_id):
            spell = self.by_id[identifier]
            yield _membership(spell, self.things[spell.post])


def _membership(spell: Membership, post: Thing) -> str:
    body, dates = post.get("body"), spell.dates
    return block(
        relative(spell.id),
        [
            ("a", _CLASS),
            ("org:member", [relative(spell.person)]),
            ("org:organization", [relative(body)] if body else []),
            ("org:role", [role(post.get("role"))]),
            ("zm:post", [relative(spell.post)]),
            ("zm:status", [string(spell.status)] if spell.status else []),
            *((term, [t for value in sorted(dates[name]) if (t := date(value))]) for name, term in DATES.items() if name in dates),
        ],
    )


def _add_dates(spell: Membership, dates: Iterable[tuple[str, str]]) -> None:
    for name, value in dates:
        if value not in spell.dates[name]:
            spell.dates[name].append(value)


def _date_name(relation: Relation) -> str:
    return next(name for name, term in DATES.items() if term == relation)
