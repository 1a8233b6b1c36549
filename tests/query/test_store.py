"""The store beside an export: made once, reopened without a look into the export, replaced with it."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import BuildFolderError
from kg.query import open_store, query
from kg.query.loading import name_of

ONE = "<a:a> <a:b> <a:c> ."
OTHER = "<a:a> <a:b> <a:d> ."
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an export of one triple."""
    (tmp_path / "graph.ttl").write_text(ONE)
    return tmp_path


def settle(folder: Path) -> None:
    """As if the store had been made long after the export."""
    (stamp,) = folder.glob(".store-*/export")
    os.utime(stamp, (1e10, 1e10))


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was hashed."""
    names: list[str] = []

    def watched(file: object) -> str:
        names.append(name_of(file))  # type: ignore[arg-type]
        return names[-1]

    monkeypatch.setattr(import_module("kg.query.loading"), "name_of", watched)
    return names


def size(store: ox.Store) -> int:
    """How many triples the build has."""
    return sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph()))


def stores(folder: Path) -> list[str]:
    """The names of the stores."""
    return sorted(path.name for path in folder.glob(".*"))


def test_the_store_is_named_by_the_hash_of_the_export(folder: Path, hashed: list[str]) -> None:
    """There is one, and nothing else is left in the folder."""
    assert size(open_store(folder)) == 1
    assert stores(folder) == [f".store-{hashed[0]}"]


def test_an_export_that_has_not_changed_is_not_read(folder: Path, hashed: list[str]) -> None:
    """The file system tells, once it is sure to."""
    open_store(folder)
    settle(folder)
    hashed.clear()
    assert size(open_store(folder)) == 1
    assert hashed == []


def test_an_export_that_may_have_changed_unnoticed_is_read(folder: Path, hashed: list[str]) -> None:
    """Within two seconds of a change there can be another one that the clock of a file system does not tell."""
    open_store(folder)
    open_store(folder)
    assert len(hashed) == 2


def test_a_change_that_keeps_size_and_time_is_noticed(folder: Path) -> None:
    """Nobody can set the time at which a file was changed in that way."""
    graph = folder / "graph.ttl"
    first = query(folder, "SELECT * { ?s ?p ?o }").rows
    settle(folder)
    before = graph.stat()
    graph.write_text(OTHER)
    os.utime(graph, ns=(before.st_atime_ns, before.st_mtime_ns))
    (folder / ".store-0").mkdir()
    assert query(folder, "SELECT * { ?s ?p ?o }").rows != first
    assert len(stores(folder)) == 1


def test_a_copy_and_a_touched_export_keep_their_store(folder: Path, tmp_path_factory: pytest.TempPathFactory, hashed: list[str]) -> None:
    """The same content under another time is hashed once more, and not loaded again."""
    open_store(folder)
    settle(folder)
    copy = tmp_path_factory.mktemp("copy") / "build"
    shutil.copytree(folder, copy)
    (store,) = copy.glob(".store-*/CURRENT")
    made = store.stat().st_ino
    hashed.clear()
    for _ in range(2):
        assert size(open_store(copy)) == 1
        settle(copy)
    assert len(hashed) == 1
    assert store.stat().st_ino == made


def test_a_store_that_is_broken_is_answered_from_memory(folder: Path) -> None:
    """A store without its files hides no facts."""
    open_store(folder)
    settle(folder)
    (current,) = folder.glob(".store-*/CURRENT")
    current.unlink()
    assert str(query(folder, COUNT).rows[0][0].value) == "1"  # type: ignore[union-attr]


def test_a_stamp_that_is_broken_is_not_believed(folder: Path, hashed: list[str]) -> None:
    """The export is hashed again."""
    open_store(folder)
    (stamp,) = folder.glob(".store-*/export")
    stamp.write_bytes(b"\xff")
    settle(folder)
    assert size(open_store(folder)) == 1
    assert len(hashed) == 2


def test_several_may_be_first(folder: Path) -> None:
    """Whoever makes the store at the same time as another answers the same, and one store is left."""
    with ThreadPoolExecutor(4) as pool:
        assert {size(store) for store in pool.map(open_store, [folder] * 4)} == {1}
    assert len(stores(folder)) == 1


def test_who_may_read_the_export_may_read_the_store(folder: Path) -> None:
    """The folder of the store has the rights of the folder that it is in."""
    folder.chmod(0o755)
    open_store(folder)
    (store,) = folder.glob(".store-*")
    assert store.stat().st_mode & 0o777 == 0o755


def test_a_new_export_gets_a_new_store(folder: Path) -> None:
    """The old one is removed, other files stay."""
    (folder / "mine.txt").write_text("x")
    open_store(folder)
    old = stores(folder)
    (folder / "graph.ttl").write_text(ONE + OTHER)
    assert size(open_store(folder)) == 2
    assert stores(folder) != old
    assert len(list(folder.iterdir())) == 3


def test_a_folder_that_cannot_be_written_is_answered_from_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no store can be made beside the export, the answer is the same."""

    def refuse(**_: object) -> str:
        raise PermissionError("read-only")

    monkeypatch.setattr("tempfile.mkdtemp", refuse)
    assert size(open_store(folder)) == 1
    assert [path.name for path in folder.iterdir()] == ["graph.ttl"]


def test_a_folder_without_an_export_is_refused(tmp_path: Path) -> None:
    """No graph.ttl, or one that is not Turtle, is a BuildFolderError, and leaves nothing behind."""
    with pytest.raises(BuildFolderError, match=r"graph\.ttl"):
        query(tmp_path, COUNT)
    (tmp_path / "graph.ttl").write_text("not turtle")
    with pytest.raises(BuildFolderError, match="line 1"):
        query(tmp_path, COUNT)
    assert [path.name for path in tmp_path.iterdir()] == ["graph.ttl"]
