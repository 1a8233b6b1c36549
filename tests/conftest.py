"""Paths, the builds that many tests look at, and the command line as a user calls it."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, settings

import kg

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

settings.register_profile("zhengmai", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("zhengmai")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def wanting() -> Callable[[str], NoReturn]:
    """Called where a tool is missing, with the reason: skips, or fails in CI."""
    return pytest.fail if os.environ.get("CI") else pytest.skip


@pytest.fixture(scope="session")
def browser(wanting: Callable[[str], NoReturn]) -> Iterator[Any]:
    """One Chromium for all tests: a process can hold no second playwright."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        wanting("no chromium on PATH")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The bundled sample corpus."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def real_pages() -> Path:
    """The folder of the five real pages, which stand beside the checkout."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip(f"the real pages are not here ({folder})")
    return folder


@pytest.fixture(scope="session")
def seeds_build(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> kg.Build:
    """The build of ``seeds/``, everything written."""
    return kg.build(seeds, tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="session")
def real_build(real_pages: Path, tmp_path_factory: pytest.TempPathFactory) -> kg.Build:
    """The build of the real pages, everything written."""
    return kg.build(real_pages, tmp_path_factory.mktemp("real"))


@pytest.fixture(params=["seeds", "real"])
def any_build(request: pytest.FixtureRequest) -> kg.Build:
    """Each build at hand in turn."""
    built: kg.Build = request.getfixturevalue(f"{request.param}_build")
    return built


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """``kg`` as a user calls it: arguments (and environment) to the finished process, in an empty folder."""

    def call(*arguments: str | Path | bytes, **environment: str) -> subprocess.CompletedProcess[str]:
        env = os.environ | {"NO_COLOR": "1", "COLUMNS": "200", "PYTHONUTF8": "1"} | environment
        command = [sys.executable, "-m", "kg", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)

    return call


@pytest.fixture(scope="session")
def content() -> Callable[[Path], bytes]:
    """What two files of a build must share to be the same: their bytes, and of a database its dump."""

    def read(path: Path) -> bytes:
        if path.suffix != ".sqlite":
            return path.read_bytes()
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return "\n".join(database.iterdump()).encode()

    return read
