"""graph.ttl as raptor, a third reader that shares no code with the others, sees it."""

from __future__ import annotations

import shutil
import subprocess

import pyoxigraph as ox
import pytest

from kg import Build


def test_raptor_reads_the_turtle(seeds_build: Build) -> None:
    """It parses without error or warning, and counts the triples that pyoxigraph counts."""
    rapper = shutil.which("rapper")
    if rapper is None:
        pytest.skip("rapper is not installed; make test installs raptor2-utils where it may")
    path = seeds_build.folder / "graph.ttl"
    run = subprocess.run([rapper, "-q", "-i", "turtle", "-o", "ntriples", str(path)], capture_output=True, check=False)
    theirs = run.stdout.decode().splitlines()
    assert (run.returncode, run.stderr.decode()) == (0, "")
    assert len(set(theirs)) == len(set(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)))
