"""Dates in official documents, as precise as stated and no more.

Absolute dates carry their own year. The others are read against the date of the document (今年4月, 昨日, 上月, 日前) or
against the last date that the text named (当年, 同日, 20日上午); where neither is known they stay without a year, or are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date as day_of_calendar
from datetime import timedelta
from operator import attrgetter
from typing import Final, NamedTuple

from kg.extract.numerals import numeral
from kg.extract.scan import Stretches
from kg.lexicon.words import FOUNDED, RELATIVE_DATES, RelativeDate

_DIGITS: Final = {char: str(number) for number, char in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0", "O": "0"}
_CHINESE_YEAR: Final = re.compile(
    r"([一二][九零〇○O][零〇○O一二三四五六七八九]{2})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?)?"
)
_LAST_DAY: Final = r"[至到]?[-—–─~]{0,2}(?:3[01]|[12]\d|[1-9])[日号]"
"""Behind the first day of several, the last of them: 5|至7日."""
_ABSOLUTE: Final = re.compile(
    r"((?:19|20)\d\d)\s?(?:年[^\S\n]?"
    r"(?:(1[0-2]|0?[1-9])\s?月(?:份"  # 2012年3月份
    rf"|\s?(3[01]|[12]\d|0?[1-9])(?:\s?[日号]|{_LAST_DAY}))?)?"  # 2012年3月5日, 2012年3月5至7日
    r"|[-/.](1[0-2]|0?[1-9])(?:[-/.](3[01]|[12]\d|0?[1-9]))?(?!\d))"  # 2012-03-05, 2012.3
)
"""A year with what is told of month and day."""
_MONTH: Final = re.compile(
    r"([1-9](?:(?<=1)[0-2])?|元(?=月(?:份|\d{1,2}日)))月"  # 3月, 元月|5日
    rf"(?:份|(3[01]|[12]\d|[1-9])(?:[日号]|{_LAST_DAY})|(?:上旬|中旬|下旬|初|底|末))?"  # 5日, 5至7日, 上旬
)
_CHINESE_MONTH: Final = re.compile(r"([一二三四五六七八九十][一二三四五六七八九十]?)月(?:份|([一二三四五六七八九十]{1,3})日)")
_DAY: Final = re.compile(
    r"([1-9](?:(?<=[12])\d|(?<=3)[01])?)日(?=上午|下午|早上|晚|凌晨|中午|，|至[1-9]\d?日|召开|举行|主持|出席|会见|在|赴|到(?!\d)|(?:[~～—-][1-9]\d?日)?[ \u3000]{1,4}[\u4e00-\u9fff])"
)
_IN_CHRONICLES: Final = " \u3000~～—-"
"""Behind a day at the head of a line of a chronicle: 8日  市委召开…, 9日~10日  …."""
_INDENT: Final = 8
_ANNIVERSARY: Final = rf"({'|'.join(FOUNDED)})([1-9]\d{{1,2}}|[一二三四五六七八九十百]{{1,5}})周年"
_CELEBRATED: Final = (
    re.compile(f"(?:庆祝|纪念|欢庆|喜迎|迎接){_ANNIVERSARY}"),
    re.compile(f"{_ANNIVERSARY}(?:纪念日|华诞)?(?:(?:即将|就要)?(?:来临|到来)|之际|前夕|之后)"),
)
"""What is celebrated in its year: 庆祝建党九十一周年 in 2012, 在建党90周年纪念日来临之际 in 2011."""
_PASSED: Final = re.compile(r"刚刚?过去的((?:19|20)\d\d)年")
_PAPER: Final = re.compile(r"[〔﹝［\[（(]((?:19|20)\d\d)[〕﹞］\]）)]\d{1,4}号")
"""The number of a document that the text cites: …发〔2021〕2号."""
_DATELINE: Final = ("讯", "电", "消息")
"""Behind the day on which a paper was told what it prints some days later: 本报岳阳3月5日|讯."""
_TOGETHER: Final = re.compile(r"([1-9]\d{2,3})(?:日(?=[上下]午|[，至在])|(?=[上下]午))")
_BEFORE_TOGETHER: Final = frozenset("\n，。；：（）讯电 \u3000")
"""Before a day at the head of a clause; 用了|131日 is a span."""
_WEEKS: Final = timedelta(days=40)
_AIMS: Final = frozenset("到至—－-～~由从较比自")
"""Before a year: it is one to come, or one that something is compared with."""
_LOOKS_BACK: Final = frozenset("\n。；")
_SUMMED_UP: Final = ("总结", "总结了", "回顾", "回顾了", "通报了", "完成了")
"""Before a year that is over."""
_NAMED: Final = re.compile(r"(20[0-3]\d)(?<![\d.-]....)(?!年)[\u4e00-\u9fff·]{2,20}?(?:节|赛|届|论坛|博览会|马拉松)")
"""2019四川·某县第四届旅游节: the year that the name of a festival begins with."""
_AHEAD: Final = re.compile("度?的?(?:工作)?(?:思路|计划|打算|安排|目标|重点)")
"""Behind a year that is still to come, where the text names the one that runs, too: 2021年工作情况和2022年|工作思路."""
_FAR_AHEAD: Final = re.compile("(?:远景|愿景)")
"""Behind a year that is an aim, wherever it stands: 二〇三五年|远景目标."""
_EARLY: Final = re.compile(r"[1-3](?<!\d\d)月\d{1,2}日")
"""A day of the months in which the year has begun whose work is planned."""
_LATE: Final = re.compile(r"1[0-2]月\d{1,2}日")
"""A day of the months in which the next year's work is planned: of two years that the text names the page is of the one with days, or the former."""
_NOT_BEFORE_MONTH: Final = frozenset("0123456789.一二三四五六七八九十")
_NOT_BEFORE_DAY: Final = frozenset("0123456789.月年/-至到期时—~～第")
"""What stands before a number that is no month or day. Not part of the patterns, as one that begins with a look behind is slow to search for."""

