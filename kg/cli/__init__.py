"""The command line: parses, calls, prints. A KgError becomes one line on stderr and exit status 1.

Each command is a module of its name with a docstring (what ``--help`` says of it), ``arguments`` (what it takes) and ``run``;
it is loaded when it is called, and none other: a query must not wait for the extractors. The standard library's argparse
parses, as libraries with more to them take longer to load than a query takes.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final, Protocol, cast

from kg.cli.parser import Parser
from kg.cli.terminal import fail
from kg.errors import KgError

COMMANDS: Final = (
    ("build", "Read documents and write the graph."),
    ("export", "Write further formats of a build."),
    ("text", "Print the raw text of a document, or what was repaired in it."),
    ("explain", "Print everything known of a thing, each fact with its sentence."),
    ("query", "Answer a SPARQL query from a build."),
    ("serve", "Answer SPARQL over HTTP for a build."),
    ("validate", "Check a build against the rules of the vocabulary."),
    ("score", "Compare what is found with gold facts."),
    ("formats", "List what can be read and what can be written."),
)
"""Every command, with a line for ``kg --help``."""

_ABOUT: Final = """Chinese official documents to a knowledge graph in which every fact leads to the words that state it.

Start with: kg build FOLDER -o OUT, then open OUT/graph.html in a browser."""
_INTERRUPTED: Final = 130


class Command(Protocol):
    """What the module of a command offers."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what the command takes to ``parser``."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; the exit status."""


def main() -> None:
    """The ``kg`` command."""
    sys.exit(called(sys.argv[1:]))


def called(words: Sequence[str]) -> int:
    """Run the command that ``words`` name, with the others as its arguments; the exit status."""
    if not words or words[0] not in dict(COMMANDS):
        return _without_command(words)
    module = import_module(f"kg.cli.{words[0]}")
    command = cast("Command", module)
    parser = Parser(f"kg {words[0]}", module.__doc__ or "")
    command.arguments(parser)
    parse = parser.parse_args if "--" in words else parser.parse_intermixed_args  # the latter forgets what -- means
    options = parse(words[1:])
    try:
        status = command.run(options)
        sys.stdout.flush()
    except KgError as error:
        return fail(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # kg query … | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _without_command(words: Sequence[str]) -> int:
    """``--help``, ``--version``, or an error that lists the commands."""
    parser = Parser("kg", _ABOUT, epilog="kg COMMAND --help says more of each.")
    parser.add_argument("--version", action="store_true", help="Print the version.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, title in COMMANDS:
        commands.add_parser(name, help=title)
    if parser.parse_args(words).version:
        from importlib.metadata import version  # noqa: PLC0415 - slow to load

        print(f"zhengmai {version('zhengmai')}")  # noqa: T201
        return 0
    parser.print_help()
    return 2
