"""Plain text in any of the encodings that Chinese documents come in."""

from __future__ import annotations

from typing import Final

from kg.errors import ReadError
from kg.read.decode import decode, raw_text
from kg.read.encodings import number_of_han
from kg.read.raw import Raw

_LEAST_HAN: Final = 0.3
"""Of Chinese text at least this share of characters is Chinese."""


def sniff(_data: bytes, _name: str) -> bool:
    """Everything that no other reader takes is tried as text."""
    return True


def opens(data: bytes, name: str) -> bool:
    """Whether the data, of a file without a suffix, begins as Chinese text."""
    if "." in name:
        return False
    try:
        text = decode(data).text
    except ReadError:
        return False
    return number_of_han(text) >= _LEAST_HAN * len(text) > 0


def read(data: bytes, charset: str = "") -> Raw:
    """The text of ``data``; line ends are kept as they are. Raises :class:`~kg.errors.ReadError` where there is none."""
    decoded = decode(data, charset)
    return read_text(decoded.text, decoded.lost)


def read_text(characters: str, lost: int = 0) -> Raw:
    """Raw text out of ``characters``, of which ``lost`` could not be decoded."""
    text = raw_text(characters)
    if not text.strip():
        raise ReadError("holds no text")
    return Raw(text, lost=lost)
