"""Rich text (RTF), as WordPad, WPS and old Word write it."""

from __future__ import annotations

import re
from typing import Final

from kg.errors import ReadError
from kg.read.decode import MOST_UNDECODABLE
from kg.read.plain import read_text
from kg.read.raw import Raw

_LONGEST_FONT: Final = 4096
"""Bytes that one font of the table may take; the library's search is quadratic in them."""
_CELL: Final = re.compile(r"(?<!\\)\\(?:nest)?cell(?![a-z0-9])")


def sniff(data: bytes, _name: str) -> bool:
    """Whether the data is rich text."""
    return data.startswith(b"{\\rtf")


def read(data: bytes, _charset: str = "") -> Raw:
    """The text of a document, a line a paragraph or row, cells parted by tabs.

    Raises :class:`~kg.errors.ReadError` where there is none or it is damaged.
    """
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only these documents need it

    source = data.decode("latin-1").replace("{\\field{", "{\\field {")  # without the blank the library writes out every link's address
    source = _CELL.sub(r"\\tab", source)  # which the library would part by bars
    try:
        text = rtf_to_text(_fonts_apart(source), encoding="gb18030", errors="replace")
    except (ValueError, LookupError, OverflowError) as error:
        raise ReadError("is damaged rich text; open it and save it again") from error
    lost = text.count("\ufffd")
    if lost > MOST_UNDECODABLE * len(text):
        raise ReadError("is rich text in an encoding that it does not name; open it and save it as DOCX or text")
    return read_text(text, lost)


def _fonts_apart(source: str) -> str:
    """``source`` with a line end (which means nothing) before each font, so that a search for its end stays in its line."""
    from striprtf.striprtf import font_table_group  # noqa: PLC0415 - as above

    head = source.find("\\fonttbl")
    if head < 0:
        return source
    source = source[:head] + source[head:].replace("{\\f", "\n{\\f")
    if any(len(line) > _LONGEST_FONT for line in font_table_group(source).split("\n")):
        raise ReadError("is rich text with a damaged table of fonts; open it and save it again")
    return source
