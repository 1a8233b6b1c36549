"""exports/ holds the build of seeds/, byte for byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import Build
from kg.export import EXPORTERS

NAMES = [name for exporter in EXPORTERS if exporter.default for name in exporter.files]


@pytest.fixture(scope="module")
def exports(root: Path) -> Path:
    """The committed build."""
    folder = root / "exports"
    if not (folder / "report.json").is_file():
        pytest.skip("exports/ holds no build yet; make it with: make demo")
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_file_is_what_a_build_gives(exports: Path, seeds_build: Build, content: Callable[[Path], bytes], name: str) -> None:
    """Rebuilding seeds/ gives the committed bytes (of facts.sqlite, its dump)."""
    same = content(exports / name) == content(seeds_build.folder / name)
    assert same, f"exports/{name} is not the build of seeds/; run: make demo, look at the difference, commit it"
