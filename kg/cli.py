"""The command line: parses, calls, prints. A KgError becomes one line on stderr and exit status 1."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from kg.errors import InputError, KgError, ReadError
from kg.export import EXPORTERS
from kg.model import Problem

if TYPE_CHECKING:  # a command loads what it needs: a query must not wait for the extractors
    from kg import pipeline
    from kg.explanation import Explanation, Line, Quotation
    from kg.query import Ground, NamedQuery, Result

app = typer.Typer(
    name="kg",
    help="Chinese official documents to a knowledge graph in which every fact leads to the words that state it.\n\n"
    "Start with: [bold]kg build FOLDER -o OUT[/bold], then open OUT/graph.html in a browser.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
)
_err = Console(stderr=True, highlight=False)
_out = Console(highlight=False)

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ONE_LINE = str.maketrans("\n\r\t", "\ufffd\ufffd ")
_NAMES = ", ".join(exporter.name for exporter in EXPORTERS)
_DEFAULTS = ", ".join(exporter.name for exporter in EXPORTERS if exporter.default)
_FORMATS_HELP = f"What to write (repeatable): {_NAMES}; by default {_DEFAULTS}. all: every one."


class Evidence(StrEnum):
    """How much of the evidence is written."""

    FULL = "full"
    NONE = "none"


Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a build (the -o of kg build).")]


@app.command("build")
def _build(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Documents, or folders of them.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where to write; made if it does not exist.")],
    formats: Annotated[
        list[str] | None, typer.Option("--format", metavar="NAME", help=_FORMATS_HELP)
    ] = None,
    evidence: Annotated[Evidence, typer.Option("--evidence", help="RDF with claims and quotations, or facts alone.")] = Evidence.FULL,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if any document could not be read.")] = False,
) -> None:
    """Read documents and write the graph.

    Plain text and HTML, in UTF-8, GB18030, Big5 or UTF-16, in simplified or traditional characters. A document that
    cannot be read is named, and the others are built. Files in DIR are replaced only when the new ones are whole.

    Examples:  kg build pages -o out   ·   kg build a.txt b.html -o out --format turtle --format html
    """
    from kg import pipeline  # noqa: PLC0415

    names = tuple(name for given in formats or () for name in given.split(","))
    with _progress() as progress:
        try:
            result = pipeline.build(list(inputs), output, names, progress, evidence=evidence is Evidence.FULL)
        except KgError as error:
            _fail(error)
    _tell(result.problems)
    counts = f"{len(result.knowledge.texts)} documents, {len(result.knowledge.things)} things, {len(result.knowledge.facts)} facts"
    _err.print(f"{counts} → {', '.join(str(path) for path in result.files)}", soft_wrap=True, markup=False)
    if strict and result.problems:
        raise typer.Exit(1)


@app.command("text")
def _text(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document.")],
    *,
    repaired: Annotated[bool, typer.Option("--repaired", help="After repair and conversion to simplified characters.")] = False,
) -> None:
    """Print the raw text of a document: the text that all positions (oa:start, oa:end) refer to."""
    from kg.read import read  # noqa: PLC0415
    from kg.repair import repair  # noqa: PLC0415

    try:
        text = read(_data(file)).text
    except ReadError as error:
        _fail(KgError(f"{file} {error}"))
    if repaired:
        text = repair(text).text
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


@app.command("explain")
def _explain(
    folder: Folder,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name (simplified, traditional or pinyin), an id or an IRI.")],
) -> None:
    """Print everything known of a thing, each fact with the sentence that says it.

    Example:  kg explain out 文立诚
    """
    from kg.explanation import explain  # noqa: PLC0415

    try:
        found = explain(folder, name)
    except KgError as error:
        _fail(error)
    if not found:
        _fail(KgError(f"{folder}: nothing is named {name!r}; try another spelling, or search in graph.html"))
    if len(found) > 1:
        _out.print(f"{len(found)} things bear this name:", style="bold")
    for explanation in found:
        _print_explanation(explanation)


@app.command("query")
def _query(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="The folder of a build (the -o of kg build).")] = None,
    sparql: Annotated[str, typer.Argument(metavar="QUERY", help="SPARQL 1.1, or @FILE for a file that holds it.")] = "",
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="A query of the library (see --list).")] = "",
    params: Annotated[
        list[str] | None, typer.Option("--param", metavar="KEY=VALUE", help="A parameter of that query (repeatable).")
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORM", help="table, csv, tsv, json or nt.")] = "table",
    *,
    explaining: Annotated[bool, typer.Option("--explain", help="List for each row the claims and words that it rests on.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="List the queries of the library.")] = False,
) -> None:
    """Answer a SPARQL query from a build. The prefixes of the vocabulary are declared already.

    Examples:  kg query out 'SELECT ?name WHERE { ?p a zm:Official ; skos:prefLabel ?name }'
      ·   kg query --list   ·   kg query out --name holders-in-place --param place=岳阳市
    """
    from kg.query import explained, library, named, query  # noqa: PLC0415 - the store is loaded only for this

    if listing:
        _list_queries(library().values())
        return
    try:
        if folder is None or bool(sparql) == bool(name):
            raise InputError("give a folder, and either a query or --name NAME; kg query --list lists the names")
        values = dict(_pair(given) for given in params or ())
        text = named(name).bind(values) if name else _file_or_text(sparql)
        if explaining:
            _print_grounds(*explained(folder, text))
            return
        answer = query(folder, text).write(form)
    except KgError as error:
        _fail(error)
    sys.stdout.buffer.write(_clean(answer).encode("utf-8"))
    sys.stdout.buffer.flush()


def _print_grounds(result: Result, rows: list[list[Ground]]) -> None:
    from kg.query.results import shown  # noqa: PLC0415

    for row, grounds in zip(result.rows, rows, strict=True):
        cells = "  ".join(cell for cell in shown(row, result.labels) if cell)
        _out.print(Text(_clean(cells), style="bold"), soft_wrap=True)
        for ground in grounds:
            words = ((_clean(ground.before), ""), (_clean(ground.words), "bold yellow"), (_clean(ground.after), ""))
            _out.print(Text.assemble(f"  {ground.predicate}  “", *words, "”", (f"  {_clean(ground.source)}  <{ground.claim}>", "dim")))
        if not grounds:
            _out.print(Text("  no claim links the things of this row", style="dim"))


@app.command("validate")
def _validate(folder: Folder) -> None:
    """Check a build against the rules of the vocabulary: which thing breaks which rule, and which words speak of it.

    Exits with 1 if any rule is broken. Needs the extra "validate".  Example:  kg validate out
    """
    from kg.query.conformance import validate  # noqa: PLC0415 - loads pyshacl

    try:
        violations = validate(folder)
    except KgError as error:
        _fail(error)
    for violation in violations:
        _out.print(_clean(str(violation)), markup=False, soft_wrap=True)
    _err.print(f"{len(violations)} rules are broken" if violations else "the build keeps every rule", markup=False)
    if violations:
        raise typer.Exit(1)


def _list_queries(queries: Iterable[NamedQuery]) -> None:
    for query in queries:
        parameters = " ".join(f"{parameter.name}={parameter.default}" for parameter in query.parameters)
        _out.print(
            Text.assemble((query.name, "bold"), f"  {query.question_zh}  {query.question_en}  ", (parameters, "dim")), soft_wrap=True
        )


def _pair(given: str) -> tuple[str, str]:
    key, equals, value = given.partition("=")
    if not equals:
        raise InputError(f"--param {given}: write it as KEY=VALUE")
    return key, value


def _file_or_text(sparql: str) -> str:
    if not sparql.startswith("@"):
        return sparql
    try:
        return Path(sparql[1:]).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{sparql[1:]}: cannot be read as a query; name a UTF-8 file that holds SPARQL") from error


@app.command("serve")
def _serve(
    folder: Folder,
    host: Annotated[str, typer.Option("--host", help="Where to listen; others than 127.0.0.1 open it to the network.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="The port to listen on.", min=0, max=65535)] = 8000,
    timeout: Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="A query that takes longer is ended.", min=0.01)] = 30.0,
    rows: Annotated[int, typer.Option("--max-rows", metavar="N", help="An answer with more rows is refused.", min=1)] = 100_000,
    *,
    cors: Annotated[bool, typer.Option("--cors", help="Let pages of other sites ask, too.")] = False,
) -> None:
    """Answer SPARQL over HTTP for a build, read-only, with a page for queries and one for every thing.

    Needs the extra "serve".  Example:  kg serve out, then open http://127.0.0.1:8000/
    """
    from kg.serve import Limits, serve  # noqa: PLC0415

    _err.print(f"kg serve: http://{host}:{port}/ (end with Ctrl-C)", markup=False)
    try:
        serve(folder, host, port, Limits(timeout, rows), cors=cors)
    except KgError as error:
        _fail(error)


@app.command("formats")
def _formats() -> None:
    """List what can be read and what can be written."""
    from kg.read import READERS  # noqa: PLC0415

    table = Table("", "name", "what", "files", box=None)
    for reader in READERS:
        table.add_row("read", reader.name, reader.title, " ".join(reader.suffixes))
    for exporter in EXPORTERS:
        table.add_row("write", exporter.name, exporter.title, " ".join(exporter.files))
    _out.print(table)


@app.callback(invoke_without_command=True)
def _main(*, show_version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if show_version:
        _out.print(f"zhengmai {version('zhengmai')}")
        raise typer.Exit


def main() -> None:
    """The ``kg`` command."""
    app()


def _data(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}") from error


def _fail(error: KgError) -> NoReturn:
    _err.print(f"kg: {_clean(str(error))}", style="red", markup=False, soft_wrap=True)
    raise typer.Exit(1) from error


def _tell(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        line = _clean(f"kg: {problem.name} {problem.message}").translate(_ONE_LINE)
        _err.print(line, markup=False, soft_wrap=True)


def _clean(text: str) -> str:
    """``text`` without what a terminal would obey: control characters and marks of direction."""
    return _CONTROLS.sub("\ufffd", text)


@contextmanager
def _progress() -> Iterator[pipeline.Progress | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not _err.is_terminal:
        yield None
        return
    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=_err, transient=True) as bar:
        task = bar.add_task("reading", total=None, name="")
        yield lambda done, total, name: bar.update(task, completed=done, total=total, name=_clean(name)[-40:])


def _print_explanation(explanation: Explanation) -> None:
    _out.print(Text.assemble((_clean(explanation.label), "bold"), f"  {explanation.kind}  ", (explanation.id, "dim")))
    aliases = [alias.split(":", 1)[-1] for alias in explanation.aliases]
    if aliases:
        _out.print(Text("  also: " + _clean(", ".join(aliases)), style="dim"))
    for name, value in explanation.properties:
        _out.print(Text(f"  {name}: {_clean(value)}", style="dim"))
    _out.print(Text(f"  mentioned {explanation.mentions} times", style="dim"))
    for line in explanation.lines:
        _print_line(line)
    _out.print()


def _print_line(line: Line) -> None:
    arrow = "→" if line.outgoing else "←"
    dates = " ".join(f"{name} {value}" for name, value in line.dates)
    status = line.status if line.status not in ("", "current") else ""
    notes = ", ".join(filter(None, (status, dates, line.basis, f"{line.confidence:.2f}")))
    _out.print(Text.assemble(f"  {arrow} {line.relation}  ", (_clean(line.other), "bold cyan"), (f"  [{notes}]", "dim")))
    for quotation in line.quotations[:3]:
        _out.print(_quoted(quotation))
    if len(line.quotations) > 3:  # as many as are printed
        _out.print(Text(f"      and {len(line.quotations) - 3} more", style="dim"))


def _quoted(quotation: Quotation) -> Text:
    """The sentence with the words of the fact marked; positions hold, as cleaning is one character for one."""
    text = Text(_clean(quotation.sentence).replace("\n", " ").replace("\r", " "))
    for start, end in quotation.marks:
        text.stylize("bold yellow", start, end)
    date = f", {quotation.date}" if quotation.date else ""
    return Text.assemble("      “", text, "”", (f"  {_clean(quotation.title)}{date} · {quotation.rule}", "dim"))
