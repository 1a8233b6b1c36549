"""What ``kg query`` prints with styles: the library, and what each row of an answer rests on."""

from __future__ import annotations

from rich.text import Text

from kg.cli.styled import OUT
from kg.cli.terminal import clean
from kg.query import Ground, Result, library
from kg.query.results import shown


def print_library() -> None:
    """Every query of the library: its name, its question, its parameters."""
    for query in library().values():
        parameters = " ".join(f"{parameter.name}={parameter.default}" for parameter in query.parameters)
        line = Text.assemble((query.name, "bold"), f"  {query.question_zh}  {query.question_en}  ", (parameters, "dim"))
        OUT.print(line, soft_wrap=True)


def print_grounds(result: Result, rows: list[list[Ground]]) -> None:
    """Each row, and below it the words that its claims rest on."""
    for row, grounds in zip(result.rows, rows, strict=True):
        cells = "  ".join(cell for cell in shown(row, result.labels) if cell)
        OUT.print(Text(clean(cells), style="bold"), soft_wrap=True)
        for ground in grounds:
            words = ((clean(ground.before), ""), (clean(ground.words), "bold yellow"), (clean(ground.after), ""))
            OUT.print(Text.assemble(f"  {ground.predicate}  “", *words, "”", (f"  {clean(ground.source)}  <{ground.claim}>", "dim")))
        if not grounds:
            OUT.print(Text("  no claim links the things of this row", style="dim"))
