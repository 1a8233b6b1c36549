"""Print everything known of a thing, each fact with the sentence that says it.

Example:
  kg explain out 文立诚
"""

from __future__ import annotations

import argparse
from typing import Final

from rich.text import Text

from kg.cli.parser import add_folder
from kg.cli.styled import OUT
from kg.cli.terminal import clean
from kg.errors import KgError
from kg.explanation import Explanation, Line, Quotation, explain

_QUOTED: Final = 3
"""Sentences that are printed for a fact."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The build and the thing."""
    add_folder(parser)
    parser.add_argument("name", metavar="NAME", help="A name (simplified, traditional or pinyin), an id or an IRI.")


def run(options: argparse.Namespace) -> int:
    """Print all things of that name."""
    found = explain(options.folder, options.name)
    if not found:
        raise KgError(f"{options.folder}: nothing is named {options.name!r}; try another spelling, or search in graph.html")
    if len(found) > 1:
        OUT.print(f"{len(found)} things bear this name:", style="bold")
    for explanation in found:
        _print(explanation)
    return 0


def _print(explanation: Explanation) -> None:
    OUT.print(Text.assemble((clean(explanation.label), "bold"), f"  {explanation.kind}  ", (explanation.id, "dim")))
    aliases = [alias.split(":", 1)[-1] for alias in explanation.aliases]
    if aliases:
        OUT.print(Text("  also: " + clean(", ".join(aliases)), style="dim"))
    for name, value in explanation.properties:
        OUT.print(Text(f"  {name}: {clean(value)}", style="dim"))
    OUT.print(Text(f"  mentioned {explanation.mentions} times", style="dim"))
    for line in explanation.lines:
        _print_line(line)
    OUT.print()


def _print_line(line: Line) -> None:
    arrow = "→" if line.outgoing else "←"
    dates = " ".join(f"{name} {value}" for name, value in line.dates)
    status = line.status if line.status not in ("", "current") else ""
    notes = ", ".join(filter(None, (status, dates, line.basis, f"{line.confidence:.2f}")))
    OUT.print(Text.assemble(f"  {arrow} {line.relation}  ", (clean(line.other), "bold cyan"), (f"  [{notes}]", "dim")))
    for quotation in line.quotations[:_QUOTED]:
        OUT.print(_quoted(quotation))
    if len(line.quotations) > _QUOTED:
        OUT.print(Text(f"      and {len(line.quotations) - _QUOTED} more", style="dim"))


def _quoted(quotation: Quotation) -> Text:
    """The sentence with the words of the fact marked; positions hold, as cleaning is one character for one."""
    text = Text(clean(quotation.sentence).replace("\n", " ").replace("\r", " "))
    for start, end in quotation.marks:
        text.stylize("bold yellow", start, end)
    date = f", {quotation.date}" if quotation.date else ""
    return Text.assemble("      “", text, "”", (f"  {clean(quotation.title)}{date} · {quotation.rule}", "dim"))
