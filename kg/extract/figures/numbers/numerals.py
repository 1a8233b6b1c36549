"""Numbers in words: 三千五百户, 近百项, 三分之二, 六成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.figures.numbers.number import Number, finished, unit_at
from kg.extract.numerals import numeral
from kg.lexicon.words import UNITS_IN_WORDS, UNITS_OF_FEW

_WORDS: Final = re.compile(r"([一二两三四五六七八九十百千万][一二两三四五六七八九十百千万亿零〇]*|亿)(?:[余多几]([万亿]))?")
"""三千五百, 十余|万."""
_IN_SAYINGS: Final = re.compile(r"千家万户|[两二三四]轮车|[百千万][家户人](?:[\u4e00-\u9fff]?[，。；、！”]|[门情事难忧愁心])")
"""进百家门，知百家情: no figures."""
_FIVE_YEARS: Final = re.compile("十[一二三四]?五期间")
"""The time of a five-year plan: 十三五|期间."""
_OF_THAT_SIZE: Final = re.compile("(?:投资|产值|收入|纳税)过$")
"""投资过|百亿元|项目: what sort of projects, no sum."""
_LONGEST_SIZE: Final = 3
_FRACTION: Final = re.compile(r"([二两三四五六七八九十百])分之([一二三四五六七八九十]{1,3})")
_TENTHS: Final = re.compile(
    r"([一二三四五六七八九])成(?<![第几数分完变组构百千万十零、一二两三四五六七八九][一二三四五六七八九]成)([一二三四五六七八九半])?(?![一-龥]?[立功员果变组])(?![本长绩就都人品堆群风串形熟名家倍年套批交型书真事行灾性效了为是对双])"
)
"""六成, 八成五: tenths; not 三成立即, 一成不变, 五成员."""
_ROUND, _NOT_ABOVE = ("百", "千", "万", "十万", "百万", "千万", "亿"), ("百", "以", "加", "之")
"""上百, 上千 and 上万 are so many and more, but not in 成百上千 and 以上."""
_BEYOND: Final = frozenset("破超逾")
"""Before a round number: that it is more, 破|万|吨, and no word (超百万 is no 百万富翁)."""
_ALONE: Final = ("百万", "千万", "亿")
"""Numbers that by themselves say the size of something (百万人口大县, 亿元村), and count only beyond something: 突破|亿|元."""
_PAST: Final = ("突破", "超过")
_MANY: Final = 100
_NOT_BEFORE_WORDS: Final = frozenset("第之几数两双一二三四五六七八九十百千万成初“‘《0123456789.多余每上下首头这那某任同统唯")


def in_words(text: str) -> Iterator[Number]:
    """The numbers of ``text`` in Chinese numerals, in order, before units that they count; and fractions and tenths, in per cent."""
    yield from filter(None, (_counting(text, match) for match in _WORDS.finditer(text)))
    for match in _FRACTION.finditer(text):
        whole, part = numeral(match[1]), numeral(match[2])
        if part < whole:
            share = round(Decimal(100 * part) / whole, 2)
            yield finished(text, match.start(), match.end(), share, "", more=False)._replace(unit="%")
    for match in _TENTHS.finditer(text):
        share = Decimal(10 * numeral(match[1]) + (5 if match[2] == "半" else numeral(match[2] or "")))
        yield finished(text, match.start(), match.end(), share, "", more=False)._replace(unit="%")


def _counting(text: str, match: re.Match[str]) -> Number | None:
    """The number that ``match`` is, if it counts: 三千五百|户, 上|千|名; no part of another, no saying, and not too few to tell."""
    start, end, before = match.start(), match.end(), text[match.start() - 1 : match.start()]
    above = before == "上" and match[0] in _ROUND and text[start - 2 : start - 1] not in _NOT_ABOVE
    part = before in _NOT_BEFORE_WORDS or (before == " " and text[start - 2 : start - 1].isdigit())
    if before and part and not above:
        return None
    end += text.startswith(("余", "多"), end)
    unit = unit_at(text, end)
    value = numeral(match[1]) * (numeral(match[2]) if match[2] else 1)
    if not value or unit not in UNITS_IN_WORDS or text.startswith("年", end + len(unit)) or _is_said(text, start, unit):
        return None
    more = end > match.end()
    few = value < _MANY and unit not in UNITS_OF_FEW and not more
    beyond = before in _BEYOND and text[start - 2 : start - 1] != "突"
    past = beyond or above or text.endswith(_PAST, 0, start)
    if few or match[0] in ("一", "二") or (match[0] in _ALONE and not past) or (before == "家" and unit == "户"):
        return None
    more = above or beyond or more or match[2] is not None
    return finished(text, start - (above or beyond), end, Decimal(value), unit, more=more, in_words=True)


def _is_said(text: str, start: int, unit: str) -> bool:
    """Whether the number at ``start`` is one of a saying, of a plan, or of the size of projects, and counts nothing."""
    if _FIVE_YEARS.match(text, start) or _IN_SAYINGS.match(text, start):
        return True
    return unit == "元" and _OF_THAT_SIZE.search(text, max(0, start - _LONGEST_SIZE), start) is not None
