"""The command kg score, as a user calls it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A document with gold that misses a name and has another one."""
    (tmp_path / "page.txt").write_text("岳阳市委组织部副部长韦启明\u202e介绍，全市开展“四比四看”活动。\n", "utf-8")
    gold = {"persons": [{"name": "韦启\u202e亮", "evidence": "副部长韦启明"}], "places": [{"name": "岳阳市", "code": "430600"}]}
    (tmp_path / "page.json").write_text(json.dumps(gold), "utf-8")
    return tmp_path


def test_scores_are_printed(run: Run, page: Path) -> None:
    """The table has a line for each kind; misses and errors are listed on request, with their sentences and nothing a terminal obeys."""
    said = run("score", page, page).stdout
    assert "place codes right: 1 of 1" in said
    assert "observations" in said
    assert "missed" not in said
    shown = run("score", page, page, "--show").stdout
    assert "page persons missed" in shown
    assert "page persons wrong" in shown
    assert "介绍，全市开展" in shown
    assert "\u202e" not in shown


def test_the_calibration_is_printed(run: Run, page: Path) -> None:
    """--calibration lists bins and rules."""
    said = run("score", page, page, "--calibration").stdout
    assert "confidence from" in said
    assert "behind a title" in said


def test_scores_as_json(run: Run, page: Path) -> None:
    """--json is one object that holds scores, differences and calibration."""
    result = run("score", page, page, "--json")
    assert "\u202e" not in result.stdout
    found = json.loads(result.stdout)
    assert found["places"]["strict"] == {"p": 1.0, "r": 1.0, "right": 1, "found": 1, "gold": 1, "f1": 1.0, "interval": None}
    assert {one["how"] for one in found["differences"] if one["kind"] == "persons"} == {"missed", "wrong"}
    assert sum(one["claims"] for one in found["calibration"]["bins"]) == sum(one["claims"] for one in found["calibration"]["rules"])


def test_what_cannot_be_scored_is_said_in_a_line(run: Run, page: Path) -> None:
    """Gold without its document ends the command, unless it may be missing."""
    (page / "other.json").write_text("{}", "utf-8")
    failed = run("score", page, page)
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert "other" in failed.stderr
    assert run("score", page, page, "--missing-ok").returncode == 0
    assert run("score", page, page, "--only", "page").returncode == 0
