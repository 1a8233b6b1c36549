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
    "a day behind what has been since": ("2010年11月任职以来，8月20日走访", 2012, ["2010-11", "2012-08-20"]),
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


RELATIVE = {
    "yesterday": ("昨日，全市召开大会", "2012-04-19", ["2012-04-18"]),
    "today at the head of a clause": ("今天，县委召开大会", "2012-04-19", ["2012-04-19"]),
    "last month": ("上月18日启动，上个月结束", "2012-01-19", ["2011-12-18", "2011-12"]),
    "the other day, within the month": ("日前，县委召开大会", "2012-04-19", ["2012-04"]),
    "the other day, over the turn of the month": ("日前，县委召开大会", "2012-04-05", ["2012"]),
    "the other day, over the turn of the year": ("日前，县委召开大会", "2012-01-05", []),
    "the year alone": ("今年完成，去年开工", "2012-04-19", ["2012", "2011"]),
    "the same day": ("2011年5月3日开工，当天签约，次日动工", "", ["2011-05-03", "2011-05-03", "2011-05-04"]),
    "the same year and the next": ("2009年立项，同年8月开工，次年竣工", "", ["2009", "2009-08", "2010"]),
    "a day of the document's month": ("本报讯 18日上午，县委召开大会", "2012-04-19", ["2012-04-18"]),
    "a later day is of the month before": ("28日，县委召开大会", "2012-04-02", ["2012-03-28"]),
    "Chinese numerals without a year": ("十月一日举行，十二月份结束", "2012-12-19", ["2012-10-01", "2012-12"]),
}


@pytest.mark.parametrize(("text", "today", "values"), RELATIVE.values(), ids=RELATIVE)
def test_a_relative_date_is_read_against_what_is_known(text: str, today: str, values: list[str]) -> None:
    """From the document's date or from the date before; a bounded one no more precise than its bounds."""
    assert [date.value for date in dates.find(text, int(today[:4]) if today else None, today=today)] == values


@pytest.mark.parametrize(
    "text",
    ["今天的农村变了样", "节日前慰问", "10日前完成", "历时3日，", "每月8日，", "为期3日，", "五月花", "第3日上午", "3日内办结"],
)
def test_words_that_look_like_relative_dates_are_none(text: str) -> None:
    """今天 in general, 日前 inside other words, spans of days."""
    assert dates.find(text, 2012, today="2012-04-19") == []


def test_without_a_date_of_the_document_relative_words_say_nothing() -> None:
    """昨日 of an undated page is no date."""
    assert dates.find("昨日，县委召开大会。日前，上月，今年", None) == []


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
