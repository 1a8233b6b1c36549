"""Damaged text says what clean text says: accuracy and positions, for each kind of damage (``python -m bench.damage`` prints it all)."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from pathlib import Path

import pytest
from opencc import OpenCC
from test_evidence import check, stored

from bench.compare import LEAST
from bench.damage import DAMAGES, Pair, measure, pairs
from bench.gold import documents
from bench.mix import GLOSS
from kg import resolve
from kg.export.rdf import write_turtle

FEWEST = 25
"""Documents that must be pooled."""
_WITHOUT_GAN = 3
"""Documents without 干, which cannot be 乾."""

_SIMPLIFIED = OpenCC("hk2s")
_DROPPED = re.compile(r"\n\s*-\s?\d+\s?-\s*\n|[^\w]|_")


@pytest.fixture(scope="module", params=DAMAGES)
def measured(request: pytest.FixtureRequest) -> list[Pair]:
    """The documents before and after one kind of damage."""
    return list(pairs(request.param))


def words(text: str) -> str:
    """Characters and digits of ``text`` in simplified script, without readings and numbers of pages."""
    simplified = _SIMPLIFIED.convert(GLOSS.sub("", text)).translate(str.maketrans("乾瞭", "干了"))
    return _DROPPED.sub("", unicodedata.normalize("NFKC", simplified))


def test_every_gold_fact_quotes_its_clean_document() -> None:
    """What damage is done to is whole: the evidence of every fact stands in the cleaned text."""
    for document in documents():
        facts = chain.from_iterable(facts for facts in document.gold.values() if isinstance(facts, list))
        assert [fact["evidence"] for fact in facts if fact.get("evidence") and fact["evidence"] not in document.text] == []


def test_accuracy_on_damaged_text_is_that_on_clean_text(measured: list[Pair]) -> None:
    """Pooled over the documents, strict F1 of each kind with facts enough falls by no more than 0.02."""
    assert len(measured) >= FEWEST
    assert sum(pair.clean.text == pair.damaged.text for pair in measured) <= _WITHOUT_GAN
    table = [row for row in measure(measured) if row.wanted >= LEAST]
    assert {row.kind for row in table} == {"persons", "holdings", "places", "orgs", "observations"}
    assert {row.kind: row.change for row in table if row.change < -0.02} == {}


def test_every_claim_quotes_the_damaged_text(measured: list[Pair], tmp_path: Path) -> None:
    """The positions of all claims lead to the quoted characters of the text as it was found."""
    knowledge = resolve([pair.damaged for pair in measured])
    write_turtle(knowledge, tmp_path / "graph.ttl")
    check(knowledge, stored(tmp_path / "graph.ttl"))


def test_every_mention_stands_where_its_name_was(measured: list[Pair]) -> None:
    """The damaged characters at a mention, repaired by themselves, are its name; where bytes were lost they cannot be."""
    mentions = [(pair.damaged.text[m.span.start : m.span.end], m.surface) for pair in measured for m in pair.damaged.mentions]
    assert mentions
    assert [(raw, name) for raw, name in mentions if "?" not in raw and words(raw) != words(name)] == []
