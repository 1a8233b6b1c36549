"""Print the raw text of a document: the text that all positions (oa:start, oa:end) refer to.

Examples:
  kg text page.html
  kg text --repaired page.html
  kg text --why page.html
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from kg.cli.parser import add_reading
from kg.cli.terminal import write
from kg.errors import KgError, ReadError
from kg.model import Problem
from kg.read.raw import Part, Raw


def arguments(parser: argparse.ArgumentParser) -> None:
    """The document, which part of it, and what of its text."""
    parser.add_argument("file", type=Path, metavar="FILE", help="A document, or - for standard input.")
    parser.add_argument(
        "--part", default="", metavar="NAME", help="Of an archive or table: which document, as messages name it (a.jsonl#3)."
    )
    add_reading(parser)
    parser.add_argument("--repaired", action="store_true", help="After repair and conversion to simplified characters.")
    parser.add_argument("--why", action="store_true", help="List every repair: where, what it was, what it became, how sure.")
    parser.add_argument("--json", action="store_true", help="The list of --why as JSON, an object a line.")


def run(options: argparse.Namespace) -> int:
    """Print the text, or the repairs."""
    text = _raw(options).text
    if options.why or options.json:
        from kg.cli.repairs import print_repairs  # noqa: PLC0415 - the raw text needs none of it

        print_repairs(text, as_json=options.json)
    elif options.repaired:
        from kg.repair import repair  # noqa: PLC0415

        write(repair(text).text)
    else:
        write(text)
    return 0


def _raw(options: argparse.Namespace) -> Raw:
    """The raw text of a document: of a file, or of the part of it that is named."""
    from kg import inputs  # noqa: PLC0415 - --help must not wait for the readers
    from kg.cli.reading import reading  # noqa: PLC0415
    from kg.read import parts_of, read_part  # noqa: PLC0415

    file: Path = options.file
    path = None if str(file) == inputs.STANDARD_INPUT else file
    how = reading(options)
    try:
        with inputs.opened(path) as opened:
            return read_part(_only(parts_of(opened, file.name, how), options.part), how.max_bytes)
    except ReadError as error:
        raise KgError(f"{file} {error}") from error


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
