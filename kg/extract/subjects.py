"""Who a sentence is about: the body or place that does what the words at a position say."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from kg.extract.bodies import BodyMention
from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import within
from kg.model import Basis


class Subject(NamedTuple):
    """A body or place, where it is named (``start`` = ``end`` where only the context says it), and on what basis."""

    ref: BodyRef | PlaceRef
    start: int
    end: int
    basis: Basis


class Subjects:
    """The bodies and places of a page as subjects, in order; places inside bodies' names are left out."""

    def __init__(self, page: Page, places: list[PlaceMention], bodies: list[BodyMention], contexts: list[Context]) -> None:
        self._page = page
        self._contexts = contexts
        inside = {position for body in bodies for position in range(body.start, body.end)}
        found = [Subject(body.body, body.start, body.end, body.basis) for body in bodies]
        found += [Subject(m.place, m.start, m.end, Basis.STATED) for m in places if m.start not in inside and not m.place.candidates]
        self._found = sorted(found, key=lambda subject: subject.start)
        self._ends = [subject.end for subject in self._found]

    def at(self, position: int) -> Subject | None:
        """The last one named before ``position`` in its sentence, else in its paragraph, else the article's own."""
        sentence = self._page.sentence_at(position)
        if sentence is None:
            return None
        number = bisect_right(self._ends, position) - 1
        paragraph = self._page.segments.paragraphs[sentence.paragraph]
        if number >= 0 and self._found[number].start >= paragraph.start:
            return self._found[number]
        context = self._contexts[sentence.article]
        if context.self_bodies:
            return Subject(next(iter(context.self_bodies.values())), position, position, Basis.CONTEXT)
        return Subject(context.anchor, position, position, Basis.CONTEXT) if context.anchor else None

    def between(self, start: int, end: int) -> list[Subject]:
        """Those named inside ``text[start:end]``."""
        return [subject for subject in within(self._found, start, end) if subject.end <= end]
