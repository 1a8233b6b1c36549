"""HTML pages: all visible text in document order, chrome marked, metadata read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.read import read
from kg.read.html import DEEPEST, sniff
from kg.read.raw import Raw

SENTENCE = "岳阳市委组织部副部长韦启明出席会议并讲话。"

PAGE = f"""<!DOCTYPE html><html><head>
<title>全市党建工作推进会召开_岳阳新闻网</title>
<meta name="ArticleTitle" content="全市党建工作推进会召开"><meta name="PubDate" content="2012-04-18 09:30">
<meta name="ContentSource" content="岳阳新闻网"><meta name="Author" content="易思齐">
<meta property="og:url" content="http://example.cn/a.html">
<script>var hidden = "脚本里的字";</script><style>.隐藏 {{}}</style></head><body>
<nav><a href="/">首页</a> <a href="/d">党建</a></nav>
<div class="breadcrumb">您当前的位置：<a href="/">首页</a></div>
<h1>全市党建工作推进会召开</h1>
<div class="content"><p>{SENTENCE}</p><p>会议<b>强调</b>，<a href="x">各级党组织</a>要带头&nbsp;落实。</p>
<table><tr><td>甲</td><td>乙</td></tr></table><p>{"会议指出，要把工作落到实处，让群众得到实惠。" * 4}</p></div>
<div id="related_links"><ul><li><a href="1">另一条无关的新闻</a></li></ul></div>
<noscript>请打开脚本</noscript><footer>版权所有</footer>
</body></html>"""


def parsed(page: str) -> Raw:
    """A page as it is read from UTF-8."""
    return read(page.encode())


def test_visible_text_stands_in_document_order() -> None:
    """Every visible word is there once, in the order of the page, a line a block."""
    lines = parsed(PAGE).text.split("\n")
    article = ["全市党建工作推进会召开", SENTENCE, "会议强调，各级党组织要带头\xa0落实。", "甲", "乙"]
    shown = ["首页 党建", "您当前的位置：首页", *article, "另一条无关的新闻", "版权所有"]
    assert [line for line in lines if line in shown] == shown


@pytest.mark.parametrize("hidden", ["脚本里的字", "隐藏", "请打开脚本", "example.cn", "<", ">"])
def test_nothing_hidden_is_read(hidden: str) -> None:
    """Scripts, styles, comments and markup are no text."""
    assert hidden not in parsed(PAGE).text


def test_comments_and_text_behind_hidden_elements() -> None:
    """A comment is not read; what follows a script in the same line is."""
    text = parsed("<html><body><p>甲<!-- 注释里的字 -->乙<script>1</script>丙</p></body></html>").text
    assert text == "甲乙丙\n"


@pytest.mark.parametrize("chrome", ["首页 党建", "您当前的位置：首页", "另一条无关的新闻", "版权所有"])
def test_chrome_is_marked(chrome: str) -> None:
    """Navigation, breadcrumbs, lists of links and footers are marked, each whole line."""
    raw = parsed(PAGE)
    assert chrome in [raw.text[start:end].strip() for start, end in raw.chrome]


def test_the_article_is_not_chrome() -> None:
    """No sentence of the article is marked, not even one with a link in it."""
    raw = parsed(PAGE)
    marked = "".join(raw.text[start:end] for start, end in raw.chrome)
    assert SENTENCE not in marked
    assert "强调" not in marked


def test_a_list_of_links_is_chrome_whatever_the_extractor_says() -> None:
    """Three lines of nothing but links on end beside a short article are no part of it; one linked line may be."""
    links = "<br>".join(f'<a href="/{number}">{number}县召开会议</a>' for number in "甲乙丙丁")
    page = f"<table><tr><td>{links}</td><td><font>{SENTENCE}<br><a href='/'>见附件一</a><br>{SENTENCE}</font></td></tr></table>"
    raw = parsed(page)
    marked = "".join(raw.text[start:end] for start, end in raw.chrome)
    assert all(f"{number}县" in marked for number in "甲乙丙丁")
    assert SENTENCE not in marked


def test_chrome_stays_in_place_behind_a_stray_byte_order_mark() -> None:
    """A BOM that a template left in the page shifts no mark."""
    raw = parsed(f"<html><body>\ufeff<nav>首页</nav><p>{SENTENCE}</p></body></html>")
    assert [raw.text[start:end].strip() for start, end in raw.chrome] == ["首页"]


def test_metadata_is_read() -> None:
    """Title, date, publisher, author and link come from the page's own metadata."""
    raw = parsed(PAGE)
    assert (raw.title, raw.date, raw.publisher, raw.author) == ("全市党建工作推进会召开", "2012-04-18", "岳阳新闻网", "易思齐")
    assert raw.url == "http://example.cn/a.html"


