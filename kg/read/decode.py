"""Bytes to characters: which encoding a Chinese document is in, and the raw text that positions refer to."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from kg.errors import ReadError
from kg.read import mixed
from kg.read.encodings import SAMPLE, damaged_utf8, loss, sound_utf8, strangeness, utf16

MOST_UNDECODABLE: Final = 0.01
"""A document with a larger share of undecodable characters than this is refused."""

_OLD_WORD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How compound files of Office before 2007 begin."""

_BELIEVED: Final = 0.3
"""A declared encoding in which a document reads stranger than this is one of several that are tried."""

_STRAY: Final = 0.05
"""Text that is sound UTF-8 may hold this share of NULs by accident; Chinese text in UTF-16 is never sound UTF-8."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*+[\"']?\s*+([\w-]{3,20})", re.IGNORECASE)
_SUPERSETS: Final = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
"""What a page declares and what its bytes really are: most pages labelled GB2312 hold GBK, and so on."""

# Controls other than tab, CR and LF; surrogates; the noncharacters of every plane.
_UNSPEAKABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
# Anything but what nearly all texts are made of: ten times as fast to look for as the exact class, which decides.
_SUSPECT: Final = re.compile("[^\t\n\r -~\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd]")


class Decoded(NamedTuple):
    """Characters, the encoding they were in, and how many could not be decoded (each is U+FFFD in ``text``)."""

    text: str
    encoding: str
    lost: int


def decode(data: bytes, declared: str = "") -> Decoded:
    """The characters of ``data``: by BOM, then ``declared`` (by HTTP, say), then HTML meta, then by trial.

    Raises :class:`~kg.errors.ReadError` for binary data and where more than 1% cannot be decoded.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            data = data[len(bom) :]
            if encoding != "utf-8":
                return _checked(data, encoding)
            break  # the mark of an editor's UTF-8 may stand before what a site filled in
    if (text := _utf8(data)) is not None:
        return Decoded(text, "utf-8", 0)
    if data.startswith(_OLD_WORD):
        raise ReadError("is a document of an old Word, WPS or Excel; save it as DOCX, PDF or text")
    if encoding := utf16(data):
        return _checked(data, encoding)
    if data[:SAMPLE].count(0) > MOST_UNDECODABLE * len(data[:SAMPLE]):
        raise ReadError("is a binary file, not a document; remove it or convert it to text")
    if (text := mixed.decode(data)) is not None:
        return _within_bounds(text, "utf-8")
    return _checked(data, _encoding(data, (declared, _meta_charset(data))))


def raw_text(text: str) -> str:
    """``text`` as positions refer to it: no BOM, and U+FFFD for each control, surrogate and noncharacter."""
    return speakable(text.removeprefix("\ufeff"))


def speakable(text: str) -> str:
    """``text`` with U+FFFD for each control (but tab, CR, LF), surrogate and noncharacter: as long as it was."""
    return _UNSPEAKABLE.sub("\ufffd", text) if _SUSPECT.search(text) else text


def _encoding(data: bytes, declared: tuple[str, ...]) -> str:
    """The first encoding of ``declared`` in which ``data`` reads as Chinese text, or the one in which it reads best."""
    if damaged_utf8(data[:SAMPLE]) is not None:
        return "utf-8"
    names = [_SUPERSETS.get(name.lower(), name.lower()) for name in declared]
    possible = [name for name in names if name and loss(data, name) <= MOST_UNDECODABLE]
    believed = next((name for name in possible if strangeness(data, name) <= _BELIEVED), "")
    return believed or min((*possible, "utf-8", "gb18030", "big5hkscs"), key=lambda name: strangeness(data, name))


def _checked(data: bytes, encoding: str) -> Decoded:
    return _within_bounds(data.decode(encoding, "replace"), encoding)


def _within_bounds(text: str, encoding: str) -> Decoded:
    lost = text.count("\ufffd")
    if lost > max(1, MOST_UNDECODABLE * len(text)):  # one is what a file that breaks off has lost
        raise ReadError("cannot be decoded as UTF-8, GB18030, Big5 or UTF-16; save it as UTF-8 and try again")
    return Decoded(text, encoding, lost)


def _utf8(data: bytes) -> str | None:
    """``data`` as UTF-8, if it is sound and no UTF-16 of ASCII, which is sound as well."""
    text = sound_utf8(data)
    return text if data[:SAMPLE].count(0) <= _STRAY * len(data[:SAMPLE]) else None


def _meta_charset(data: bytes) -> str:
    found = _META_CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""
