"""Memberships: one for each person and post, with the dates and the rank that sources give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from kg.export.rdf.names import membership_id, role
from kg.export.rdf.turtle import block, date, relative, string
from kg.model import HOLDING, Fact, Relation, Status, Thing

DATES: Final = {
    "attested": "zm:attestedOn",
    "ended": "zm:endedBy",
    "proposed": "zm:proposedOn",
    "start": "schema:startDate",
    "end": "schema:endDate",
}
"""The names of a holding's dates in the model, and their predicates."""

_CLASS: Final = ["org:Membership"]


@dataclass(slots=True)
class Membership:
    """One spell of a person in a post. ``held`` is false where the person was only proposed for it."""

    id: str
    person: str
    post: str
    held: bool = False
    status: str = ""
    dates: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def memberships(facts: Iterable[Fact]) -> list[Membership]:
    """The memberships of one person, by the facts about that person, in the order of ids.

    There is one for each post; a second one only where a second fact has its own start.
    """
    spells: dict[str, Membership] = {}
    for fact in facts:
        if fact.relation in HOLDING:
            _add(spells, fact)
    return [spells[identifier] for identifier in sorted(spells)]


def _add(spells: dict[str, Membership], fact: Fact) -> None:
    held = fact.relation is Relation.HOLDS and fact.status != Status.PROPOSED
    first = membership_id(fact.subject, fact.object)
    start = next((value for name, value in fact.dates if name == "start"), "")
    earlier = spells.get(first)
    again = earlier is not None and earlier.held and held and start and start not in earlier.dates["start"]
    identifier = membership_id(fact.subject, fact.object, start) if again else first
    spell = spells.setdefault(identifier, Membership(identifier, fact.subject, fact.object))
    spell.status = fact.status if held or not spell.held else spell.status
    spell.held |= held
    for name, value in fact.dates:
        if value not in spell.dates[name]:
            spell.dates[name].append(value)


def membership_block(spell: Membership, post: Thing) -> str:
    """Turtle for one membership; ``post`` is the post that it is about."""
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
            ("zm:rank", [f"rank:{name}" for name in sorted(dates["rank"])] if "rank" in dates else []),
            *((term, [t for value in sorted(dates[name]) if (t := date(value))]) for name, term in DATES.items() if name in dates),
        ],
    )
