"""Scores, as ``kg score`` prints them."""

from __future__ import annotations

import json

from rich.table import Table
from rich.text import Text

from kg.cli.styled import OUT
from kg.cli.terminal import clean
from kg.score import Scores
from kg.score.differences import Difference
from kg.score.found import KINDS
from kg.score.match import LENIENT, STRICT
from kg.score.summary import calibrated
from kg.score.tally import Tally


def print_scores(scores: Scores) -> None:
    """The figures of each kind, of codes, and of the links of programs."""
    table = _table("", "strict P", "R", "F1", "interval", "lenient P", "R", "F1", "gold")
    for kind in KINDS:
        strict, interval = scores.kind(kind, STRICT), scores.interval(kind, STRICT)
        between = f"{interval[0]:.2f}-{interval[1]:.2f}" if interval else ""
        table.add_row(kind, *_figures(strict), between, *_figures(scores.kind(kind, LENIENT)), str(strict.gold))
    OUT.print(table)
    codes = scores.codes()
    OUT.print(f"place codes right: {codes.right} of {codes.gold}")
    for name, tally in scores.links().items():
        OUT.print(f"program {name}: {tally.right} of {tally.gold} wanted, {tally.found} found")


def _figures(tally: Tally) -> tuple[str, str, str]:
    return f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}"


def print_calibration(scores: Scores) -> None:
    """How often claims are right, by confidence and by rule."""
    found = calibrated(scores)
    table = _table("confidence from", "claims", "said", "right")
    for one in found["bins"]:
        table.add_row(f"{one['least']:.1f}", str(one["claims"]), f"{one['said']:.3f}", _share(one["right"], one["claims"]))
    OUT.print(table)
    OUT.print(f"facts of confidence 0.9 or more: {found['covered']:.0%}")
    rules = Table("subject", "relation", "rule", "claims", "said", "right", box=None)
    for one in found["rules"]:
        figures = (str(one["claims"]), f"{one['said']:.2f}", _share(one["right"], one["claims"]))
        rules.add_row(one["kind"], one["relation"], Text(clean(one["rule"])), *figures)
    OUT.print(rules)


def _table(first: str, *columns: str) -> Table:
    """A table of figures: all columns but the first stand to the right."""
    table = Table(first, box=None)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else ""


def print_differences(scores: Scores) -> None:
    """Every miss and every error."""
    for difference in scores.differences():
        _print_difference(difference)


def _print_difference(difference: Difference) -> None:
    """Where and what, with the sentence around it, the words of the fact marked."""
    fact = clean(json.dumps(difference.fact, ensure_ascii=False))
    found_by = f"  {difference.rule} {difference.confidence:.2f}" if difference.rule else ""
    head = (f"{clean(difference.document)} {difference.kind} {difference.how}", "bold")
    OUT.print(Text.assemble(head, f"  {fact}", (found_by, "dim")), soft_wrap=True)
    if difference.sentence:
        sentence = Text(clean(difference.sentence).replace("\n", " ").replace("\r", " "))
        start = difference.sentence_start
        sentence.stylize("bold yellow", difference.span.start - start, difference.span.end - start)
        OUT.print(Text.assemble(f"    {difference.span.start}-{difference.span.end}  “", sentence, "”"), soft_wrap=True)
