"""The worked queries of docs/sparql.md: run by test_worked.py; ``python tests/query/worked.py exports`` writes the answers anew."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from kg.query import query

PAGE = Path(__file__).parents[2] / "docs" / "sparql.md"
_WORKED = re.compile(r"```sparql\n(.+?)\n```\n\n```csv\n(.*?)\n```", re.DOTALL)


def worked() -> list[tuple[str, str]]:
    """Each query of the page with the answer that stands under it."""
    return _WORKED.findall(PAGE.read_text("utf-8"))


def answer(folder: Path, sparql: str) -> str:
    """The answer of a build as the page writes it."""
    return query(folder, sparql).write("csv").replace("\r\n", "\n").rstrip("\n")


def rewrite(folder: Path) -> None:
    """Put the answers of the build in ``folder`` into the page."""
    text = PAGE.read_text("utf-8")
    new = _WORKED.sub(lambda found: f"```sparql\n{found[1]}\n```\n\n```csv\n{answer(folder, found[1])}\n```", text)
    PAGE.write_text(new, "utf-8")


if __name__ == "__main__":
    rewrite(Path(sys.argv[1]))
