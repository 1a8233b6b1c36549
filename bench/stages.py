"""The pipeline taken apart: the same calls as :func:`kg.document.analyse` and :func:`kg.pipeline.build`, each timed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

from bench.clock import Clock
from kg import ids
from kg.aligned import Aligned
from kg.document import analyse
from kg.export import Job, choose
from kg.extract import EXTRACTORS
from kg.extract.assemble import assemble
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.page import Page
from kg.model import Analysis
from kg.pipeline import without_cycle_search
from kg.read import read
from kg.repair import STEPS
from kg.resolve import resolve
from kg.segment import segment

READ: Final = ("read",)
REPAIR: Final = tuple(f"repair: {step.name}" for step in STEPS)
EXTRACT: Final = (*(f"extract: {extractor.name}" for extractor in EXTRACTORS), "assemble")
ANALYSE: Final = "analyse, whole"
JOIN: Final = ("resolve", "graph")
EXPORTERS: Final = choose(())
EXPORT: Final = tuple(f"export: {exporter.name}" for exporter in EXPORTERS)
LAYOUT: Final = "of that: layout"


def one_by_one(documents: Sequence[bytes], clock: Clock) -> None:
    """Read, repair, segment and extract every document, each stage timed by itself."""
    for data in documents:
        with clock.stage("read"):
            raw = read(data)
        aligned = Aligned.of(raw.text)
        for step, stage in zip(STEPS, REPAIR, strict=True):
            with clock.stage(stage):
                aligned = step.apply(aligned)
        with clock.stage("segment"):
            segments = segment(aligned, raw.chrome)
        digest = sha256(data).hexdigest()
        page = Page(ids.source_id(digest), digest, raw, aligned, segments)
        found = Findings(page)
        for extractor in EXTRACTORS:
            with clock.stage(f"extract: {extractor.name}"):
                extractor.run(found)
        articles = tuple(f"{page.source}/article/{number}" for number in range(1, len(segments.articles) + 1))
        with clock.stage("assemble"):
            assemble(found, Draft(page, articles))


def together(documents: Sequence[bytes], clock: Clock, folder: Path) -> None:
    """The pure function of every document in one piece, then all that follows it."""
    with without_cycle_search():
        analyses: list[Analysis] = []
        for data in documents:
            with clock.stage(ANALYSE):
                analyses.append(analyse(data))
        with clock.stage("resolve"):
            knowledge = resolve(analyses)
        job = Job(knowledge, folder)
        with clock.stage("graph"):
            _ = job.graph
        with _layout_timed(clock):
            for exporter, stage in zip(EXPORTERS, EXPORT, strict=True):
                with clock.stage(stage):
                    exporter.write(job)


@contextmanager
def _layout_timed(clock: Clock) -> Iterator[None]:
    """Time the explorer's choice and arrangement of nodes wherever the explorer calls it."""
    kept = [(module, name, getattr(module, name)) for module, name in _layout()]
    clock.seconds.setdefault(LAYOUT, 0.0)

    def timed(function: Callable[..., object]) -> Callable[..., object]:
        def run(*args: object, **more: object) -> object:
            with clock.stage(LAYOUT):
                return function(*args, **more)

        return run

    try:
        for module, name, function in kept:
            setattr(module, name, timed(function))
        yield
    finally:
        for module, name, function in kept:
            setattr(module, name, function)


def _layout() -> Iterator[tuple[ModuleType, str]]:
    """Where the explorer asks for places: of the opening view, and of the map of the whole."""
    opening, pack = (import_module(f"kg.export.explorer.{name}") for name in ("opening", "pack"))
    yield from ((opening, "best_connected"), (opening, "arrange"), (pack, "whole_map"))
