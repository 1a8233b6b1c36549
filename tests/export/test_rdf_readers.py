"""Independent readers, which share no code, count the same triples in every form of an export."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pyoxigraph as ox
import pytest
from rdflib import Dataset

from kg import Build
from kg.export.rdf import write_turtle
from kg.export.rdf.jsonld import write_jsonld
from kg.export.rdf.quads import write_rdf

READERS = Path(__file__).parents[1] / "node"
MEDIA = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "nq": "application/n-quads",
    "trig": "application/trig",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
}
RAPPER = {"ttl": "turtle", "nt": "ntriples", "nq": "nquads", "trig": "trig", "rdf": "rdfxml"}
FORMS = ("ttl", "nt", "nq", "trig", "rdf", "jsonld")


@pytest.fixture(scope="module")
def files(seeds_build: Build, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The export of ``seeds/`` in every form."""
    folder = tmp_path_factory.mktemp("forms")
    writers: dict[str, Callable[..., None]] = {"ttl": write_turtle, "jsonld": write_jsonld}
    paths = {form: folder / f"graph.{form}" for form in FORMS}
    for form, path in paths.items():
        writers.get(form, write_rdf)(seeds_build.knowledge, path)
    return paths


def counted(path: Path) -> int:
    """The quads of a file, as pyoxigraph reads it."""
    return len(set(ox.parse(path.read_bytes(), format=ox.RdfFormat.from_extension(path.suffix[1:]))))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib calls what it has deprecated itself
def test_rdflib_counts_the_same(files: dict[str, Path], form: str) -> None:
    """Python's own reader."""
    dataset = Dataset()
    with files[form].open("rb") as file:
        dataset.parse(file, format={"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml", "nq": "nquads"}.get(form, form))
    assert len(set(dataset.quads())) == counted(files[form])


@pytest.mark.parametrize("form", RAPPER)
def test_raptor_counts_the_same(files: dict[str, Path], form: str, wanting: Callable[[str], NoReturn]) -> None:
    """The reader of Debian's raptor2-utils, without error or warning."""
    rapper = shutil.which("rapper")
    if rapper is None:
        wanting("rapper is not installed; make test installs raptor2-utils where it may")
    run = subprocess.run([rapper, "-q", "-i", RAPPER[form], "-o", "nquads", files[form]], capture_output=True, check=False)
    assert (run.returncode, run.stderr.decode()) == (0, "")
    assert len(set(run.stdout.decode().splitlines())) == counted(files[form])


@pytest.mark.parametrize("form", MEDIA)
def test_javascript_counts_the_same(
    files: dict[str, Path], form: str, seeds_build: Build, tmp_path: Path, wanting: Callable[[str], NoReturn]
) -> None:
    """The readers that JavaScript programs use: n3, rdfxml-streaming-parser, and (facts alone, as it is slow) jsonld-streaming-parser."""
    node = shutil.which("node")
    if node is None or not (READERS / "node_modules" / "jsonld-streaming-parser").is_dir():
        wanting("n3 and others are not installed; make test installs them where npm is")
    path = files[form]
    if form == "jsonld":
        path = tmp_path / "facts.jsonld"
        write_jsonld(seeds_build.knowledge, path, evidence=False)
    run = subprocess.run([node, READERS / "count.mjs", path, MEDIA[form]], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert int(run.stdout) == counted(path)
