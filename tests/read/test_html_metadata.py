"""What a page says about itself."""

from __future__ import annotations

import json

import pytest

from kg.read import read
from kg.read.raw import Raw

SENTENCE = "岳阳市委组织部副部长韦启明出席会议并讲话。"


def page(head: str = "", body: str = "") -> Raw:
    """A page with a head, and a sentence below ``body``."""
    return read(f"<html><head>{head}</head><body>{body}<p>{SENTENCE}</p></body></html>".encode())


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "推进会召开",
    "datePublished": "2012-04-18T09:30:00+08:00",
    "publisher": {"@type": "Organization", "name": "岳阳新闻网"},
    "author": [{"name": "易思齐"}, {"name": "文立诚"}],
    "url": "http://example.cn/a",
}


SITE = {"@type": "WebSite", "name": "站"}


@pytest.mark.parametrize("shape", [ARTICLE, [SITE, ARTICLE], {"@graph": [ARTICLE]}], ids=["one", "list", "graph"])
def test_linked_data_is_read(shape: object) -> None:
    """The article that a page describes in JSON-LD names headline, date, publisher, author and link."""
    raw = page(f"<script type='application/ld+json'>{json.dumps(shape, ensure_ascii=False)}</script>")
    assert (raw.title, raw.date, raw.publisher, raw.author) == ("推进会召开", "2012-04-18", "岳阳新闻网", "易思齐")
    assert raw.url == "http://example.cn/a"


def test_meta_elements_come_before_linked_data() -> None:
    """A site's own fields are closer to its database."""
    raw = page(f"<meta name='PubDate' content='2012-04-19'><script type='application/ld+json'>{json.dumps(ARTICLE)}</script>")
    assert (raw.date, raw.title) == ("2012-04-19", "推进会召开")


@pytest.mark.parametrize("script", ["{", "[" * 5000, "null", '{"@type": "Article", "headline": [[["x"]]]}', '{"@type": 5}', '"a"', "[[]]"])
def test_broken_linked_data_is_passed_over(script: str) -> None:
    """Nothing that a script holds stops the reading."""
    assert page(f"<script type='application/ld+json'>{script}</script>").text == SENTENCE + "\n"


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("发布时间：2012年4月18日 09:30 来源：岳阳新闻网", "2012-04-18"),
        ("来源：岳阳新闻网 作者：易思齐 时间:2012-04-18", "2012-04-18"),
        ("[ 更新日期：2012/4/18 ] 【字体：大 中 小】", "2012-04-18"),
        ("全年营业时间：2012场", ""),
        ("会议时间待定", ""),
    ],
)
def test_the_printed_date_is_read(printed: str, date: str) -> None:
    """Where no field gives the date, the line that Chinese sites print below the headline does."""
    assert page(body=f"<h1>题目</h1><div>{printed}</div>").date == date
    assert page("<meta name='pubdate' content='2001-01-01'>", f"<div>{printed}</div>").date == "2001-01-01"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>推进会召开_岳阳新闻网</title>", "<h1>岳阳新闻网站首页</h1><h1>推进会召开</h1>", "推进会召开"),
        ("<title>岳阳新闻网</title>", "<h1>推进会召开</h1>", "推进会召开"),
        ("<title>全市推进会召开-要闻-岳阳新闻网</title>", "<div>全市推进会召开</div>", "全市推进会召开"),
        ("<title>推进会 - 召开</title>", "", "推进会 - 召开"),
        ("", "", ""),
    ],
    ids=["two headings", "one heading", "a line", "nothing to compare", "nothing"],
)
def test_the_headline_is_told_from_the_name_of_the_site(head: str, body: str, title: str) -> None:
    """The heading that the title repeats, else the first heading, else the part of the title that stands on the page."""
    assert page(head, body).title == title


def test_the_address_that_a_page_gives_as_its_own() -> None:
    """Of og:url and the canonical link the first that is there."""
    assert page("<link rel='canonical' href='http://example.cn/b'>").url == "http://example.cn/b"
