"""Write further formats of a build, from its facts.sqlite: nothing is read or extracted again.

Other files in DIR stay as they are.

Examples:
  kg export out --format nquads
  kg export out --format turtle --evidence none
"""

from __future__ import annotations

import argparse

from kg.cli.parser import add_folder
from kg.cli.terminal import tell
from kg.cli.writing import add_writing, formats_in


def arguments(parser: argparse.ArgumentParser) -> None:
    """The build, and what to write."""
    add_folder(parser)
    add_writing(parser)


def run(options: argparse.Namespace) -> int:
    """Write."""
    from kg.export.publish import export_again  # noqa: PLC0415 - loads pyoxigraph

    files = export_again(options.folder, formats_in(options), evidence=options.evidence == "full")
    tell(", ".join(str(path) for path in files))
    return 0
