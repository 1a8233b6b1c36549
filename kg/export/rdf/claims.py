"""Claims, their targets in the text and the selectors of these, as Turtle: the bulk of an export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kg.aligned import Span
from kg.export.rdf.holdings import Holdings
from kg.export.rdf.names import BASES, CLASSES, Merged
from kg.export.rdf.turtle import confidence, date, escape, joined, relative, string, word
from kg.model import LITERAL_RELATIONS, Basis, Claim, Kind, Knowledge, Relation

AROUND: Final = 32
"""How many code points of the text before and after a quotation stand beside it."""

_TYPES: Final = "zm:Claim , rdf:Statement , oa:Annotation , prov:Entity"


class Claims:
    """Writes the claims of a build, document by document."""

    def __init__(self, knowledge: Knowledge, merged: Merged, holdings: Holdings) -> None:
        """Sort the claims of ``knowledge`` by document."""
        self.knowledge = knowledge
        self.merged = merged
        self.holdings = holdings
        self.by_document: dict[str, list[Claim]] = defaultdict(list)
        for claim in knowledge.claims.values():
            self.by_document[self._document(claim.source)].append(claim)

    def _document(self, source: str) -> str:
        """The document that ``source`` is or is part of; positions count in its text."""
        found = self.knowledge.sources.get(source)
        return found.part_of or source if found else source

    def blocks(self, document: str) -> Iterable[str]:
        """Turtle for the claims that rest on ``document``, each followed by the targets that are new with it.

        ``""`` stands for claims without a source, which are derived from others.
        """
        done: set[Span] = set()
        text = self.knowledge.texts.get(document, "")
        address = relative(document)[1:-1] if document else ""
        for claim in sorted(self.by_document.get(document, ()), key=_position):
            if claim.basis is Basis.TABLE:
                continue
            yield self._claim(claim, address)
            for span in claim.spans if address else ():
                if span not in done:
                    done.add(span)
                    yield _target(address, span, text)

    def _claim(self, claim: Claim, address: str) -> str:
        """One claim. Written in one piece, not by :func:`block`, since most of an export are claims."""
        subject, predicate, value = self._statement(claim)
        return (
            f"{relative(claim.id)} a {_TYPES} ;\n"
            f"    rdf:subject {subject} ;\n    rdf:predicate {predicate} ;\n    rdf:object {value} ;\n"
            f"    zm:basis {BASES[claim.basis]} ;\n    zm:confidence {confidence(claim.confidence)} ;\n"
            f"    zm:extractor {word(claim.extractor)}{self._provenance(claim)}{_targets(claim, address)} .\n"
        )

    @staticmethod
    def _provenance(claim: Claim) -> str:
        """The rule, the status of a holding, and what the claim rests on: its source, or other claims."""
        rule = "zm:derivedBy" if claim.basis is Basis.DERIVED else "zm:rule"
        said = f" ;\n    {rule} {word(claim.rule)}" if claim.rule else ""
        rests_on = []
        for key, name in claim.qualifiers:
            if key == "status":
                said += f" ;\n    zm:status {word(name)}"
            elif key == "claim":
                rests_on.append(relative(name))
        if not rests_on and claim.source:
            rests_on = [relative(claim.source)]
        return f"{said} ;\n    prov:wasDerivedFrom {joined(rests_on)}" if rests_on else said

    def _statement(self, claim: Claim) -> tuple[str, str, str]:
        """Subject, predicate and object of what ``claim`` says."""
        relation = claim.relation
        if relation is Relation.TYPE:
            return relative(self.merged(claim.subject)), "rdf:type", CLASSES[Kind(claim.object)]
        if relation in LITERAL_RELATIONS:
            return self._dated(claim)
        return relative(self.merged(claim.subject)), str(relation), relative(self.merged(claim.object))

    def _dated(self, claim: Claim) -> tuple[str, str, str]:
        """A statement about a date. A proposal without one says which post the membership is for."""
        subject = relative(self.holdings.of_claim(claim))
        post = self.knowledge.things.get(self.merged(claim.object))
        if post is None:
            return subject, str(claim.relation), date(claim.object) or string(claim.object)
        if term := date(self._proposed_on(claim)):
            return subject, str(claim.relation), term
        return subject, "zm:post", relative(post.id)

    def _proposed_on(self, claim: Claim) -> str:
        """The date of a proposal: the claim's own, or that of its source where the membership has it."""
        own = next((value for key, value in claim.qualifiers if key in ("date", "proposed")), "")
        source = self.knowledge.sources.get(claim.source)
        spell = self.holdings.by_id.get(self.holdings.of_claim(claim))
        stated = spell.dates["proposed"] if spell else []
        return own or (source.date if source and source.date in stated else "")


def _position(claim: Claim) -> tuple[tuple[Span, ...], str]:
    return claim.spans, claim.id


def _targets(claim: Claim, address: str) -> str:
    if not claim.spans or not address:
        return ""
    return " ;\n    oa:hasTarget " + joined(f"<{address}#char={start},{end}>" for start, end in claim.spans)


def _target(address: str, span: Span, text: str) -> str:
    """A stretch of a document's text, with its position and its words."""
    start, end = span
    target = f"{address}#char={start},{end}"
    return (
        f"<{target}> a oa:SpecificResource ;\n    oa:hasSource <{address}> ;\n"
        f"    oa:hasSelector <{target}/position> , <{target}/quote> .\n"
        f"<{target}/position> a oa:TextPositionSelector ;\n    oa:start {start} ;\n    oa:end {end} .\n"
        f'<{target}/quote> a oa:TextQuoteSelector ;\n    oa:exact "{escape(text[start:end])}" ;\n'
        f'    oa:prefix "{escape(text[max(0, start - AROUND) : start])}" ;\n'
        f'    oa:suffix "{escape(text[end : end + AROUND])}" .\n'
    )
