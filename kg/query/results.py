"""Answers, and the forms in which they are given: a table, CSV, TSV, SPARQL JSON, and N-Triples for CONSTRUCT."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

import pyoxigraph as ox
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from kg.errors import InputError
from kg.vocab import PREFIXES, shorten

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Kind = Literal["select", "ask", "construct"]

_STRING: Final = PREFIXES["xsd"] + "string"
_LANG_STRING: Final = PREFIXES["rdf"] + "langString"


@dataclass(frozen=True, slots=True)
class Result:
    """An answer: for ASK ``boolean``; otherwise ``rows`` of as many terms (or nothing) as there are ``columns``.

    ``labels`` maps IRIs of the rows to Chinese labels. A CONSTRUCT has the columns subject, predicate, object.
    """

    kind: Kind
    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    boolean: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)

    def write(self, form: str) -> str:
        """The answer as one of :data:`FORMATS`; :class:`~kg.errors.InputError` for another."""
        if form not in FORMATS:
            raise InputError(f"{form!r} is no form of an answer; there are {', '.join(FORMATS)}")
        return FORMATS[form](self)


def to_table(result: Result, width: int | None = None) -> str:
    """A table for people: labels in place of IRIs, plain text in place of literals."""
    if result.kind == "ask":
        return f"{'yes' if result.boolean else 'no'}\n"
    table = Table(*(escape(column) for column in result.columns))
    for row in result.rows:
        table.add_row(*map(Text, shown(row, result.labels)))
    console = Console(file=io.StringIO(), width=width, highlight=False)
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def to_csv(result: Result) -> str:
    """SPARQL 1.1 CSV: values without their types, lines ended by CR LF."""
    if result.kind == "ask":
        return f"{_truth(result)}\r\n"
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.columns)
    writer.writerows([_value(term) for term in row] for row in result.rows)
    return out.getvalue()


def to_tsv(result: Result) -> str:
    """SPARQL 1.1 TSV: terms as in Turtle."""
    if result.kind == "ask":
        return f"{_truth(result)}\n"
    lines = ["\t".join(f"?{column}" for column in result.columns)]
    lines += ["\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) for row in result.rows]
    return "\n".join(lines) + "\n"


def to_json(result: Result) -> str:
    """SPARQL 1.1 Query Results JSON."""
    if result.kind == "ask":
        return json.dumps({"head": {}, "boolean": result.boolean}) + "\n"
    bindings = [
        {column: _json(term) for column, term in zip(result.columns, row, strict=True) if term is not None}
        for row in result.rows
    ]
    head = {"vars": list(result.columns)}
    return json.dumps({"head": head, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1) + "\n"


def to_ntriples(result: Result) -> str:
    """The triples of a CONSTRUCT."""
    if result.kind != "construct":
        raise InputError("only a CONSTRUCT or DESCRIBE can be given as N-Triples")
    return "".join(" ".join(str(term) for term in row) + " .\n" for row in result.rows)


FORMATS: Final[Mapping[str, Callable[[Result], str]]] = MappingProxyType(
    {"table": to_table, "csv": to_csv, "tsv": to_tsv, "json": to_json, "nt": to_ntriples}
)
"""The forms of an answer, by the name that the command line takes."""


def _truth(result: Result) -> str:
    return "true" if result.boolean else "false"


def shown(row: Iterable[Term | None], labels: Mapping[str, str]) -> list[str]:
    """The cells of a row for people: labels in place of IRIs, plain text in place of literals."""
    return [_shown(term, labels) for term in row]


def _shown(term: Term | None, labels: Mapping[str, str]) -> str:
    if isinstance(term, ox.NamedNode):
        return labels.get(term.value) or shorten(term.value)
    return _value(term)


def _value(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.BlankNode | ox.Triple):
        return str(term)
    return term.value


def _json(term: Term) -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {name: _json(getattr(term, name)) for name in ("subject", "predicate", "object")}
        return {"type": "triple", "value": parts}
    said: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        return said | {"xml:lang": term.language}
    plain = term.datatype.value in (_STRING, _LANG_STRING)
    return said if plain else said | {"datatype": term.datatype.value}
