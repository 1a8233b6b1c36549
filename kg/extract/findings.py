"""All mentions that the extractors find on one page; each extractor builds on those before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.bodies import BodyMention
from kg.extract.context import Context
from kg.extract.dates import Date
from kg.extract.documents import DocumentMention
from kg.extract.events import EventMention
from kg.extract.figures import FigureMention
from kg.extract.page import Page
from kg.extract.posts import Holding, PersonMention, Title
from kg.extract.programs import ProgramMention
from kg.extract.refs import PlaceMention
from kg.extract.runners.runner import Runner
from kg.extract.subjects import Subjects


@dataclass(slots=True)
class Findings:
    """What is known of one page so far. Every list is in order of position."""

    page: Page
    contexts: list[Context] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)
    people: list[PersonMention] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    documents: list[DocumentMention] = field(default_factory=list)
    programs: list[ProgramMention] = field(default_factory=list)
    runners: list[list[Runner]] = field(default_factory=list)
    """Who runs each of ``programs``."""
    figures: list[FigureMention] = field(default_factory=list)
    events: list[EventMention] = field(default_factory=list)

    _subjects: Subjects | None = None

    def subjects(self) -> Subjects:
        """The bodies and places as subjects of sentences; to be asked for once both are found."""
        if self._subjects is None:
            self._subjects = Subjects(self.page, self.places, self.bodies)
        return self._subjects
