"""Targets: stretches of a document's text, with their positions and their words, as Turtle."""

from __future__ import annotations

from typing import Final

from kg.aligned import Span
from kg.export.rdf.stretches import Stretches

AROUND: Final = 32
"""How many code points of the text before and after a quotation stand beside it."""


class Targets:
    """The targets in one document; each is described once, behind the claim that first needs it."""

    def __init__(self, address: str, text: str) -> None:
        """``address`` is the IRI of the document without its angle brackets, ``text`` its raw text."""
        self._address = address
        self._text = Stretches(text)
        self._ends: dict[Span, bytes] = {}

    def end(self, spans: tuple[Span, ...]) -> bytes:
        """The end of a claim that rests on ``spans``: their IRIs, and behind the claim those that are new."""
        if len(spans) == 1:  # nearly always
            return self._ends.get(spans[0]) or self._first(spans[0])
        if not spans:
            return b" .\n"
        named = " , ".join([f"<{self._iri(span)}>" for span in dict.fromkeys(spans)])
        new = [self._first(span).partition(b" .\n")[2] for span in dict.fromkeys(spans) if span not in self._ends]
        return b"".join((f" ;\n    oa:hasTarget {named} .\n".encode(), *new))

    def _iri(self, span: Span) -> str:
        """The IRI of a target, without its angle brackets (see RFC 5147 for ``#char=``)."""
        return f"{self._address}#char={span[0]},{span[1]}"

    def _first(self, span: Span) -> bytes:
        """The end of the first claim that rests on ``span``, and what the target is; from now on it is known."""
        text, (start, end) = self._text, span
        target = self._iri(span)
        before = text(start - AROUND if start > AROUND else 0, start)
        ends = f" ;\n    oa:hasTarget <{target}> .\n"
        self._ends[span] = ends.encode()
        return (
            f"{ends}<{target}> a oa:SpecificResource ;\n    oa:hasSource <{self._address}> ;\n"
            f"    oa:hasSelector <{target}/position> , <{target}/quote> .\n"
            f"<{target}/position> a oa:TextPositionSelector ;\n    oa:start {start} ;\n    oa:end {end} .\n"
            f'<{target}/quote> a oa:TextQuoteSelector ;\n    oa:exact "{text(start, end)}" ;\n'
            f'    oa:prefix "{before}" ;\n    oa:suffix "{text(end, end + AROUND)}" .\n'
        ).encode()
