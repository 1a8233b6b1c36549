"""Repaired text to articles, paragraphs with zones, and sentences.

Positions here are positions in the repaired text. Boilerplate (navigation, related links, copyright notices, error
pages) is marked, not dropped: extractors pass over it, save for publisher, link and credits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from kg.aligned import Aligned, Span
from kg.repair.layout import is_caption


class Zone(StrEnum):
    """What part of a page a paragraph is."""

    __hash__ = str.__hash__  # Enum's own is a function of Python's
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDITS = "credits"
    BODY = "body"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    NOTE = "note"
    BOILERPLATE = "boilerplate"


class Paragraph(NamedTuple):
    """A line of the repaired text without the blanks around it."""

    start: int
    end: int
    zone: Zone
    article: int


class SentenceAt(NamedTuple):
    """A sentence (to 。！？ or the end of the paragraph) and the paragraph that it stands in."""

    start: int
    end: int
    paragraph: int
    zone: Zone
    article: int


class Article(NamedTuple):
    """One article of a page; most pages are one."""

    start: int
    end: int
    headline: str


@dataclass(frozen=True, slots=True)
class Segments:
    """A page cut up; ``sentences`` are in order and do not overlap."""

    articles: tuple[Article, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[SentenceAt, ...]


_NUMBER: Final = r"[一二三四五六七八九十\d]{1,3}"
_ARTICLE: Final = re.compile(rf"^[ \t\u3000]*(?:第\s?{_NUMBER}\s?篇|篇\s?{_NUMBER}|[范例]文\s?{_NUMBER})[：:\s]", re.MULTILINE)

_CHROME: Final = re.compile(
    r"^(?:您?当前的?位置|你?所在的?位置|首页|搜\s*索$|404 Not Found|Powered by|[A-Z]+/[\d.]+$|微博$|Qzone$|\[?\s*复制"
    r"|上一[篇页]|下一[篇页]|分享到|【?字[号体]|浏览次数|点击数|扫一扫|.{0,4}我要注册|设为首页|加入收藏|ICP|.{0,12}ICP备"
    r"|网站地图|联系我们|关于我们|【?关闭|站内搜索|阅读原文|点击上方|长按(?:识别|扫)|版权所有|Copyright|请您文明上网|\d+$"
    r"|(?:楼主|沙发|板凳|地板|电梯直达|\d+[#楼])$|只看该作者|倒序浏览|使用道具|回复 支持|显示全部楼层|本帖最后由"
    r"|(?:今天是|关注|打印|更多|返回|主办单位|承办单位|技术支持)(?!.*。))"
)
"""What lines of page chrome begin with; the words of the last row begin sentences, too (关注民生，…。)."""
_IMPRINT: Final = re.compile(
    r"版权所有|©|ICP备|公网安备|网站标识码|(?:主办|承办|协办|主管|技术支持)(?:单位)?[：:]|\s(?:主办|承办|维护)$|^(?:单位|办公)?地址：.{4,40}(?:邮编|邮政编码|电话|传真)"
)
"""What a short line without a sentence holds that says whose the site is."""
_LINK_ITEM: Final = re.compile(r"^·.*|.*(?:\.\.\.|…)$")
_TAIL: Final = re.compile(
    r"^[【\[]?(?:(?:相关(?:稿件|新闻|链接|阅读|报道|文章|信息|推荐)|图片新闻|热点(?:推荐|新闻|排行)|新闻排行)(?![\u4e00-\u9fff].*。)"
    r"|延伸阅读|推荐阅读|友情链接|网友评论|频道推荐"
    r"|请您文明上网|(?:通知公告|最新(?:发布|动态|文章|更新)|往期(?:回顾|推荐|精彩))[】\]\s>》]*+(?:更多)?[>》]*+$|.{0,12}版权(?:与|及|和)免责声明|免责声明|版权声明|特别声明|凡本网注明)"
)
"""What heads the lists and statements below an article; 相关信息及时录入系统。 is a sentence."""
_DAY: Final = r"(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}日?"
_HOUR: Final = r"(?:\d{1,2}:\d\d(?::\d\d)?)?"
_DATELINE: Final = re.compile(
    r"^[\[【（]?(?:(?:信息)?来源[：:]\s*+[\u4e00-\u9fff]{0,12}\s*+)?"
    rf"(?:(?:发布|更新|发表|刊发|成文|发文|生成|印发|公开)?(?:时间|日期)|发[表布]于)?[：:]?\s*+{_DAY}{_HOUR}[\]】）]?(?:\s.*)?$"
    rf"|^[\u4e00-\u9fff]{{2,12}}\s{{1,4}}{_DAY}\s?{_HOUR}$"
)
_CARD: Final = re.compile(
    r"^(?:索\s*引\s*号|(?:主题|体裁|组配|信息)分类|公文种类|有\s*效\s*性|公开(?:方式|范围|时限|机构|责任部门)|内容概述|主\s*题\s*词|标\s*题|名\s*称"
    r"|发文(?:字号|机关|单位)|(?:发布|发文|制发)机构|责任部门|(?:成文|发文|发布|生成|生效)日期)\s?[：:].{0,60}$"
)
"""A line of the card that stands above a document on a government's site."""
_BYLINE: Final = re.compile(
    r"^[（(]?[□■●◎]?\s?(?:本报|本网|本台|特约)?(?:首席|见习|特约|实习)?(?:记者|通讯员|评论员)\s?[：:]?[\u4e00-\u9fff·\s、]{2,40}[）)]?$"
    r"|^[（(]?(?:作者|撰稿|供稿|文/图|文)[：:].{0,60}$"
)
_CREDITS: Final = re.compile(r"[（(]?(?:责任编辑|责编|编辑|来源|稿源|摄影|审核)[：:].{0,60}$")
_LIST_ITEM: Final = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．.](?!\d)|[①-⑳●■□◆★▲·])\s?\S"
)
_NOTE: Final = re.compile(r"[（(\[]?(?:注释?|备注|附注|编者[注按]|名词解释)\s?\d{0,2}\s?[：:）)\]]")
_ERROR: Final = re.compile(
    r"^\W*(?:HTTP\s?)?(?:错误|Error)?\s?(?:40[0345]|50[0234])\b.{0,60}$|(?:页面|网页|文件|信息|内容)(?:不存在|已(?:被)?删除|无法(?:显示|访问)|找不到)"
    r"|(?:找不到|无法找到|没有找到).{0,12}(?:页面?|网页|文件)|内容.{0,6}(?:已被.{0,6}删除|无法查看)"
    r"|Not Found|Service Unavailable|Bad Gateway|Internal Server Error|^Server Error in|^Access Denied|^Forbidden",
    re.MULTILINE | re.IGNORECASE,
)
_LONGEST_ERROR: Final = 1000
"""Code points; a longer page, or one with more sentences than two, is no error page, whatever it speaks of."""
# Patterns that are searched for all through a page begin with a class or a choice of characters (and look behind themselves
# afterwards): :mod:`re` skips to those at once, but tries everything else at every position.
_SENTENCE_END: Final = re.compile(r"[。！？;](?:(?<!;)[。！？]*[”’）》]*|(?<=[\u4e00-\u9fff]{6};)(?=\s))")
_HEADLINE_LINES: Final = 8
_LONGEST_HEADLINE: Final = 70
_SHORTEST_PROSE: Final = 40


