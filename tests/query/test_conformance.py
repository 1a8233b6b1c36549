"""Validation: each mutant of the shapes' own tests is found, with the thing, the rule and words of a source."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

pytest.importorskip("pyshacl")

from test_rdf_shapes import MUTANTS, export

from kg import Build
from kg.errors import BuildFolderError
from kg.query.conformance import found_in, validate
from kg.vocab import PREFIXES


def changed(update: str) -> tuple[bytes, ox.Store]:
    """The hand-made export after an update, as Turtle and as a store."""
    store = ox.Store()
    store.load(export().encode(), format=ox.RdfFormat.TURTLE)
    store.update(update, prefixes=dict(PREFIXES))
    turtle = store.dump(format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    assert turtle is not None
    return turtle, store


@pytest.mark.parametrize(("shape", "message", "update"), MUTANTS)
def test_each_mutant_is_found(shape: str, message: str, update: str) -> None:
    """No rule is vacuous, whether pyshacl checks it or a query does: a violation names its shape and says what it asks."""
    found = found_in(*changed(update))
    assert (shape, message) in {(violation.shape, violation.message_en) for violation in found}
    assert all(violation.message_zh for violation in found if violation.shape == shape)


def test_a_violation_leads_to_words_of_a_source() -> None:
    """It names the thing by its label and quotes the sentence of a source that names it."""
    without = "DELETE { ?s org:classification ?o } WHERE { ?s skos:prefLabel '德州市委'@zh-Hans ; org:classification ?o }"
    (found, *_) = found_in(*changed(without))
    assert (found.label, found.message_en) == ("德州市委", "A body has exactly one classification.")
    assert found.words == "周玉刚，原德州市委书记。"
    assert found.source
    assert found.words in str(found)
    assert found.thing in str(found)


def test_the_hand_made_export_and_the_seeds_conform(build: Path, seeds_build: Build, tmp_path: Path) -> None:
    """Sound exports break no rule, also where they were written without evidence."""
    assert validate(build) == []
    assert validate(seeds_build.folder) == []
    facts = b"".join(part for part in (seeds_build.folder / "graph.ttl").read_bytes().partition(b"\n# ---- source")[:1])
    (tmp_path / "graph.ttl").write_bytes(facts)
    assert validate(tmp_path) == []


def test_the_real_pages_conform(real_build: Build) -> None:
    """The export of the pages beside the checkout breaks no rule."""
    assert validate(real_build.folder) == []


def test_a_folder_without_an_export_is_refused(build: Path, tmp_path: Path) -> None:
    """No graph.ttl, or one that is not Turtle."""
    with pytest.raises(BuildFolderError, match=r"graph\.ttl"):
        validate(tmp_path)
    shutil.copy(build / "graph.ttl", tmp_path / "graph.ttl")
    with (tmp_path / "graph.ttl").open("a") as file:
        file.write("not turtle")
    with pytest.raises(BuildFolderError, match="line"):
        validate(tmp_path)
