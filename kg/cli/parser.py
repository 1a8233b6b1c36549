"""How arguments are parsed, and the arguments that several commands take."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from kg.cli.terminal import tell


class Parser(argparse.ArgumentParser):
    """A parser whose help keeps the lines of ``about`` and whose errors are one line."""

    def __init__(self, prog: str = "", about: str = "", epilog: str | None = None) -> None:
        super().__init__(prog, description=about, epilog=epilog, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; the exit status is 2."""
        tell(f"{self.prog}: {message}; see {self.prog} --help", red=True)
        self.exit(2)


def within(least: float, most: float = float("inf"), of: type[int | float] = int) -> Callable[[str], float]:
    """What makes a number of an argument, no less than ``least`` and no more than ``most``."""

    def number(text: str) -> float:
        value = of(text)
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text} is not {f'at least {least}' if most == float('inf') else f'from {least} to {most}'}")
        return value

    number.__name__ = "number"  # what argparse calls it where the text is none
    return number


def add_folder(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    """The folder of a build."""
    nargs = "?" if optional else None
    parser.add_argument("folder", type=Path, nargs=nargs, metavar="DIR", help="The folder of a build (the -o of kg build).")


def add_reading(parser: argparse.ArgumentParser) -> None:
    """How documents are read."""
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        dest="fields",
        metavar="FIELD=NAME",
        help="Which field of JSON records or column of tables is the text, title, date, url, publisher or author (repeatable).",
    )
    parser.add_argument(
        "--max-bytes", type=within(1), metavar="N", help="Refuse files that are larger, or that unpack to more (default: 256 MB)."
    )
