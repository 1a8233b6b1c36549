"""Bytes to raw text. A reader is one module and one line of :data:`READERS`; the first whose ``sniff`` agrees reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kg.errors import ReadError
from kg.read import html, plain
from kg.read.raw import Raw

LARGEST: Final = 256 * 1024 * 1024
"""Bytes; a larger document is refused rather than held in memory."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, a line for ``--help``, the file suffixes by which folders are searched, and its functions."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    read: Callable[[bytes], Raw]


READERS: Final = (
    Reader("html", "HTML pages", (".html", ".htm", ".xhtml", ".shtml"), html.sniff, html.read),
    Reader("plain", "plain text (UTF-8, GB18030, Big5, UTF-16)", (".txt", ".text"), plain.sniff, plain.read),
)

SUFFIXES: Final = tuple(suffix for reader in READERS for suffix in reader.suffixes)


def read(data: bytes) -> Raw:
    """The raw text of a document, whatever its format.

    Raises :class:`~kg.errors.ReadError` with what is wrong and what to do; the caller knows the name.
    """
    if not data:
        raise ReadError("is empty")
    if len(data) > LARGEST:
        raise ReadError(f"is larger than {LARGEST >> 20} MB; split it")
    reader = next(reader for reader in READERS if reader.sniff(data))
    return reader.read(data)
