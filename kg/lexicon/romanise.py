"""Hanyu pinyin of names and the ASCII slugs that identifiers carry.

Readings come from two committed tables and nothing else, so the same text gives the same syllables everywhere:
``pinyin_names.tsv`` (words, places, surnames whose reading is not the default one; the longest match wins) and
``pinyin.tsv`` (the most usual reading of each character). Both are read at the first call.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from kg.lexicon.tables import read_pairs, read_table

Use = Literal["surname", "place", "word"]
"""How a text is used: a personal name (its head is a surname), the name of a place, any other words."""

SLUG_LENGTH: Final = 60
NAME_DOT: Final = "·"
"""Stands between the parts of names of many minorities: 阿沛·阿旺晋美."""

_NATIONALITIES: Final = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 "
    "达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 "
    "赫哲 门巴 珞巴 基诺"
)
_GENERIC: Final = "特别行政区 自治区 自治州 自治县 自治旗 地区 林区 街道 新区 省 市 州 县 区 盟 旗 镇 乡 村"
_NATIONALITY: Final = "(?:" + "|".join(sorted(_NATIONALITIES.split(), key=len, reverse=True)) + ")族"
_PLACE: Final = re.compile(
    f"(?P<stem>.+?)(?P<peoples>(?:{_NATIONALITY}|各族)*)(?P<generic>{'|'.join(_GENERIC.split())})",
)
_WORDS: Final = re.compile("[a-z0-9]+")
_ASCII_RUN: Final = re.compile("[A-Za-z0-9]+")


def syllables(text: str, use: Use | None = None) -> list[str]:
    """The syllables of ``text``, with tone marks, by longest match from left to right.

    ``use`` says which special readings count: "surname" those of a surname at the very start, and plain characters
    after it; "place" and ``None`` those of places and words; "word" those of words alone. A stretch of ASCII letters
    and digits is one item, as written; every other character without a reading is left out.
    """
    return _read(text, use, _characters(), _special(use))


def romanise_person(name: str) -> str:
    """A personal name as ``Surname Given``: 韦启明 → "Wéi Qǐmíng", 欧阳修 → "Ōuyáng Xiū".

    A name that does not begin with a surname, or is too long for one, is one word; the parts of a dotted name stay apart.
    """
    if NAME_DOT in name:
        return NAME_DOT.join(_word(syllables(part)) for part in name.split(NAME_DOT) if part)
    length = surname_length(name)
    read = syllables(name, "surname" if length else None)
    if len(read) != len(name) or not length:
        return _word(read)
    return f"{_word(read[:length])} {_word(read[length:])}".strip()


def surname_length(name: str) -> int:
    """How many characters of a personal name are its surname; 0 where it has none that is known."""
    surnames = _surnames()
    if 3 <= len(name) <= 4 and name[:2] in surnames:
        return 2
    return 1 if 2 <= len(name) <= 4 and name[0] in surnames else 0


def romanise_name(text: str, use: Use | None = None) -> str:
    """A name for readers: a place (one division a call) as specific and generic part, any other name one word a syllable.

    西安市 → "Xī'ān Shì", 单县 → "Shànxiàn" (a specific part of one syllable is joined), 恩施土家族苗族自治州 →
    "Ēnshī Tǔjiāzú Miáozú Zìzhìzhōu"; 市民政局 → "Shì mín zhèng jú".
    """
    if use == "surname":
        return romanise_person(text)
    if use == "place":
        return " ".join(_word(group) for group in _place_groups(text))
    return _first_up(" ".join(syllables(text, use)))


@lru_cache(maxsize=16384)  # the same bodies, titles and measures are named over and over
def slug(text: str, use: Use | None = None) -> str:
    """``text`` as lower-case ASCII for an identifier: 韦启明 → "wei-qi-ming", 绿 → "lv"; at most 60 characters.

    Only the letters a to z, digits and single hyphens between them can occur. What has no reading is dropped; "x" stands for
    nothing left. A slug that is too long is cut between syllables.
    """
    words: list[str] = []
    length = -1
    for item in _read(text, use, _plain_characters(), _plain_special(use)):
        word = item.lower()
        if not word:
            continue
        length += 1 + len(word)
        if length > SLUG_LENGTH:
            return "-".join(words) or word[:SLUG_LENGTH]
        words.append(word)
    return "-".join(words) or "x"


class _Special(NamedTuple):
    """Readings of texts that count for a use, and by their first characters the lengths that they have, the longest first."""

    readings: dict[str, list[str]]
    lengths: dict[str, list[int]]


def _read(text: str, use: Use | None, characters: dict[str, str], special: _Special) -> list[str]:
    """The readings of ``text`` by ``special`` texts, the longest first, and by single ``characters``."""
    readings, lengths = special
    found: list[str] = []
    position = 0
    while position < len(text):
        char = text[position]
        if char in lengths and (length := _longest(text, position, readings, lengths[char])):
            found += readings[text[position : position + length]]
            position += length
        elif char.isascii():
            run = _ASCII_RUN.match(text, position)
            if run:
                found.append(run[0])
            position = run.end() if run else position + 1
        else:
            if (reading := characters.get(char)) is not None:
                found.append(reading)
            position += 1
        if use == "surname":
            lengths = {}
    return found


def _longest(text: str, position: int, readings: dict[str, list[str]], lengths: list[int]) -> int:
    """The length of the longest text of ``readings`` that begins at ``position``, of those of ``lengths``, or 0."""
    return next((length for length in lengths if text[position : position + length] in readings), 0)


def _place_groups(text: str) -> list[list[str]]:
    """The syllables of the name of a place, one list a written word."""
    parts = _PLACE.fullmatch(text)
    read = syllables(text, "place")
    if parts is None or len(read) != len(text):
        return [read] if read else []
    cuts = [0, parts.end("stem")]
    cuts += [parts.start("peoples") + people.end() for people in re.finditer(f"{_NATIONALITY}|各族", parts["peoples"])]
    if len(text) > 2:
        cuts.append(len(text))
    else:
        cuts = [0, len(text)]
    return [read[start:end] for start, end in pairwise(cuts) if start < end]


def _word(items: list[str]) -> str:
    """Syllables as one capitalised word, with an apostrophe before a later syllable that begins with a, o or e."""
    joined = ""
    for item in items:
        joined += f"'{item}" if joined and _is_open(item[0]) else item
    return _first_up(joined)


@lru_cache(maxsize=1024)
def _is_open(letter: str) -> bool:
    """Whether a syllable that begins with ``letter`` begins with a, o or e, whatever tone is marked."""
    return unicodedata.normalize("NFD", letter)[0].lower() in "aoe"


def _first_up(text: str) -> str:
    """``text`` with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=4096)
