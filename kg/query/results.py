"""Answers, and the forms in which they are given: a table, CSV, TSV, SPARQL JSON, and N-Triples for CONSTRUCT."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

import pyoxigraph as ox

from kg.errors import InputError
from kg.query.table import table
from kg.vocab import PREFIXES, shorten

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Kind = Literal["select", "ask", "construct"]
Label = Callable[[str], str]
"""From an IRI to its Chinese label, or nothing."""

_quoted: Final = json.JSONEncoder(ensure_ascii=False).encode
_STRING: Final = PREFIXES["xsd"] + "string"
_INTEGER: Final = ox.NamedNode(PREFIXES["xsd"] + "integer")


def _unlabelled(_: str) -> str:
    return ""


def number(term: Term | None) -> int:
    """The whole number that a term is; 0 for any other."""
    return int(term.value) if isinstance(term, ox.Literal) and term.datatype == _INTEGER else 0


class Result(NamedTuple):  # a dataclass would load inspect, which takes a tenth of the time of a query
    """An answer: for ASK ``boolean``; otherwise ``rows`` of as many terms (or nothing) as there are ``columns``.

    A CONSTRUCT has the columns subject, predicate, object. ``label`` finds labels in the store, when they are asked for.
    """

    kind: Kind
    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    boolean: bool = False
    label: Label = _unlabelled

    def write(self, form: str) -> str:
        """The answer as one of :data:`FORMATS`; :class:`~kg.errors.InputError` for another."""
        if form not in FORMATS:
            raise InputError(f"{form!r} is no form of an answer; there are {', '.join(FORMATS)}")
        return FORMATS[form](self)


def to_table(result: Result, width: int | None = None) -> str:
    """A table for people: labels in place of IRIs, plain text in place of literals; on a terminal no wider than it, or ``width``."""
    if result.kind == "ask":
        return f"{'yes' if result.boolean else 'no'}\n"
    width = width or (os.get_terminal_size().columns if sys.stdout.isatty() else None)
    return table(result.columns, [shown(row, result.label) for row in result.rows], width)


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
    columns = [_quoted(column) for column in result.columns]
    rows = (zip(columns, row, strict=True) for row in result.rows)
    bindings = ",\n".join("{" + ",".join(f"{column}:{_json(term)}" for column, term in row if term is not None) + "}" for row in rows)
    return f'{{"head":{{"vars":[{",".join(columns)}]}},"results":{{"bindings":[\n{bindings}\n]}}}}\n'


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


def shown(row: Iterable[Term | None], label: Label) -> list[str]:
    """The cells of a row for people: labels in place of IRIs, plain text in place of literals."""
    return [_shown(term, label) for term in row]


def _shown(term: Term | None, label: Label) -> str:
    if isinstance(term, ox.NamedNode):
        return label(term.value) or shorten(term.value)
    return _value(term)


def _value(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.BlankNode | ox.Triple):
        return str(term)
    return term.value


def _json(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f'{{"type":"uri","value":{_quoted(term.value)}}}'
    if isinstance(term, ox.Literal):
        if term.language:
            return f'{{"type":"literal","value":{_quoted(term.value)},"xml:lang":{_quoted(term.language)}}}'
        kind = term.datatype.value
        typed = "" if kind == _STRING else f',"datatype":{_quoted(kind)}'
        return f'{{"type":"literal","value":{_quoted(term.value)}{typed}}}'
    if isinstance(term, ox.BlankNode):
        return f'{{"type":"bnode","value":{_quoted(term.value)}}}'
    parts = ",".join(f'"{name}":{_json(getattr(term, name))}' for name in ("subject", "predicate", "object"))
    return f'{{"type":"triple","value":{{{parts}}}}}'
