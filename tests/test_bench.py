"""What the benchmarks measure is what they say it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox

sys.path.insert(0, str(Path(__file__).parents[1]))

import kg
from bench.copies import copies
from bench.rdf_child import QUERIES
from kg.export.rdf.quads import quads
from kg.vocab import PREFIXES


def test_copies_say_as_much_as_the_build_each(seeds_build: kg.Build) -> None:
    """Two copies hold every thing, claim, fact and text twice, and nothing in them dangles that did not before."""
    one = seeds_build.knowledge
    two = copies(one, 2)
    for name in ("sources", "things", "claims", "facts", "mentions", "texts", "sentences"):
        assert len(getattr(two, name)) == 2 * len(getattr(one, name)), name
    known = one.things.keys() & {fact.object for fact in one.facts}
    assert len(two.things.keys() & {fact.object for fact in two.facts}) == 2 * len(known)
    assert {claim.source for claim in two.claims.values()} <= two.sources.keys()
    assert {claim for fact in two.facts for claim in fact.claims} <= two.claims.keys()


def test_the_first_copy_is_the_build(seeds_build: kg.Build) -> None:
    """One copy gives the same quads as the build."""
    assert set(quads(copies(seeds_build.knowledge, 1))) == set(quads(seeds_build.knowledge))


def test_every_question_finds_something(seeds_build: kg.Build) -> None:
    """No query of the benchmark asks for what is not there."""
    store = ox.Store()
    store.bulk_load(path=str(seeds_build.folder / "graph.ttl"), format=ox.RdfFormat.TURTLE)
    for name, text in QUERIES.items():
        rows = [tuple(row) for row in store.query(text, prefixes=dict(PREFIXES))]
        assert rows, name
        assert rows[0][-1].value != "0", name


def test_the_benchmark_runs_more_than_once(root: Path) -> None:
    """``python -m bench`` over a tiny mix, twice: every row of its table has its figures."""
    command = [sys.executable, "-m", "bench", "--size", "0.02", "--repeat", "2"]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert {"jieba.cut, HMM on", "resolve", "build, default outputs"} <= {line[:36].strip() for line in result.stdout.splitlines()}
