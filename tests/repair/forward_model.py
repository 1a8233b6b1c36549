"""How a site broke its pages: the damage that ``kg.repair.bytes_out_of_step`` mends, done to sound text.

Simplified text is converted one character to one; its GBK bytes get ``(pinyin)`` behind each glossed character, found
bytewise; they are cut in front of full-width marks, found bytewise; each piece is read on its own by a decoder that
writes ``?`` for half a character and private-use characters for pairs that no character has; those are deleted, and
marks become ASCII. Which characters are glossed and which of the false marks are cut is up to the caller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from opencc import OpenCC

from kg.aligned import Edit

#: Characters that the site's table did not change, as its page shows (it does write 啟, 強, 臺, 準, 據), and one that it
#: always did.
UNCHANGED: Final = frozenset("后里干征余范么升采系制表才于群峰")
ALWAYS: Final = {"着": "著"}
CLEANED: Final = str.maketrans("，；：！？（）", ",;:!?()")
MARKS: Final = "，；：！？。、“”（）"
GLOSS: Final = re.compile("[(]([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*)[)]")


@cache
def _convert(character: str) -> str:
    if character in ALWAYS:
        return ALWAYS[character]
    if character in UNCHANGED:
        return character
    converted = _s2tw().convert(character)
    return converted if len(converted) == 1 and converted.encode("gbk", "ignore") else character


@cache
def _s2tw() -> OpenCC:
    return OpenCC("s2tw")


@cache
def _t2s() -> OpenCC:
    return OpenCC("t2s")


def traditional(text: str) -> str:
    """``text`` as the site converted it: one character to one, without regard to words."""
    return "".join(map(_convert, text))


def simplified(text: str) -> str:
    """``text`` in simplified script, for comparison."""
    return _t2s().convert(text)


@cache
def read_readings() -> dict[str, str]:
    """Read the usual readings from the package's table for names: not the one that the repair uses."""
    table = Path(__file__).parents[2] / "kg" / "lexicon" / "pinyin.tsv"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return dict(row for row in rows if len(row) == 2)


def reading(character: str) -> str:
    """The reading that the site wrote behind a character."""
    return read_readings().get(character, "")


class Spot(NamedTuple):
    """``damaged[start:end]`` was ``truth``."""

    start: int
    end: int
    truth: str
    kind: str


@dataclass(frozen=True)
class Damaged:
    """A damaged page and its spots."""

    text: str
    spots: list[Spot]


class _Byte(NamedTuple):
    """A byte: of the character at ``origin`` (first or second half), or of a gloss (``origin`` < 0, its number)."""

    origin: int
    half: int


def damage(clean: str, glossed: Iterable[str], *, cut: float, seed: int) -> Damaged:
    """Run traditional text through the model; each false mark is cut with probability ``cut``."""
    data, origins = _encode(clean)
    number = 0
    for character in glossed:
        data, origins, number = _gloss(data, origins, character, number)
    return _decode(clean, data, origins, _cuts(data, origins, cut, Random(seed)))


def _encode(clean: str) -> tuple[bytes, list[_Byte]]:
    data = bytearray()
    origins: list[_Byte] = []
    for at, character in enumerate(clean):
        code = character.encode("gbk")
        data += code
        origins += [_Byte(at, half) for half in range(len(code))]
    return bytes(data), origins


def _gloss(data: bytes, origins: list[_Byte], character: str, number: int) -> tuple[bytes, list[_Byte], int]:
    key, gloss = character.encode("gbk"), f"({reading(character)})".encode("gbk")
    places = [match.end() for match in re.finditer(re.escape(key), data)]
    pieces: list[bytes] = []
    sources: list[_Byte] = []
    at = 0
    for place in places:
        number += 1
        pieces += [data[at:place], gloss]
        sources += origins[at:place]
        sources += [_Byte(-number, half) for half in range(len(gloss))]
        at = place
    return b"".join([*pieces, data[at:]]), sources + origins[at:], number


def _cuts(data: bytes, origins: list[_Byte], share: float, random: Random) -> list[int]:
    pattern = b"|".join(re.escape(mark.encode("gbk")) for mark in MARKS)
    found = []
    for match in re.finditer(pattern, data):
        origin = origins[match.start()]
        real = origin.origin >= 0 and origin.half == 0
        if real or random.random() < share:
            found.append(match.start())
    return [*found, len(data)]


class _Unit(NamedTuple):
    """What the decoder made of ``data[start:end]``."""

    shown: str
    start: int
    end: int


def _units(data: bytes, cuts: list[int]) -> list[_Unit]:
    units: list[_Unit] = []
    at = 0
    for cut in cuts:
        while at < cut:
            lead = data[at]
            if lead <= 0x80:
                units.append(_Unit(chr(lead) if lead < 0x80 else "?", at, at + 1))
            elif at + 1 == cut:
                units.append(_Unit("?", at, at + 1))
            elif data[at + 1] < 0x40:
                units.append(_Unit("?", at, at + 2))
            else:
                units.append(_Unit(data[at : at + 2].decode("gbk", "ignore")[:1], at, at + 2))
            at = units[-1].end
    return units


def _in_step(data: bytes, origins: list[_Byte], unit: _Unit) -> bool:
    first, last = origins[unit.start], origins[unit.end - 1]
    if first.origin != last.origin or not unit.shown:
        return False
    if first.origin < 0:
        return True
    whole = unit.end - unit.start == 2 or data[unit.start] < 0x80
    return first.half == 0 and whole and unit.shown != "?"


