"""Knowledge to files. An exporter is one module and one line of :data:`EXPORTERS`; the command line takes its choices from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from kg.export.graphs import write_graphml
from kg.export.report import write_report
from kg.export.sqlite import write_sqlite
from kg.export.tables import write_csv
from kg.graph import Graph, to_networkx
from kg.model import Knowledge


class Job:
    """What exporters are given: the knowledge, its graph (made when first asked for), and the folder to write into."""

    def __init__(self, knowledge: Knowledge, folder: Path) -> None:
        self.knowledge = knowledge
        self.folder = folder

    @cached_property
    def graph(self) -> Graph:
        """The knowledge as a networkx graph."""
        return to_networkx(self.knowledge)


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name on the command line, the files that it writes, a line for ``--help``, and its function."""

    name: str
    files: tuple[str, ...]
    title: str
    write: Callable[[Job], None]


def _turtle(job: Job) -> None:
    from kg.export.rdf import write_turtle  # noqa: PLC0415 - each format loads what it needs

    write_turtle(job.knowledge, job.folder / "graph.ttl")


def _html(job: Job) -> None:
    from kg.export.explorer import write_html  # noqa: PLC0415

    write_html(job.knowledge, job.folder / "graph.html", job.graph)


EXPORTERS: Final = (
    Exporter("turtle", ("graph.ttl",), "RDF for SPARQL users", _turtle),
    Exporter("html", ("graph.html",), "the explorer: one page that opens in any browser", _html),
    Exporter(
        "graphml", ("graph.graphml",), "for Gephi, Cytoscape, yEd", lambda job: write_graphml(job.graph, job.folder / "graph.graphml")
    ),
    Exporter(
        "csv",
        ("nodes.csv", "edges.csv"),
        "for spreadsheets",
        lambda job: write_csv(job.graph, job.folder / "nodes.csv", job.folder / "edges.csv"),
    ),
    Exporter(
        "sqlite",
        ("facts.sqlite",),
        "every fact, claim and text, for kg explain",
        lambda job: write_sqlite(job.knowledge, job.folder / "facts.sqlite"),
    ),
    Exporter(
        "report",
        ("report.json",),
        "counts, and what was skipped and why",
        lambda job: write_report(job.knowledge, job.folder / "report.json"),
    ),
)


def choose(names: tuple[str, ...]) -> tuple[Exporter, ...]:
    """The exporters of those names, in the order of :data:`EXPORTERS`; all of them for no name. ``KeyError`` for an unknown one."""
    known = {exporter.name: exporter for exporter in EXPORTERS}
    wanted = {known[name].name for name in names} or set(known)
    return tuple(exporter for exporter in EXPORTERS if exporter.name in wanted)