_RELATIVE: Final = re.compile("|".join(sorted(map(re.escape, RELATIVE_DATES), key=lambda word: (-len(word), word))))
_DAY_OF_MONTH: Final = re.compile(r"(3[01]|[12]\d|[1-9])[日号]")
_CLAUSE_HEAD: Final = re.compile(r"(?:^|[^\u4e00-\u9fff\d]|[讯电于者])$")
_SINCE: Final = re.compile("以来|至今|起，")
_NEAR: Final = 24
_BACK: Final = 5
"""So many dates before 当天 are looked at for one that names a day."""
_BORN: Final = re.compile("(?:出)?生")
"""Behind a date that no other date in the text counts from."""
_start = attrgetter("start")


class Date(NamedTuple):
    """``text[start:end]`` states ``value``: YYYY, YYYY-MM, YYYY-MM-DD, or --MM-DD / --MM where no year is known."""

    start: int
    end: int
    value: str


def find(text: str, year: int | None, start: int = 0, end: int | None = None, today: str = "") -> list[Date]:
    """The dates in ``text[start:end]``, in order.

    ``year`` (the document's, or the last one named before) dates 今年 and 4月9日, ``today`` (the document's date, as precise
    as known) 昨日, 上月 and 日前. The last full year that the text names serves the months behind it.
    """
    end = len(text) if end is None else end
    dates = [Date(m.start(), m.end(), _iso(m[1], m[2] or m[4], m[3] or m[5])) for m in _ABSOLUTE.finditer(text, start, end)]
    dates += [Date(m.start(), m.end(), _chinese(m)) for m in _CHINESE_YEAR.finditer(text, start, end)]
    dates.sort(key=_start)
    months = list(_months(text, year, start, end, dates, today))
    dates = sorted([*dates, *months], key=_start)
    known = dates
    dates = [*dates, *_relative(text, year, start, end, known, today), *_days(text, start, end, known, today)]
    return sorted([*dates, *_run_together(text, start, end, today)] if today[7:] else dates, key=_start)


def _run_together(text: str, start: int, end: int, today: str) -> Iterator[Date]:
    """Days whose 月 was lost with the characters of a damaged page (929上午, 131日，), of the weeks before ``today`` and read in one way only."""
    for match in _TOGETHER.finditer(text, start, end):
        if match.start() > start and text[match.start() - 1] not in _BEFORE_TOGETHER:
            continue
        number = match[1]
        days = {f"{today[:4]}-{int(number[:cut]):02}-{int(number[cut:]):02}" for cut in (1, 2) if number[cut] != "0" and number[cut:]}
        near = [day for day in days if _is_lately(day, today)]
        if len(near) == 1:
            yield Date(match.start(), match.end(), near[0])


def _is_lately(day: str, today: str) -> bool:
    """Whether ``day`` is one of the calendar, and of the weeks before ``today``."""
    try:
        return timedelta(0) <= day_of_calendar.fromisoformat(today) - day_of_calendar.fromisoformat(day) <= _WEEKS
    except ValueError:
        return False


def first_full(text: str) -> str:
    """The first date with a year in ``text``, or nothing."""
    dates = [date.value for date in find(text, None) if not date.value.startswith("-")]
    return dates[0] if dates else ""


