"""The public API is loaded piece by piece, and no subpackage hides a function of its name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.query import query

HEAVY = ("kg.extract", "kg.repair", "networkx", "opencc", "rjieba", "lxml", "rdflib")


SLOW_TO_LOAD = (*HEAVY, "rich", "dataclasses", "importlib.metadata", "tempfile", "kg.export", "kg.model", "kg.query.library")


def loaded(code: str, names: tuple[str, ...]) -> list[str]:
    """Which of the modules ``names`` are loaded when ``code`` has run in a process of its own."""
    script = f"{code}\nimport sys; print(*[name for name in {names} if name in sys.modules], file=sys.stderr)"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stderr.split()


@pytest.mark.parametrize("code", ["import kg.cli.query", "import kg.query", "import kg; kg.query"])
def test_what_a_query_does_not_need_is_not_loaded(code: str) -> None:
    """Neither the command line nor the queries load extractors or graph libraries."""
    assert loaded(code, HEAVY) == []


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json"])
def test_the_second_query_loads_next_to_nothing(form: str, tmp_path: Path) -> None:
    """What takes longer to load than a query takes is not loaded by kg query once the store is there, whatever the form."""
    graph = tmp_path / "graph.ttl"
    graph.write_text("<a:a> <a:b> <a:c> .")
    os.utime(graph, (0, 0))
    query(tmp_path, "ASK {}")
    (stamp,) = tmp_path.glob(".store-*/export")
    os.utime(stamp, (1e10, 1e10))
    words = ["query", str(tmp_path), "SELECT * { ?s ?p ?o }", "--format", form]
    assert loaded(f"from kg.cli import called; assert called({words}) == 0", SLOW_TO_LOAD) == []


def test_help_loads_no_command() -> None:
    """The command kg --help is answered from the table of commands."""
    names = (*SLOW_TO_LOAD, "kg.cli.build", "kg.cli.query", "pyoxigraph")
    assert loaded("from kg.cli import called\ntry: called(['--help'])\nexcept SystemExit: pass", names) == []


@pytest.mark.parametrize("name", kg.__all__)
def test_every_name_is_there(name: str) -> None:
    """Each is a function or a class, also after a subpackage of its name was imported."""
    import kg.query.run  # noqa: PLC0415
    import kg.resolve.facts  # noqa: PLC0415

    assert callable(getattr(kg, name))
