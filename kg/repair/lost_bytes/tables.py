"""Load the tables that ``generate_language_model.py`` wrote; each is read once, when the first spot asks for it."""

from __future__ import annotations

import lzma
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

#: Converted pages write the second for the first, too: the language model knows only one of them.
MERGED: Final = ("着", "著")


class Readings(NamedTuple):
    """What the second table holds."""

    said: dict[str, frozenset[str]]
    simplified: dict[str, str]
    impossible: frozenset[str]


@cache
def _lines(name: str) -> list[str]:
    data = (files("kg.repair") / "data" / name).read_bytes()
    return lzma.decompress(data).decode("utf-8").split("\n")


def language_lines() -> list[str]:
    """Return the columns of ``language.txt.xz``."""
    return _lines("language.txt.xz")


@cache
def readings() -> Readings:
    """Read ``readings.txt.xz``."""
    *rows, _, changed, impossible_ = _lines("readings.txt.xz")
    said = dict(row.split(" ") for row in rows)
    pairs = dict(zip(changed[::2], changed[1::2], strict=True))
    return Readings({key: frozenset(value) for key, value in said.items()}, pairs, frozenset(impossible_))


def impossible() -> frozenset[str]:
    """Return the characters that conversion to traditional script always changes."""
    return readings().impossible


@cache
def to_simplified() -> dict[int, str]:
    """Return a table for :meth:`str.translate`: the form in which the language model knows a character."""
    wide = {",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "!": "\uff01", "?": "\uff1f", "(": "\uff08", ")": "\uff09"}
    digits = dict.fromkeys("0123456789\ufffd", "0")
    merged = {MERGED[0]: MERGED[1]}
    return {ord(key): value for key, value in {**readings().simplified, **wide, **digits, **merged}.items()}


@cache
def sentences() -> str:
    """Return our own sentences, without their comment lines."""
    text = (files("kg.repair") / "data" / "sentences.txt").read_text(encoding="utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("#")).replace(*MERGED)