def test_the_heading_is_the_title_where_there_is_no_metadata() -> None:
    """Without metadata the first heading names the page, and nothing is made up."""
    raw = parsed(f"<html><head><title>站名</title></head><body><h1>大 标题</h1><p>{SENTENCE}</p></body></html>")
    assert (raw.title, raw.date, raw.publisher, raw.author, raw.url) == ("大 标题", "", "", "", "")


def test_a_hundred_thousand_nested_tags_cost_no_text() -> None:
    """A page that is nested beyond what parsers survive is flattened, and every word of it read."""
    page = f"<html><body>{'<div>' * 100_000}{SENTENCE}{'</div>' * 100_000}<p>末尾一句。</p></body></html>"
    text = parsed(page).text
    assert SENTENCE in text
    assert text.index(SENTENCE) < text.index("末尾一句。")


def test_a_flattened_page_shows_no_script() -> None:
    """Flattening drops scripts and styles, and decodes references."""
    page = f"<html><body><script>脚本里的字</script>{'<div>' * (DEEPEST + 1)}甲&amp;乙 3 &lt; 4<style>样式</style>{SENTENCE}"
    text = parsed(page).text
    assert SENTENCE in text
    assert "甲&乙 3 < 4" in text
    assert not any(hidden in text for hidden in ("脚本", "样式", "div"))


def test_scripts_without_end_cost_no_time() -> None:
    """A flattened page of a hundred thousand openings of scripts, styles and comments is read in one pass."""
    text = parsed(f"<html><body>{'<div>' * (DEEPEST + 1)}{'<script <style <!-- ' * 30_000}{SENTENCE}<!-- 注释 --><p>末尾一句。</p>").text
    assert "末尾一句。" in text


def test_paragraphs_without_end_tags_do_not_nest() -> None:
    """An old page of many unclosed paragraphs keeps its title and its chrome."""
    page = f"<html><head><title>题目</title></head><body><nav>首页</nav>{('<p>' + SENTENCE) * (DEEPEST + 1)}</body></html>"
    assert parsed(page).title == "题目"


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><p>{SENTENCE}",
        f"<p>{SENTENCE}</div></span></p></table>",
        f"<html><body><table><tr><td><p>{SENTENCE}<tr></html>",
        f"<?xml version='1.0' encoding='gb2312'?><html><body>{SENTENCE}</body></html>",
        f"<html><body><p title='a>b' class=>{SENTENCE}<br/></p><!-- never closed",
        f"<html><frameset></frameset><body>{SENTENCE}",
        f"<html><body><p>&#0;&#1;&#xFFFF;&#xD800;&bogus;{SENTENCE}</p>",
        f"<html \x01><body\x02>\x03{SENTENCE}",
    ],
    ids=["unclosed", "wrong ends", "broken table", "XML declaration", "odd attributes", "frames", "bad references", "controls"],
)
def test_broken_pages_are_read_all_the_same(page: str) -> None:
    """Whatever is wrong with the markup, the words are read, and nothing that a format cannot carry."""
    text = parsed(page).text
    assert SENTENCE in text
    assert not set(text) & {"\0", "\1", "\uffff"}


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>1</script></body>", "<!DOCTYPE html>", "<html><body>  \n </body>"])
def test_a_page_without_text_is_refused(page: str) -> None:
    """A page that shows nothing is an error that says so."""
    with pytest.raises(ReadError, match=r"HTML|no visible text"):
        parsed(page)


