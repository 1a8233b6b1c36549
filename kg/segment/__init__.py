"""Repaired text to articles, paragraphs with zones, and sentences.

Positions here are positions in the repaired text. Boilerplate (navigation, related links, copyright notices, error
pages) is marked, not dropped: extractors pass over it, save for publisher, link and credits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.aligned import Aligned, Span
from kg.segment.error_pages import is_error_page
from kg.segment.zones import Zone, begins_tail, is_prose, kind_of_body, may_be_headline, zone_of

__all__ = ("Article", "Paragraph", "Segments", "SentenceAt", "Zone", "segment")


class Paragraph(NamedTuple):
    """A line of the repaired text without the blanks around it."""

    start: int
    end: int
    zone: Zone
    article: int


class SentenceAt(NamedTuple):
    """A sentence (to 。！？ or the end of the paragraph) and the paragraph that it stands in."""

    start: int
    end: int
    paragraph: int
    zone: Zone
    article: int


class Article(NamedTuple):
    """One article of a page; most pages are one."""

    start: int
    end: int
    headline: str


@dataclass(frozen=True, slots=True)
class Segments:
    """A page cut up; ``sentences`` are in order and do not overlap."""

    articles: tuple[Article, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[SentenceAt, ...]


_NUMBER: Final = r"[一二三四五六七八九十\d]{1,3}"
_ARTICLE: Final = re.compile(rf"^[ \t\u3000]*(?:第\s?{_NUMBER}\s?篇|篇\s?{_NUMBER}|[范例]文\s?{_NUMBER})[：:\s]", re.MULTILINE)

# Patterns that are searched for all through a page begin with a class or a choice of characters (and look behind themselves
# afterwards): :mod:`re` skips to those at once, but tries everything else at every position.
_SENTENCE_END: Final = re.compile(r"[。！？;](?:(?<!;)[。！？]*[”’）》]*|(?<=[\u4e00-\u9fff]{6};)(?=\s))")
_HEADLINE_LINES: Final = 8


def segment(aligned: Aligned, chrome: tuple[Span, ...] = (), tables: tuple[Span, ...] = ()) -> Segments:
    """Cut up a repaired page; ``chrome`` and ``tables`` are raw stretches that the reader marked as such, in order."""
    text = aligned.text
    whole = (Span(0, max(aligned.ends, default=0)),) if is_error_page(text) else chrome
    marks = _Marks(aligned, whole, tables)
    paragraphs: list[Paragraph] = []
    articles: list[Article] = []
    for number, (start, end) in enumerate(_articles(text)):
        own = list(_paragraphs(text, start, end, number, marks))
        headline = " ".join(text[p.start : p.end] for p in own if p.zone is Zone.HEADLINE)
        articles.append(Article(start, end, headline))
        paragraphs += own
    return Segments(tuple(articles), tuple(paragraphs), tuple(_sentences(text, paragraphs)))


def _articles(text: str) -> list[tuple[int, int]]:
    """第一篇 … 第二篇 … at the head of lines part a file into articles; two at least, or it is one."""
    starts = [match.start() for match in _ARTICLE.finditer(text)]
    if len(starts) < 2:  # one heading parts nothing
        return [(0, len(text))]
    starts[0] = 0
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


class _Marks:
    """What the reader marked, asked for by positions in the repaired text."""

    def __init__(self, aligned: Aligned, chrome: tuple[Span, ...], tables: tuple[Span, ...]) -> None:
        self._starts = aligned.starts
        self._chrome = chrome
        self._tables = tables

    def chrome(self, position: int) -> bool:
        """Whether the character at ``position`` stands in page chrome."""
        return _holds(self._chrome, self._starts[position])

    def parts_chrome_from(self, position: int) -> bool:
        """Whether the reader marked chrome on this page, and the character at ``position`` is none."""
        return bool(self._chrome) and not self.chrome(position)

    def table(self, position: int) -> bool:
        """Whether the character at ``position`` stands in a table."""
        return _holds(self._tables, self._starts[position])


def _holds(spans: tuple[Span, ...], raw: int) -> bool:
    number = bisect_right(spans, raw, key=lambda span: span.start) - 1
    return number >= 0 and raw < spans[number].end


def _paragraphs(text: str, start: int, end: int, article: int, marks: _Marks) -> Iterator[Paragraph]:
    """The paragraphs of an article with their zones, by what they look like and where they stand."""
    in_tail = False
    lines = 0
    body_begun = spoken = False
    for line_start, line_end in _lines(text, start, end):
        line = text[line_start:line_end]
        if begins_tail(line):
            in_tail = True
        elif in_tail and not spoken:  # a list beside or above the article, not below it
            in_tail = not (is_prose(line) or marks.parts_chrome_from(line_start))
        zone = zone_of(line, in_tail=in_tail or marks.chrome(line_start))
        if zone is Zone.BODY and marks.table(line_start):
            zone = Zone.TABLE
        elif zone is Zone.BODY and not body_begun:
            lines += 1
            if lines <= _HEADLINE_LINES and may_be_headline(line):
                zone = Zone.HEADLINE
            else:
                body_begun = True
        if zone is Zone.BODY:
            spoken = spoken or "。" in line
            zone = kind_of_body(line)
        yield Paragraph(line_start, line_end, zone, article)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of the lines of ``text[start:end]`` that hold anything, without the blanks around them."""
    for match in re.finditer(r"[^\n]+", text[start:end]):
        line = match[0]
        bare = line.strip()
        if bare:
            at = start + match.start() + len(line) - len(line.lstrip())
            yield at, at + len(bare)


def _sentences(text: str, paragraphs: list[Paragraph]) -> Iterator[SentenceAt]:
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
            yield SentenceAt(at, match.end(), number, paragraph.zone, paragraph.article)
            at = match.end()
        if at < paragraph.end:
            yield SentenceAt(at, paragraph.end, number, paragraph.zone, paragraph.article)
