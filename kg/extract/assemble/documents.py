"""Cited documents, and who issued them."""

from __future__ import annotations

from kg import ids
from kg.extract.assemble.bodies import add_body
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.refs import BodyRef
from kg.model import Basis, Kind, Relation, Thing


def put_documents(found: Findings, draft: Draft) -> None:
    """Every document that the page cites, and who issued it."""
    known: dict[tuple[str, str], str] = {}
    for index, mention in enumerate(found.documents):
        source = draft.source_at(mention.start)
        key = (source, mention.title)
        identity = (mention.number,) if mention.number else (source, mention.start, mention.end, index)
        if key not in known:
            known[key] = ids.thing_id("document", mention.title, *identity)
        properties = [("date", mention.date)] if mention.date else []
        properties += [("number", mention.number)] if mention.number else []
        label = mention.title.replace("“", "").replace("”", "")
        document = draft.add(Thing(known[key], Kind.DOCUMENT, label, (), tuple(properties)))
        draft.mention(document, mention.start, mention.end, Basis.STATED, mention.confidence, "documents", mention.rule)
        for issuer in mention.issuers:
            if isinstance(issuer.ref, BodyRef):
                where = ((issuer.start, issuer.end), (mention.start, mention.end))
                publisher = add_body(draft, issuer.ref)
                draft.claim(document, Relation.PUBLISHER, publisher, where, issuer.basis, 0.75, "documents", "issuing verb")
