"""What the rows of an answer rest on, as ``kg query --explain`` prints it."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text

from kg.cli.styled import OUT
from kg.cli.terminal import clean
from kg.query.basis import AT_MOST, Ground, explained
from kg.query.results import shown


def print_grounds(folder: Path, sparql: str) -> None:
    """Each row of the answer to ``sparql``, and below it the words that its claims rest on."""
    result, rows = explained(folder, sparql)
    if result.kind == "ask":
        OUT.print(result.write("table"), end="")
    for row, grounds in zip(result.rows, rows, strict=True):
        cells = "  ".join(cell for cell in shown(row, result.label) if cell)
        OUT.print(Text(clean(cells), style="bold"), soft_wrap=True)
        for ground in grounds[:AT_MOST]:
            OUT.print(_quoted(ground), soft_wrap=True)
        if len(grounds) > AT_MOST:
            OUT.print(Text("  and more", style="dim"))
        if not grounds:
            OUT.print(Text("  no claim links the things of this row", style="dim"))


def _quoted(ground: Ground) -> Text:
    parts = ((ground.before, ""), (ground.words, "bold yellow"), (ground.after, ""))
    words = [(clean(" ".join(part.splitlines())), style) for part, style in parts]
    return Text.assemble(f"  {ground.predicate}  “", *words, "”", (f"  {clean(ground.source)}  <{ground.claim}>", "dim"))
