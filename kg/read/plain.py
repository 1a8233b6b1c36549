"""Plain text in any of the encodings that Chinese documents come in."""

from __future__ import annotations

from kg.errors import ReadError
from kg.read.decode import decode, raw_text
from kg.read.raw import Raw


def sniff(_data: bytes) -> bool:
    """Everything that no other reader takes is tried as text."""
    return True


def read(data: bytes) -> Raw:
    """The text of ``data``; line ends are kept as they are."""
    decoded = decode(data)
    text = raw_text(decoded.text)
    if not text.strip():
        raise ReadError("holds no text")
    return Raw(text, lost=decoded.lost)
