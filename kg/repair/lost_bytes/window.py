"""Damaged text as pieces, each of which says something about the bytes that it was made from."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from kg.repair.glosses import HAN, LETTER, TONED
from kg.repair.lost_bytes.codec import MARKS, encoded

_SYLLABLE: Final = f"[{LETTER}]{{0,5}}[{TONED}][{LETTER}]{{0,5}}"
_GLOSS: Final = re.compile(f"[(\uff08]({_SYLLABLE})[)\uff09]")
_SWALLOWED: Final = re.compile(f"\\?({_SYLLABLE})[)\uff09]")
_MARKS: Final = re.escape("".join(sorted(MARKS)))
#: Where a spot can begin: a lost byte before pinyin without its parenthesis, or before a mark.
START: Final = re.compile(f"\\?(?:{_SYLLABLE}[)\uff09]|(?=[{_MARKS}]))")
#: … and what has to stand before it: a character or its gloss.
BEFORE: Final = re.compile(f"[{HAN}\u3000\u3001\u3002\u201c\u201d\u300a\u300b,;:!)A-Za-z0-9\uff08-\uff1f]")


class Kind(Enum):
    """What a piece is."""

    PAIR = auto()  # a character of two bytes, marks included
    ASCII = auto()  # a byte of its own: a stray trail byte, or a letter or digit of the text
    GLOSS = auto()  # (pinyin): no bytes; the two bytes before are read so
    LOST = auto()  # ``?``: one lost byte
    LOST_AND_PINYIN = auto()  # ``?pinyin)``: one lost byte; it and the one before are read so


class Piece(NamedTuple):
    """One piece of damaged text, ``text[start:end]``, with its two bytes or its byte, or with its pinyin."""

    kind: Kind
    start: int
    end: int
    character: str
    data: tuple[int, int] = (0, 0)
    syllable: str = ""


def pieces(text: str, start: int, most: int) -> list[Piece]:
    """Cut ``text`` from ``start`` on into at most ``most`` pieces; stop at the end of the line or of GBK."""
    found: list[Piece] = []
    at = start
    while at < len(text) and len(found) < most:
        piece = _piece(text, at)
        if piece is None:
            break
        found.append(piece)
        at = piece.end
    return found


def _piece(text: str, at: int) -> Piece | None:
    character = text[at]
    if character in "(\uff08" and (match := _GLOSS.match(text, at)):
        return Piece(Kind.GLOSS, at, match.end(), character, syllable=match[1])
    if character == "?":
        if match := _SWALLOWED.match(text, at):
            return Piece(Kind.LOST_AND_PINYIN, at, match.end(), character, syllable=match[1])
        return Piece(Kind.LOST, at, at + 1, character)
    if character == "\n":
        return None
    if data := encoded(character):
        return Piece(Kind.PAIR, at, at + 1, character, data)
    return Piece(Kind.ASCII, at, at + 1, character, (ord(character), 0)) if character < "\x7f" else None
