"""The same inputs give the same bytes, in any order and under any hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg import Build
from kg.export import EXPORTERS

DEFAULTS = [exporter for exporter in EXPORTERS if exporter.default]
FILES = [name for exporter in DEFAULTS for name in exporter.files]
BUILDS = {"seed 0": ("0", False, 1), "seed 1, files in reverse": ("1", True, 1), "two processes": ("2", False, 2)}


@pytest.fixture(scope="module")
def rebuilt(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """``seeds/`` built by other processes: with several hash seeds, file by file in two orders, and read by two."""
    folders = {}
    for label, (seed, backwards, jobs) in BUILDS.items():
        folders[label] = tmp_path_factory.mktemp("rebuilt")
        inputs = sorted((path for path in seeds.iterdir() if path.suffix in (".txt", ".html")), reverse=backwards)
        formats = ",".join(e.name for e in DEFAULTS)
        command = [sys.executable, "-m", "kg", "build", *inputs, "-o", folders[label], "--format", formats, "--jobs", str(jobs)]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
    return folders


@pytest.mark.parametrize("label", BUILDS)
@pytest.mark.parametrize("name", FILES)
def test_every_file_is_the_same(
    seeds_build: Build, rebuilt: dict[str, Path], content: Callable[[Path], bytes], name: str, label: str
) -> None:
    """Each output has the same bytes (facts.sqlite the same dump) as that of this process, which read the folder."""
    assert content(rebuilt[label] / name) == content(seeds_build.folder / name)
