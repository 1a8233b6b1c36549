"""Tables of documents: CSV, and the same with tabs, semicolons or bars; the first row names the fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from kg.errors import ReadError
from kg.model import Problem
from kg.read.decode import decode
from kg.read.fields import USUAL, columns, part_of
from kg.read.limits import Budget
from kg.read.options import Options
from kg.read.raw import Part

SUFFIXES: Final = (".csv", ".tsv")
_DELIMITERS: Final = ",\t;|"
_HEADER: Final = 8192
"""Bytes within which the first row ends."""


def sniff(data: bytes, name: str) -> bool:
    """Whether the file is called a table, or its first row names a text field and another usual one."""
    if name.lower().endswith(SUFFIXES):
        return True
    head = data[:_HEADER]
    if b"\n" not in head or not any(delimiter.encode() in head.split(b"\n", 1)[0] for delimiter in _DELIMITERS):
        return False
    try:
        header = _header(decode(head).text)
    except ReadError:
        return False
    fields = columns(header)
    return "text" in fields and len(fields) > 1 and len(header) <= 4 * len(USUAL)


def parts(part: Part, options: Options, _budget: Budget) -> Iterator[Part | Problem]:
    """One document a row, by its text column."""
    text = decode(part.data, part.charset).text.removeprefix("\ufeff")
    header = _header(text)
    fields = columns(header, options.fields)
    if "text" not in fields:
        raise ReadError(f"has no column that is known to hold text; name it with --field text=NAME (there are {', '.join(header[:12])})")
    csv.field_size_limit(max(len(text), 1 << 17))
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=_delimiter(text))
    try:
        next(rows)
        lines.taken.clear()
        for number, row in enumerate(rows, start=1):
            data = "".join(lines.taken).rstrip("\r\n").encode("utf-8")
            lines.taken.clear()
            if any(row):
                yield part_of(f"{part.name}#{number}", data, dict(zip(header, row, strict=False)), fields)
    except csv.Error as error:
        yield Problem(part.name, f"breaks off as a table at line {rows.line_num} ({error}); mend it there")


class _Lines(Iterator[str]):
    """The lines of a text, and those that were taken since ``taken`` was cleared: the text of the record just read."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.taken: list[str] = []

    def __next__(self) -> str:
        self.taken.append(next(self._lines))
        return self.taken[-1]


def _header(text: str) -> list[str]:
    first = text.removeprefix("\ufeff").partition("\n")[0]
    return [name.strip() for name in next(csv.reader([first], delimiter=_delimiter(text)), [])]


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0][:_HEADER]
    return max(_DELIMITERS, key=first.count)
