"""Making a store of an export. It is built under another name and renamed: neither a crash nor a second process leaves half of one."""

from __future__ import annotations

import shutil
import tempfile
from hashlib import file_digest
from io import BufferedReader
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import BuildFolderError
from kg.query.totals import totals

_BUILDING: Final = ".building-store-"
_DIGITS: Final = 16


def name_of(file: BufferedReader) -> str:
    """What tells the content of ``file`` from any other: the first digits of its SHA-256."""
    return file_digest(file, "sha256").hexdigest()[:_DIGITS]


def build(graph: Path, target: Path) -> None:
    """Make the store of the Turtle ``graph`` at ``target``, and remove those of earlier exports beside it.

    ``OSError`` where the folder cannot be written to, :class:`~kg.errors.BuildFolderError` if ``graph`` is not Turtle.
    """
    prefix = target.name[:-_DIGITS]
    stale = [path for path in target.parent.glob(prefix + "*") if path != target]
    building = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=target.parent))
    building.chmod(target.parent.stat().st_mode & 0o777)  # whoever may read the export may ask it
    try:
        store = _load(ox.Store(str(building)), graph)
        store.extend(list(totals(store)))
        store.optimize()
        store.flush()
        del store
        _move(building, target)
    finally:
        shutil.rmtree(building, ignore_errors=True)
    for path in stale:
        shutil.rmtree(path, ignore_errors=True)


def in_memory(graph: Path) -> ox.Store:
    """The store of the Turtle ``graph``, on no disk; :class:`~kg.errors.BuildFolderError` if it is not Turtle."""
    return _load(ox.Store(), graph)


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