def _ascii(item: str) -> str:
    """A syllable without its tone, ü as v; an ASCII stretch in lower case."""
    plain = unicodedata.normalize("NFD", item.lower()).replace("u\u0308", "v")
    return "".join(_WORDS.findall(plain))


@cache
def _characters() -> dict[str, str]:
    """The most usual reading of each character."""
    return read_pairs("pinyin")


@cache
def _plain_characters() -> dict[str, str]:
    """The same without tones."""
    return {char: _ascii(reading) for char, reading in _characters().items()}


@cache
def _special(use: Use | None) -> _Special:
    """The special readings that count for ``use``."""
    uses = {None: ("word", "place"), "place": ("word", "place"), "word": ("word",), "surname": ("surname",)}[use]
    readings = {row["text"]: row["pinyin"].split() for row in read_table("pinyin_names") if row["use"] in uses}
    lengths: dict[str, list[int]] = {}
    for length, head in sorted({(len(text), text[0]) for text in readings}, reverse=True):
        lengths.setdefault(head, []).append(length)
    return _Special(readings, lengths)


@cache
def _plain_special(use: Use | None) -> _Special:
    """The same without tones."""
    special = _special(use)
    return special._replace(readings={text: [_ascii(item) for item in items] for text, items in special.readings.items()})


@cache
def _surnames() -> frozenset[str]:
    """All surnames that are known, single and compound."""
    return frozenset(row["surname"] for row in read_table("surnames"))
