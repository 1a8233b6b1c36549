"""What an event is before it becomes a thing of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.context import Context
from kg.extract.dates import Date
from kg.extract.page import Page
from kg.extract.places import PlaceMention
from kg.extract.posts import PersonMention
from kg.extract.programs import ProgramMention
from kg.extract.scan import within
from kg.extract.subjects import Subject, Subjects
from kg.segment import SentenceAt


@dataclass(frozen=True, slots=True)
class EventMention:
    """``text[start:end]`` names an event; ``held``: the sentence tells that it took place, and does not just refer to it.

    Mentions of one event have the same ``number``, ``name`` and ``date``; ``people``, ``host`` and ``place`` are what this mention tells.
    """

    start: int
    end: int
    name: str
    rule: str
    confidence: float
    held: bool = True
    date: str = ""
    people: tuple[PersonMention, ...] = ()
    host: Subject | None = None
    place: PlaceMention | None = None
    number: int = -1


class Around(NamedTuple):
    """What was found on a page before its events; every list in order of position."""

    page: Page
    contexts: list[Context]
    dates: list[Date]
    places: list[PlaceMention]
    people: list[PersonMention]
    programs: list[ProgramMention]
    subjects: Subjects

    def date_before(self, sentence: SentenceAt, position: int) -> Date | None:
        """The last date of ``sentence`` before ``position``."""
        dates = within(self.dates, sentence.start, position)
        return dates[-1] if dates else None

    def date_near(self, sentence: SentenceAt, position: int) -> Date | None:
        """The last date before ``position`` in its sentence, else the last day named before in its paragraph."""
        paragraph = self.page.segments.paragraphs[sentence.paragraph]
        return self.date_before(sentence, position) or next(
            (date for date in reversed(within(self.dates, paragraph.start, sentence.start)) if len(date.value) >= len("--MM-DD")), None
        )
