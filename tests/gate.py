"""The gate: scores of documents with gold, pinned in gate.json, and the confidences that are measured on the same documents.

    python tests/gate.py           # or make gate: measure anew, and write both; refused where a score falls
    python tests/gate.py --lower   # accept what falls
    python tests/gate.py --first TEXTS GOLD   # count the claims of pages that are read for the first time, before rules are made on them

After a change of extraction, tests/test_gate.py fails until this was run.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from kg.score import Scores, read_gold, score
from kg.score.first import reading, readings, readings_table
from kg.score.fit import calibration_table, confidences_table
from kg.score.found import KINDS
from kg.score.match import STRICT
from kg.score.tally import Tally

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
PINNED = ROOT / "tests" / "gate.json"
TABLES = {"confidences": confidences_table, "calibration": calibration_table}

OWN = {"seeds": (ROOT / "seeds", ROOT / "seeds" / "gold"), "tests/gold": (ROOT / "tests" / "gold", ROOT / "tests" / "gold")}
"""Documents with gold, by the name under which their scores are pinned."""

READ = {"tests/gold/long": (ROOT / "tests" / "gold" / "long", ROOT / "tests" / "gold" / "long")}
"""More of our own, whose claims count for confidences as they were at their first reading, and not as they are since rules were mended."""

REAL = {"real pages": (SHARED / "seeds", SHARED / "gold" / "seeds")}
"""Those that stand beside the checkout, perhaps."""

Pinned = dict[str, dict[str, Any]]
"""The figures of each kind of fact."""


def scores_of(texts: Path, gold: Path) -> Scores:
    """The scores of the documents in ``texts``."""
    return score(read_gold(texts, gold))


def pinned(scores: Scores) -> Pinned:
    """What is pinned of scores: counts and strict F1 of each kind, of codes, and of the links of programs."""
    tallies = {kind: scores.kind(kind, STRICT) for kind in KINDS} | {"place codes": scores.codes()}
    tallies |= {f"program {name}": tally for name, tally in scores.links().items()}
    return {name: _figures(tally) for name, tally in tallies.items()}


def _figures(tally: Tally) -> dict[str, Any]:
    return {"right": tally.right, "found": tally.found, "gold": tally.gold, "f1": round(tally.f1, 4)}


def changes(old: Pinned, new: Pinned) -> tuple[list[str], list[str]]:
    """What has fallen, and what has changed otherwise, a line each."""
    fallen, others = [], []
    for name in old | new:
        before, after = old.get(name, {}), new.get(name, {})
        if before != after:
            (fallen if after.get("f1", 0.0) < before.get("f1", 0.0) else others).append(f"{name}: {_shown(before)} -> {_shown(after)}")
    return fallen, others


def _shown(figures: dict[str, Any]) -> str:
    return f"F1 {figures['f1']} ({figures['right']} right, {figures['found']} found, {figures['gold']} gold)" if figures else "nothing"


def tables(corpora: list[Scores]) -> dict[Path, str]:
    """The tables of confidences as they follow from the scores of our own documents, by their files."""
    documents = [one.judged for scores in corpora for one in scores.documents]
    return {ROOT / "kg" / "lexicon" / f"{name}.tsv": make(documents, readings()) for name, make in TABLES.items()}


def add_first(texts: Path, gold: Path) -> None:
    """Add what is right on the first reading of a set of pages to the table of first readings."""
    claims = [one for document in scores_of(texts, gold).documents for one in document.judged]
    path = ROOT / "kg" / "lexicon" / "first_readings.tsv"
    path.write_text(readings_table([*readings(), reading(claims)]), "utf-8")


def _json(corpora: dict[str, Pinned]) -> str:
    """``corpora`` as JSON with a line for each kind, so that a diff shows what changed."""
    blocks = []
    for name, figures in corpora.items():
        lines = ",\n".join(f"  {json.dumps(kind)}: {json.dumps(values)}" for kind, values in figures.items())
        blocks.append(f" {json.dumps(name)}: {{\n{lines}\n }}")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def main() -> None:
    """Measure anew and write."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("--lower", action="store_true", help="pin scores that have fallen, too")
    command.add_argument("--first", nargs=2, type=Path, metavar=("TEXTS", "GOLD"), help="count pages that are read for the first time")
    given = command.parse_args()
    if given.first:
        add_first(*given.first)
        return
    lower = given.lower
    known: dict[str, Pinned] = json.loads(PINNED.read_text("utf-8")) if PINNED.exists() else {}
    own = {name: scores_of(*folders) for name, folders in OWN.items()}
    there = READ | {name: folders for name, folders in REAL.items() if folders[0].is_dir()}
    new = {name: pinned(scores) for name, scores in (own | {name: scores_of(*folders) for name, folders in there.items()}).items()}
    fallen = []
    for name, figures in new.items():
        falls, others = changes(known.get(name, {}), figures)
        for line in (*falls, *others):
            print(f"{name}, {line}")
        fallen += falls
    if fallen and not lower:
        sys.exit("scores have fallen; nothing was written (--lower accepts that)")
    PINNED.write_text(_json(known | new), "utf-8")
    for path, text in tables(list(own.values())).items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
