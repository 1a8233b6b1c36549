"""Dates: as precise as the text states them, and no more."""

from __future__ import annotations

import pytest

from kg import analyse
from kg.extract import dates

FOUND = {
    "a day": ("2012年4月18日召开", None, ["2012-04-18"]),
    "a month": ("2012年4月召开", None, ["2012-04"]),
    "a year": ("2012年完成", None, ["2012"]),
    "ISO and dots": ("2012-04-18，2012.4.9，2012/4/9", None, ["2012-04-18", "2012-04-09", "2012-04-09"]),
    "Chinese numerals": ("二〇一二年四月十八日，一九九八年十二月，二○○五年九月三十一日", None, ["2012-04-18", "1998-12", "2005-09-31"]),
    "this year's month": ("今年4月启动", 2012, ["2012-04"]),
    "last year's month": ("去年8月开展", 2013, ["2012-08"]),
    "the year before last": ("前年8月开展", 2013, ["2011-08"]),
    "a day of the document's year": ("4月18日召开", 2012, ["2012-04-18"]),
    "a day of the year that was named before": ("2005年启动，9月16日召开", 2012, ["2005", "2005-09-16"]),
    "a day without a year": ("4月18日召开", None, ["--04-18"]),
    "a month without a year": ("4月份召开", None, ["--04"]),
    "this year's month without a year": ("今年4月启动", None, ["--04"]),
    "the day as 号": ("2012年4月8号", None, ["2012-04-08"]),
}


@pytest.mark.parametrize(("text", "year", "values"), FOUND.values(), ids=FOUND)
def test_a_date_is_as_precise_as_stated(text: str, year: int | None, values: list[str]) -> None:
    """Day, month or year, with a year only where text or document gives one."""
    assert [date.value for date in dates.find(text, year)] == values


@pytest.mark.parametrize("text", ["第138期", "13月", "3.5月", "三天", "2012个", "十二五规划", "电话2012345", "1234567890", ""])
def test_other_numbers_are_no_dates(text: str) -> None:
    """Issue numbers, counts and plans are no dates."""
    assert dates.find(text, 2012) == []


def test_the_span_of_a_date_is_its_words() -> None:
    """Each date says where its words stand."""
    text = "会议于2012年4月18日召开，今年5月落实。"
    assert [text[date.start : date.end] for date in dates.find(text, 2012)] == ["2012年4月18日", "今年5月"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("标题\n2012-04-18 09:30 来源：岳阳新闻网\n岳阳市召开会议。", "2012-04-18"),
        ("标题\n（2005年9月16日）\n岳阳市召开会议。", "2005-09-16"),
        ("岳阳市2012年4月18日召开会议，要求抓好落实。", ""),
        ("岳阳市召开会议。", ""),
    ],
    ids=["date line", "below the title", "in a sentence", "none"],
)
def test_a_page_is_dated_by_a_line_of_its_own(text: str, date: str) -> None:
    """A date inside a sentence is not the date of the page."""
    assert analyse(text.encode()).sources[0].date == date


def test_this_year_is_the_year_of_the_page() -> None:
    """今年4月 counts from the date line."""
    page = "标题\n2012-04-18\n今年4月16日，岳阳市委召开全市基层党建工作推进会。"
    assert "2012-04-16" in {thing.get("date") for thing in analyse(page.encode()).things}
