"""The store of a build: its Turtle, loaded once into a folder beside it and reopened afterwards.

The folder is named by the hash of the export, so a store is never older than what it holds. In it stands what the file
system said of the export when it was hashed: as long as it says the same, the export need not be hashed again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import BuildFolderError

GRAPH: Final = "graph.ttl"
PREFIX: Final = ".store-"

_STAMP: Final = "export"
_SETTLED: Final = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system. A file that was hashed sooner after its change may have changed unnoticed."""


def open_store(folder: Path) -> ox.Store:
    """The store of the build in ``folder``, read-only; in memory where the folder cannot be written to.

    :class:`~kg.errors.BuildFolderError` if there is no ``graph.ttl``, or one that is not Turtle.
    """
    graph = folder / GRAPH
    if not graph.is_file():
        raise BuildFolderError(f"{folder}: there is no {GRAPH}; make it with: kg build INPUT -o {folder} --format turtle")
    with graph.open("rb") as file:
        target = _stamped(file, folder) or _hashed(file, folder)
    try:
        return ox.Store.read_only(str(target))
    except OSError:
        from kg.query.loading import in_memory  # noqa: PLC0415 - as in _hashed

        return in_memory(graph)


def state(folder: Path) -> str:
    """What the file system says of the export in ``folder``; another text when it has changed, nothing where there is none."""
    try:
        return _state((folder / GRAPH).stat())
    except OSError:
        return ""


def _stamped(file: BufferedReader, folder: Path) -> Path | None:
    """The store in ``folder`` that was made of this file, if the file system tells."""
    now = os.fstat(file.fileno())
    for target in folder.glob(PREFIX + "*"):
        stamp = target / _STAMP
        with suppress(OSError, UnicodeDecodeError):
            if stamp.read_text("ascii") == _state(now) and stamp.stat().st_mtime_ns - now.st_ctime_ns > _SETTLED:
                return target
    return None


def _hashed(file: BufferedReader, folder: Path) -> Path:
    """The store in ``folder`` of what is in ``file``, made if it is not there and can be."""
    from kg.query.loading import build, name_of  # noqa: PLC0415 - what is needed once takes as long to load as a query takes

    state = _state(os.fstat(file.fileno()))
    target = folder / (PREFIX + name_of(file))
    with suppress(OSError):
        if not target.is_dir():
            build(folder / GRAPH, target)
        (target / _STAMP).write_text(state, "ascii")
    return target


def _state(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_ino} {found.st_mtime_ns} {found.st_ctime_ns}"
