"""Feeds: an entry, a document."""

from __future__ import annotations

from contextlib import suppress

import pytest
from samples import OTHER, TEXT

from kg.errors import ReadError
from kg.model import Problem
from kg.read import parts, read_part
from kg.read.raw import Part

RSS = f"""<?xml version="1.0" encoding="gb2312"?><?xml-stylesheet href="a.xsl"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>岳阳新闻网</title><link>http://example.cn/</link>
<item><title>题一</title><link>http://example.cn/1</link><pubDate>Wed, 18 Apr 2012 08:30:00 +0800</pubDate><dc:creator>易思齐</dc:creator>
<description><![CDATA[<p>{TEXT.splitlines()[0]}</p><p>{TEXT.splitlines()[1]}</p>]]></description></item>
<item><title>题二</title><description>&lt;p&gt;摘要&lt;/p&gt;</description><content:encoded>&lt;p&gt;{OTHER.strip()}&lt;/p&gt;</content:encoded></item>
<item><title>没有正文</title></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>岳阳新闻网</title><entry><title>题</title><link href="http://example.cn/1"/>
<updated>2012-04-18T08:30:00Z</updated><author><name>易思齐</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{OTHER.strip()}</p></div></content></entry></feed>"""


def found(data: bytes) -> list[Part | Problem]:
    """The entries of a feed."""
    return list(parts(data, "a.xml"))


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_entries_of_rss_are_documents(encoding: str) -> None:
    """Whatever encoding it is in; the full text counts before the summary, and an entry without any is a problem."""
    first, second, third = found(RSS.encode(encoding))
    assert isinstance(first, Part)
    raw = read_part(first)
    assert (raw.text, raw.title, raw.date, raw.publisher) == (TEXT, "题一", "2012-04-18", "岳阳新闻网")
    assert (raw.author, raw.url) == ("易思齐", "http://example.cn/1")
    assert isinstance(second, Part)
    assert read_part(second).text == OTHER
    assert third == Problem("a.xml#3", "has no text in the feed; fetch the page that it links to")


def test_entries_of_atom_are_documents() -> None:
    """Markup inside an entry is read as a page."""
    (entry,) = found(ATOM.encode())
    assert isinstance(entry, Part)
    raw = read_part(entry)
    assert (raw.text, raw.title, raw.date, raw.author, raw.url) == (OTHER, "题", "2012-04-18", "易思齐", "http://example.cn/1")


def test_an_entry_has_the_address_of_its_page_and_the_name_of_its_feed() -> None:
    """Links to comments and to the feed are others; a title has no tags; an entry from elsewhere names where."""
    links = '<link rel="replies" href="http://example.cn/r"/><link rel="self" href="http://example.cn/s"/><link rel="alternate" href="http://example.cn/1"/>'
    title = '<title type="xhtml"><div>岳阳<b>召开</b>会议<!-- 旧 --></div></title><source><id>urn:1</id><title>长江日报</title></source>'
    (entry,) = found(f"<feed><title>岳阳新闻网</title><entry>{links}{title}<content>{OTHER}</content></entry></feed>".encode())
    assert isinstance(entry, Part)
    raw = read_part(entry)
    assert (raw.title, raw.url, raw.publisher) == ("岳阳召开会议", "http://example.cn/1", "长江日报")


def test_an_identifier_is_no_address() -> None:
    """A guid that says it is no permanent link."""
    (entry,) = found(
        f'<rss><channel><item><guid isPermaLink="false">1-2</guid><description>{OTHER}</description></item></channel></rss>'.encode()
    )
    assert isinstance(entry, Part)
    assert not read_part(entry).url


def test_entities_are_not_expanded() -> None:
    """A feed cannot make more of itself than it is, nor read files."""
    bomb = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10))
    head = f'<!DOCTYPE rss [<!ENTITY e0 "岳阳市岳阳市"><!ENTITY f SYSTEM "file:///etc/passwd">{bomb}]>'
    data = f"{head}<rss><channel><item><title>题</title><description>&e9;&f;{OTHER}</description></item></channel></rss>"
    (entry,) = found(data.encode())
    assert isinstance(entry, Part)
    assert read_part(entry).text.strip() == f"&e9;&f;{OTHER.strip()}"


@pytest.mark.parametrize(
    "data", [RSS[:700], "<rss>", "<rss><channel><item><title>题</title><description>岳阳市&nbsp;&broken", "<feed >&#0;"]
)
def test_damaged_feeds_give_what_can_be_made_out(data: str) -> None:
    """Documents and problems, or one line of ours."""
    with suppress(ReadError):
        assert all(isinstance(part, Part | Problem) for part in found(data.encode()))


def test_pages_that_speak_of_feeds_are_pages() -> None:
    """Only the first element counts."""
    (page,) = found(f"<html><body><p>{OTHER}</p><rss></rss></body></html>".encode())
    assert isinstance(page, Part)
    assert read_part(page).text.strip() == OTHER.strip()
