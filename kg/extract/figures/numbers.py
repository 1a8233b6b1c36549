"""Numbers with their units: 80余万个, 近1.5万元, 12,345名, 三千五百户, 近百项, 三分之二. No ordinals, dates, parts of codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from kg.lexicon.words import FIGURE_QUALIFIERS, UNITS


class Number(NamedTuple):
    """``text[start:end]`` with the words of its qualifier; ``digits`` is where the number itself begins; ``unit`` may be empty."""

    start: int
    digits: int
    end: int
    value: Decimal
    unit: str
    qualifier: str
    in_words: bool = False


_NOT_COUNTED: Final = frozenset({"县", "村", "镇", "乡", "市", "省", "班", "号", "级", "届", "团"})
"""Units of the table that stand behind numbers in names more often than they count."""
_DATE_UNITS: Final = frozenset({"年", "月", "日", "号", "时", "点", "届", "世纪", "周岁", "岁", "周年", "级", "度", "年代", "年度"})
_FOR_WORDS: Final = frozenset(
    "名 户 人 家 个 吨 亩 人次 件 项 条 场 次 轮 轮次 期 批 元 公里 套 台 辆 支 幅 篇 座 栋 幢 部 位 册 份 所 处".split()
)
_FEW: Final = frozenset("名 户 家 幅 支 篇 场 台 辆 座 套 期 批 栋 幢 部 轮 轮次 人次".split())
"""Units that numerals below a hundred count in words; 三个, 两项 and 四大 are as often lists of points."""

_PERIOD: Final = re.compile(r"前\d{1,2}个月|\d{1,2}个月(?:来|内|前|后|里|时间)")
"""前7个月, 9个月来: a stretch of time, which nobody counts."""
_GOVERNS: Final = re.compile(r"(?:辖|管辖|所辖|辖有|划分为|现有|共有)(?:\d++个?[镇乡村]?[、和，]?)*+$")
_DIGITS: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_TIMES: Final = re.compile(r"([余多来几])?(万亿|百万|千万|十万|亿|万|千|百)?([余多来])?")
_SCALE: Final = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_WHOLE_UNITS: Final = re.compile(r"(?:千(?:克|米|瓦|伏|卡|平方)|百分)")
"""Units that begin with a multiplier."""
_BEHIND: Final = re.compile(r"([多余](?=[\u4e00-\u9fff，。、；]))?(以上|左右|以下|以内|上下)?")
_ORDINAL: Final = re.compile(r"(?:[第－〔\[\-/A-Za-z.．·]|\d[:：])$")
_RANGE: Final = re.compile(r"(\d+(?:\.\d+)?)[-－—~～至到](\d+(?:\.\d+)?)(?=[万千百亿]?[余多]?[\u4e00-\u9fff%％])")
_BEFORE: Final = re.compile("(?:" + "|".join(sorted(FIGURE_QUALIFIERS, key=lambda word: (-len(word), word))) + ")$")
_SPACED_UNITS: Final = ("元", "人", "名", "户", "亩", "吨", "公里", "平方米", "平方公里", "个", "家", "头", "只", "件", "项", "次", "人次")
_SPACED: Final = tuple(
    f" {scale}{unit}" for scale in ("", "余", "多", "万", "余万", "多万", "亿", "余亿", "多亿") for unit in _SPACED_UNITS
)
"""A blank between a number and what belongs to it."""
_JOINING: Final = frozenset("第－〔[-/.．·:：ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_TIMES_FIRST: Final = frozenset("余多来几万百千十亿")
_BEHIND_FIRST: Final = frozenset("多余以左上")
_BEFORE_LAST: Final = frozenset(word[-1] for word in FIGURE_QUALIFIERS)
"""First and last characters of the patterns: most numbers have none of them beside them, and a look costs less than a match."""
_WORDS: Final = re.compile(r"[一二两三四五六七八九十百千万][一二两三四五六七八九十百千万亿零〇]*")
_IN_SAYINGS: Final = re.compile(r"千家万户|[两二三四]轮车|[百千万][家户人](?:[\u4e00-\u9fff]?[，。；、！”]|[门情事难忧愁])")
"""进百家门，知百家情: no figures."""
_OF_THAT_SIZE: Final = re.compile("(?:投资|产值|收入|纳税)过$")
"""投资过|百亿元|项目: what sort of projects, no sum."""
_FRACTION: Final = re.compile(r"([二两三四五六七八九十百])分之([一二三四五六七八九十]{1,3})")
_TENTHS: Final = re.compile(
    r"(?<![第几数分完变组构百千万十零、一二两三四五六七八九])([一二三四五六七八九])成([一二三四五六七八九半])?(?![一-龥]?[立功员果变组])(?![本长绩就都人品堆群风串形熟名家倍年套批交型书真事行灾性效了为是对双])"
)
"""六成, 八成五: tenths; not 三成立即, 一成不变, 五成员."""
_NOT_BEFORE_WORDS: Final = frozenset("第之几数两双一二三四五六七八九十百千万成初“‘《0123456789.多余每上下首头这那某任同统唯")
_NUMERALS: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "零": 0, "〇": 0}
_QUALIFIED: Final = {"more": "more than", "less": "less than", "about": "about"}


def _by_first() -> dict[str, tuple[str, ...]]:
    """The units by their first character, longest first; 个 only by itself and before units of time and percent."""
    units = {*UNITS, "农户", "批次", "轮次", "（人）次"} - _NOT_COUNTED
    kept = sorted((u for u in units if u[0] != "个" or u in ("个", "个百分点", "个小时", "个月")), key=lambda unit: (-len(unit), unit))
    return {first: tuple(unit for unit in kept if unit[0] == first) for first in {unit[0] for unit in kept}}


_UNITS: Final = _by_first()


def unit_at(text: str, at: int) -> str:
    """The longest unit that begins at ``at``, or nothing."""
    return next((unit for unit in _UNITS.get(text[at : at + 1], ()) if text.startswith(unit, at)), "")


def in_digits(text: str) -> Iterator[Number]:
    """The numbers of ``text`` that are written in digits, in order; with a unit of dates or as part of a code they are left out."""
    skip = -1
    for match in _DIGITS.finditer(text):
        start, end = match.span()
        if start < skip or (text[start - 1 : start] in _JOINING and _ORDINAL.search(text, max(0, start - 2), start)):
            continue
        behind = text[end : end + 1]
        ranged = _RANGE.match(text, start) if behind and behind in "-－—~～至到" else None
        if behind and behind in "号月年日":
            continue
        skip = end = ranged.end() if ranged else end
        end += text.startswith(_SPACED, end)  # 投资 1119 万元
        times = _TIMES.match(text, end) if text[end : end + 1] in _TIMES_FIRST and not _WHOLE_UNITS.match(text, end) else None
        end = times.end() if times else end
        end += text.startswith((" %", " ％"), end)
        unit = unit_at(text, end)
        if unit == "分" and text[start - 1 : start] in ("时", "点"):  # 8时30分
            continue
        if unit == "个月" and _PERIOD.search(text, start - 1, end + 4):
            continue
        if not unit and text[end : end + 1] in "镇乡村" and _GOVERNS.search(text, max(0, start - 16), start):
            unit = text[end]  # 辖8镇12乡
        if (unit in _DATE_UNITS and not (unit == "度" and times)) or text.startswith("年", end + len(unit)):
            continue
        value = Decimal(match[0].replace(",", "")) * (_SCALE.get(times[2] or "", 1) if times else 1)
        more = ranged is not None or (times is not None and bool(times[1] or times[3]))
        yield _finished(text, start, end, value, unit, more=more)


def _finished(text: str, digits: int, end: int, value: Decimal, unit: str, *, more: bool, in_words: bool = False) -> Number:
    """A number with the words of its qualifier on both sides."""
    before = _BEFORE.search(text, max(0, digits - 3), digits) if text[digits - 1 : digits] in _BEFORE_LAST else None
    end += len(unit)
    behind = _BEHIND.match(text, end) if text[end : end + 1] in _BEHIND_FIRST else None
    said = _QUALIFIED[FIGURE_QUALIFIERS[before[0]]] if before else ""
    bound = behind[2] if behind else None
    if more or (behind and behind[1]) or bound == "以上" or said == "more than":
        qualifier = "more than"
    elif said == "less than" or bound in ("以下", "以内"):
        qualifier = "less than"
    else:
        qualifier = "about" if said or bound else ""
    unit = "人次" if unit == "（人）次" else "%" if unit == "％" else unit
    return Number(before.start() if before else digits, digits, behind.end() if behind else end, value, unit, qualifier, in_words)


def in_words(text: str) -> Iterator[Number]:
    """The numbers of ``text`` in Chinese numerals, in order, before units that they count; and fractions and tenths, in per cent."""
    for match in _WORDS.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before and (before in _NOT_BEFORE_WORDS or (before == " " and text[match.start() - 2 : match.start() - 1].isdigit())):
            continue
        end = match.end()
        more = text.startswith(("余", "多"), end)
        unit = unit_at(text, end + more)
        value = numeral(match[0])
        if not value or unit not in _FOR_WORDS or text.startswith("年", end + more + len(unit)):
            continue
        if _IN_SAYINGS.match(text, match.start()) or (
            unit == "元" and _OF_THAT_SIZE.search(text, max(0, match.start() - 3), match.start())
        ):
            continue
        small = value < 100
        if (small and unit not in _FEW and not more) or match[0] in ("一", "二", "千万", "百万") or (before == "家" and unit == "户"):
            continue
        yield _finished(text, match.start(), end + more, Decimal(value), unit, more=more, in_words=True)
    for match in _FRACTION.finditer(text):
        whole, part = numeral(match[1]), numeral(match[2])
        if part < whole:
            share = round(Decimal(100 * part) / whole, 2)
            yield _finished(text, match.start(), match.end(), share, "", more=False)._replace(unit="%")
    for match in _TENTHS.finditer(text):
        share = Decimal(10 * numeral(match[1]) + (5 if match[2] == "半" else numeral(match[2] or "")))
        yield _finished(text, match.start(), match.end(), share, "", more=False)._replace(unit="%")


def numeral(text: str) -> int:
    """The value of a Chinese numeral (三千五百, 十二, 万); 0 where it is none."""
    total = section = digit = 0
    for char in text:
        if char in _NUMERALS:
            digit = _NUMERALS[char]
        elif char in "万亿":
            below = section + digit or (0 if total else 1)
            total = (total + below) * _SCALE[char] if char == "亿" else total + below * _SCALE[char]
            section = digit = 0
        else:
            section += (digit or 1) * _SCALE[char]
            digit = 0
    return total + section + digit
