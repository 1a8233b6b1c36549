"""The bodies that published the articles of a page."""

from __future__ import annotations

import pytest

from kg import analyse
from kg.model import Kind

ARTICLE = "岳阳市召开党建工作会议\n{}\n4月18日，岳阳市召开党建工作会议。市委副书记韦启明对岳阳日报记者说，会议开得好。\n"


LINES = [
    "来源：岳阳日报",
    "来源：岳阳日报发布者：时间：2012-04-19",
    "2012年4月19日 岳阳日报",
    "岳阳日报  2012-04-19 08:30",
    "（2012/4/19 岳阳日报）",
    "岳阳日报 2012-04-19 04:05 大字",
    "http://www.example.com 2012年4月19日04:22 人民网-岳阳日报",
    "岳阳日报4月19日消息 （记者芮明）",
]
"""What names the paper, each on a line of its own."""


@pytest.mark.parametrize("line", LINES)
def test_a_paper_is_one_body(line: str) -> None:
    """Whatever names it, the publisher is the paper that the text names, with its place."""
    analysis = analyse(ARTICLE.format(line).encode())
    papers = [thing for thing in analysis.things if thing.kind is Kind.BODY and thing.label == "岳阳日报"]
    assert [paper.id for paper in papers] == [analysis.sources[0].publisher]
    assert papers[0].get("jurisdiction") == "place/430600-yue-yang-shi"


@pytest.mark.parametrize("line", ["2012年4月19日 星期四", "2012年4月19日 各县举报", "2012年4月19日 通报如下"])
def test_not_all_that_stands_beside_a_date_publishes(line: str) -> None:
    """A weekday or a verb beside the date is no outlet."""
    assert "星期" not in analyse(ARTICLE.format(line).encode()).sources[0].publisher
    assert not [thing for thing in analyse(ARTICLE.format(line).encode()).things if thing.label in ("各县举报", "通报")]


def test_a_paper_that_only_publishes_has_the_place_of_its_name() -> None:
    """A source that is named nowhere else is the same body as in pages that speak of it."""
    analysis = analyse("王家村修桥\n来源：湖南日报\n王家村修了一座桥。\n".encode())
    paper = next(thing for thing in analysis.things if thing.label == "湖南日报")
    assert paper.get("jurisdiction") == "place/430000-hu-nan-sheng"
