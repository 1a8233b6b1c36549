"""Events, with who held them, where, and who was there."""

from __future__ import annotations

from kg import ids
from kg.extract.assemble.bodies import add_body
from kg.extract.assemble.people import person_id
from kg.extract.assemble.places import add_place
from kg.extract.assemble.programs import place_of
from kg.extract.draft import Draft
from kg.extract.events import EventMention
from kg.extract.findings import Findings
from kg.extract.refs import BodyRef
from kg.model import Basis, Kind, Relation, Thing


def put_events(found: Findings, draft: Draft) -> None:
    """Every event that the page tells of, with those present, who held it and where."""
    known: dict[int, str] = {}
    for mention in found.events:
        if mention.number not in known:
            source = draft.source_at(mention.start)
            known[mention.number] = ids.thing_id("event", mention.name, source, mention.start, mention.end, mention.number)
        event = draft.add(Thing(known[mention.number], Kind.EVENT, mention.name, (), _properties(mention.date)))
        draft.mention(event, mention.start, mention.end, Basis.STATED, mention.confidence, "events", mention.rule)
        _attended(draft, event, mention)
        _held(draft, event, mention)


def _properties(date: str) -> tuple[tuple[str, str], ...]:
    """A date without its year says something only with month and day."""
    return (("date", date),) if date and (date[0] != "-" or len(date) == len("--MM-DD")) else ()


def _attended(draft: Draft, event: str, mention: EventMention) -> None:
    for person in mention.people:
        where = ((person.start, person.end), (mention.start, mention.end))
        draft.claim(event, Relation.ATTENDEE, person_id(draft, person.name), where, Basis.STATED, 0.6, "events", "said to be there")


def _held(draft: Draft, event: str, mention: EventMention) -> None:
    """Who held it, and where: where the text says 在…召開, else at the host's place."""
    at = (mention.start, mention.end)
    place, home = mention.place, place_of(mention.hosts[-1].ref) if mention.hosts else None
    for host in mention.hosts:
        if isinstance(host.ref, BodyRef):
            where = ((host.start, host.end), at)
            draft.claim(event, Relation.ORGANIZER, add_body(draft, host.ref), where, host.basis, 0.7, "events", "verb of holding")
    if place is not None:
        where = ((place.start, place.end), at)
        draft.claim(event, Relation.LOCATION, add_place(draft, place.place), where, Basis.STATED, 0.75, "events", "place of holding")
    elif home is not None:
        where = ((mention.hosts[-1].start, mention.hosts[-1].end), at)
        draft.claim(event, Relation.LOCATION, add_place(draft, home), where, Basis.CONTEXT, 0.5, "events", "host's place")
