"""Bytes to raw text. A reader is one module and one line of :data:`READERS`; the first whose ``sniff`` agrees reads.

A :class:`Reader` gives the text of one document. A :class:`Container` gives documents, which are read by the same
readers; each is a source of its own. What a file is, its bytes say; its name decides only where bytes cannot. Records,
web archives and what gzip holds are read as they come, so that memory does not grow with the archive.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from kg.errors import ReadError
from kg.model import Problem
from kg.read import csv_records, docx, feeds, html, json_records, markdown, mhtml, pdf, plain, rtf, warc, zipped
from kg.read.limits import LARGEST, Budget, megabytes
from kg.read.options import Options
from kg.read.raw import Part, Raw
from kg.read.streams import HEAD, of_file
from kg.read.tables import rows_of

__all__ = [
    "LARGEST", "READERS", "SUFFIXES", "Container", "Options", "Part", "Raw", "Reader",
    "is_document", "parts", "parts_of", "read", "read_part",
]  # fmt: skip

DEEPEST: Final = 4
"""Containers inside containers: a table in an archive in a compressed file, and one more."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, a line for ``--help``, the file suffixes by which folders are searched, and its functions.

    ``sniff`` takes the data and the file's name, ``read`` the data and the declared encoding. ``opens`` tells by the first bytes
    and the name whether a file of another suffix, or of none, is such a document: folders of saved pages have those, too.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Raw]
    opens: Callable[[bytes, str], bool] | None = None