SOUP = ["<div>", "</div>", "<p>", "<b>", "<a href=x>", "</a>", "<nav>", "<td>", "<!--", "-->", "<", ">", "&lt;", "党建", "。", " ", "\n"]


@given(st.lists(st.sampled_from(SOUP), max_size=30))
def test_chrome_lies_inside_the_text(parts: list[str]) -> None:
    """For any soup of tags the marks are whole lines of the raw text, in order."""
    raw = parsed("<html><body><p>甲</p>" + "".join(parts))
    at = 0
    for start, end in raw.chrome:
        assert at <= start < end <= len(raw.text)
        assert raw.text[end - 1] == "\n"
        assert start == 0 or raw.text[start - 1] == "\n"
        at = end


@pytest.mark.parametrize(
    ("data", "is_html"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\xef\xbb\xbf <html>", True),
        (b"<div class=a>", True),
        ("<body>".encode("utf-16"), True),
        (b"3 < 4", False),
        (b"", False),
    ],
)
def test_html_is_recognised_by_its_tags(data: bytes, is_html: bool) -> None:  # noqa: FBT001 - a column of the table
    """Pages are told from text by their first tags, whatever their suffix."""
    assert sniff(data, "") is is_html


def test_a_tag_that_does_not_end_is_read_once() -> None:
    """However long its name: where it could end was tried at each of its letters, and in each again up to the end."""
    assert parsed(f"<html><body><p>{SENTENCE}</p><{'a' * 300_000}").text.split() == [SENTENCE]


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td"])
@pytest.mark.parametrize("depth", [200, 300, DEEPEST - 10])
def test_deep_pages_are_read_whole(tag: str, depth: int) -> None:
    """Below the limit a page is parsed, and no parser's own limit costs a word of it."""
    assert parsed(f"<html><body><p>甲</p>{f'<{tag}>' * depth}{SENTENCE}").text.split() == ["甲", SENTENCE]


@pytest.mark.parametrize(
    ("encoding", "declared", "text"),
    [
        ("gb18030", "gb2312", SENTENCE + "喆堃镕㐂"),
        ("gbk", "", SENTENCE),
        ("big5hkscs", "big5", "香港特別行政區政府新聞處鰂魚涌辦事處主任出席會議，囍。" * 2),
        ("big5", "", "岳陽市委組織部副部長韋啟明出席會議並講話。" * 2),
        ("utf-16", "utf-16", SENTENCE),
        ("utf-8", "gb2312", SENTENCE),
        ("utf-8-sig", "", SENTENCE),
    ],
)
def test_a_page_reads_the_same_in_every_encoding(encoding: str, declared: str, text: str) -> None:
    """Whatever a page is in, and whatever it says it is in."""
    page = f"<html><head><meta charset='{declared}'></head><body><p>{text}</p></body></html>"
    assert read(page.encode(encoding)).text == text + "\n"


def test_a_few_undecodable_bytes_are_reported() -> None:
    """Up to 1% of a page may be lost; each loss stands as U+FFFD and is counted."""
    raw = read(f"<html><body><p>{SENTENCE * 30}</p>".encode() + b"\xff</body></html>")
    assert (raw.lost, raw.text.count("\ufffd")) == (1, 1)


def test_a_page_that_a_server_wraps_into_a_form_is_no_chrome() -> None:
    """A form around everything is the page; a form around a search field is chrome."""
    page = f"<form id='form1'><h1>题目</h1>{f'<p>{SENTENCE}</p>' * 12}</form><form><label>站内搜索</label></form>"
    raw = parsed(f"<html><body>{page}</body></html>")
    assert [raw.text[start:end].strip() for start, end in raw.chrome] == ["站内搜索"]


def test_a_block_with_an_unlucky_name_keeps_its_prose() -> None:
    """Long sentences that the extractor votes for are no chrome, though somebody called their block links."""
    prose = "会议指出，要把工作落到实处，让群众得到实惠，让基层减轻负担，让干部放开手脚，形成合力。"
    page = f"<div class='links-content'>{f'<p>{prose}</p>' * 8}</div><div id='links'><p>友情</p></div>"
    raw = parsed(f"<html><body>{page}</body></html>")
    assert {raw.text[start:end].strip() for start, end in raw.chrome} == {"友情"}


