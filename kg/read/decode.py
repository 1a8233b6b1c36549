"""Bytes to characters: which encoding a Chinese document is in, and the raw text that positions refer to."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

from kg.errors import ReadError

MOST_UNDECODABLE: Final = 0.01
"""A document with a larger share of undecodable characters than this is refused."""

_STRAY: Final = 0.05
"""Text that is sound UTF-8 may hold this share of NULs by accident; Chinese text in UTF-16 is never sound UTF-8."""

_LEAST_HAN: Final = 0.2
"""UTF-16 without a byte order mark is taken for text only if at least this share of it are everyday Chinese characters."""

SAMPLE: Final = 200_000
"""Bytes that are looked at to tell encodings apart: enough for statistics, bounded for huge files."""

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
            return _checked(data[len(bom) :], encoding)
    if (text := _utf8(data)) is not None:
        return Decoded(text, "utf-8", 0)
    if data[:SAMPLE].count(0) > MOST_UNDECODABLE * len(data[:SAMPLE]):
        return _checked(data, _utf16_without_bom(data))
    for name in (declared, _meta_charset(data)):
        encoding = _SUPERSETS.get(name.lower(), name.lower())
        if encoding and _loss(data, encoding) <= MOST_UNDECODABLE and encoding != "latin-1":
            return _checked(data, encoding)
    return _checked(data, min(("utf-8", "gb18030", "big5hkscs"), key=lambda name: _strangeness(data, name)))


def raw_text(text: str) -> str:
    """``text`` as positions refer to it: no BOM, and U+FFFD for each control, surrogate and noncharacter."""
    return speakable(text.removeprefix("\ufeff"))


def speakable(text: str) -> str:
    """``text`` with U+FFFD for each control (but tab, CR, LF), surrogate and noncharacter: as long as it was."""
    return _UNSPEAKABLE.sub("\ufffd", text) if _SUSPECT.search(text) else text


def _checked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost > MOST_UNDECODABLE * max(len(text), 1):
        raise ReadError("cannot be decoded as UTF-8, GB18030, Big5 or UTF-16; save it as UTF-8 and try again")
    return Decoded(text, encoding, lost)


def _utf8(data: bytes) -> str | None:
    """``data`` as UTF-8, if it is sound and no UTF-16 of ASCII, which is sound as well."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if data[:SAMPLE].count(0) <= _STRAY * len(data[:SAMPLE]) else None


def _utf16_without_bom(data: bytes) -> str:
    """Which of the two orders makes Chinese text of ``data``; data with NULs that neither does is no document."""
    encoding = max(("utf-16-le", "utf-16-be"), key=lambda name: _han_share(data, name) - _loss(data, name))
    if _loss(data, encoding) > MOST_UNDECODABLE or _han_share(data, encoding) < _LEAST_HAN:
        raise ReadError("is a binary file, not a document; remove it or convert it to text")
    return encoding


def _meta_charset(data: bytes) -> str:
    found = _META_CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def _loss(data: bytes, encoding: str) -> float:
    try:
        text = data[:SAMPLE].decode(encoding, "replace")
    except (LookupError, UnicodeError):  # no such codec, or one that is not for texts (idna, undefined)
        return 1.0
    return text.count("\ufffd") / max(len(text), 1)


def _han_share(data: bytes, encoding: str) -> float:
    text = data[:SAMPLE].decode(encoding, "replace")
    return sum("\u4e00" <= char <= "\u9fff" and _everyday(char) for char in text[:20_000]) / max(len(text[:20_000]), 1)


def _strangeness(data: bytes, encoding: str) -> float:
    """How unlike Chinese text ``data`` reads in ``encoding``: losses, and characters outside the everyday ones.

    GB2312's first level (3,755 characters in everyday use) and the 5,401 common ones of Big5 are what text is made of;
    bytes read in the wrong encoding scatter over the rare ones.
    """
    text = data[:SAMPLE].decode(encoding, "replace")
    han = [char for char in text if "\u3400" <= char <= "\u9fff" or "\ue000" <= char <= "\uf8ff"]
    rare = sum(not _everyday(char) for char in han)
    return 20 * text.count("\ufffd") / max(len(text), 1) + rare / max(len(han), 1)


def _everyday(char: str) -> bool:
    """Whether ``char`` is of GB2312's first level (lead bytes B0-D7) or Big5's common part (lead bytes A4-C6)."""
    for encoding, low, high in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            if low <= char.encode(encoding)[0] <= high:
                return True
        except UnicodeEncodeError:
            continue
    return False
