"""The arguments of commands that write formats."""

from __future__ import annotations

import argparse

from kg.export import EXPORTERS


def add_writing(parser: argparse.ArgumentParser, unless: str = "") -> None:
    """Which formats, and whether the RDF among them holds evidence; ``unless`` says what is written where none is named."""
    names = ", ".join(exporter.name for exporter in EXPORTERS)
    parser.add_argument(
        "--format",
        action="append",
        default=[],
        dest="formats",
        metavar="NAME",
        help=f"What to write (repeatable): {names}{unless}. all: every one.",
    )
    parser.add_argument(
        "--evidence", choices=("full", "none"), default="full", help="RDF with claims and quotations (the default), or facts alone."
    )


def formats_in(options: argparse.Namespace) -> list[str]:
    """The names that were given, one by one or several with commas."""
    return [name for given in options.formats for name in given.split(",")]
