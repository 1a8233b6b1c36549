"""The modules of the explorer's page one by one, run by node's own test runner (``tests/node/explorer.test.mjs``)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from test_explorer import holding, span, town

from kg.export.explorer import _script, write_html
from kg.model import Basis, Fact, Kind, Knowledge, Mention, Relation, Status, Thing

ROOT = Path(__file__).resolve().parents[2]
NODE = shutil.which("node")
TESTS = ROOT / "tests" / "node" / "explorer.test.mjs"
ESLINT = ROOT / "tests" / "node" / "node_modules" / "eslint" / "bin" / "eslint.js"
NO_ESLINT = "eslint is not installed: npm ci --prefix tests/node"


def peopled() -> Knowledge:
    """The small town with colleagues of the mayor: of her years, of other years, of years unknown; and a part of its campaign."""
    knowledge = town()
    for name, label, dates in (
        ("he", "何立", (("attested", "2013-01"),)),
        ("ma", "马川", (("start", "2001"), ("end", "2003"))),
        ("luo", "罗安", ()),
    ):
        knowledge.things[f"person/{name}"] = Thing(f"person/{name}", Kind.PERSON, label)
        knowledge.facts.append(holding(f"person/{name}", "post/mayor", (), Status.CURRENT, Basis.STATED, dates))
    knowledge.things["program/part"] = Thing("program/part", Kind.PROGRAM, "送学上门")
    knowledge.facts.append(Fact("program/part", Relation.PART_OF, "program/bridge", Basis.STATED, 0.9, ()))
    knowledge.mentions.append(Mention("source/paper", "person/lin", span("林晓梅"), "林小梅"))
    return knowledge


def node_or_skip() -> str:
    """Node's path; without it the test is skipped, or fails in CI."""
    if NODE is None:
        if os.environ.get("CI"):
            pytest.fail("there is no node on PATH")
        pytest.skip("there is no node on PATH")
    return NODE


def lint(*arguments: str, text: str = "") -> str:
    """What eslint complains of, with the rules of ``tests/node/eslint.config.mjs``."""
    node = node_or_skip()
    if not ESLINT.is_file():
        if os.environ.get("CI"):
            pytest.fail(NO_ESLINT)
        pytest.skip(NO_ESLINT)
    command = [node, str(ESLINT), "--config", "tests/node/eslint.config.mjs", "--max-warnings", "0", *arguments]
    done = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


@pytest.mark.parametrize("folder", ["kg/export/explorer/page", "kg/serve/page"])
def test_eslint_finds_nothing_in_the_modules(folder: str) -> None:
    """Nearly every rule of eslint holds in each module; the configuration says why some do not."""
    assert lint(folder) == ""


def test_joined_the_modules_leave_no_name_unknown_or_unused() -> None:
    """Every name that one module takes from another is there, and none is declared that nothing uses."""
    assert lint("--stdin", "--stdin-filename", "joined.js", text=_script()) == ""


def test_the_modules_do_what_their_tests_say(tmp_path: Path) -> None:
    """Every test of the JavaScript passes over a page that Python wrote."""
    node = node_or_skip()
    write_html(peopled(), tmp_path / "graph.html")
    done = subprocess.run(
        [node, "--test", str(TESTS)],
        env=os.environ | {"PAGE": str(tmp_path / "graph.html")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# fail 0" in done.stdout