def test_pages_of_word_processors() -> None:
    """What Word and WPS export: their own elements break no line, hidden text is none, page headers are chrome, wrapped lines are whole."""
    raw = parsed(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--[if gte mso 9]><xml>设置</xml><![endif]-->"
        "<p class=MsoNormal>岳阳市委\n组织部<o:p></o:p>副部长\r\n  韦启明<span style='mso-hide:all'>暗</span>出席 2012\n年会议。</p>"
        "<p>甲\n\u3000\u3000乙</p><div style='mso-element:header'><p>第1页</p></div><div title='footer'><p>公报</p></div></body></html>"
    )
    assert raw.text.split("\n") == ["岳阳市委组织部副部长韦启明出席 2012 年会议。", "甲 \u3000\u3000乙", "第1页", "公报", ""]
    assert [raw.text[start:end].strip() for start, end in raw.chrome] == ["第1页", "公报"]


@pytest.mark.parametrize(
    "noise",
    [
        '<span style="display:none">9x 噪声</span>',
        '<font style="COLOR: #fff; font-size: 0px">9x 噪声</font>',
        "<font class='jammer'>9x 噪声</font>",
        "<font class='a jammer'>9x 噪声</font>",
        "<i hidden>噪声</i>",
        "<div style='display : none;'><p>弹窗</p></div>",
        "<dialog><p>弹窗</p></dialog>",
        "<video>浏览器不支持视频</video>",
        "<rt>yuè</rt>",
    ],
)
def test_what_nobody_sees_does_not_part_a_sentence(noise: str) -> None:
    """Noise against copying, waiting boxes, stand-ins for old browsers and readings above characters are no text of the page."""
    assert parsed(f"<html><body><div>岳阳市委组织部{noise}副部长</div></body></html>").text == "岳阳市委组织部副部长\n"


@pytest.mark.parametrize("style", ["display:none", "visibility: hidden; opacity: 0", "font-size:0"])
def test_an_article_that_a_script_uncovers_is_read(style: str) -> None:
    """The text of some pages is hidden until their script has run, or until somebody turns a page."""
    assert parsed(f'<html><body><div style="{style}"><p>{SENTENCE}</p><p>{SENTENCE}</p></div></body></html>').text == f"{SENTENCE}\n" * 2


def test_elements_that_are_no_blocks_part_no_words() -> None:
    """Only elements that browsers show as blocks break a line; those that nobody knows do not."""
    page = "<p>岳阳<nobr>市委</nobr><acronym>组</acronym><st1:date>织</st1:date><x-y>部</x-y><time>今天</time>开会<center>完</center></p>"
    assert parsed(page).text == "岳阳市委组织部今天开会\n完\n"


@pytest.mark.parametrize(("opens", "closes"), [("<pre>", "</pre>"), ("<div style='white-space:pre-wrap'>", "</div>")])
def test_lines_of_preformatted_text_are_lines(opens: str, closes: str) -> None:
    """Text that was put into a page as it stood in a file keeps its paragraphs."""
    assert parsed(f"<body>{opens}　　{SENTENCE}\r\n　　{SENTENCE}\n{closes}甲\n乙</body>").text == f"　　{SENTENCE}\n" * 2 + "甲乙\n"


def test_a_page_of_frames_says_so() -> None:
    """What it shows are other pages; what stands there for old browsers is no text."""
    page = "<html><frameset cols='1,*'><frame src=a.htm><frame src=b.htm><noframes><body>请换浏览器</body></noframes></frameset></html>"
    with pytest.raises(ReadError, match="frames; read those"):
        parsed(page)


def test_entities_of_a_page_in_xml_are_not_expanded() -> None:
    """Declarations before the page are no text, and what they declare stands for nothing."""
    head = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    assert parsed(f"{head}<html><body><p>&b;{SENTENCE}</p></body></html>").text == f"&b;{SENTENCE}\n"
