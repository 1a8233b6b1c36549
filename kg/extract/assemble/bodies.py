"""Bodies, with their superiors and places, and who published the page."""

from __future__ import annotations

from kg.extract.assemble.places import add_place
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.refs import BodyRef
from kg.model import Basis, Kind, Relation, Thing


def add_body(draft: Draft, body: BodyRef) -> str:
    """The thing of a body and those of its superiors and place."""
    if body.id in draft.things:
        return body.id
    properties: list[tuple[str, str]] = [("kind", body.kind)]
    if body.jurisdiction is not None:
        properties.append(("jurisdiction", body.jurisdiction.id))
        for place in body.jurisdiction.chain():
            add_place(draft, place)
    if body.parent is not None:
        add_body(draft, body.parent)
    return draft.add(Thing(body.id, Kind.BODY, body.name, (), tuple(sorted(properties))))


def put_bodies(found: Findings, draft: Draft) -> None:
    """Every body that the page names."""
    for mention in found.bodies:
        surface = found.page.text[mention.start : mention.end]
        name_body(draft, mention.body, mention.start, mention.end, mention.basis, mention.confidence, mention.rule)
        draft.add(draft.things[mention.body.id], surface.replace("“", "").replace("”", ""))


def name_body(draft: Draft, body: BodyRef, start: int, end: int, basis: Basis, confidence: float, rule: str) -> None:
    """A mention of a body; the first in a source also says what its name says of its place and superior, and names that."""
    add_body(draft, body)
    new = draft.mention(body.id, start, end, basis, confidence, "bodies", rule)
    if not new:
        return
    if body.jurisdiction is not None:
        draft.claim(body.id, Relation.JURISDICTION, body.jurisdiction.id, ((start, end),), basis, confidence, "bodies", rule)
    if body.parent is not None:
        draft.claim(body.id, Relation.PARENT_BODY, body.parent.id, ((start, end),), basis, confidence, "bodies", rule)
        name_body(draft, body.parent, start, end, Basis.CONTEXT, round(confidence * 0.9, 2), "inside a name")


def put_publishers(found: Findings, draft: Draft) -> None:
    """The body that published each article, and that it did."""
    for context, article, source in zip(found.contexts, found.page.segments.articles, _article_sources(found, draft), strict=True):
        body = context.medium
        if body is None:
            continue
        at = found.page.text.find(context.publisher, article.start, article.end)
        add_body(draft, body)
        if at >= 0:
            where = ((at, at + len(context.publisher)),)
            new = draft.mention(body.id, *where[0], Basis.STATED, 0.85, "context", "publisher")
            draft.claim(source, Relation.PUBLISHER, body.id, where, Basis.STATED, 0.85, "context", "publisher")
            if new and body.jurisdiction is not None:
                draft.claim(body.id, Relation.JURISDICTION, body.jurisdiction.id, where, Basis.STATED, 0.85, "context", "publisher")


def _article_sources(found: Findings, draft: Draft) -> list[str]:
    """The source id of each article."""
    return [
        draft.source_at(article.start) if len(found.page.segments.articles) > 1 else found.page.source
        for article in found.page.segments.articles
    ]
