"""Columns of evidence: the claims, the documents, and where they write a name otherwise than the graph does."""

from __future__ import annotations

from typing import TypedDict

from kg.export.explorer.numbers import Numbers, Row, hundredths
from kg.model import Knowledge, Relation


class Proofs(TypedDict):
    """One entry a claim, but for ``named``: the last claims say what a node is, and these are the nodes.

    ``how`` is a number in ``ways``: rule, basis, confidence. ``start`` and ``end`` are those of the quoted words in the text
    of the document, in code points (equal where nothing is quoted); ``further`` are quotations beyond the first: claim, start, end.
    """

    source: Row
    how: Row
    start: Row
    end: Row
    further: Row
    ways: list[tuple[str, str, int]]
    named: Row


class Texts(TypedDict):
    """One entry a document.

    ``node`` is its number, ``text`` its raw text, ``sentences`` the starts and ends of its sentences; ``respelt`` are the
    names that repair has changed: node, start, end, and a number in ``spellings``.
    """

    node: Row
    text: list[str]
    sentences: list[Row]
    respelt: list[Row]
    spellings: list[str]


def claim_columns(knowledge: Knowledge, at: dict[str, int], claims: Numbers[str]) -> Proofs:
    """The columns of ``claims``, and after them of the claims that name things."""
    known, ways, merged = knowledge.claims, Numbers[tuple[str, str, str, float]](), knowledge.same_as
    shown = [known[claim] for claim in claims]
    naming = [
        (claim, node)
        for claim in known.values()
        if claim.relation is Relation.TYPE and (node := at.get(merged.get(claim.subject, claim.subject))) is not None
    ]
    shown += [claim for claim, _ in naming]
    quoted = [claim.spans for claim in shown]
    return Proofs(
        source=[at.get(claim.source, -1) for claim in shown],
        how=[ways[claim.extractor, claim.rule, str(claim.basis), claim.confidence] for claim in shown],
        start=[spans[0][0] if spans else 0 for spans in quoted],
        end=[spans[0][1] if spans else 0 for spans in quoted],
        further=[place for claim, spans in enumerate(quoted) if len(spans) > 1 for span in spans[1:] for place in (claim, *span)],
        ways=[(f"{extractor}/{rule}", basis, hundredths(confidence)) for extractor, rule, basis, confidence in ways],
        named=[node for _, node in naming],
    )


def text_columns(knowledge: Knowledge, at: dict[str, int]) -> Texts:
    """The documents, whole: the page cuts out the sentences that it shows."""
    documents = [document for document in knowledge.texts if document in at]
    respelt: dict[str, Row] = {document: [] for document in documents}
    holder = {source.id: source.part_of or source.id for source in knowledge.sources.values()}
    texts, spellings = knowledge.texts, Numbers[str]()
    for mention in knowledge.mentions:
        (start, end), document = mention.span, holder[mention.source]
        if document in respelt and texts[document][start:end] != mention.surface and mention.thing in at:
            respelt[document] += (at[mention.thing], start, end, spellings[mention.surface])
    return Texts(
        node=[at[document] for document in documents],
        text=[knowledge.texts[document] for document in documents],
        sentences=[[place for sentence in knowledge.sentences.get(document, ()) for place in sentence.span] for document in documents],
        respelt=list(respelt.values()),
        spellings=list(spellings),
    )
