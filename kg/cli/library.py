"""The queries of the library, as ``kg query --list`` prints them."""

from __future__ import annotations

from rich.text import Text

from kg.cli.styled import OUT
from kg.query.library import library


def print_library() -> None:
    """Every query of the library: its name, its question, its parameters."""
    for query in library().values():
        parameters = " ".join(f"{parameter.name}={parameter.default}" for parameter in query.parameters)
        line = Text.assemble((query.name, "bold"), f"  {query.question_zh}  {query.question_en}  ", (parameters, "dim"))
        OUT.print(line, soft_wrap=True)
