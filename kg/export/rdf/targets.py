"""Targets: stretches of a document's text, with their positions and their words, as Turtle."""

from __future__ import annotations

from typing import Final

from kg.aligned import Span
from kg.export.rdf.stretches import Stretches

AROUND: Final = 32
"""How many code points of the text before and after a quotation stand beside it."""
_END: Final = b" ; oa:hasTarget %b .\n"
_TARGET: Final = b"""\
<%b> a oa:SpecificResource ; oa:hasSource <%b> ; oa:hasSelector <%b/position> , <%b/quote> .
<%b/position> a oa:TextPositionSelector ; oa:start %d ; oa:end %d .
<%b/quote> a oa:TextQuoteSelector ; oa:exact "%b" ; oa:prefix "%b" ; oa:suffix "%b" .
"""


class Targets:
    """The targets in one document; each is described once, behind the claim that first needs it."""

    def __init__(self, address: str, text: str) -> None:
        """``address`` is the IRI of the document without its angle brackets, ``text`` its raw text."""
        self._address = address.encode()
        self._text = Stretches(text)
        self._ends: dict[Span, bytes] = {}

    def end(self, spans: tuple[Span, ...]) -> bytes:
        """The end of a claim that rests on ``spans``: their IRIs, and behind the claim those that are new."""
        if len(spans) == 1:  # nearly always
            return self._ends.get(spans[0]) or self._first(spans[0])
        if not spans:
            return b" .\n"
        named = b" , ".join([b"<%b>" % self._iri(span) for span in dict.fromkeys(spans)])
        new = [self._first(span).partition(b" .\n")[2] for span in dict.fromkeys(spans) if span not in self._ends]
        return b"".join((_END % named, *new))

    def _iri(self, span: Span) -> bytes:
        """The IRI of a target, without its angle brackets (see RFC 5147 for ``#char=``)."""
        return b"%b#char=%d,%d" % (self._address, *span)

    def _first(self, span: Span) -> bytes:
        """The end of the first claim that rests on ``span``, and what the target is; from now on it is known."""
        before, exact, after = self._text.around(*span, AROUND)
        target = self._iri(span)
        end = self._ends[span] = _END % (b"<%b>" % target)
        words = exact.encode(), before.encode(), after.encode()
        return end + _TARGET % (target, self._address, target, target, target, *span, target, *words)
