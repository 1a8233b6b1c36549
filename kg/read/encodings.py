"""How bytes read in one encoding or another: how much is lost, and how unlike Chinese text the rest is."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

SAMPLE: Final = 200_000
"""Bytes that are looked at to tell encodings apart: enough for statistics, bounded for huge files."""
_HEAD: Final = 4_000
"""Bytes that are read as UTF-16 to see whether they are."""
_LEAST_TEXT: Final = 0.8
"""Of text in UTF-16, everyday Chinese characters, marks and ASCII make up at least this share; of other bytes read so, half of it."""

SURELY_UTF8: Final = re.compile(rb"[\xe3-\xe9][\x80-\xbf]{2}[\xe3-\xe9][\x80-\xbf]{2}")
"""Two Chinese characters on end; text in other encodings hardly ever has these bytes, and not in sound UTF-8 around them."""

_HAN: Final = "\u3400-\u9fff\ue000-\uf8ff"
"""Characters that Chinese text is made of, and private ones, which bytes in another encoding come out as."""
_HANS: Final = re.compile(f"[{_HAN}]+")
_MAY_BE_TEXT: Final = re.compile("[\t\n\r -~\u00a0-\u00ff\u2010-\u203b\u2160-\u217f\u2460-\u25ff\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]")


def loss(data: bytes, encoding: str) -> float:
    """The share of characters that cannot be decoded; 1 where there is no such codec, or one that is not for texts."""
    try:
        text = data[:SAMPLE].decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return 1.0
    return text.count("\ufffd") / max(len(text), 1)


def strangeness(data: bytes, encoding: str) -> float:
    """How unlike Chinese text ``data`` reads in ``encoding``: losses, and characters outside the everyday ones.

    Bytes read in the wrong encoding scatter over the rare ones, or show no Chinese character at all, which counts as much.
    """
    text = data[:SAMPLE].decode(encoding, "replace")
    han = number_of_han(text)
    rare = len(_rare().findall(text)) / han if han else 1.0
    return 20 * text.count("\ufffd") / max(len(text), 1) + rare


def sound_utf8(data: bytes) -> str | None:
    """``data`` as UTF-8, if it is sound."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def damaged_utf8(data: bytes) -> str | None:
    """``data`` as UTF-8, if that has more Chinese characters than losses: bytes in other encodings have hardly any."""
    if not SURELY_UTF8.search(data):
        return None
    text = data.decode("utf-8", "replace")
    return text if number_of_han(text) > text.count("\ufffd") else None


def utf16(data: bytes) -> str:
    """The order of bytes in which ``data`` is text in UTF-16; empty where it is in neither."""
    head = data[:_HEAD]
    best = max(("utf-16-le", "utf-16-be"), key=lambda name: _share_of_text(head, name))
    return best if _share_of_text(head, best) >= _LEAST_TEXT else ""


def _share_of_text(data: bytes, encoding: str) -> float:
    text = data.decode(encoding, "ignore")
    possible = _MAY_BE_TEXT.findall(text)
    if len(possible) < _LEAST_TEXT * len(text):  # so it is of nearly all bytes that are not in UTF-16
        return 0.0
    rare = sum("\u4e00" <= char <= "\u9fff" and char not in _everyday() for char in possible)
    return float(len(possible) - rare) / max(len(text), 1)


def number_of_han(text: str) -> int:
    """How many characters of ``text`` are Chinese."""
    return sum(map(len, _HANS.findall(text)))


@cache
def _rare() -> re.Pattern[str]:
    """Finds a character that is none of the everyday ones."""
    codes = (*range(0x3400, 0xA000), *range(0xE000, 0xF900))
    return re.compile(f"[{''.join(char for char in map(chr, codes) if char not in _everyday())}]")


@cache
def _everyday() -> frozenset[str]:
    """GB2312's first level (3,755 characters; lead bytes B0-D7) and the 5,401 common ones of Big5 (A4-C6): what text is made of."""
    levels = (("gb2312", range(0xB0, 0xD8)), ("big5", range(0xA4, 0xC7)))
    pairs = ((bytes((lead, trail)), name) for name, leads in levels for lead in leads for trail in range(0x40, 0xFF))
    return frozenset("".join(pair.decode(name, "ignore")[:1] for pair, name in pairs))
