"""Documents whose titles stand in 《》; films, songs, courses and newspapers stand there, too, and are none."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final

from kg.extract.documents.mention import DocumentMention
from kg.extract.page import Page

BRACKETED: Final = re.compile(r"《([^《》\n]{2,100}(?:《[^《》\n]{1,40}》[^《》\n]{0,60})?)》")
_LISTED: Final = frozenset({"", "、", "和", "及", "与", "以及"})
NUMBER: Final = re.compile(r"\s?[（(]?([\u4e00-\u9fff]{1,10}[〔\[【（(](?:19|20)\d\d[〕\]】）)]\s?\d{1,4}号)")
_WORKS: Final = re.compile(
    r"(?:来源：|原载于?|转自|转载自|刊登[在于]|刊[发载]?于|发表[在于]|豫剧|京剧|越剧|川剧|粤剧|评剧|晋剧|吕剧|沪剧|黄梅戏|花鼓戏|采茶戏|秦腔|二人转|小戏|快板|三句半|情景剧|音乐剧|短剧|微电影|宣传片|微视频|短片|歌舞|评书|鼓书|山歌|戏曲|话剧|歌剧|舞剧|剧目|小品|相声|电影|影片|纪录片|专题片|电视剧|教育片|警示片|歌曲|合唱|齐唱|高唱|演唱|唱响|传唱|朗诵|诵读诗歌|表演|观看|播放|主题曲|歌|小说|诗歌|散文|画册|栏目|节目|杂志|报纸|书籍|图书|专著|著作|舞蹈|演唱|视频|作品|综艺|动漫|[片剧歌曲戏舞唱诗画])(?:了)?$"
)
_WORKS_BEHIND: Final = re.compile(
    r"》?(?:等)?(?:[\d一二两三四五六七八九十百]{0,3}[部首门本堂篇幅个])?(?:的)?(?:经典|红色|专题|优秀|爱国)?(?:歌曲|影片|剧目|课程|文艺作品|杂志|报社|日报|周刊|月刊|期刊|画报|栏目|专栏|专题片|节目|编辑部|晚会|图书|一书|一文|剧组|增刊|专刊|特刊|客户端|公众号|微信号|记者|首映|上映|公映|热播|首播|收官|开机|杀青|等[\d一二三四五六七八九十]{0,3}[余多]?家?(?:中央|省市?|市|县|[内直外级和及]|国内外?|域外|主流|新闻|各大|官方|权威|地方|网络|行业|知名){0,6}(?:媒体|报刊|刊物|报纸))"
)
_PERIODICAL: Final = re.compile(r"(?:日报|晚报|早报|时报|商报|周报|周刊|月刊|杂志|(?<![简通公快专汇申呈填战捷喜月旬])报|大公报|求是)$")
_SONG: Final = re.compile(r"(?:国歌|国际歌|队歌|团歌|校歌|军歌|[\u4e00-\u9fff]之歌|进行曲|交响曲|协奏曲|组歌|[颂谣])$")
"""Titles of songs and pieces of music."""
_PRINTED: Final = re.compile(r"》(?:上|头版|理论版)?(?:先后|公开)?(?:发表|刊[发登载]|撰文|登载)")
"""在《…》发表: behind a paper or a magazine in which something was printed."""
_MEETING: Final = re.compile(r"(?:召开|举行|举办)了?$")
"""Before the name of what was held, in brackets by mistake."""
_CALLED_SHORT: Final = frozenset(
    "通知 意见 方案 办法 决定 规定 条例 报告 讲话 纲要 规划 计划 细则 准则 章程 公告 通报 决议 批复 指导意见 实施意见 实施方案 工作方案 实施细则 活动方案 工作报告".split()
)


def find(page: Page, brackets: list[re.Match[str]]) -> list[DocumentMention]:
    """The documents in 《》 in the mined zones of ``page``, in order; ``brackets`` are all matches of :data:`BRACKETED`."""
    text = page.text
    works = _works(text, brackets)
    return [
        mention for match in brackets if page.mined(match.start()) and match.start() not in works and (mention := _mention(text, match))
    ]


def _works(text: str, brackets: list[re.Match[str]]) -> set[int]:
    """Where films, songs, books and courses stand: those that the text calls so, with all that are listed with them."""
    works: set[int] = set()
    listed: list[re.Match[str]] = []
    for match, following in zip_longest(brackets, brackets[1:]):
        listed.append(match)
        if following is not None and text[match.end() : following.start()] in _LISTED:
            continue
        first, last = listed[0], listed[-1]
        if (
            _WORKS.search(text, max(0, first.start() - 8), first.start())
            or _WORKS_BEHIND.match(text, last.end())
            or _in_print(text, first.start(), last.end())
        ):
            works.update(work.start() for work in listed)
        listed = []
    return works


def _in_print(text: str, start: int, end: int) -> bool:
    """Whether something was printed in what is named from ``start`` to ``end``."""
    return text.endswith(("在", "被"), 0, start) and _PRINTED.match(text, end - 1) is not None


def _mention(text: str, match: re.Match[str]) -> DocumentMention | None:
    title = match[1].strip()
    if (
        title in _CALLED_SHORT
        or _PERIODICAL.search(title)
        or _SONG.search(title)
        or _MEETING.search(text, max(0, match.start() - 3), match.start())
    ):
        return None
    number = NUMBER.match(text, match.end())
    return DocumentMention(match.start(), match.end(), title, "in brackets", 0.95, number[1] if number else "")
