"""JSON records: a line each (JSONL), or the objects of one array or stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from kg.errors import ReadError
from kg.model import Problem
from kg.read.decode import decode
from kg.read.fields import columns, part_of
from kg.read.limits import Budget
from kg.read.options import Options
from kg.read.raw import Part

_OBJECT: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[?\s*\{\s*\"[^\"\n]{1,200}\"\s*:")
_BETWEEN: Final = re.compile(r"[\s,\[\]]*")


def sniff(data: bytes, _name: str) -> bool:
    """Whether the data opens with a JSON object that has a field."""
    return bool(_OBJECT.match(data[:4096]))


def parts(part: Part, options: Options, _budget: Budget) -> Iterator[Part | Problem]:
    """One document a record, by its text field; a line that is no object, or has no text field, is a problem of its own."""
    text = decode(part.data, part.charset).text.removeprefix("\ufeff")
    for number, record in enumerate(_records(text), start=1):
        name = f"{part.name}#{number}"
        try:
            yield _document(name, record, options)
        except ReadError as error:
            yield Problem(name, str(error))


def _records(text: str) -> Iterator[str]:
    """The text of each record: lines, if the first line is an object by itself."""
    first = text.lstrip().partition("\n")[0]
    if _object(first) is not None:
        yield from (line.strip() for line in text.split("\n") if line.strip())
        return
    at = _end_of_blank(text, 0)
    decoder = json.JSONDecoder()
    while at < len(text):
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield text[at : at + 200]  # what follows cannot be told apart: one problem, and the end
            return
        yield text[at:end]
        at = _end_of_blank(text, end)


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
