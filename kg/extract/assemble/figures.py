"""Reported figures, and what they are about."""

from __future__ import annotations

from decimal import Decimal

from kg import ids
from kg.extract.assemble.bodies import add_body
from kg.extract.assemble.places import add_place
from kg.extract.assemble.programs import add_program, article_key, homes
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.owners import owner
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef
from kg.extract.scan import last_within
from kg.extract.subjects import Subject
from kg.model import Basis, Kind, Relation, Thing


def put_figures(found: Findings, draft: Draft) -> None:
    """Every figure that the page reports, whose it is, and of which program."""
    subjects = found.subjects()
    home = homes(found)
    known: dict[tuple[str, ...], str] = {}
    for index, mention in enumerate(found.figures):
        source = draft.source_at(mention.start)
        value = _plain(mention.value)
        label = f"{mention.measure}{value}{mention.unit}"
        properties = [("value", value), ("unit", mention.unit), ("measure", mention.measure), ("qualifier", mention.qualifier)]
        key = (source, value, mention.unit, mention.measure, mention.qualifier)
        if key not in known:  # said again, as in a heading, it is the same figure
            known[key] = ids.thing_id("figure", mention.measure, source, mention.start, mention.end, index)
        figure = Thing(known[key], Kind.FIGURE, label, (), tuple(sorted(pair for pair in properties if pair[1])))
        draft.add(figure)
        draft.mention(figure.id, mention.start, mention.end, Basis.STATED, mention.confidence, "figures", mention.rule)
        at = (mention.start, mention.end)
        subject = owner(found.page, subjects, found.contexts, mention.start)
        if subject is not None:
            about = add_body(draft, subject.ref) if isinstance(subject.ref, BodyRef) else add_place(draft, subject.ref)
            basis = subject.basis if subject.start < subject.end else Basis.CONTEXT
            draft.claim(figure.id, Relation.ABOUT, about, ((subject.start, subject.end), at), basis, 0.7, "figures", _owner_rule(subject))
        program = _program_near(found, mention.start)
        if program is not None:
            target = add_program(draft, program.name, home[article_key(found, program)])
            draft.claim(
                figure.id,
                Relation.PROGRAM,
                target,
                ((program.start, program.end), at),
                Basis.CONTEXT,
                0.6,
                "figures",
                "program of the sentence",
            )


def _owner_rule(subject: Subject) -> str:
    """What the owner of a figure is: a place is it twice as often as a body."""
    return "subject, a body" if isinstance(subject.ref, BodyRef) else "subject, a place"


def _program_near(found: Findings, at: int) -> ProgramMention | None:
    """The program that the sentence named last before a figure; what one that it names behind has brought is told next."""
    sentence = found.page.sentence_at(at)
    return last_within(found.programs, sentence.start, at) if sentence else None


def _plain(value: Decimal) -> str:
    """``value`` without an exponent and without zeros behind the point."""
    text = format(value.normalize(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
