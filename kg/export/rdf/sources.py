"""Documents that were read, and their articles, as Turtle."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import Final

from kg.export.rdf.names import Merged, clean_label
from kg.export.rdf.turtle import block, chinese, date, given, relative, string, url
from kg.model import Kind, Knowledge, Source

NAMED: Final = frozenset({Kind.PERSON, Kind.BODY, Kind.PLACE, Kind.PROGRAM, Kind.EVENT, Kind.DOCUMENT})
"""The kinds of thing that a text names."""


class Sources:
    """Writes the sources of a build, with what each of them mentions."""

    def __init__(self, knowledge: Knowledge, merged: Merged) -> None:
        """Collect the mentions of ``knowledge``: what an article names its document names, and the reverse."""
        self.things = knowledge.things
        self.merged = merged
        self.articles = _articles(knowledge)
        self.mentions: dict[str, set[str]] = defaultdict(set)
        for mention in knowledge.mentions:
            thing = self.things.get(merged(mention.thing))
            if thing is not None and thing.kind in NAMED and (source := knowledge.sources.get(mention.source)):
                self._mention(source, mention.span.start, thing.id)

    def _mention(self, source: Source, position: int, thing: str) -> None:
        self.mentions[source.id].add(thing)
        if source.part_of:
            self.mentions[source.part_of].add(thing)
        elif source.id in self.articles:
            starts, ends, names = self.articles[source.id]
            number = bisect_right(starts, position) - 1
            if number >= 0 and position < ends[number]:
                self.mentions[names[number]].add(thing)

    def block(self, source: Source) -> str:
        """Turtle for one document or article."""
        whole = not source.part_of
        publisher, author = (self.merged(name) for name in (source.publisher, source.author))
        return block(
            relative(source.id),
            [
                ("a", ["zm:SourceDocument", "prov:Entity", "schema:CreativeWork"]),
                ("skos:prefLabel", [chinese(_label(source))]),
                ("dcterms:title", [chinese(source.title)] if source.title else []),
                ("dcterms:identifier", [string(source.sha256)] if whole else []),
                ("zm:textSHA256", [string(source.text_sha256)] if whole else []),
                ("dcterms:isPartOf", [] if whole else [relative(source.part_of)]),
                ("zm:start", [] if whole else [str(source.start)]),
                ("zm:end", [] if whole else [str(source.end)]),
                ("dcterms:issued", given(date(source.date))),
                ("dcterms:publisher", self._thing(publisher, Kind.BODY)),
                ("schema:author", self._thing(author, Kind.PERSON)),
                ("dcterms:source", given(url(source.url)) if source.url else []),
                ("schema:mentions", [relative(thing) for thing in sorted(self.mentions[source.id])]),
            ],
        )

    def _thing(self, identifier: str, kind: Kind) -> list[str]:
        thing = self.things.get(identifier)
        return [relative(identifier)] if thing is not None and thing.kind is kind else []


def _label(source: Source) -> str:
    """The source's title, or (never the name of its file) a label that tells it from the others."""
    return clean_label(source.title) or f"无题文件{source.id.removeprefix('source/').replace('/article/', '第')}"


def _articles(knowledge: Knowledge) -> dict[str, tuple[list[int], list[int], list[str]]]:
    """For each document with articles: their starts, ends and ids, in order."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for source in knowledge.sources.values():
        if source.part_of:
            found[source.part_of].append((source.start, source.end, source.id))
    articles = {}
    for document, places in found.items():
        places.sort()
        articles[document] = ([p[0] for p in places], [p[1] for p in places], [p[2] for p in places])
    return articles
