"""What the citation of a document is before it becomes a thing of the graph."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.subjects import Subject


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """``text[start:end]`` cites the document ``title``; ``issuers`` and ``date`` where the sentence says who issued it, and when."""

    start: int
    end: int
    title: str
    rule: str
    confidence: float
    number: str = ""
    issuers: tuple[Subject, ...] = ()
    date: str = ""
