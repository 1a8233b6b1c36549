"""Cited documents, and who issued them."""

from __future__ import annotations

from kg import ids
from kg.extract.assemble.bodies import add_body
from kg.extract.draft import Draft
from kg.extract.findings import Findings
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
        properties = (("number", mention.number),) if mention.number else ()
        document = draft.add(Thing(known[key], Kind.DOCUMENT, mention.title.replace("“", "").replace("”", ""), (), properties))
        draft.mention(document, mention.start, mention.end, Basis.STATED, mention.confidence, "documents", mention.rule)
        if mention.issuer is not None:
            where = (mention.issuer_at, (mention.start, mention.end))
            draft.claim(
                document, Relation.PUBLISHER, add_body(draft, mention.issuer), where, Basis.STATED, 0.75, "documents", "issuing verb"
            )
