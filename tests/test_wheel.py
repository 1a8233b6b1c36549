"""What is in a wheel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from kg.serve.yasgui import FILES, has_yasgui

pytest.importorskip("hatchling", reason="hatchling is not installed")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=root, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with ZipFile(path) as archive:
        return set(archive.namelist())


def test_everything_that_the_package_reads_is_in_it(wheel: set[str], root: Path) -> None:
    """Every file of kg/, and the ontology with its queries as kg/ontology."""
    for folder, inside in ((root / "kg", "kg"), (root / "ontology", "kg/ontology")):
        files = {path.relative_to(folder) for path in folder.rglob("*.*") if path.is_file() and path.parent.name != "__pycache__"}
        assert {f"{inside}/{path.as_posix()}" for path in files} <= wheel


def test_the_licence_is_in_it(wheel: set[str]) -> None:
    """And whose work the tables are derived from."""
    assert {"LICENSE", "NOTICE"} <= {name.rpartition("/")[2] for name in wheel if ".dist-info/licenses/" in name}


def test_yasgui_is_in_it_where_it_is_there(wheel: set[str]) -> None:
    """With the licences of all that it bundles; otherwise the wheel does without."""
    assets = {f"kg/serve/assets/{name}" for name in (*FILES, "LICENSES.txt")}
    assert wheel & assets == (assets if has_yasgui() else set())