def segment(aligned: Aligned, chrome: tuple[Span, ...] = (), tables: tuple[Span, ...] = ()) -> Segments:
    """Cut up a repaired page; ``chrome`` and ``tables`` are raw stretches that the reader marked as such, in order."""
    text = aligned.text
    whole = (Span(0, max(aligned.ends, default=0)),) if is_error_page(text) else chrome
    marks = _Marks(aligned, whole, tables)
    paragraphs: list[Paragraph] = []
    articles: list[Article] = []
    for number, (start, end) in enumerate(_articles(text)):
        own = list(_paragraphs(text, start, end, number, marks))
        headline = " ".join(text[p.start : p.end] for p in own if p.zone is Zone.HEADLINE)
        articles.append(Article(start, end, headline))
        paragraphs += own
    return Segments(tuple(articles), tuple(paragraphs), tuple(_sentences(text, paragraphs)))


def is_error_page(text: str) -> bool:
    """Whether a page is nothing but what a server says when it has no page."""
    return len(text) <= _LONGEST_ERROR and text.count("。") <= 2 and bool(_ERROR.search(text))


def _articles(text: str) -> list[tuple[int, int]]:
    """第一篇 … 第二篇 … at the head of lines part a file into articles; two at least, or it is one."""
    starts = [match.start() for match in _ARTICLE.finditer(text)]
    if len(starts) < 2:  # one heading parts nothing
        return [(0, len(text))]
    starts[0] = 0
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


