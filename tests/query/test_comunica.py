"""Another engine, which shares no code with ours, gives the same answers to the queries of the library."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pyoxigraph as ox
import pytest

from kg import Build
from kg.query import query
from kg.query.library import library

NODE = Path(__file__).parents[1] / "node"


@pytest.fixture(scope="module")
def answers(seeds_build: Build, wanting: Callable[[str], NoReturn]) -> dict[str, Any]:
    """What Comunica answers to each query as it stands, over the Turtle of ``seeds/``."""
    node = shutil.which("node")
    if node is None or not (NODE / "node_modules" / "@comunica").is_dir():
        wanting("@comunica/query-sparql is not installed; make test installs it where npm is")
    asked = json.dumps({name: found.text for name, found in library().items()})
    command = [node, NODE / "answer.mjs", seeds_build.folder / "graph.ttl"]
    run = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stderr) == (0, "")
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def cell(term: object) -> tuple[str, ...] | None:
    """A term as ``answer.mjs`` prints it."""
    if isinstance(term, ox.NamedNode):
        return "NamedNode", term.value, ""
    return None if not isinstance(term, ox.Literal) else ("Literal", term.value, term.language or term.datatype.value)


@pytest.mark.parametrize("name", list(library()))
def test_comunica_answers_the_same(name: str, answers: dict[str, Any], seeds_build: Build) -> None:
    """The same columns and the same rows, as often, term by term."""
    ours = query(seeds_build.folder, library()[name].text)
    theirs = answers[name]
    assert theirs["columns"] == list(ours.columns)
    rows = [tuple(None if term is None else tuple(term) for term in row) for row in theirs["rows"]]
    assert Counter(rows) == Counter(tuple(map(cell, row)) for row in ours.rows)
