"""Events, with those present."""

from __future__ import annotations

from kg import ids
from kg.extract.assemble.bodies import add_body
from kg.extract.assemble.people import person_id
from kg.extract.assemble.places import add_place
from kg.extract.assemble.programs import place_of
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.refs import BodyRef
from kg.model import Basis, Kind, Relation, Thing


def put_events(found: Findings, draft: Draft) -> None:
    """Every event that the page tells of, with those present, who held it and where."""
    known: dict[tuple[str, str], str] = {}
    for index, mention in enumerate(found.events):
        source = draft.source_at(mention.start)
        key = (source, mention.name)
        if key not in known:
            known[key] = ids.thing_id("event", mention.name, source, mention.start, mention.end, index)
        properties = (("date", mention.date),) if mention.date and (mention.date[0] != "-" or len(mention.date) == len("--MM-DD")) else ()
        event = draft.add(Thing(known[key], Kind.EVENT, mention.name, (), properties))
        draft.mention(event, mention.start, mention.end, Basis.STATED, mention.confidence, "events", mention.rule)
        at = (mention.start, mention.end)
        for person in mention.people:
            draft.claim(
                event,
                Relation.ATTENDEE,
                person_id(draft, person.name),
                ((person.start, person.end), at),
                Basis.STATED,
                0.6,
                "events",
                "same sentence",
            )
        for subject in mention.bodies:
            place = place_of(subject.ref)
            if isinstance(subject.ref, BodyRef):
                draft.claim(
                    event,
                    Relation.ORGANIZER,
                    add_body(draft, subject.ref),
                    ((subject.start, subject.end), at),
                    subject.basis,
                    0.55,
                    "events",
                    "subject",
                )
            if place is not None:
                draft.claim(
                    event,
                    Relation.LOCATION,
                    add_place(draft, place),
                    ((subject.start, subject.end), at),
                    Basis.CONTEXT,
                    0.5,
                    "events",
                    "subject's place",
                )
