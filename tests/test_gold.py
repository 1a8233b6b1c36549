"""The gold facts beside our own documents: well formed, and every one with words that stand in its document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg import read

ROOT = Path(__file__).resolve().parents[1]
GOLD = sorted([*(ROOT / "seeds" / "gold").glob("*.json"), *(ROOT / "tests" / "gold").rglob("*.json")])
KINDS = ("persons", "holdings", "places", "orgs", "programs", "observations", "events", "documents")


def document(gold: Path) -> str:
    """The raw text of the document that ``gold`` belongs to."""
    folder = ROOT / "seeds" if gold.parent.parent.name == "seeds" else gold.parent
    (path,) = (path for path in folder.glob(f"{gold.stem}.*") if path.suffix in (".txt", ".html"))
    return read(path.read_bytes()).text


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_gold_fact_quotes_its_document(gold: Path) -> None:
    """The evidence of each fact is a short verbatim stretch of the document's text."""
    facts: dict[str, Any] = json.loads(gold.read_text("utf-8"))
    text = document(gold)
    quoted = [fact["evidence"] for kind in KINDS for fact in facts[kind] if fact.get("evidence")]
    assert quoted
    assert [words for words in quoted if words not in text or len(words) > 40] == []


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_every_holder_is_a_person_of_the_gold(gold: Path) -> None:
    """A holding names a person whom the same gold lists."""
    facts: dict[str, Any] = json.loads(gold.read_text("utf-8"))
    people = {name for person in facts["persons"] for name in (person["name"], *person.get("aliases", []))}
    assert {holding["person"] for holding in facts["holdings"]} <= people
