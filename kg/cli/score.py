"""Build documents, each by itself, and compare what is found with gold facts.

Strict: the fact as it should stand; lenient: its core. The interval is that of strict F1 over redrawn documents (95 %).

Example:
  kg score seeds seeds/gold --show
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from kg.cli.terminal import escaped, write


def arguments(parser: argparse.ArgumentParser) -> None:
    """Documents, gold, and what to print."""
    parser.add_argument("texts", type=Path, metavar="TEXTS", help="The folder of the documents.")
    parser.add_argument("gold", type=Path, metavar="GOLD", help="The folder of their gold: NAME.json for each NAME.*.")
    parser.add_argument("--only", default="", metavar="NAME", help="Only gold files whose name begins so.")
    parser.add_argument("--show", action="store_true", help="List every miss and every error with its sentence.")
    parser.add_argument("--calibration", action="store_true", help="How often claims are right, by confidence and by rule.")
    parser.add_argument("--missing-ok", action="store_true", help="Pass over gold that has no document.")
    parser.add_argument("--json", action="store_true", help="All of that as JSON.")


def run(options: argparse.Namespace) -> int:
    """Print the scores."""
    from kg.score import read_gold, score  # noqa: PLC0415 - --help must not wait for the extractors

    scores = score(read_gold(options.texts, options.gold, only=options.only, missing_ok=options.missing_ok))
    if options.json:
        from kg.score.summary import everything  # noqa: PLC0415

        write(escaped(json.dumps(everything(scores), ensure_ascii=False)) + "\n")
        return 0
    from kg.cli.scores import print_calibration, print_differences, print_scores  # noqa: PLC0415

    print_scores(scores)
    if options.calibration:
        print_calibration(scores)
    if options.show:
        print_differences(scores)
    return 0
