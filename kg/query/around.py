"""What of the text around a quotation belongs to its sentence."""

from __future__ import annotations

import re
from typing import Final

_BEFORE: Final = re.compile("[。！？\n]")
_AFTER: Final = re.compile("(?<=[。！？])|\n")


def beginning(before: str) -> str:
    """The end of ``before``, what stands before a quotation, that is in its sentence."""
    return _BEFORE.split(before)[-1]


def ending(after: str) -> str:
    """The start of ``after``, what stands behind a quotation, that is in its sentence."""
    return _AFTER.split(after)[0]
