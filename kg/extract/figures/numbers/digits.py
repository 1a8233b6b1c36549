"""Numbers in digits: 80余万个, 近1.5万元, 12,345名. No ordinals, dates, parts of codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from kg.extract.figures.numbers.number import Number, finished, unit_at
from kg.extract.numerals import SCALE
from kg.lexicon.words import UNITS_SPACED

_DATE_UNITS: Final = frozenset({"年", "月", "日", "点", "度", "年度"})
_PERIOD: Final = re.compile(r"前\d{1,2}个月|\d{1,2}个月(?:来|内|前|后|里|时间)")
"""前7个月, 9个月来: a stretch of time, which nobody counts."""
_GOVERNS: Final = re.compile(r"(?:辖|管辖|所辖|辖有|划分为|设|设有|[现共]?有)(?:\d++个?[镇乡村市县区]?[、和，]?)*+$")
_DIVISION: Final = re.compile(r"[镇乡村]|[市县区](?=[\d（，、。受出])")
_DIGITS: Final = re.compile(
    r"(?:[1-9]\d{0,2}(?: \d{3})+(?=[余多]?[万个名人户亩元件项家次场期册份张台套条辆公吨座所])|\d+(?:,\d{3})*)(?:\.\d+)?"
)
"""Thousands may be set off by commas or, as journals have it, by blanks: 3 100余个."""
_SET_OFF: Final = str.maketrans("", "", ", ")
_TIMES: Final = re.compile(r"([余多来几])?(万亿|百万|千万|十万|亿|万|千|百)?([余多来])?")
_COUNTED_TIMES: Final = re.compile(r" ?个亿(?=(元?)(?:以上|左右|以内)?(?![\u4e00-\u9fff]))")
"""突破10个亿: money, whether or not it is said of what."""
_WHOLE_UNITS: Final = re.compile(r"(?:千(?:克|米|瓦|伏|卡|平方)|百分)")
"""Units that begin with a multiplier."""
_ORDINAL: Final = re.compile(r"(?:[第－〔\[\-/A-Za-z.．·×]|\d[:：])$")
_RANGE: Final = re.compile(r"(\d+(?:\.\d+)?)[-－—~～至到](\d+(?:\.\d+)?)(?=[万千百亿]?[余多]?[\u4e00-\u9fff%％])")
_SPACED: Final = tuple(f" {scale}{unit}" for scale in ("", "余", "多", "万", "余万", "多万", "亿", "余亿", "多亿") for unit in UNITS_SPACED)
"""A blank between a number and what belongs to it."""
_JOINING: Final = frozenset("第－〔[-/.．·×:：ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_YEAR_LONG: Final = len("2018")
_WORKS: Final = ("园", "园区", "工程", "项目", "小区", "基地", "大厦", "电站")
"""What is built in parts."""
_ISSUED: Final = ("培训", "研修", "轮训", "学习", "讲座", "班", "简报", "专刊", "专栏")
"""What comes in numbers as well, wherever it is held: 培训基地3期培训班."""
_OF_YEARS: Final = re.compile("年(?![轻青迈幼])")
_RANKS: Final = ("位", "名", "强")
_FOREMOST: Final = re.compile("(?<![目此之以日年月底会事])前$")
"""Before the last rank that counts, but for 目前, 年底前 and the like."""
_NO_UNIT_BEFORE: Final = {
    "个": ("严禁", "不准", "一律", "必须", "不得", "不许", "多小时", "多月", "多星期", "半小时", "半月"),
    "版": ("头条", "报道", "刊"),
    "周": ("岁", "年"),
    "单": ("元",),
}
"""By unit: what behind it says that it counts nothing: 17个不准, 本报8月22日1版头条, 18周岁, 2单元."""
_GONE: Final = ("时过", "时隔")
_LASTING: Final = ("天", "个工作日", "个月", "小时", "分钟", "周")
_LATER: Final = ("后", "之后", "以后")
_TIMES_FIRST: Final = frozenset("余多来几万百千十亿")


def _counts_nothing(text: str, start: int, end: int, unit: str) -> bool:
    """Whether number and unit are a rank, rules in a list, a team by its number, a stretch of time, a year before a slogan (2018两打两控) or part of works (产业园2期)."""
    if text.startswith(_NO_UNIT_BEFORE.get(unit, ()), end + len(unit)):
        return True
    if (
        unit and text[start - 1 : start] == "“" and end - start == _YEAR_LONG and text[start : start + 2] in ("19", "20")
    ):  # “2018集美志愿者”
        return True
    if unit in _RANKS and _FOREMOST.search(text, max(0, start - 2), start):  # 全省前45位
        return True
    if unit and text.startswith(unit + "长", end + len(unit)):  # 注采104站|站长
        return True
    if unit == "个工作日" and text.startswith(("内", "以内"), end + len(unit)):  # a term, unless something was cut down to it
        return text[start - 1 : start] not in ("到", "至", "为")
    if unit in _LASTING and (text.endswith(_GONE, 0, start) or text.startswith(_LATER, end + len(unit))):  # 公示10天后
        return True
    if unit in ("组", "社") and text[start - 1 : start] == "村":  # 红旗村|3组
        return True
    if unit == "标段" and "\u4e00" <= text[start - 1 : start] <= "\u9fff":  # 某高速|5标段
        return True
    if unit == "两":
        return end - start == _YEAR_LONG and text[start : start + 2] in ("19", "20")
    return unit == "期" and text.endswith(_WORKS, 0, start) and not text.startswith(_ISSUED, end + 1)


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
        money = _COUNTED_TIMES.match(text, end) if text[end : end + 1] in ("个", " ") else None
        if money is not None:
            value = Decimal(match[0].translate(_SET_OFF)) * SCALE["亿"]
            yield finished(text, start, money.end(), value, money[1], more=ranged is not None)._replace(unit="元")
            continue
        end += text.startswith(_SPACED, end)  # 投资 1119 万元
        times = _TIMES.match(text, end) if text[end : end + 1] in _TIMES_FIRST and not _WHOLE_UNITS.match(text, end) else None
        end = times.end() if times else end
        end += text.startswith((" %", " ％"), end)
        unit = unit_at(text, end)
        if _counts_nothing(text, start, end, unit):
            continue
        if unit == "分" and text[start - 1 : start] in ("时", "点"):  # 8时30分
            continue
        if unit == "个月" and _PERIOD.search(text, start - 1, end + 4):
            continue
        if not unit and _DIVISION.match(text, end) and _GOVERNS.search(text, max(0, start - 16), start):
            unit = text[end]  # 辖8镇12乡, 共有6市11县
        if (unit in _DATE_UNITS and not (unit == "度" and times)) or _OF_YEARS.match(text, end + len(unit)):
            continue
        value = Decimal(match[0].translate(_SET_OFF)) * (SCALE.get(times[2] or "", 1) if times else 1)
        more = ranged is not None or (times is not None and bool(times[1] or times[3]))
        yield finished(text, start, end, value, unit, more=more)
