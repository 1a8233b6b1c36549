"""The store of a build: its Turtle, loaded once into a folder beside it and reopened afterwards.

The folder is named by the hash of the export, so a store is never older than what it holds. It is built under another
name and renamed, so that a crash or a second process leaves no half-built one.
"""

from __future__ import annotations

import shutil
import tempfile
from hashlib import file_digest
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import BuildFolderError

GRAPH: Final = "graph.ttl"
PREFIX: Final = ".store-"
_BUILDING: Final = ".building-store-"


def open_store(folder: Path) -> ox.Store:
    """The store of the build in ``folder``, read-only; in memory where the folder cannot be written to.

    :class:`~kg.errors.BuildFolderError` if there is no ``graph.ttl``, or one that is not Turtle.
    """
    graph = folder / GRAPH
    if not graph.is_file():
        raise BuildFolderError(
            f"{folder}: there is no {GRAPH}; make it with: kg build INPUT -o {folder} --format turtle"
        )
    with graph.open("rb") as file:
        target = folder / (PREFIX + file_digest(file, "sha256").hexdigest()[:16])
    try:
        if not target.is_dir():
            _build(graph, target)
        return ox.Store.read_only(str(target))
    except OSError:
        return _load(ox.Store(), graph)


def _build(graph: Path, target: Path) -> None:
    """Make the store of ``graph`` at ``target``, and remove those of earlier exports."""
    stale = [path for path in target.parent.glob(PREFIX + "*") if path != target]
    building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=target.parent))
    try:
        store = _load(ox.Store(str(building)), graph)
        store.optimize()
        store.flush()
        del store
        _move(building, target)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    for path in stale:
        shutil.rmtree(path, ignore_errors=True)


def _move(building: Path, target: Path) -> None:
    """Give the finished store its name, unless another process was first."""
    try:
        building.rename(target)
    except OSError:
        if not target.is_dir():
            raise


def _load(store: ox.Store, graph: Path) -> ox.Store:
    try:
        store.bulk_load(path=str(graph), format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise BuildFolderError(f"{graph}: line {error.lineno}: {error.msg}; build it again") from None
    return store
