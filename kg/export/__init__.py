"""Knowledge to files. An exporter is one module and one line of :data:`EXPORTERS`; the command line takes its choices from it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.model import Knowledge

if TYPE_CHECKING:
    from sqlite3 import Connection

    from kg.export.rdf.records import Records
    from kg.graph import Network

ALL: Final = "all"
"""What stands for every format."""


class Job:
    """What exporters are given: a build, as they need it, and the folder to write into.

    The build is in memory, or in an open ``facts.sqlite``: then RDF is written record by record, and only formats that need the
    whole of it have it read. Without ``evidence`` the RDF formats hold facts alone: no claims and no quotations.
    """

    def __init__(self, build: Knowledge | Connection, folder: Path, *, evidence: bool = True) -> None:
        self._build = build
        self.folder = folder
        self.evidence = evidence

    @cached_property
    def knowledge(self) -> Knowledge:
        """The whole build."""
        if isinstance(self._build, Knowledge):
            return self._build
        from kg.export.knowledge import read_knowledge  # noqa: PLC0415

        return read_knowledge(self._build)

    @cached_property
    def records(self) -> Records:
        """The build record by record, as RDF is written."""
        if isinstance(self._build, Knowledge):
            from kg.export.rdf.held import Held  # noqa: PLC0415

            return Held(self._build)
        from kg.export.rdf.stored import Stored  # noqa: PLC0415

        return Stored(self._build)

    @cached_property
    def graph(self) -> Network:
        """The knowledge as nodes and edges."""
        from kg.graph import network  # noqa: PLC0415

        return network(self.knowledge)


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name on the command line, the files that it writes, a line for ``--help``, and its function.

    One that is not a ``default`` is written only when it is asked for.
    """

    name: str
    files: tuple[str, ...]
    title: str
    write: Callable[[Job], None]
    default: bool = True


# Each format loads what it needs when it is written.


def _turtle(job: Job) -> None:
    from kg.export.rdf import write_turtle  # noqa: PLC0415

    write_turtle(job.records, job.folder / "graph.ttl", evidence=job.evidence)


def _rdf(name: str) -> Callable[[Job], None]:
    def write(job: Job) -> None:
        from kg.export.rdf.quads import write_rdf  # noqa: PLC0415

        write_rdf(job.records, job.folder / name, evidence=job.evidence)

    return write


def _jsonld(job: Job) -> None:
    from kg.export.rdf.jsonld import write_jsonld  # noqa: PLC0415

    write_jsonld(job.records, job.folder / "graph.jsonld", evidence=job.evidence)


def _dataset(job: Job) -> None:
    from kg.export.rdf.dataset import write_dataset  # noqa: PLC0415

    write_dataset(job.records, job.folder / "dataset.ttl", evidence=job.evidence)


def _gexf(job: Job) -> None:
    from kg.export.gexf import write_gexf  # noqa: PLC0415

    write_gexf(job.graph, job.folder / "graph.gexf")


def _html(job: Job) -> None:
    from kg.export.explorer import write_html  # noqa: PLC0415

    write_html(job.knowledge, job.folder / "graph.html", job.graph)


def _graphml(job: Job) -> None:
    from kg.export.graphs import write_graphml  # noqa: PLC0415

    write_graphml(job.graph, job.folder / "graph.graphml")


def _csv(job: Job) -> None:
    from kg.export.tables import write_csv  # noqa: PLC0415

    write_csv(job.graph, job.folder / "nodes.csv", job.folder / "edges.csv")


def _sqlite(job: Job) -> None:
    from kg.export.sqlite import write_sqlite  # noqa: PLC0415

    write_sqlite(job.knowledge, job.folder / "facts.sqlite")


def _report(job: Job) -> None:
    from kg.export.report import write_report  # noqa: PLC0415

    write_report(job.knowledge, job.folder / "report.json")


EXPORTERS: Final = (
    Exporter("turtle", ("graph.ttl",), "RDF for SPARQL users", _turtle),
    Exporter("html", ("graph.html",), "the explorer: one page that opens in any browser", _html),
    Exporter("graphml", ("graph.graphml",), "for Gephi, Cytoscape, yEd", _graphml),
    Exporter("csv", ("nodes.csv", "edges.csv"), "for spreadsheets", _csv),
    Exporter("sqlite", ("facts.sqlite",), "every fact, claim and text, for kg explain", _sqlite),
    Exporter("report", ("report.json",), "counts, and what was skipped and why", _report),
    Exporter("ntriples", ("graph.nt",), "RDF, one triple a line", _rdf("graph.nt"), default=False),
    Exporter("nquads", ("graph.nq",), "the same with a graph a document for what it states", _rdf("graph.nq"), default=False),
    Exporter("trig", ("graph.trig",), "N-Quads with prefixes", _rdf("graph.trig"), default=False),
    Exporter("jsonld", ("graph.jsonld",), "RDF for readers of JSON", _jsonld, default=False),
    Exporter("rdfxml", ("graph.rdf",), "RDF for readers of XML", _rdf("graph.rdf"), default=False),
    Exporter("dataset", ("dataset.ttl",), "VoID and DCAT: what the RDF files hold", _dataset, default=False),
    Exporter("gexf", ("graph.gexf",), "for Gephi", _gexf, default=False),
)


def choose(names: Collection[str]) -> tuple[Exporter, ...]:
    """The exporters of those names, in the order of :data:`EXPORTERS`; the default ones for no name, every one for "all".

    ``KeyError`` for an unknown name.
    """
    known = {exporter.name: exporter for exporter in EXPORTERS}
    wanted = {known[name].name for name in names if name != ALL}
    if ALL in names:
        return EXPORTERS
    return tuple(exporter for exporter in EXPORTERS if (exporter.name in wanted if wanted else exporter.default))
