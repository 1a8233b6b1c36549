"""What is printed: text on stdout, messages on stderr; nothing that a terminal would obey."""

from __future__ import annotations

import os
import re
import sys
from typing import Final

from kg.errors import KgError

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """``text`` without what a terminal would obey: control characters and marks of direction, each replaced by U+FFFD."""
    return _CONTROLS.sub("\ufffd", text)


def escaped(text: str) -> str:
    r"""JSON ``text`` with the same characters as ``\u`` escapes."""
    return _CONTROLS.sub(lambda control: f"\\u{ord(control[0]):04x}", text)


def write(text: str) -> None:
    """``text`` on stdout in UTF-8, as it is."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def tell(message: str, *, red: bool = False) -> None:
    """A message on stderr, cleaned; red on a terminal that shows colours."""
    coloured = red and sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    line = clean(message)
    sys.stderr.write(f"\x1b[31m{line}\x1b[0m\n" if coloured else f"{line}\n")


def fail(error: KgError) -> int:
    """Say what went wrong; the exit status."""
    tell(f"kg: {error}", red=True)
    return 1
