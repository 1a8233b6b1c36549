"""The build that is served, and a server of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from serving import Client, serving

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")


@pytest.fixture(scope="session")
def exported(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of ``exports/``, the build of ``seeds/``."""
    folder = tmp_path_factory.mktemp("served")
    for name in ("graph.ttl", "graph.html", "facts.sqlite"):
        shutil.copy(root / "exports" / name, folder)
    return folder


@pytest.fixture(scope="session")
def client(exported: Path) -> Iterator[Client]:
    """A server of ``exports/``: four seconds a query, 3000 rows."""
    with serving(exported, "--timeout", "4", "--max-rows", "3000") as client:
        yield client
