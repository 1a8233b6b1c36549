"""The command line: parses, calls, prints. A KgError becomes one line on stderr and exit status 1."""

from __future__ import annotations

import json
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
    from kg.read import Options, Part, Raw
    from kg.repair import Repair

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
_VISIBLE = str.maketrans("\n\r\t \u3000", "⏎⏎⇥␣␣")
_LONGEST_CELL = 30
_ONE_LINE = str.maketrans("\n\r\t", "\ufffd\ufffd ")
_NAMES = ", ".join(exporter.name for exporter in EXPORTERS)
_DEFAULTS = ", ".join(exporter.name for exporter in EXPORTERS if exporter.default)
_FORMATS_HELP = f"What to write (repeatable): {_NAMES}; by default {_DEFAULTS}. all: every one."


class Evidence(StrEnum):
    """How much of the evidence is written."""

    FULL = "full"
    NONE = "none"


Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="FIELD=NAME",
        help="Which field of JSON records or column of tables is the text, title, date, url, publisher or author (repeatable).",
    ),
]
MaxBytes = Annotated[
    int | None,
    typer.Option("--max-bytes", metavar="N", min=1, help="Refuse files that are larger, or that unpack to more.", show_default="256 MB"),
]
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a build (the -o of kg build).")]


@app.command("build")
def _build(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Documents, folders or archives of them; - is standard input.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Where to write; made if it does not exist.")],
    formats: Annotated[
        list[str] | None, typer.Option("--format", metavar="NAME", help=_FORMATS_HELP)
    ] = None,
    fields: Fields = None,
    max_bytes: MaxBytes = None,
    evidence: Annotated[Evidence, typer.Option("--evidence", help="RDF with claims and quotations, or facts alone.")] = Evidence.FULL,
    *,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if any document could not be read.")] = False,
) -> None:
    """Read documents and write the graph.

    Text, HTML, records in JSON and CSV, web archives and more (kg formats lists them), in UTF-8, GB18030, Big5 or
    UTF-16, in simplified or traditional characters. A document that cannot be read is named, and the others are built.
    Files in DIR are replaced only when the new ones are whole.

    Examples:  kg build pages -o out   ·   kg build a.txt b.html -o out --format turtle --format html
      ·   kg build news.jsonl -o out --field text=正文 --field date=发布时间
    """
    from kg import pipeline  # noqa: PLC0415

    names = tuple(name for given in formats or () for name in given.split(","))
    with _progress() as progress:
        try:
            result = pipeline.build(list(inputs), output, names, progress, _options(fields, max_bytes), evidence=evidence is Evidence.FULL)
        except KgError as error:
            _fail(error)
    _tell(result.problems)
    counts = f"{len(result.knowledge.texts)} documents, {len(result.knowledge.things)} things, {len(result.knowledge.facts)} facts"
    _err.print(f"{counts} → {', '.join(str(path) for path in result.files)}", soft_wrap=True, markup=False)
    if strict and result.problems:
        raise typer.Exit(1)


@app.command("export")
def _export(
    folder: Folder,
    formats: Annotated[
        list[str] | None, typer.Option("--format", metavar="NAME", help=f"What to write (repeatable): {_NAMES}, all.")
    ] = None,
    evidence: Annotated[Evidence, typer.Option("--evidence", help="RDF with claims and quotations, or facts alone.")] = Evidence.FULL,
) -> None:
    """Write further formats of a build, from its facts.sqlite: nothing is read or extracted again.

    Other files in DIR stay as they are.

    Examples:  kg export out --format nquads   ·   kg export out --format turtle --evidence none
    """
    from kg.export.publish import export_again  # noqa: PLC0415

    try:
        files = export_again(folder, [name for given in formats or () for name in given.split(",")], evidence=evidence is Evidence.FULL)
    except KgError as error:
        _fail(error)
    _err.print(", ".join(str(path) for path in files), soft_wrap=True, markup=False)


@app.command("text")
def _text(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document, or - for standard input.")],
    part: Annotated[
        str, typer.Option("--part", metavar="NAME", help="Of an archive or table: which document, as messages name it (a.jsonl#3).")
    ] = "",
    fields: Fields = None,
    max_bytes: MaxBytes = None,
    *,
    repaired: Annotated[bool, typer.Option("--repaired", help="After repair and conversion to simplified characters.")] = False,
    why: Annotated[bool, typer.Option("--why", help="List every repair: where, what it was, what it became, how sure.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The list of --why as JSON, an object a line.")] = False,
) -> None:
    """Print the raw text of a document: the text that all positions (oa:start, oa:end) refer to.

    Examples:  kg text page.html   ·   kg text --repaired page.html   ·   kg text --why page.html
    """
    from kg.repair import repair, repairs  # noqa: PLC0415 - the raw text needs none of it

    text = _raw(file, part, fields, max_bytes).text
    if why or as_json:
        _print_repairs(repairs(text), as_json=as_json)
        return
    _write(repair(text).text if repaired else text)


def _print_repairs(made: list[Repair], *, as_json: bool) -> None:
    """The repairs for a person, or one JSON object a line for programs."""
    if as_json:
        for step, change in made:
            row = {"step": step, "start": change.start, "end": change.end, "was": change.old, "became": change.new}
            line = json.dumps(row | {"confidence": change.confidence, "note": change.note}, ensure_ascii=False)
            _write(_CONTROLS.sub(lambda control: f"\\u{ord(control[0]):04x}", line) + "\n")
        return
    table = Table("where", "was", "became", "step", "why", "sure", box=None)
    for step, change in made:
        note = change.note or "removed" * (not change.new)
        where = f"{change.start}-{change.end}"
        table.add_row(where, _shown(change.old), _shown(change.new), step, Text(_clean(note)), f"{change.confidence:.2f}")
    _out.print(table if made else "nothing was repaired")


def _shown(text: str) -> Text:
    """A stretch of text in a cell: short, in one line, and with its blanks to be seen."""
    short = text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…"
    return Text(_clean(short).translate(_VISIBLE))


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _options(fields: list[str] | None, max_bytes: int | None) -> Options:
    """How to read, as the options of the command say."""
    from kg.read import Options  # noqa: PLC0415
    from kg.read.fields import chosen  # noqa: PLC0415
    from kg.read.limits import LARGEST  # noqa: PLC0415

    return Options(chosen(fields or ()), max_bytes or LARGEST)


def _raw(file: Path, part: str, fields: list[str] | None, max_bytes: int | None) -> Raw:
    """The raw text of a document: of a file, or of the part of it that is named."""
    from kg import pipeline  # noqa: PLC0415
    from kg.read import parts, read_part  # noqa: PLC0415

    path = None if str(file) == pipeline.STANDARD_INPUT else file
    try:
        options = _options(fields, max_bytes)
        return read_part(_only(parts(pipeline.read_bytes(path, options.max_bytes), file.name, options), part), options.max_bytes)
    except ReadError as error:
        _fail(KgError(f"{file} {error}"))
    except KgError as error:
        _fail(error)


def _only(found: Iterable[Part | Problem], name: str) -> Part:
    """The part of that name; without a name, the only one."""
    listed = []
    for part in found:
        if not name or part.name == name:
            if isinstance(part, Problem):
                raise ReadError(f"({part.name}) {part.message}")
            listed.append(part)
        if len(listed) > 1:
            raise ReadError(f"holds several documents; choose one with --part, as --part {listed[0].name}")
    if not listed:
        raise ReadError(f"holds no document of the name {name}" if name else "holds no document")
    return listed[0]


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
    _write(_clean(answer))


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
