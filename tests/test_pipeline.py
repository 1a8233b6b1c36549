"""Documents in, a graph out; one that meets an error of ours does not keep the others from it."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from kg import attempt, pipeline
from kg.errors import InputError
from kg.model import Analysis
from kg.read import Part

GOOD = "平江县委书记芮立人讲话。"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that is wrong for the documents that hold 池."""

    def analyse(part: Part) -> Analysis:
        if "池".encode() in part.data:
            raise KeyError("池")
        return analysed(part)

    analysed = attempt.analyse_part
    monkeypatch.setattr(attempt, "analyse_part", analyse)


@pytest.mark.usefixtures("broken")
def test_an_error_of_ours_costs_one_document(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The others are built; one line says which document met what, and the log has the trace."""
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "b.txt").write_text("池水县委书记。", "utf-8")
    caplog.set_level(logging.DEBUG, "kg.pipeline")
    built = pipeline.build(tmp_path)
    assert "芮立人" in {thing.label for thing in built.knowledge.things.values()}
    (problem,) = built.problems
    assert problem.name == "b.txt"
    assert problem.message.startswith("met an error of kg itself (KeyError in kg/attempt.py, line ")
    assert "\n" not in problem.message
    assert "Traceback" in caplog.text


@pytest.mark.usefixtures("broken")
def test_nothing_but_such_documents(tmp_path: Path) -> None:
    """Where nothing else is there, nothing is built, and the error says why."""
    (tmp_path / "b.txt").write_text("池水县委书记。", "utf-8")
    with pytest.raises(InputError, match=r"b\.txt met an error of kg itself"):
        pipeline.build(tmp_path)


_BROKEN = """
import sys
from kg import attempt, cli

def analyse(part):
    if b"bad" in part.data:
        raise ValueError("\x1b]0;bad")
    return analysed(part)

analysed, attempt.analyse_part = attempt.analyse_part, analyse
sys.exit(cli.called(sys.argv[1:]))
"""


@pytest.mark.parametrize("debug", [[], ["--debug"]], ids=["without", "with"])
def test_the_trace_is_shown_to_who_asks(tmp_path: Path, debug: list[str]) -> None:
    """``kg build --debug`` prints where an error of ours arose; without it there is the one line."""
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "b.txt").write_text("bad", "utf-8")
    words = ["build", str(tmp_path), "-o", str(tmp_path / "out"), "--format", "csv", *debug]
    done = subprocess.run([sys.executable, "-c", _BROKEN, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "b.txt met an error of kg itself (ValueError in " in done.stderr
    assert ("Traceback" in done.stderr) == bool(debug)
    assert "\x1b" not in done.stderr
