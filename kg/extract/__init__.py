"""Repaired pages to mentions. An extractor is one module and one line of :data:`EXTRACTORS`.

They run in order, each on what those before it found: a body is read around places, a post around bodies, and figures
keep away from dates and from the names of programs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kg.extract import bodies, context, dates, documents, events, figures, places, posts, programs, publishers, runners
from kg.extract.findings import Findings
from kg.extract.page import MINED, Page


@dataclass(frozen=True, slots=True)
class Extractor:
    """One kind of mention: its name, what it finds, and the function that adds it to the findings of a page."""

    name: str
    title: str
    run: Callable[[Findings], None]


def _places(found: Findings) -> None:
    date = context.document_date(found.page)
    named = places.find(found.page, int(date[:4]) if date[:4].isdigit() else None)
    found.contexts = context.build(found.page, named)
    found.places = context.places_of(found.page, named, found.contexts)


def _dates(found: Findings) -> None:
    text = _without_chrome(found.page)
    for article, own in zip(found.page.segments.articles, found.contexts, strict=True):
        found.dates += dates.find(text, own.year, article.start, article.end, own.date)


def _without_chrome(page: Page) -> str:
    """The text with blanks for page chrome: the date of the weather there is no year of the article."""
    pieces, at = [], 0
    for paragraph in page.segments.paragraphs:
        if paragraph.zone not in MINED:
            pieces += [page.text[at : paragraph.start], " " * (paragraph.end - paragraph.start)]
            at = paragraph.end
    return "".join([*pieces, page.text[at:]])


def _bodies(found: Findings) -> None:
    found.bodies = bodies.find(found.page, found.places, found.contexts)
    publishers.settle(found.contexts, found.bodies)


def _posts(found: Findings) -> None:
    result = posts.find(found.page, found.places, found.bodies, found.contexts, found.dates)
    found.people, found.holdings, found.titles = result.people, result.holdings, result.titles


def _documents(found: Findings) -> None:
    found.documents = documents.find(found.page, found.subjects(), found.dates)


def _programs(found: Findings) -> None:
    closed = [(mention.start, mention.end) for mention in found.documents]
    found.programs = programs.find(found.page, found.places, closed, found.contexts)
    found.runners = runners.find(found.page, found.programs, found.subjects(), found.contexts)


def _figures(found: Findings) -> None:
    names = [(date.start, date.end) for date in found.dates]
    names += [(place.start, place.end) for place in found.places]
    names += [(person.start, person.end) for person in found.people]
    counted = [(body.start, body.end) for body in found.bodies] + [(program.start, program.end) for program in found.programs]
    counted += [(document.start, document.end) for document in found.documents]
    found.figures = figures.find(found.page, names, counted)


def _events(found: Findings) -> None:
    around = events.Around(found.page, found.contexts, found.dates, found.places, found.people, found.programs, found.subjects())
    found.events = events.find(around)


EXTRACTORS: Final = (
    Extractor("places", "administrative divisions, towns and villages, and whose paper it is", _places),
    Extractor("dates", "dates, as precise as stated", _dates),
    Extractor("bodies", "party committees, governments, departments, enterprises …", _bodies),
    Extractor("posts", "people and the posts that they hold", _posts),
    Extractor("documents", "documents that are cited", _documents),
    Extractor("programs", "campaigns, activities, projects and brands", _programs),
    Extractor("figures", "reported figures", _figures),
    Extractor("events", "meetings, ceremonies and visits", _events),
)


def extract(page: Page) -> Findings:
    """Everything that the extractors find on ``page``."""
    found = Findings(page)
    for extractor in EXTRACTORS:
        extractor.run(found)
    return found