def day_before(value: str) -> str:
    """The day before ``value``, where that is a day (YYYY-MM-DD); else ``value``."""
    return _moved(value, RelativeDate("", "day", -1, "document", alone=False)) if len(value) == len("YYYY-MM-DD") else value


def _implied(text: str, dates: list[Date], start: int, end: int) -> int | None:
    """The year of a text that is dated nowhere: the one behind the year that has just passed, or the later of the one or two running that it names.

    Aims (到2020年) and spans (2010—2020年) apart. Else the year of the anniversary that it celebrates.
    """
    if (passed := _PASSED.search(text, start, end)) is not None:
        return int(passed[1]) + 1
    named = [
        date
        for date in dates
        if text[date.start - 1 : date.start] not in _AIMS and not _FAR_AHEAD.match(text, date.end) and not _looks_back(text, date)
    ]
    ahead = [date for date in named if _AHEAD.match(text, date.end)]
    ahead = [] if ahead and _EARLY.search(text, start, end) else ahead
    years = {int(date.value[:4]) for date in named if date not in ahead} or {int(date.value[:4]) for date in ahead}
    if years and max(years) - min(years) <= 1:
        dated = {int(date.value[:4]) for date in named if len(date.value) > len("YYYY")}
        late = _LATE.search(text, start, end) is not None and _EARLY.search(text, start, end) is None
        return max(dated or {min(years)}) if late else max(years)
    festival = _NAMED.search(text, start, end)
    if festival is not None and not years:
        return int(festival[1])
    celebrated = next(filter(None, (pattern.search(text, start, end) for pattern in _CELEBRATED)), None)
    if celebrated is None:
        cited = set() if years else {int(paper[1]) for paper in _PAPER.finditer(text, start, end)}
        return max(cited) if len(cited) == 1 else None
    return FOUNDED[celebrated[1]] + (int(celebrated[2]) if celebrated[2].isdecimal() else numeral(celebrated[2]))


def _looks_back(text: str, date: Date) -> bool:
    """Whether a sentence begins with a year by itself, of which it then tells: 。2018年，全县接待游客…, behind what happened since.

    Or whether something has gone on since a date: 2010年5月以来.
    """
    if text.startswith(("以来", "起，"), date.end) or text.endswith(_SUMMED_UP, 0, date.start):
        return True
    if text.startswith("度", date.end) and text.endswith("表彰了", 0, date.start):  # honours of a year that is over
        return True
    if len(date.value) == len("YYYY") and text[date.start - 1 : date.start] == "：":  # 获悉：2010年全省销售卷烟…
        return True
    return len(date.value) == len("YYYY") and text.startswith("，", date.end) and text[date.start - 1 : date.start] in _LOOKS_BACK


# ---------------------------------------------------------------- months


def _months(text: str, year: int | None, start: int, end: int, dated: list[Date], today: str) -> Iterator[Date]:
    """4月18日, 今年4月 and 四月十八日, which get their year from the word before, the last year named, or the document."""
    covered = Stretches((date.start, date.end) for date in dated)
    implied = _implied(text, dated, start, end) if year is None else None
    for pattern, number in ((_MONTH, _digits), (_CHINESE_MONTH, _number)):
        for match in pattern.finditer(text, start, end):
            if text[match.start() - 1 : match.start()] not in _NOT_BEFORE_MONTH and not covered.hold(match.start()):
                month = number(match[1])
                at, base = _base_year(text, match.start(), int(month), year, implied, dated, today)
                yield Date(max(at, start), match.end(), _iso(base, month, number(match[2]) if match[2] else None))


def _base_year(text: str, at: int, month: int, year: int | None, implied: int | None, dated: list[Date], today: str) -> tuple[int, str]:
    """Where the words of a month that begins ``at`` begin, with 今年 or 去年 before it, and its year if known, else as ``implied``."""
    word = RELATIVE_DATES.get(text[max(0, at - 2) : at])
    if word is not None and word.unit == "year" and word.base == "document":
        return at - 2, str((year or implied or 0) + word.steps) if year or implied else ""
    number = bisect_left(dated, at, key=_start)
    last = dated[number - 1] if number else None
    named = int(last.value[:4]) if last is not None else year
    if last is not None and year is not None and "\n" in text[last.end : at]:  # that year was another paragraph's
        ahead = today[5:] and f"{month:02}" > today[5:7]  # a report looks back on the year before
        named = named if ahead and named == year - 1 else year
    elif last is not None and year is not None and _SINCE.search(text, last.end, min(at, last.end + _NEAR)):
        named = year  # 2017年11月到村任职以来, …8月20日
    if word is not None and word.unit == "year":
        return at - 2, str(named + word.steps) if named else str(implied or "")
    return at, str(named or implied or "")


