"""List what can be read and what can be written."""

from __future__ import annotations

import argparse

from rich.markup import escape
from rich.table import Table

from kg.cli.styled import OUT


def arguments(_: argparse.ArgumentParser) -> None:
    """Nothing."""


def run(_: argparse.Namespace) -> int:
    """Print the readers and the exporters."""
    from kg.export import EXPORTERS  # noqa: PLC0415 - --help must not wait for the readers
    from kg.read import READERS  # noqa: PLC0415

    table = Table("", "name", "what", "files", box=None)
    for reader in READERS:
        table.add_row("read", reader.name, escape(reader.title), " ".join(reader.suffixes))  # [pdf] is no markup
    for exporter in EXPORTERS:
        table.add_row("write", exporter.name, escape(exporter.title), " ".join(exporter.files))
    OUT.print(table)
    return 0
