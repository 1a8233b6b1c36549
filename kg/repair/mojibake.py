"""UTF-8 that was read as GBK or as Latin-1 is read anew: 鏂囦欢 → 文件, æ–‡ä»¶ → 文件.

Three bytes of UTF-8 make a Han character. Read as GBK, two such characters (six bytes) are three wrong ones, the first
of them a rare one; read as Latin-1 or Windows-1252, each is three letters and signs. Both leave a pattern of bytes that
sound text does not have twice in a row, so the bytes are looked at and no list of words. Each pair, or each character, is
an edit of its own, so that positions stay close. What was lost on the way (锟斤拷 is U+FFFD twice) becomes U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.aligned import Edit

NAME: Final = "mojibake"

#: First bytes of three in UTF-8: marks, the Han block, full-width forms; and the bytes that follow.
_LEADS: Final = (0xE2, 0xE3, *range(0xE4, 0xEA), 0xEF)
_TRAILS: Final = range(0x80, 0xC0)
#: Wrong characters in a row before they are believed; sound text has one group now and then.
_LEAST: Final = 2
_HAN_OR_MARK: Final = re.compile("[\u4e00-\u9fff\u3001-\u3011\u2014\u2018-\u201d\u2026\u00b7\uff00-\uff5e\ufffd]+")
_LOST: Final = "\ufffd\ufffd"


def _in_gbk(leads: range | tuple[int, ...], trails: range | tuple[int, ...]) -> str:
    """A class of the characters of GBK with these bytes."""
    pairs = (bytes((lead, trail)).decode("gbk", "ignore") for lead in leads for trail in trails)
    return f"[{re.escape(''.join(pair for pair in pairs if len(pair) == 1))}]"


def _in_latin(codes: range | tuple[int, ...]) -> str:
    """A class of the characters of Windows-1252 with these bytes, and of Latin-1 where that has none."""
    both = (bytes((code,)).decode(name, "ignore") for code in codes for name in ("cp1252", "latin-1"))
    return f"[{re.escape(''.join(both))}]"


_AS_GBK: Final = re.compile(f"{_in_gbk(_LEADS, _TRAILS)}{_in_gbk(_TRAILS, _LEADS)}{_in_gbk(_TRAILS, _TRAILS)}")
_AS_LATIN: Final = re.compile(f"{_in_latin(_LEADS)}{_in_latin(_TRAILS)}{{2}}")


def find(text: str) -> list[Edit]:
    """One edit for each pair of characters read as GBK, or each character read as Latin-1, of at least two in a row."""
    edits = [*_misread(text, _AS_GBK, "gbk"), *_misread(text, _AS_LATIN, "cp1252")]
    return sorted(edits)


def _misread(text: str, pattern: re.Pattern[str], encoding: str) -> Iterator[Edit]:
    run: list[Edit] = []
    for match in pattern.finditer(text):
        if run and run[-1].end != match.start():
            yield from _believed(run)
            run = []
        new = _read_anew(match[0], encoding)
        if new is None:
            yield from _believed(run)
            run = []
        else:
            run.append(Edit(match.start(), match.end(), new, 0.95, f"UTF-8 read as {encoding}"))
    yield from _believed(run)


def _believed(run: list[Edit]) -> list[Edit]:
    lost = all(edit.new == _LOST for edit in run)
    return run if len(run) >= _LEAST or lost else []


def _read_anew(wrong: str, encoding: str) -> str | None:
    """The characters whose bytes were read as ``encoding``, if they are of Chinese text."""
    data = b"".join(_byte(char, encoding) for char in wrong)
    try:
        new = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return new if _HAN_OR_MARK.fullmatch(new) else None


def _byte(char: str, encoding: str) -> bytes:
    """The bytes of a character; Windows-1252 leaves a few undefined, which readers take from Latin-1."""
    return char.encode(encoding, "ignore") or char.encode("latin-1", "ignore")
