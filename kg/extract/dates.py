"""Dates in official documents, as precise as stated and no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = {char: str(number) for number, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "O": "0"}
_CHINESE_YEAR: Final = re.compile(
    r"([一二][九零〇○O][零〇○O一二三四五六七八九]{2})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?)?"
)
_ABSOLUTE: Final = re.compile(
    r"((?:19|20)\d\d)\s?(?:年\s?(?:(1[0-2]|0?[1-9])\s?月(?:份|\s?(3[01]|[12]\d|0?[1-9])\s?[日号])?)?|[-/.](1[0-2]|0?[1-9])(?:[-/.](3[01]|[12]\d|0?[1-9]))?(?!\d))"
)
_MONTH: Final = re.compile(
    r"(今年|去年|前年|当年|同年|本年)?(?<![\d.])(1[0-2]|[1-9])月(?:份|(3[01]|[12]\d|[1-9])[日号]|(?:上旬|中旬|下旬|初|底|末))?"
)
_YEARS_BACK: Final = {"今年": 0, "本年": 0, "去年": 1, "前年": 2}


@dataclass(frozen=True, slots=True)
class Date:
    """``text[start:end]`` states ``value``: YYYY, YYYY-MM, YYYY-MM-DD, or --MM-DD / --MM where no year is known."""

    start: int
    end: int
    value: str


def find(text: str, year: int | None, start: int = 0, end: int | None = None) -> list[Date]:
    """The dates in ``text[start:end]``; ``year`` (the document's, or the last one named before) dates 今年 and 4月9日.

    The last full year that the text names serves the months behind it.
    """
    end = len(text) if end is None else end
    dates = [Date(m.start(), m.end(), _iso(m[1], m[2] or m[4], m[3] or m[5])) for m in _ABSOLUTE.finditer(text, start, end)]
    dates += [Date(m.start(), m.end(), _chinese(m)) for m in _CHINESE_YEAR.finditer(text, start, end)]
    covered = {position for date in dates for position in range(date.start, date.end)}
    years = sorted((date.start, int(date.value[:4])) for date in dates)
    for match in _MONTH.finditer(text, start, end):
        if match.start(2) in covered or (not match[3] and not match[0].endswith(("份", "旬", "初", "底", "末", "月"))):
            continue
        base = _base_year(match[1], match.start(), years, year)
        dates.append(Date(match.start(), match.end(), _iso(base, match[2], match[3])))
    return sorted(dates, key=lambda date: date.start)


def first_full(text: str) -> str:
    """The first date with a year in ``text``, or nothing."""
    dates = [date.value for date in find(text, None) if not date.value.startswith("-")]
    return dates[0] if dates else ""


def _base_year(word: str | None, position: int, years: list[tuple[int, int]], year: int | None) -> str:
    if word in _YEARS_BACK:
        return str(year - _YEARS_BACK[word]) if year else ""
    before = [value for at, value in years if at < position]
    if before:
        return str(before[-1])
    return str(year) if year else ""


def _iso(year: str, month: str | None, day: str | None) -> str:
    if not year:
        return f"--{int(month or 1):02}" + (f"-{int(day):02}" if day else "")
    return year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if month and day else "")


def _chinese(match: re.Match[str]) -> str:
    year = "".join(_DIGITS[char] for char in match[1])
    return _iso(year, _number(match[2]), _number(match[3]))


def _number(text: str | None) -> str | None:
    """一 to 三十一 in digits."""
    if not text:
        return None
    tens, ten, ones = text.partition("十")
    if not ten:
        return _DIGITS[text]
    return str(int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0")))