def _decode(clean: str, data: bytes, origins: list[_Byte], cuts: list[int]) -> Damaged:
    units = _units(data, cuts)
    opened = {origins[unit.start].origin for unit in units if unit.shown == "(" and origins[unit.start].origin < 0}
    shown: list[str] = []
    spots: list[Spot] = []
    size = start = 0
    inside: list[_Unit] = []
    for unit in [*units, None]:
        whole = unit is not None and _in_step(data, origins, unit)
        if unit is not None and whole and origins[unit.start].origin < 0:
            whole = origins[unit.start].origin in opened and not (inside and _half_open(origins, inside))
        if unit is not None and not whole:
            start = start if inside else size
            inside.append(unit)
        elif inside:
            spots.append(_spot(clean, origins, inside, start, size))
            inside = []
        if unit is not None:
            shown.append(unit.shown)
            size += len(unit.shown)
    return Damaged("".join(shown).translate(CLEANED), spots)


def _half_open(origins: list[_Byte], inside: list[_Unit]) -> bool:
    """Whether the spot stopped in the middle of a character, with a gloss next that belongs to it."""
    last = next((byte for unit in reversed(inside) if (byte := origins[unit.end - 1]).origin >= 0), None)
    return last is not None and last.half == 0


def _spot(clean: str, origins: list[_Byte], units: list[_Unit], start: int, end: int) -> Spot:
    touched = [origins[at].origin for unit in units for at in range(unit.start, unit.end) if origins[at].origin >= 0]
    truth = clean[min(touched) : max(touched) + 1].translate(CLEANED)
    first = units[0]
    kind = "B" if origins[first.end - 1].origin < 0 else "A"
    return Spot(start, end, truth, kind)


class Outcome(NamedTuple):
    """What became of a spot: exact, partial, left or wrong; with what it reads now, and how sure the repair was."""

    spot: Spot
    result: str
    now: str
    confidence: float


def outcomes(page: Damaged, edits: list[Edit]) -> list[Outcome]:
    """Compare the edits of a damaged page with the truth; an edit where nothing is damaged is wrong."""
    text = page.text
    found = []
    used: set[Edit] = set()
    for spot in page.spots:
        touching = [edit for edit in edits if edit.start < spot.end and spot.start < edit.end]
        used.update(touching)
        if not touching:
            found.append(Outcome(spot, "left", "", 0.0))
            continue
        low, high = min(spot.start, touching[0].start), max(spot.end, touching[-1].end)
        inner = [other for other in page.spots if low <= other.start and other.end <= high]
        expected = _plain(_applied(text, low, high, [Edit(o.start, o.end, o.truth) for o in inner]))
        now = _plain(_applied(text, low, high, [edit for edit in edits if low <= edit.start and edit.end <= high]))
        rest = _plain(text[touching[-1].end : high])
        result = "partial" if rest and "?" in rest and _mended_so_far(now, rest, expected) else _verdict(now, expected)
        found.append(Outcome(spot, result, now, min(edit.confidence for edit in touching)))
    found += [
        Outcome(Spot(edit.start, edit.end, text[edit.start : edit.end], "-"), "wrong", edit.new, edit.confidence)
        for edit in edits
        if edit not in used
    ]
    return found


def _applied(text: str, low: int, high: int, edits: list[Edit]) -> str:
    pieces = []
    at = low
    for edit in edits:
        pieces += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*pieces, text[at:high]])


def _plain(text: str) -> str:
    return simplified(GLOSS.sub("", text))


def _mended_so_far(now: str, rest: str, expected: str) -> bool:
    """Whether a spot that goes out of step twice was mended up to the second time, and left as it was from there."""
    return now.endswith(rest) and expected.startswith(now[: -len(rest)])


def _verdict(now: str, expected: str) -> str:
    if now == expected:
        return "exact"
    pattern = "".join("." if character == "\ufffd" else re.escape(character) for character in now)
    if "\ufffd" in now and re.fullmatch(pattern, expected, re.DOTALL):
        return "partial"
    return "wrong"


def glossed_characters(text: str, common: int, straddling: int, seed: int) -> list[str]:
    """Choose characters for a site's list: frequent ones of ``text``, and ones whose bytes occur across characters.

    All are changed by conversion, as on the real pages. ``text`` is traditional.
    """
    random = Random(seed)
    frequent = [character for character in text if _is_listed(character)]
    across = [pair for first, second in pairwise(text) if (pair := _straddled(first, second))]
    chosen = dict.fromkeys(random.choices(frequent, k=common) + random.choices(across, k=straddling))
    listed = list(chosen)
    random.shuffle(listed)
    return listed


@cache
def _straddled(first: str, second: str) -> str:
    """Return the character whose bytes are the last of one and the first of the next, if conversion makes it."""
    halves = first.encode("gbk")[-1:] + second.encode("gbk")[:1]
    character = halves.decode("gbk", "ignore")
    made = len(character) == 1 and "\u4e00" <= character <= "\u9fff"
    return character if made and _is_listed(character) and traditional(simplified(character)) == character else ""


@cache
def _is_listed(character: str) -> bool:
    """Whether a site could have the character on its list: conversion made it, and its reading has a tone."""
    return simplified(character) != character and not reading(character).isascii()