# ---------------------------------------------------------------- relative to the document or to the date before


def _relative(text: str, year: int | None, start: int, end: int, known: list[Date], today: str) -> Iterator[Date]:
    """今年, 昨日, 上月, 日前, 当天 …: words of the table, where what they count from is known."""
    covered = Stretches((date.start, date.end) for date in known)
    told = [date for date in known if date.value[7:] and date.value[0] != "-" and text.startswith(_DATELINE, date.end)]
    for match in _RELATIVE.finditer(text, start, end):
        word = RELATIVE_DATES[match[0]]
        if covered.hold(match.start()) or (word.alone and not _CLAUSE_HEAD.search(text, max(0, match.start() - 1), match.start())):
            continue
        if text.startswith("的", match.end()) and word.unit == "day":  # 今天的中国
            continue
        if word.base == "document":
            base = today or (str(year) if year else "")
            if word.unit == "day":
                base = next((date.value for date in reversed(told) if date.end <= match.start()), base)
        else:
            number = bisect_left(known, match.start(), key=_start)
            least = len("YYYY-MM-DD" if word.unit == "day" else "YYYY")
            base = next((date.value for date in reversed(known[max(0, number - _BACK) : number]) if len(date.value) >= least), "")
        value = _moved(base, word)
        day = _DAY_OF_MONTH.match(text, match.end()) if word.unit == "month" and value else None
        if value:
            yield Date(match.start(), day.end() if day else match.end(), _iso(value[:4], value[5:7], day[1]) if day else value)


def _moved(base: str, word: RelativeDate) -> str:
    """``base`` moved by the steps of ``word``, as precise as its unit; nothing where ``base`` is not precise enough."""
    if not base[:4].isdigit():
        return ""
    if word.unit == "year":
        return str(int(base[:4]) + word.steps)
    if word.unit == "month":
        months = int(base[:4]) * 12 + int(base[5:7]) - 1 + word.steps if len(base) >= len("YYYY-MM") else -1
        return f"{months // 12}-{months % 12 + 1:02}" if months >= 0 else ""
    try:
        day = day_of_calendar.fromisoformat(base)
    except ValueError:
        return base[:4] if word.unit == "days" else ""
    moved = day + timedelta(days=word.steps)
    return moved.isoformat() if word.unit == "day" else _shared(day.isoformat(), moved.isoformat())


def _shared(one: str, other: str) -> str:
    """The month or year that holds both days: 日前 is no more precise than that."""
    return next((one[:length] for length in (7, 4) if one[:length] == other[:length]), "")


def _days(text: str, start: int, end: int, known: list[Date], today: str) -> Iterator[Date]:
    """18日上午: a day of the month that was named last, or of the document's; a later day than the document's is the month before's."""
    covered = Stretches((date.start, date.end) for date in known)
    for match in _DAY.finditer(text, start, end):
        if text[match.start() - 1 : match.start()] in _NOT_BEFORE_DAY or covered.hold(match.start()):
            continue
        if text[match.end()] in _IN_CHRONICLES and text[max(start, match.start() - _INDENT) : match.start()].rstrip(" \u3000")[-1:] not in (
            "",
            "\n",
        ):
            continue
        if text[match.end()] == "，" and not _CLAUSE_HEAD.search(text, max(0, match.start() - 1), match.start()):
            continue
        number = bisect_left(known, match.start(), key=_start)
        before = known[max(0, number - _BACK) : number]
        base = next((date.value for date in reversed(before) if not _BORN.match(text, date.end)), today)
        if base.startswith("--"):  # no year is known, but the month
            yield Date(match.start(), match.end(), f"{base[: len('--MM')]}-{int(match[1]):02}")
        elif base[:4].isdigit() and len(base) >= len("YYYY-MM"):
            late = base is today and base[8:] and int(match[1]) > int(base[8:])
            month = _moved(base, RelativeDate("", "month", -1 if late else 0, "document", alone=False))
            yield Date(match.start(), match.end(), f"{month}-{int(match[1]):02}")


# ---------------------------------------------------------------- writing


def _iso(year: str, month: str | None, day: str | None) -> str:
    if not year:
        return f"--{int(month or 1):02}" + (f"-{int(day):02}" if day else "")
    return year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if month and day else "")


def _chinese(match: re.Match[str]) -> str:
    year = "".join(_DIGITS[char] for char in match[1])
    return _iso(year, _number(match[2]) if match[2] else None, _number(match[3]) if match[3] else None)


def _digits(text: str) -> str:
    """A month or day as it stands, and 元月 as the first."""
    return "1" if text == "元" else text


def _number(text: str) -> str:
    """一 to 三十一 in digits."""
    return str(numeral(text))
