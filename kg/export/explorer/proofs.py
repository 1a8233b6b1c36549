"""Columns of evidence: the claims, the documents, and where they write a name otherwise than the graph does."""

from __future__ import annotations

from typing import TypedDict

from kg.export.explorer.numbers import Numbers, Row, hundredths
from kg.model import Knowledge, Relation


class Proofs(TypedDict):
    """One entry a claim, but for ``named``: for each node the claims that say what it is.

    ``how`` is a number in ``ways``: rule, basis, confidence. ``spans`` are starts and ends of the quoted words in the
    text of the document, in code points.
    """

    source: Row
    how: Row
    spans: list[Row]
    ways: list[tuple[str, str, int]]
    named: list[Row]


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
    """The columns of ``claims`` and of the claims that name things, which are added to them."""
    known, ways = knowledge.claims, Numbers[tuple[str, str, str, float]]()
    named: list[Row] = [[] for _ in at]
    for claim in known.values():
        if claim.relation is Relation.TYPE:
            node = at.get(knowledge.same_as.get(claim.subject, claim.subject))
            if node is not None:
                named[node].append(claims[claim.id])
    shown = [known[claim] for claim in claims]
    return Proofs(
        source=[at.get(claim.source, -1) for claim in shown],
        how=[ways[claim.extractor, claim.rule, str(claim.basis), claim.confidence] for claim in shown],
        spans=[[*claim.spans[0]] if len(claim.spans) == 1 else [place for span in claim.spans for place in span] for claim in shown],
        ways=[(f"{extractor}/{rule}", basis, hundredths(confidence)) for extractor, rule, basis, confidence in ways],
        named=named,
    )


def text_columns(knowledge: Knowledge, at: dict[str, int]) -> Texts:
    """The documents, whole: the page cuts out the sentences that it shows."""
    documents = [document for document in knowledge.texts if document in at]
    respelt: dict[str, Row] = {document: [] for document in documents}
    spellings = Numbers[str]()
    for mention in knowledge.mentions:
        document = knowledge.sources[mention.source].part_of or mention.source
        (start, end), node = mention.span, at.get(mention.thing)
        if node is not None and document in respelt and knowledge.texts[document][start:end] != mention.surface:
            respelt[document] += (node, start, end, spellings[mention.surface])
    return Texts(
        node=[at[document] for document in documents],
        text=[knowledge.texts[document] for document in documents],
        sentences=[
            [place for sentence in knowledge.sentences.get(document, ()) for place in sentence.span] for document in documents
        ],
        respelt=list(respelt.values()),
        spellings=list(spellings),
    )
