"""Gold files: one JSON file a document, as docs/accuracy.md describes it; each is for the text whose name begins with its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.score.found import KINDS
from kg.score.match import GoldFact
from kg.score.names import forms


@dataclass(frozen=True, slots=True)
class Gold:
    """The facts of one document by kind, and the file that holds its text."""

    name: str
    facts: dict[str, list[GoldFact]]
    text: Path


def read_gold(texts: Path, gold: Path, *, only: str = "", missing_ok: bool = False) -> list[Gold]:
    """The gold files in folder ``gold`` with their texts in folder ``texts``, in the order of names.

    ``only`` keeps those whose name begins so. Raises :class:`~kg.errors.InputError` where there is none, where one is
    malformed, or where one has no text (unless that is ``missing_ok``).
    """
    found, absent = [], []
    for path in sorted(gold.glob("*.json")):
        if not path.stem.startswith(only):
            continue
        text = _text(texts, path)
        if text is None:
            absent.append(path.stem)
        else:
            found.append(Gold(path.stem, _facts(path), text))
    if absent and not missing_ok:
        raise InputError(f"{texts}: holds no text for {', '.join(absent)}; leave those out with --missing-ok")
    if not found:
        raise InputError(f"{gold}: holds no gold (*.json, each for the text of the same name in {texts})")
    return found


def _text(texts: Path, gold: Path) -> Path | None:
    """The text of a gold file: NAME.* or NAME_*."""
    named = sorted(path for path in texts.iterdir() if path.name.startswith((f"{gold.stem}.", f"{gold.stem}_"))) if texts.is_dir() else []
    return next((path for path in named if path.resolve() != gold.resolve()), None)


def _facts(path: Path) -> dict[str, list[GoldFact]]:
    try:
        lists = json.loads(path.read_text("utf-8"))
        facts = {kind: list(lists.get(kind, [])) for kind in KINDS}
        for figure in facts["observations"]:
            for value in forms(figure["value"]):
                float(value)  # or it cannot be compared
    except (OSError, ValueError, AttributeError, TypeError, KeyError) as error:
        raise InputError(f"{path}: is not a gold file ({error}); docs/accuracy.md says what one holds") from error
    return facts
