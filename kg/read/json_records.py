"""JSON records: a line each (JSONL), or the objects of one array or stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import BinaryIO, Final

from kg.errors import ReadError
from kg.model import Problem
from kg.read.decode import decode
from kg.read.fields import columns, part_of
from kg.read.limits import Budget
from kg.read.options import Options
from kg.read.raw import Part

_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*+\[?\s*+\{\s*\"[^\"\n]{1,200}\"\s*:")
_PIECE: Final = 1 << 20
"""Bytes that are decoded at once."""
_BETWEEN: Final = re.compile(r"[\s,\[\]]*")


def sniff(data: bytes, _name: str) -> bool:
    """Whether the data opens with a JSON object that has a field."""
    return bool(_OBJECT.match(data[:4096]))


def parts(part: Part, options: Options, _budget: Budget) -> Iterator[Part | Problem]:
    """One document a record, by its text field; a line that is no object, or has no text field, is a problem of its own."""
    for number, record in enumerate(_records(_pieces(part.opened(), part.charset)), start=1):
        name = f"{part.name}#{number}"
        try:
            yield _document(name, record, options)
        except ReadError as error:
            yield Problem(name, str(error))


def _pieces(file: BinaryIO, charset: str) -> Iterator[str]:
    """The text of a file, in pieces that end where a line does: what ``sniff`` took for records shows its line ends in bytes."""
    while data := file.read(_PIECE):
        piece = decode(data + file.readline(), charset)
        charset = piece.encoding
        yield piece.text


def _records(pieces: Iterator[str]) -> Iterator[str]:
    """The text of each record: lines, if the first line is an object by itself."""
    text = next(pieces).removeprefix("\ufeff")
    if _object(text.lstrip().partition("\n")[0]) is None:
        yield from _run_together(text, pieces)
        return
    for piece in chain((text,), pieces):
        yield from (line.strip() for line in piece.split("\n") if line.strip())


def _run_together(text: str, pieces: Iterator[str]) -> Iterator[str]:
    """The text of each record of one array or stream; more is read where a record does not end."""
    decoder = json.JSONDecoder()
    at = _end_of_blank(text, 0)
    more = 1
    while at < len(text):
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            added = "".join(islice(pieces, more))
            if not added:
                yield text[at : at + 200]  # what follows cannot be told apart: one problem, and the end
                return
            text, at, more = text[at:] + added, 0, 2 * more  # a record of any length is looked at a few times only
            continue
        yield text[at:end]
        more = 1
        at = _end_of_blank(text, end)
        while at == len(text) and (text := next(pieces, "")):
            at = _end_of_blank(text, 0)


def _document(name: str, record: str, options: Options) -> Part:
    values = _object(record)
    if values is None:
        raise ReadError("is no JSON object; mend or remove it")
    fields = columns(values, options.fields)
    if "text" not in fields:
        known = ", ".join(list(values)[:12])
        raise ReadError(f"has no field that is known to hold text; name it with --field text=NAME (there are {known})")
    return part_of(name, record.encode("utf-8", "surrogatepass"), {key: _string(value) for key, value in values.items()}, fields)


def _object(text: str) -> dict[str, object] | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _string(value: object) -> str:
    """A field as text: paragraphs of a list as lines, the name of a nested thing; nothing for what is no text."""
    match value:
        case str():
            return value
        case bool() | None:
            return ""
        case int() | float():
            return str(value)
        case list():
            return "\n".join(item for item in value if isinstance(item, str))
        case dict():
            return str(value.get("name", ""))
    return ""


def _end_of_blank(text: str, at: int) -> int:
    blank = _BETWEEN.match(text, at)
    return blank.end() if blank else at