class _Marks:
    """What the reader marked, asked for by positions in the repaired text."""

    def __init__(self, aligned: Aligned, chrome: tuple[Span, ...], tables: tuple[Span, ...]) -> None:
        self._starts = aligned.starts
        self._chrome = chrome
        self._tables = tables

    def chrome(self, position: int) -> bool:
        """Whether the character at ``position`` stands in page chrome."""
        return _holds(self._chrome, self._starts[position])

    def parts_chrome_from(self, position: int) -> bool:
        """Whether the reader marked chrome on this page, and the character at ``position`` is none."""
        return bool(self._chrome) and not self.chrome(position)

    def table(self, position: int) -> bool:
        """Whether the character at ``position`` stands in a table."""
        return _holds(self._tables, self._starts[position])


def _holds(spans: tuple[Span, ...], raw: int) -> bool:
    number = bisect_right(spans, raw, key=lambda span: span.start) - 1
    return number >= 0 and raw < spans[number].end


def _paragraphs(text: str, start: int, end: int, article: int, marks: _Marks) -> Iterator[Paragraph]:
    """The paragraphs of an article with their zones, by what they look like and where they stand."""
    in_tail = False
    lines = 0
    body_begun = spoken = False
    for line_start, line_end in _lines(text, start, end):
        line = text[line_start:line_end]
        if _TAIL.match(line):
            in_tail = True
        elif in_tail and not spoken:  # a list beside or above the article, not below it
            in_tail = not (_is_prose(line) or marks.parts_chrome_from(line_start))
        zone = _zone(line, in_tail=in_tail or marks.chrome(line_start))
        if zone is Zone.BODY and marks.table(line_start):
            zone = Zone.TABLE
        elif zone is Zone.BODY and not body_begun:
            lines += 1
            if line[-1] not in "。！？；：”…，" and len(line) <= _LONGEST_HEADLINE and lines <= _HEADLINE_LINES:
                zone = Zone.HEADLINE
            else:
                body_begun = True
        if zone is Zone.BODY:
            spoken = spoken or "。" in line
            zone = _kind_of_body(line)
        yield Paragraph(line_start, line_end, zone, article)


def _is_prose(line: str) -> bool:
    """Whether a line is a paragraph that no list of links holds."""
    return "。" in line and len(line) >= _SHORTEST_PROSE


def _zone(line: str, *, in_tail: bool) -> Zone:
    if _BYLINE.match(line):
        return Zone.BYLINE
    if _DATELINE.match(line):
        return Zone.DATELINE
    if _CREDITS.match(line) or _CARD.match(line):
        return Zone.CREDITS
    if in_tail or _CHROME.match(line) or (len(line) <= _LONGEST_HEADLINE and _is_link_or_imprint(line)):
        return Zone.BOILERPLATE
    return Zone.CAPTION if is_caption(line) else Zone.BODY


def _is_link_or_imprint(line: str) -> bool:
    """Whether a short line is the item of a list of links, or says whose the site is."""
    if _LINK_ITEM.match(line):
        return not line.endswith("……")
    return "。" not in line and bool(_IMPRINT.search(line))


def _kind_of_body(line: str) -> Zone:
    """A note or an item of a list, or running text."""
    if _NOTE.match(line):
        return Zone.NOTE
    return Zone.LIST if _LIST_ITEM.match(line) else Zone.BODY


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The bounds of the lines of ``text[start:end]`` that hold anything, without the blanks around them."""
    for match in re.finditer(r"[^\n]+", text[start:end]):
        line = match[0]
        bare = line.strip()
        if bare:
            at = start + match.start() + len(line) - len(line.lstrip())
            yield at, at + len(bare)


def _sentences(text: str, paragraphs: list[Paragraph]) -> Iterator[SentenceAt]:
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
            yield SentenceAt(at, match.end(), number, paragraph.zone, paragraph.article)
            at = match.end()
        if at < paragraph.end:
            yield SentenceAt(at, paragraph.end, number, paragraph.zone, paragraph.article)
