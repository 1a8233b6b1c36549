"""What an event is before it becomes a thing of the graph."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Final, NamedTuple

from kg.extract.context import Context
from kg.extract.dates import Date
from kg.extract.page import Page
from kg.extract.posts import PersonMention
from kg.extract.programs import ProgramMention
from kg.extract.refs import PlaceMention
from kg.extract.scan import within
from kg.extract.subjects import Subject, Subjects
from kg.segment import SentenceAt

REACH: Final = 300
"""How far from an event its people and dates are looked for, so that a sentence of any length costs no more."""
_LONGEST_TITLE: Final = 60
_FEW: Final = 4
_TO: Final = frozenset({"、", "和", "至", "到", "起至", "起到", "-", "—", "——", "~", "～", "－"})
_start = attrgetter("start")


class EventMention(NamedTuple):
    """``text[start:end]`` names an event; ``held``: the sentence tells that it took place, and does not just refer to it.

    Mentions of one event have the same ``number``, ``name`` and ``date``; ``people``, ``hosts`` and ``place`` are what this mention tells.
    """

    start: int
    end: int
    name: str
    rule: str
    confidence: float
    held: bool = True
    date: str = ""
    people: tuple[PersonMention, ...] = ()
    hosts: tuple[Subject, ...] = ()
    place: PlaceMention | None = None
    dated: bool = True
    """Whether the sentence itself names the date, and not only what stands before it."""
    number: int = -1


def has_day(date: Date) -> bool:
    """Whether a date names a day, with or without its year."""
    return len(date.value) == len("--MM-DD" if date.value[0] == "-" else "YYYY-MM-DD")


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
        """The last date of ``sentence`` before ``position`` that names a month, else the last year."""
        number = bisect_left(self.dates, position, key=_start)
        last = reversed(self.dates[max(0, number - _FEW) : number])
        near = [date for date in last if date.start >= sentence.start and not self._in_title(date.start)]
        if len(near) > 1 and self.page.text[near[1].end : near[0].start] in _TO:  # 8月12日至9月25日 begins on the first
            return near[1]
        return next((date for date in near if len(date.value) > len("YYYY")), near[0] if near else None)

    def _in_title(self, position: int) -> bool:
        """Whether ``position`` stands inside of the title of a document (《…规划（2011—2020年）》), whose years date nothing else."""
        low = max(0, position - _LONGEST_TITLE)
        return self.page.text.rfind("《", low, position) > self.page.text.rfind("》", low, position)

    def date_near(self, sentence: SentenceAt, position: int) -> Date | None:
        """The last date before ``position`` in its sentence, else the last day named before in its paragraph or the one before that."""
        paragraphs = self.page.segments.paragraphs
        paragraph = paragraphs[sentence.paragraph]
        last = paragraphs[max(0, sentence.paragraph - 1)]
        low = last.start if last.article == paragraph.article and last.zone is paragraph.zone else paragraph.start
        before = within(self.dates, max(low, sentence.start - REACH), sentence.start)
        return self.date_before(sentence, position) or next((date for date in reversed(before) if has_day(date)), None)

    def place_at(self, start: int, stop: int) -> PlaceMention | None:
        """The narrowest of the places that stand together at the head of ``text[start:stop]``: 陆城镇 of 云溪区陆城镇召开…."""
        found, end = None, start
        for place in within(self.places, start, stop):
            if place.start != end:
                break
            found, end = place, place.end
        return found

    def people_before(self, sentence: SentenceAt, position: int, reach: int) -> list[PersonMention]:
        """The people named before ``position`` in ``sentence``, as far back as ``reach``."""
        near = within(self.people, max(sentence.start, position - reach), position)
        return [person for person in near if person.end <= position]
