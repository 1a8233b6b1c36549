"""The build that queries are asked of: the export of the hand-made Knowledge of ``tests/export``."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "export"))

import rdf_knowledge as made

from kg.export.rdf import write_turtle


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``graph.ttl``."""
    folder = tmp_path_factory.mktemp("build")
    write_turtle(made.knowledge(), folder / "graph.ttl")
    return folder
