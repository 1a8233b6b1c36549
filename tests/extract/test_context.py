"""What a page says about itself: page chrome around an article changes neither its date nor its publisher."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import kg.extract
from kg import analyse
from kg.model import Analysis, Kind

ARTICLE = "岳阳市召开党建工作会议\n4月18日，岳阳市召开党建工作会议。市委副书记韦启明出席会议，要求各级党组织抓好落实。\n"


def read(text: str) -> Analysis:
    """What ``text`` says."""
    return analyse(text.encode())


def dated(analysis: Analysis) -> set[str]:
    """The dates of its events."""
    return {thing.get("date") for thing in analysis.things if thing.kind is Kind.EVENT}


def test_the_day_of_the_visit_is_not_the_year_of_the_article() -> None:
    """今天是… at the head of a page dates nothing in it."""
    assert dated(read(ARTICLE)) == dated(read(f"今天是2020年5月12日 星期二 多云\n{ARTICLE}")) == {"--04-18"}


def test_a_date_under_the_article_is_its_date_whatever_follows() -> None:
    """Links and imprint below the signature, or navigation above the title, do not hide it."""
    tail = "相关链接\n·甲县的新闻\n·乙县的新闻\n·丙县的新闻\n·丁县的新闻\n版权所有 岳阳新闻网\n"
    head = "首页\n返回\n打印\n网站地图\n联系我们\n关于我们\n设为首页\n"
    assert read(f"{head}{ARTICLE}2012年4月19日\n{tail}").sources[0].date == "2012-04-19"
    assert read(f"{head}（2012年4月19日）\n{ARTICLE}{tail}").sources[0].date == "2012-04-19"


@pytest.mark.parametrize("crumbs", ["您当前的位置：首页 > 新闻中心 > 正文", "当前位置：网站首页>要闻"])
def test_a_home_page_publishes_nothing(crumbs: str) -> None:
    """首页 in the breadcrumbs is no body, and no outlet of a reporter."""
    analysis = read(f"{crumbs}\n{ARTICLE}（记者 易思齐）\n")
    assert not analysis.sources[0].publisher
    assert not [thing for thing in analysis.things if "首页" in thing.label]


def test_a_site_in_the_breadcrumbs_publishes() -> None:
    """A name in their first place is the site's."""
    assert read(f"您当前的位置：岳阳新闻网 > 要闻\n{ARTICLE}").sources[0].publisher


def test_articles_are_read_each_by_itself(monkeypatch: pytest.MonkeyPatch, lines_run: Callable[[Callable[[], object]], int]) -> None:
    """Of a file of many articles each reads its own paragraphs and names: twice as many are twice the steps."""
    article = "关于做好岳阳市工作的通知\n当前位置：长沙市 >\n我局在岳阳市教育局开会。\n" + "岳阳市教育局的干部到会。\n" * 3

    def steps(articles: int) -> int:
        return lines_run(lambda: read("".join(f"第{_numeral(number)}篇\n{article}" for number in range(1, articles + 1))))

    monkeypatch.setattr("kg.extract.EXTRACTORS", kg.extract.EXTRACTORS[:3])
    steps(10)  # what is loaded once
    assert steps(160) < 2.2 * steps(80)


def _numeral(number: int) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))
