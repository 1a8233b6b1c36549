"""What a build says of one document, as rows to be compared with gold: the same rows that its Turtle export gives.

A person, place, body or program counts where the text mentions it; people and posts by their names, so that namesakes
in one document are one row.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final

from kg.export.rdf.names import clean_label
from kg.model import Claim, Kind, Knowledge, Relation, Thing

KINDS: Final = ("persons", "holdings", "places", "orgs", "programs", "observations", "events", "documents")
"""The kinds of fact, by the names of their lists in a gold file."""

_KIND_OF: Final = {
    Kind.PERSON: "persons",
    Kind.PLACE: "places",
    Kind.BODY: "orgs",
    Kind.PROGRAM: "programs",
    Kind.FIGURE: "observations",
    Kind.EVENT: "events",
    Kind.DOCUMENT: "documents",
}
_BY_NAME: Final = frozenset({Kind.PERSON, Kind.DOCUMENT})
_MENTIONED: Final = frozenset({Kind.PERSON, Kind.PLACE, Kind.BODY, Kind.PROGRAM})


@dataclass(slots=True)
class Row:
    """One found fact: its ``fields`` by the names that the gold uses, and the claims that say it.

    ``links`` are, by relation, the names of other things that it is linked to, each with the claims that say so.
    """

    fields: dict[str, str]
    links: dict[str, dict[str, list[Claim]]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def order(self) -> tuple[tuple[str, str], ...]:
        """What rows are ordered by: their contents, never ids."""
        return tuple(sorted(self.fields.items()))


def rows_of(knowledge: Knowledge) -> dict[str, list[Row]]:
    """The rows of each kind, in an order of their own."""
    rows: dict[str, dict[tuple[str, ...], Row]] = {kind: {} for kind in KINDS}
    mentioned = {_known(knowledge, mention.thing) for mention in knowledge.mentions}
    links = _links(knowledge)
    typed, held = _claims(knowledge)
    for thing in knowledge.things.values():
        if thing.kind is not Kind.POST and (thing.id in mentioned or thing.kind not in _MENTIONED):
            fields = _fields(thing)
            key = fields["name"] if thing.kind in _BY_NAME else thing.id
            row = rows[_KIND_OF[thing.kind]].setdefault((key,), Row(fields, links.get(thing.id, {})))
            row.claims += typed.get(thing.id, ())
    for (person, seat), claims in held.items():
        office = knowledge.things[seat]
        bodies = [clean_label(knowledge.things[one].label) for one in office.all("body") if one in knowledge.things]
        fields = {"person": clean_label(knowledge.things[person].label), "title": clean_label(office.get("role"))}
        for name in bodies or [""]:
            post = (fields["person"], name, fields["title"])
            rows["holdings"].setdefault(post, Row(fields | {"org": name})).claims += claims
    return {kind: sorted(found.values(), key=Row.order) for kind, found in rows.items()}


def _known(knowledge: Knowledge, identifier: str) -> str:
    return knowledge.same_as.get(identifier, identifier)


def _claims(knowledge: Knowledge) -> tuple[dict[str, list[Claim]], dict[tuple[str, str], list[Claim]]]:
    """The claims that a thing is there, by thing, and those that a post is or was held, by person and post."""
    typed: dict[str, list[Claim]] = defaultdict(list)
    held: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in knowledge.claims.values():
        subject = _known(knowledge, claim.subject)
        if claim.relation is Relation.TYPE:
            typed[subject].append(claim)
        elif claim.relation is Relation.HOLDS:
            held[subject, claim.object].append(claim)
    return typed, held


def _links(knowledge: Knowledge) -> dict[str, dict[str, dict[str, list[Claim]]]]:
    """The links of each thing, as :class:`Row` has them."""
    links: dict[str, dict[str, dict[str, list[Claim]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for fact in knowledge.facts:
        if fact.object in knowledge.things:
            name = clean_label(knowledge.things[fact.object].label)
            links[fact.subject][fact.relation][name] += [knowledge.claims[one] for one in fact.claims]
    return links


def _fields(thing: Thing) -> dict[str, str]:
    """What is compared of a thing."""
    if thing.kind is Kind.FIGURE:
        return {name: thing.get(name) for name in ("value", "unit", "measure")}
    if thing.kind is Kind.DOCUMENT:
        return {"name": thing.label}
    named = {"name": clean_label(thing.label)}
    if thing.kind is Kind.PLACE:
        return named | {"code": " ".join(sorted(thing.all("code")))}
    return named | {"date": min(thing.all("date"), default="")} if thing.kind is Kind.EVENT else named
