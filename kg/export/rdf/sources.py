"""Documents that were read, and their articles, as Turtle."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from kg.export.rdf.names import whole_label
from kg.export.rdf.records import Document, Records
from kg.export.rdf.turtle import block, chinese, date, given, relative, string, url
from kg.model import Kind, Source


class Sources:
    """Writes a document and its articles, with what each of them mentions."""

    def __init__(self, records: Records, document: Document) -> None:
        self._records = records
        self._sources = document.sources
        self._mentions = _mentions(document)

    def blocks(self) -> Iterator[str]:
        """Turtle for the document, then for its articles."""
        return map(self._block, self._sources)

    def _block(self, source: Source) -> str:
        """Turtle for one document or article."""
        whole = not source.part_of
        publisher, author = (self._records.canonical(name) for name in (source.publisher, source.author))
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
                ("schema:mentions", [relative(thing) for thing in sorted(self._mentions[source.id])]),
            ],
        )

    def _thing(self, identifier: str, kind: Kind) -> list[str]:
        thing = self._records.thing(identifier)
        return [relative(identifier)] if thing is not None and thing.kind is kind else []


def _label(source: Source) -> str:
    """The source's title, or (never the name of its file) a label that tells it from the others."""
    return whole_label(source.title) or f"无题文件{source.id.removeprefix('source/').replace('/article/', '第')}"


def _mentions(document: Document) -> dict[str, set[str]]:
    """What each source names: what an article names its document names, and the reverse."""
    articles = [source for source in document.sources if source.part_of]
    starts = [article.start for article in articles]
    mentions: dict[str, set[str]] = defaultdict(set)
    for named in document.named:
        mentions[named.source].add(named.thing)
        if named.source != document.id:
            mentions[document.id].add(named.thing)
        elif articles:
            number = bisect_right(starts, named.start) - 1
            if number >= 0 and named.start < articles[number].end:
                mentions[articles[number].id].add(named.thing)
    return mentions
