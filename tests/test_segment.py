"""Pages to articles, paragraphs with zones, and sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned, Span
from kg.segment import Segments, Zone, segment

PAGE = """您当前的位置：首页 > 党建
2012-04-18 09:30 来源：岳阳新闻网
凝心聚力促发展
——全市基层党建工作综述
岳阳市召开会议。市委书记韦启明出席会议！“抓落实。”他说完。
图为会议现场
责任编辑：易思齐
相关链接
·另一条新闻...
岳阳市的另一条新闻。
"""

PIECES = ["岳阳市", "。", "！", "”", "？", "\n", "  ", "第一篇：", "第二篇：", "相关链接", "2012-04-18", "图为会议", "，", "404 Not Found"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def cut(text: str) -> Segments:
    """``text`` cut up."""
    return segment(Aligned.of(text))


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("您当前的位置", Zone.BOILERPLATE),
        ("2012-04-18", Zone.DATELINE),
        ("凝心聚力", Zone.HEADLINE),
        ("——全市", Zone.HEADLINE),
        ("岳阳市召开", Zone.BODY),
        ("图为", Zone.CAPTION),
        ("责任编辑", Zone.CREDITS),
        ("相关链接", Zone.BOILERPLATE),
        ("·另一条", Zone.BOILERPLATE),
        ("岳阳市的另一条", Zone.BOILERPLATE),
    ],
)
def test_lines_have_zones(line: str, zone: Zone) -> None:
    """Each line is what it looks like and where it stands: what follows the related links is none of the article."""
    assert {p.zone for p in cut(PAGE).paragraphs if PAGE.startswith(line, p.start)} == {zone}


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("来源：" + " " * 20_000 + "岳阳市", Zone.BODY),
        ("来源：" + " " * 20_000 + "2012-04-18", Zone.DATELINE),
        ("往期回顾" + "》" * 200_000 + "岳阳", Zone.BODY),
        ("往期回顾" + "》" * 200_000, Zone.BOILERPLATE),
    ],
)
def test_long_runs_of_blanks_and_marks_are_read_once(line: str, zone: Zone) -> None:
    """A line that is drawn out where a pattern could part it anywhere is told like a short one: it used to take hours."""
    assert [paragraph.zone for paragraph in cut(line).paragraphs] == [zone]


def test_sentences_end_with_their_marks() -> None:
    """A sentence ends with 。！？ and the quotation mark behind it, or with its paragraph."""
    found = [PAGE[s.start : s.end] for s in cut(PAGE).sentences if s.zone is Zone.BODY]
    assert found == ["岳阳市召开会议。", "市委书记韦启明出席会议！", "“抓落实。”", "他说完。"]


@given(TEXTS)
def test_sentences_cover_the_paragraphs_in_order(text: str) -> None:
    """Every character of a paragraph is in exactly one sentence of its zone, and paragraphs hold all but blanks."""
    segments = cut(text)
    for number, paragraph in enumerate(segments.paragraphs):
        own = [s for s in segments.sentences if s.paragraph == number]
        assert "".join(text[s.start : s.end] for s in own) == text[paragraph.start : paragraph.end]
        assert {(s.zone, s.article) for s in own} == {(paragraph.zone, paragraph.article)}
    assert "".join(text[p.start : p.end] for p in segments.paragraphs) == "".join(line.strip() for line in text.split("\n"))
    assert all(one.end <= other.start for one, other in pairwise(segments.sentences))


@given(TEXTS)
def test_articles_cover_the_text(text: str) -> None:
    """Articles stand one behind the other and leave nothing out."""
    articles = cut(text).articles
    assert (articles[0].start, articles[-1].end) == (0, len(text))
    assert all(one.end == other.start for one, other in pairwise(articles))


def test_numbered_articles_are_parted() -> None:
    """第一篇 and 第二篇 at the heads of lines part a page; each has its headline, and what precedes the first belongs to it."""
    text = "网站名\n第一篇：凝心聚力\n岳阳市召开会议。\n第二篇：转变作风\n西安市召开会议。\n"
    articles = cut(text).articles
    assert [article.headline.split(" ")[-1] for article in articles] == ["第一篇：凝心聚力", "第二篇：转变作风"]
    assert articles[1].start == text.index("第二篇")


@pytest.mark.parametrize(
    ("first", "second"),
    [("第1篇：", "第2篇："), ("第 一篇 ", "第 二篇 "), ("篇一：", "篇二："), ("范文1：", "范文2："), ("例文一 ", "例文二 ")],
)
def test_articles_are_numbered_in_many_ways(first: str, second: str) -> None:
    """As sites that collect documents number them."""
    articles = cut(f"{first}讲话\n岳阳市召开会议。\n{second}总结\n西安市召开会议。\n").articles
    assert [article.headline for article in articles] == [f"{first}讲话", f"{second}总结"]


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("2012年04月18日08:07 来源：岳阳新闻网", Zone.DATELINE),
        ("岳阳日报 2012-04-18 08:07", Zone.DATELINE),
        ("来源：岳阳新闻网 发布时间：2012-04-18 点击：12", Zone.DATELINE),
        ("[2012-04-18]", Zone.DATELINE),
        ("（2012年4月18日）", Zone.DATELINE),
        ("发表于 2012-4-18 10:00 | 只看该作者", Zone.DATELINE),
        ("成文日期：2012年4月18日", Zone.DATELINE),
        ("索 引 号：00001/2012-1", Zone.CREDITS),
        ("发文机关：岳阳市人民政府办公室", Zone.CREDITS),
        ("标  题：关于做好工作的通知", Zone.CREDITS),
        ("来源：岳阳新闻网", Zone.CREDITS),
        ("楼主", Zone.BOILERPLATE),
        ("使用道具 举报", Zone.BOILERPLATE),
        ("岳阳市委 2012年4月18日召开会议", Zone.HEADLINE),
        ("关于名称的决定", Zone.HEADLINE),
        ("2012年4月18日全市召开会议", Zone.HEADLINE),
    ],
)
def test_what_stands_around_a_headline_is_none(line: str, zone: Zone) -> None:
    """Times and sources as sites print them, the card above a document of a government, the buttons of a forum."""
    assert [paragraph.zone for paragraph in cut(f"全市召开会议\n{line}\n岳阳市召开会议。\n").paragraphs][:2] == [Zone.HEADLINE, zone]


@pytest.mark.parametrize("text", ["第一篇：只有一篇\n岳阳市召开会议。", "他写了第一篇：通讯，第二篇：评论。", ""])
def test_other_pages_are_one_article(text: str) -> None:
    """One numbered heading, or the words inside a sentence, part nothing."""
    assert len(cut(text).articles) == 1


def test_chrome_of_the_reader_is_boilerplate() -> None:
    """Raw stretches that the reader marked are marked in the repaired text."""
    raw = "首页\n岳阳市召开会议。\n"
    aligned = Aligned.of("王 磊\n" + raw).arrange([(4, 4 + len(raw))])
    segments = segment(aligned, (Span(4, 7),))
    assert [paragraph.zone for paragraph in segments.paragraphs] == [Zone.BOILERPLATE, Zone.BODY]


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("一、加强领导。各级要高度重视。", Zone.LIST),
        ("（二）抓好落实。", Zone.LIST),
        ("3．严明纪律。", Zone.LIST),
        ("3.5亿元已经到位。", Zone.BODY),
        ("一些地方行动迟缓。", Zone.BODY),
        ("注：数据截至4月底。", Zone.NOTE),
        ("编者按：今起刊登。", Zone.NOTE),
        ("注意安全。", Zone.BODY),
    ],
)
def test_list_items_and_notes_are_told_from_running_text(line: str, zone: Zone) -> None:
    """By what their lines begin with."""
    assert cut(f"岳阳市召开会议。\n{line}\n").paragraphs[1].zone is zone


def test_tables_of_the_reader_are_tables() -> None:
    """Raw stretches that the reader marked, wherever repair moved them; no cell is taken for a headline."""
    raw = "姓名\t职务\n韦启明\t副部长\n岳阳市召开会议。\n"
    segments = segment(Aligned.of(raw), tables=(Span(0, 14),))
    assert [paragraph.zone for paragraph in segments.paragraphs] == [Zone.TABLE, Zone.TABLE, Zone.BODY]


@pytest.mark.parametrize(
    "text",
    [
        "404 Not Found\nnginx/1.10\n",
        "对不起，您访问的页面不存在\n返回首页\n",
        "HTTP 错误 404 - 未找到。\n",
        "岳阳市\n502 Bad Gateway\n",
        "该内容已被发布者删除\n",
        "Server Error in '/' Application.\n",
    ],
)
def test_an_error_page_is_boilerplate(text: str) -> None:
    """What a server says when it has no page is no document, down to the last line."""
    assert {paragraph.zone for paragraph in cut(text).paragraphs} == {Zone.BOILERPLATE}


def test_a_list_beside_the_article_ends_where_prose_begins() -> None:
    """What looks like the end of a page is none while nothing has been said: 图片新闻 in the column on the left."""
    prose = "岳阳市召开会议，市委书记韦启明出席会议并讲话，要求各级各部门把思想和行动统一到市委的部署上来。"
    zones = [p.zone for p in cut(f"图片新闻\n岳阳县的新闻\n{prose}\n相关链接\n{prose}\n").paragraphs]
    assert zones == [Zone.BOILERPLATE, Zone.BOILERPLATE, Zone.BODY, Zone.BOILERPLATE, Zone.BOILERPLATE]


def test_a_list_beside_the_article_ends_where_the_reader_marks_no_chrome() -> None:
    """On a page whose links the reader marked, the headline behind them is one."""
    raw = "图片新闻\n岳阳县的新闻\n凝心聚力促发展\n岳阳市召开会议。\n"
    zones = [p.zone for p in segment(Aligned.of(raw), chrome=(Span(5, 12),)).paragraphs]
    assert zones == [Zone.BOILERPLATE, Zone.BOILERPLATE, Zone.HEADLINE, Zone.BODY]


@pytest.mark.parametrize(
    "line",
    ["岳阳市人民政府版权所有", "岳阳县委办公室 岳阳县政府办公室 主办", "地址：岳阳市人民路1号 邮编：414000", "往期回顾", "通知公告 更多>>"],
)
def test_whose_the_site_is_is_boilerplate(line: str) -> None:
    """The imprint of a site and the heads of its lists are no part of the article."""
    assert cut(f"岳阳市召开会议。\n{line}\n").paragraphs[1].zone is Zone.BOILERPLATE


@pytest.mark.parametrize("line", ["会议由市委宣传部主办。", "市政府通知公告了结果。", "这部作品的版权所有者是岳阳市文联。"])
def test_words_of_imprints_in_sentences_are_none(line: str) -> None:
    """A sentence that speaks of hosts, notices or rights is text."""
    assert cut(f"岳阳市召开会议。\n{line}\n").paragraphs[1].zone is Zone.BODY


@pytest.mark.parametrize(
    "line",
    [
        "关注民生改善，解决群众反映强烈的问题。",
        "今天是建党九十周年纪念日，韦启明走访老党员。",
        "返回家乡的王磊当选村党支部书记。",
        "更多的干部到村任职。",
        "主办单位要求参赛作品联系实际。",
        "相关信息及时录入系统。",
        "热点新闻由宣传部负责发布。",
    ],
)
def test_sentences_that_begin_like_chrome_are_text(line: str) -> None:
    """They are not lost, and neither is what stands below them."""
    paragraphs = cut(f"岳阳市召开会议。\n{line}\n市委书记出席。\n").paragraphs
    assert [paragraph.zone for paragraph in paragraphs] == [Zone.BODY] * 3


@pytest.mark.parametrize(
    "line", ["关注我们", "今天是2012年4月18日 星期三", "更多>>", "主办单位：岳阳市委组织部", "相关新闻：岳阳市召开会议。"]
)
def test_chrome_that_begins_like_a_sentence_is_none(line: str) -> None:
    """Buttons, the day of the visit, and heads of lists."""
    assert cut(f"岳阳市召开会议。\n{line}\n").paragraphs[1].zone is Zone.BOILERPLATE


def test_a_page_that_speaks_of_errors_is_none() -> None:
    """Neither a long page nor one of several sentences."""
    text = "市委书记韦启明出席会议。会议通报，有的网站页面不存在。会议要求整改。\n404人参加。\n"
    assert Zone.BODY in {paragraph.zone for paragraph in cut(text).paragraphs}
