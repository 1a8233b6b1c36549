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
        self._iris: dict[Span, bytes] = {}
        self._new: list[bytes] = []

    def end(self, spans: tuple[Span, ...]) -> bytes:
        """The end of a claim that rests on ``spans``: their IRIs, and behind the claim those that are new."""
        if len(spans) == 1:  # nearly always
            named = self._iris.get(spans[0]) or self._describe(spans[0])
        else:
            named = b" , ".join(dict.fromkeys([self._iris.get(span) or self._describe(span) for span in spans]))
        if not self._new:
            return b" ;\n    oa:hasTarget %b .\n" % named if named else b" .\n"
        new, self._new = self._new, []
        return b"".join((b" ;\n    oa:hasTarget ", named, b" .\n", *new))

    def _describe(self, span: Span) -> bytes:
        address, text, (start, end) = self._address, self._text, span
        target = f"{address}#char={start},{end}"
        self._new += (
            (
                f"<{target}> a oa:SpecificResource ;\n    oa:hasSource <{address}> ;\n"
                f"    oa:hasSelector <{target}/position> , <{target}/quote> .\n"
                f"<{target}/position> a oa:TextPositionSelector ;\n    oa:start {start} ;\n    oa:end {end} .\n"
                f'<{target}/quote> a oa:TextQuoteSelector ;\n    oa:exact "'
            ).encode(),
            text(start, end),
            b'" ;\n    oa:prefix "',
            text(start - AROUND if start > AROUND else 0, start),
            b'" ;\n    oa:suffix "',
            text(end, end + AROUND),
            b'" .\n',
        )
        self._iris[span] = iri = f"<{target}>".encode()
        return iri
