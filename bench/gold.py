"""Our own documents with gold facts, without what damage there is in them: what accuracy under damage is measured from."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from bench.mix import ROOT, SEEDS, cleaned, decoded

FOLDERS: Final = {SEEDS: SEEDS / "gold", ROOT / "tests" / "gold": ROOT / "tests" / "gold"}
"""Folders of documents, and of their gold."""

NOT_CLEANED: Final = "03-speech"
"""Its lines are broken and numbered by hand: no rule makes it whole again but that of ``kg``."""


class Document(NamedTuple):
    """A clean document in simplified characters, and what a careful reader found in it."""

    name: str
    text: str
    gold: dict[str, Any]

    @property
    def is_html(self) -> bool:
        """Whether ``text`` is a page and not plain text."""
        return self.text.startswith("<!DOCTYPE")


@cache
def documents() -> tuple[Document, ...]:
    """Every document with gold that can be cleaned, in the order of their names."""
    golds = [(path, texts) for texts, folder in FOLDERS.items() for path in folder.glob("*.json") if path.stem != NOT_CLEANED]
    return tuple(_document(path, texts) for path, texts in sorted(golds))


def _document(path: Path, texts: Path) -> Document:
    (text,) = (found for found in texts.glob(f"{path.stem}.*") if found.suffix in (".txt", ".html"))
    gold = json.loads(path.read_text("utf-8"))
    return Document(path.stem, _clean(decoded(text.read_bytes())), rewritten(gold, _clean))


def _clean(text: str) -> str:
    return cleaned(text).replace("为瞭", "为了")  # which t2s leaves alone


def rewritten(gold: Any, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - JSON
    """Gold facts with every text in them changed."""
    if isinstance(gold, dict):
        return {key: rewritten(value, change) for key, value in gold.items()}
    if isinstance(gold, list):
        return [rewritten(value, change) for value in gold]
    return change(gold) if isinstance(gold, str) else gold
