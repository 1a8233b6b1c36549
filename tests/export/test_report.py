"""report.json: what was read, found and skipped."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import pytest

import kg
from kg import Build


@pytest.fixture
def report(any_build: Build) -> dict:
    """The report of a build."""
    return json.loads((any_build.folder / "report.json").read_text("utf-8"))


def test_counts_are_those_of_the_knowledge(any_build: Build, report: dict) -> None:
    """The report counts sources, things, facts, claims and mentions as they are."""
    knowledge, counts = any_build.knowledge, report["counts"]
    assert counts["sources"] == len(knowledge.texts)
    assert sum(counts["things"].values()) == len(knowledge.things)
    assert sum(counts["facts"].values()) == len(knowledge.facts)
    assert sum(counts["claims"].values()) == sum(counts["basis"].values()) == len(knowledge.claims)
    assert counts["mentions"] == len(knowledge.mentions)


def test_sources_are_listed(any_build: Build, report: dict) -> None:
    """Every document is listed with the length of its text, and none as skipped."""
    assert {source["id"]: source["characters"] for source in report["sources"]} == {
        source: len(text) for source, text in any_build.knowledge.texts.items()
    }
    assert report["skipped"] == [{"name": p.name, "why": p.message} for p in any_build.problems]


def test_the_calibration_is_shown(any_build: Build, report: dict) -> None:
    """Every claim is in one bin of confidence, and each bin says how often its claims were right on gold."""
    bins = report["calibration"]
    assert sum(one["claims"] for one in bins) == len(any_build.knowledge.claims)
    assert bins[0]["claims"] == sum(claim.confidence >= bins[0]["confidence_from"] for claim in any_build.knowledge.claims.values())
    assert all(one["gold_right"] <= one["gold_claims"] for one in bins)


def test_versions_are_named(report: dict) -> None:
    """The report says which version made it, with which libraries and which gaps."""
    assert report["version"] == version("zhengmai")
    assert all(report["libraries"].values())
    assert report["known_gaps"]


def test_nothing_of_the_machine_is_in_it(any_build: Build, report: dict) -> None:
    """No path of this machine stands in the report."""
    assert str(any_build.folder) not in json.dumps(report, ensure_ascii=False)
    assert str(Path.home()) not in json.dumps(report, ensure_ascii=False)


def test_what_was_skipped_is_said_with_its_reason(tmp_path: Path) -> None:
    """Each document that could not be read has an entry."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text("岳阳市召开会议。", "utf-8")
    (tmp_path / "in" / "empty.txt").touch()
    kg.build(tmp_path / "in", tmp_path / "out", ["report"])
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert report["skipped"] == [{"name": "empty.txt", "why": "is empty"}]
