"""The public API is loaded piece by piece, and no subpackage hides a function of its name."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kg

HEAVY = ("kg.extract", "kg.repair", "networkx", "opencc", "rjieba", "lxml", "rdflib")


@pytest.mark.parametrize("code", ["import kg.cli.query", "import kg.query", "import kg; kg.query"])
def test_what_a_query_does_not_need_is_not_loaded(code: str) -> None:
    """Neither the command line nor the queries load extractors or graph libraries."""
    script = f"{code}\nimport sys; print(*[name for name in {HEAVY} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip() == ""


@pytest.mark.parametrize("name", kg.__all__)
def test_every_name_is_there(name: str) -> None:
    """Each is a function or a class, also after a subpackage of its name was imported."""
    import kg.query.run  # noqa: PLC0415
    import kg.resolve.facts  # noqa: PLC0415

    assert callable(getattr(kg, name))
