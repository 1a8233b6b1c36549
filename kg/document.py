"""The one pure function of one document: bytes in, claims out. No global state, no clock, no network."""

from __future__ import annotations

from hashlib import sha256
from operator import attrgetter
from typing import Final

from kg import ids
from kg.aligned import Aligned
from kg.extract import extract
from kg.extract.assemble import assemble
from kg.extract.context import Context
from kg.extract.draft import Draft
from kg.extract.page import Page
from kg.model import Analysis, Problem, Sentence, Source
from kg.read import read_part
from kg.read.raw import Part, Raw
from kg.repair import repair
from kg.segment import Segments, Zone, segment

_ZONES: Final = {zone: str(zone) for zone in Zone}


def analyse(data: bytes, name: str = "") -> Analysis:
    """Everything that the document ``data`` says; ``name`` is for messages and reports, and where bytes do not tell the format.

    Raises :class:`~kg.errors.ReadError` where the document cannot be read.
    """
    return analyse_part(Part(name, data))


def analyse_part(part: Part) -> Analysis:
    """Everything that one document says, wherever it was found: as :func:`analyse`, for members and records of containers."""
    raw = read_part(part)
    name = part.name
    digest = sha256(part.data).hexdigest()
    source = ids.source_id(digest)
    aligned = repair(raw.text)
    segments = segment(aligned, raw.chrome, raw.tables)
    page = Page(source, digest, raw, aligned, segments)
    found = extract(page)
    articles = tuple(f"{source}/article/{number}" for number in range(1, len(segments.articles) + 1))
    draft = Draft(page, articles)
    assemble(found, draft)
    return Analysis(
        sources=_sources(source, digest, name, raw, aligned, segments, found.contexts, articles),
        text=raw.text,
        things=draft.finished(),
        claims=tuple(draft.claims[key] for key in sorted(draft.claims)),
        mentions=tuple(sorted(draft.mentions, key=attrgetter("source", "span", "thing"))),
        sentences=_sentences(aligned, segments),
        problems=tuple(Problem(name, note) for note in _notes(raw)),
    )


def _notes(raw: Raw) -> tuple[str, ...]:
    """What could not be read of a document that was."""
    lost = (f"{raw.lost} characters could not be decoded and stand as U+FFFD",) if raw.lost else ()
    return lost + raw.notes


def _sources(
    source: str, digest: str, name: str, raw: Raw, aligned: Aligned, segments: Segments, contexts: list[Context], articles: tuple[str, ...]
) -> tuple[Source, ...]:
    """The document and, where it holds several, its articles."""
    text = sha256(raw.text.encode("utf-8")).hexdigest()
    if len(articles) == 1:
        own = contexts[0]
        whole = Source(source, digest, text, name, _title(own, raw), own.date, _medium(own), own.author, raw.url)
        return (whole,)
    first = contexts[0]
    whole = Source(source, digest, text, name, _title(first, raw), raw.date, _medium(first), raw.author, raw.url)
    parts = []
    for identifier, article, context in zip(articles, segments.articles, contexts, strict=True):
        span = aligned.span(article.start, article.end)
        part = Source(
            identifier, digest, text, name, context.title, context.date, _medium(context), context.author,
            part_of=source, start=span.start, end=span.end,
        )  # fmt: skip
        parts.append(part)
    return (whole, *parts)


def _medium(context: Context) -> str:
    """The id of the body that published an article, if it is known."""
    return context.medium.id if context.medium else ""


def _title(context: Context, raw: Raw) -> str:
    return (raw.title or context.title).strip()


def _sentences(aligned: Aligned, segments: Segments) -> tuple[Sentence, ...]:
    """The sentences as stretches of the raw text, in its order."""
    sentences = [Sentence(aligned.span(s.start, s.end), _ZONES[s.zone]) for s in segments.sentences]
    return tuple(sorted(sentences))
