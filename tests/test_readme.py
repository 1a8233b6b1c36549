"""The first query of README.md and README.zh.md is answered as they say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from kg.query import query

FIRST = re.compile(r"kg query exports '\n(.+?)'\n\n\S+\n\n(.+?)\n\n\S", re.DOTALL)


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_first_query_has_its_answer(name: str, root: Path, tmp_path: Path) -> None:
    """Asked of exports/."""
    found = FIRST.search((root / name).read_text("utf-8"))
    assert found
    shutil.copy(root / "exports" / "graph.ttl", tmp_path)
    assert query(tmp_path, found[1]).write("table").strip("\n") == dedent(found[2])
