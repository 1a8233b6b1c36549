"""Load the table of readings that ``generate_language_model.py`` wrote; it is read once, when the first spot asks for it."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from kg.repair.lost_bytes.marks import ALWAYS_MERGED


class Readings(NamedTuple):
    """What the table holds: characters by syllable, those by first reading alone, simplified forms, and what cannot be."""

    said: dict[str, frozenset[str]]
    first: dict[str, frozenset[str]]
    simplified: dict[str, str]
    impossible: frozenset[str]


@cache
def readings() -> Readings:
    """Read ``readings.txt.xz``."""
    data = (files("kg.repair") / "data" / "readings.txt.xz").read_bytes()
    *rows, _, changed, impossible_ = lzma.decompress(data).decode("utf-8").split("\n")
    said = dict(row.split(" ") for row in rows)
    return Readings(
        {key: frozenset(value) - {"/"} for key, value in said.items()},
        {key: frozenset(value.partition("/")[0]) for key, value in said.items()},
        dict(zip(changed[::2], changed[1::2], strict=True)),
        frozenset(impossible_),
    )


def impossible() -> frozenset[str]:
    """Return the characters that conversion to traditional script always changes."""
    return readings().impossible


_WIDE: Final = {
    ",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "!": "\uff01", "?": "\uff1f", "(": "\uff08", ")": "\uff09"
}  # fmt: skip


@cache
def to_simplified() -> dict[int, str]:
    """Return a table for :meth:`str.translate`: the form in which the language model knows a character."""
    digits = dict.fromkeys("0123456789\ufffd", "0")
    merged = {ALWAYS_MERGED[0]: ALWAYS_MERGED[1]}
    return {ord(key): value for key, value in {**readings().simplified, **_WIDE, **digits, **merged}.items()}
