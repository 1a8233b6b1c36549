"""What the citation of a document is before it becomes a thing of the graph."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.subjects import Subject


class DocumentMention(NamedTuple):
    """``text[start:end]`` cites the document ``title``; ``issuers`` and ``date`` where the sentence says who issued it, and when."""

    start: int
    end: int
    title: str
    rule: str
    confidence: float
    number: str = ""
    issuers: tuple[Subject, ...] = ()
    date: str = ""
