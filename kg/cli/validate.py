"""Check a build against the rules of the vocabulary: which thing breaks which rule, and which words speak of it.

Exits with 1 if any rule is broken. Needs the extra "validate".

Example:
  kg validate out
"""

from __future__ import annotations

import argparse

from kg.cli.parser import add_folder
from kg.cli.terminal import clean, tell, write


def arguments(parser: argparse.ArgumentParser) -> None:
    """The build."""
    add_folder(parser)


def run(options: argparse.Namespace) -> int:
    """Print every violation; 1 if there is any."""
    from kg.query.conformance import validate  # noqa: PLC0415 - loads pyshacl

    violations = validate(options.folder)
    for violation in violations:
        write(clean(f"{violation}\n"))
    number = len(violations)
    tell(f"{number} violation{'s' * (number > 1)}" if number else "the build keeps every rule")
    return int(bool(violations))
