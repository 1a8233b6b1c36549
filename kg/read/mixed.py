"""Pages put together from parts in two encodings: a template in UTF-8 around an article in GBK, or a footer in the other one.

Such a page is cut at its tags and line ends, which are the same bytes in all of them, and each piece is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.read.encodings import SURELY_UTF8, damaged_utf8, sound_utf8, strangeness

_PIECE: Final = re.compile(rb"[^<>\n]*[<>\n]?")


def decode(data: bytes) -> str | None:
    """The characters of ``data``, if some pieces of it are in UTF-8 and others not; ``None`` where it is all of one kind."""
    if not SURELY_UTF8.search(data):
        return None
    if not any(SURELY_UTF8.search(piece) and sound_utf8(piece) is not None for piece in _pieces(data)):
        return None
    foreign = [piece for piece in _pieces(data) if _utf8(piece) is None]
    if not foreign:
        return None
    other = min(("gb18030", "big5hkscs"), key=lambda name: strangeness(b"\n".join(foreign), name))
    texts = ((piece, _utf8(piece)) for piece in _pieces(data))
    return "".join(piece.decode(other, "replace") if text is None else text for piece, text in texts)


def _pieces(data: bytes) -> Iterator[bytes]:
    return (match[0] for match in _PIECE.finditer(data))


def _utf8(piece: bytes) -> str | None:
    text = sound_utf8(piece)
    return damaged_utf8(piece) if text is None else text
