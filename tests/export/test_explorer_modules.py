"""The modules of the explorer's page one by one, run by node's own test runner (``tests/node/explorer.test.mjs``)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from test_explorer import holding, span, town

from kg.export.explorer import write_html
from kg.model import Basis, Kind, Knowledge, Mention, Status, Thing

NODE = shutil.which("node")
TESTS = Path(__file__).resolve().parents[1] / "node" / "explorer.test.mjs"


def peopled() -> Knowledge:
    """The small town with colleagues of the mayor: one of her years, one of other years, one of years unknown."""
    knowledge = town()
    for name, label, dates in (
        ("he", "何立", (("attested", "2013-01"),)),
        ("ma", "马川", (("start", "2001"), ("end", "2003"))),
        ("luo", "罗安", ()),
    ):
        knowledge.things[f"person/{name}"] = Thing(f"person/{name}", Kind.PERSON, label)
        knowledge.facts.append(holding(f"person/{name}", "post/mayor", (), Status.CURRENT, Basis.STATED, dates))
    knowledge.mentions.append(Mention("source/paper", "person/lin", span("林晓梅"), "林小梅"))
    return knowledge


def test_the_modules_do_what_their_tests_say(tmp_path: Path) -> None:
    """Every test of the JavaScript passes over a page that Python wrote."""
    if NODE is None:
        if os.environ.get("CI"):
            pytest.fail("there is no node on PATH")
        pytest.skip("there is no node on PATH")
    write_html(peopled(), tmp_path / "graph.html")
    done = subprocess.run(
        [NODE, "--test", str(TESTS)],
        env=os.environ | {"PAGE": str(tmp_path / "graph.html")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# fail 0" in done.stdout