@dataclass(frozen=True, slots=True)
class Container:
    """A format that holds documents; ``open`` gives them, and a problem for each that cannot be had.

    One that ``streams`` is known by its first bytes and reads :meth:`Part.opened`, any other ``Part.data``.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes, str], bool]
    open: Callable[[Part, Options, Budget], Iterator[Part | Problem]]
    streams: bool = False
    opens: Callable[[bytes, str], bool] | None = None


def is_document(name: str, head: Callable[[], bytes]) -> bool:
    """Whether a file of a folder or archive is to be read: for its suffix, or else for its first kilobytes, which ``head`` gives."""
    if name.lower().endswith(SUFFIXES):
        return True
    data = head()
    return any(reader.opens is not None and reader.opens(data, name) for reader in READERS)


READERS: Final[tuple[Reader | Container, ...]] = (
    Reader("pdf", "PDF with text (pip install 'zhengmai[pdf]')", (".pdf",), pdf.sniff, pdf.read, pdf.opens),
    Reader("docx", "Word documents", (".docx", ".docm"), docx.sniff, docx.read),
    Reader("rtf", "rich text", (".rtf",), rtf.sniff, rtf.read, rtf.sniff),
    Container("zip", "ZIP archives of documents", (".zip",), zipped.sniff_zip, zipped.zip_parts(is_document)),
    Container("gzip", "files compressed by gzip", (".gz",), zipped.sniff_gzip, zipped.gzip_parts, streams=True),
    Container("warc", "web archives", (".warc",), warc.sniff, warc.parts, streams=True, opens=warc.sniff),
    Container(
        "json", "JSON records: a line each, or an array", (".jsonl", ".ndjson"), json_records.sniff, json_records.parts, streams=True
    ),
    Container("csv", "tables with a text column", csv_records.SUFFIXES, csv_records.sniff, csv_records.parts),
    Reader("markdown", "Markdown", markdown.SUFFIXES, markdown.sniff, markdown.read),
    Container("feed", "feeds (RSS, Atom): an entry each", (".rss", ".atom"), feeds.sniff, feeds.parts),
    Reader("mhtml", "pages saved as one file", (".mht", ".mhtml"), mhtml.sniff, mhtml.read, mhtml.sniff),
    Reader(
        "html",
        "HTML pages, those of Word and WPS too",
        (".html", ".htm", ".xhtml", ".shtml", ".doc", ".wps"),
        html.sniff,
        html.read,
        html.opens,
    ),
    Reader("plain", "plain text (UTF-8, GB18030, Big5, UTF-16)", (".txt", ".text"), plain.sniff, plain.read, plain.opens),
)

# .json is not among them: in a folder of pages it is mostly what some program keeps beside them. Named, such a file is read.
# .doc and .wps are, as pages are often called so; what an old Word wrote is named and said how to convert, not passed over.
SUFFIXES: Final = tuple(suffix for reader in READERS for suffix in reader.suffixes)


def parts(data: bytes, name: str = "", options: Options | None = None) -> Iterator[Part | Problem]:
    """The documents that a file holds, not yet read: itself, or the members and records of a container, to the bottom.

    Raises :class:`~kg.errors.ReadError` where the file itself cannot be opened; of what is inside, each that cannot
    be had is a problem of its own.
    """
    yield from parts_of(io.BytesIO(data), name, options)


def parts_of(file: BinaryIO, name: str = "", options: Options | None = None) -> Iterator[Part | Problem]:
    """The documents of an open file, as :func:`parts`: it is read as they are asked for, where its format allows that."""
    options = options or Options()
    whole = of_file(file, options.max_bytes)
    if not whole.peek(1):
        raise ReadError("is empty")
    yield from _opened(Part(name, b"", file=whole), options, Budget(options.max_bytes), 0)


def read(data: bytes, name: str = "", charset: str = "") -> Raw:
    """The raw text of one document, whatever its format; ``charset`` is its encoding as HTTP declares it.

    Raises :class:`~kg.errors.ReadError` with what is wrong and what to do; the caller knows the name.
    """
    return read_part(Part(name, data, charset=charset))


def read_part(part: Part, largest: int = LARGEST) -> Raw:
    """The raw text of ``part``, with what its container says about it where it says nothing itself.

    A container that holds one document is read as that document. Raises as :func:`read`.
    """
    if part.text is not None:
        raw = html.read_text(part.text) if html.is_markup(part.text) else plain.read_text(part.text)
        return _with_tables(raw).described(part.metadata)
    _checked(part.data, largest)
    reader = _reader(part)
    if isinstance(reader, Reader):
        return _with_tables(reader.read(part.data, part.charset)).described(part.metadata)
    found = list(_opened(part, Options(max_bytes=largest), Budget(largest), 0))
    if len(found) == 1 and isinstance(found[0], Part):
        return read_part(found[0], largest)
    if len(found) == 1 and isinstance(found[0], Problem):
        raise ReadError(found[0].message)
    raise ReadError(f"holds {len(found)} documents; name one of them, as {found[0].name}")


def _opened(part: Part, options: Options, budget: Budget, depth: int) -> Iterator[Part | Problem]:
    reader, part = _chosen(part)
    if isinstance(reader, Reader):
        yield part
        return
    if depth == DEEPEST:
        raise ReadError(f"lies in {DEEPEST} containers, one inside the other; unpack it")
    empty = True
    for inner in reader.open(part, options, budget):
        empty = False
        if isinstance(inner, Problem) or inner.text is not None:
            yield inner
            continue
        try:
            yield from _opened(inner, options, budget, depth + 1)
        except ReadError as error:
            yield Problem(inner.name, str(error))
    if empty:
        yield Problem(part.name, "holds no document that can be read; kg formats lists what can")


def _with_tables(raw: Raw) -> Raw:
    """``raw`` with the tables that its text shows, where its reader marked none."""
    return raw if raw.tables or "\t" not in raw.text else replace(raw, tables=rows_of(raw.text))


def _chosen(part: Part) -> tuple[Reader | Container, Part]:
    """The reader of a part: of one that comes as a stream by its first bytes; unless it streams, the rest is read."""
    if isinstance(part.file, io.BufferedReader):
        reader = _reader(replace(part, data=part.file.peek(HEAD)))
        if isinstance(reader, Container) and reader.streams:
            return reader, part
        part = replace(part, data=part.file.read(), file=None)
    return _reader(part), part


def _reader(part: Part) -> Reader | Container:
    return next(reader for reader in READERS if reader.sniff(part.data, part.name))


def _checked(data: bytes, largest: int) -> None:
    if not data:
        raise ReadError("is empty")
    if len(data) > largest:
        raise ReadError(f"is larger than {megabytes(largest)}; split it, or allow more with --max-bytes")
