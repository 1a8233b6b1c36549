"""Documents that the text cites: what stands in 《》, and notices and rules that are named in full without it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from kg.extract.dates import Date
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.extract.scan import Stretches, within
from kg.extract.subjects import Subject, Subjects


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """``text[start:end]`` cites the document ``title``; ``issuers`` and ``date`` where the sentence says who issued it, and when."""

    start: int
    end: int
    title: str
    rule: str
    confidence: float
    number: str = ""
    issuers: tuple[Subject, ...] = ()
    date: str = ""


_FAR: Final = 60
"""How far before a document the date of its issue is looked for."""
_BRACKETED: Final = re.compile(r"《([^《》\n]{2,100}(?:《[^《》\n]{1,40}》[^《》\n]{0,60})?)》")
_LISTED: Final = frozenset({"", "、", "和", "及", "与", "以及"})
_SHORT_TITLE: Final = 6
_EDITION: Final = re.compile(r"[（(][^（）()]{1,16}[）)]$")
"""（试行）, （2010—2020年） behind a title."""
_NUMBER: Final = re.compile(r"\s?[（(]?([\u4e00-\u9fff]{1,10}[〔\[【（(](?:19|20)\d\d[〕\]】）)]\s?\d{1,4}号)")
_WORKS: Final = re.compile(
    r"(?:豫剧|京剧|越剧|川剧|粤剧|评剧|晋剧|吕剧|沪剧|黄梅戏|花鼓戏|采茶戏|秦腔|二人转|小戏|快板|三句半|情景剧|音乐剧|短剧|微电影|宣传片|微视频|短片|歌舞|评书|鼓书|山歌|戏曲|话剧|歌剧|舞剧|剧目|小品|相声|电影|影片|纪录片|专题片|电视剧|教育片|警示片|歌曲|合唱|齐唱|高唱|演唱|唱响|传唱|朗诵|诵读诗歌|表演|观看|播放|主题曲|歌|小说|诗歌|散文|画册|栏目|节目|杂志|报纸|书籍|图书|专著|著作|舞蹈|演唱)(?:了)?$"
)
_WORKS_BEHIND: Final = re.compile(
    r"》?(?:等)?(?:[\d一二两三四五六七八九十百]{0,3}[部首门本堂篇幅个])?(?:的)?(?:经典|红色|专题|优秀|爱国)?(?:歌曲|影片|剧目|课程|文艺作品|杂志|报社|日报|周刊|月刊|期刊|画报|栏目|专栏|专题片|节目|编辑部|晚会|图书|一书|一文|剧组)"
)
_PERIODICAL: Final = re.compile(r"(?:日报|晚报|早报|时报|商报|周报|周刊|月刊|杂志|(?<![简通公快])报|求是)$")
_CALLED_SHORT: Final = frozenset(
    "通知 意见 方案 办法 决定 规定 条例 报告 讲话 纲要 规划 计划 细则 准则 章程 公告 通报 决议 批复 指导意见 实施意见 实施方案 工作方案 实施细则 活动方案 工作报告".split()
)
_NAMED: Final = re.compile(
    r"关于(?:[^，。；：《》“”\n]|“[^“”\n]{1,20}”|(?<=[印转下]发)《[^《》\n]{2,60}》){3,50}?的(?:实施意见|指导意见|若干意见|若干规定|若干决定|暂行办法|暂行规定|实施办法|实施细则|实施方案|工作方案|通知|意见|决定|决议|规定|办法|条例|批复|通报|公告|报告|请示|函)(?![精书见])"
)
_RULES: Final = re.compile(
    r"[、，《和及：了]([\u4e00-\u9fff]{4,24}?(?:若干准则|准则|条例|章程|守则|暂行规定|暂行办法|实施细则|若干规定|读本)|(?:中央|省委|市委|县委|区委|全国|全省|全市)(?:[一二三四五六七八九十]{1,3}项[\u4e00-\u9fff]{2,6}制度|\d\+\d文件))(?=[、，。；等》的])"
)
_PLANS: Final = re.compile(
    r"(?:出台|印发|下发|发布|制定|制订|编制)(?:实施)?(?:了)?((?:[\u4e00-\u9fff]{2,12}|“[^”\n]{2,16}”){1,3}?(?:年计划|行动计划|工作计划|实施计划|发展规划|工作规划|总体规划|年规划|实施方案|工作方案|活动方案|总体方案|实施意见|指导意见|工作意见|实施细则|考核细则|管理细则|暂行办法|管理办法|考核办法|实施办法|选拔办法|试行办法|暂行规定|管理规定|若干规定|工作规程|工作要点))(?=[，。；、])"
)
"""出台…三年计划: named behind a verb of issuing, without brackets."""
_VAGUE: Final = re.compile(r"(?:具体|相关|相应|有关|详细|切实可行|一系列|系列|各类|各项|各自|年度|本|该)")
_ISSUING: Final = re.compile(
    r"(?:联合)?(?:印发|下发|制发|转发|发布|颁布|出台|制定|制订|签发|发出|公布|拟定|起草|审议通过|通过|制定下发|制定出台|研究制定|修订)(?:实施)?(?:了|过|的)?$"
)


def find(page: Page, subjects: Subjects, dates: list[Date]) -> list[DocumentMention]:
    """The documents that the mined zones of ``page`` cite, in order."""
    text = page.text
    brackets = list(_BRACKETED.finditer(text))
    works = _works(text, brackets)
    found = [
        mention
        for match in brackets
        if page.mined(match.start()) and match.start() not in works and (mention := _bracketed(page, match, subjects, dates))
    ]
    covered = [match.span() for match in brackets]
    for pattern, group, confidence in ((_NAMED, 0, 0.85), (_RULES, 1, 0.75), (_PLANS, 1, 0.7)):
        taken = Stretches(covered)
        for match in pattern.finditer(text):
            start, end = match.span(group)
            if page.mined(start) and not taken.hold(start) and not taken.hold(end - 1) and not _VAGUE.match(text, start):
                found.append(_with_issuer(page, DocumentMention(start, end, text[start:end], "named in full", confidence), subjects, dates))
                covered.append((start, end))
    return _in_full(page, sorted(found, key=lambda mention: mention.start))


def _works(text: str, brackets: list[re.Match[str]]) -> set[int]:
    """Where films, songs, books and courses stand: those that the text calls so, with all that are listed with them."""
    works: set[int] = set()
    listed: list[re.Match[str]] = []
    for match, following in zip_longest(brackets, brackets[1:]):
        listed.append(match)
        if following is not None and text[match.end() : following.start()] in _LISTED:
            continue
        first, last = listed[0], listed[-1]
        if _WORKS.search(text, max(0, first.start() - 8), first.start()) or _WORKS_BEHIND.match(text, last.end()):
            works.update(work.start() for work in listed)
        listed = []
    return works


def _in_full(page: Page, found: list[DocumentMention]) -> list[DocumentMention]:
    """《规划纲要》 is the document in whose title these words stand last, if it was named before in its article."""
    full: dict[tuple[int, str], str] = {}
    out = []
    for mention in found:
        article = page.article_at(mention.start)
        title = full.get((article, mention.title), mention.title) if len(mention.title) <= _SHORT_TITLE else mention.title
        out.append(replace(mention, title=title))
        bare = _EDITION.sub("", mention.title)
        full.update({(article, bare[-length:]): mention.title for length in range(2, min(len(bare), _SHORT_TITLE + 1))})
    return out


def _bracketed(page: Page, match: re.Match[str], subjects: Subjects, dates: list[Date]) -> DocumentMention | None:
    text = page.text
    title = match[1].strip()
    if title in _CALLED_SHORT or _PERIODICAL.search(title):
        return None
    number = _NUMBER.match(text, match.end())
    mention = DocumentMention(match.start(), match.end(), title, "in brackets", 0.95, number[1] if number else "")
    return _with_issuer(page, mention, subjects, dates)


def _with_issuer(page: Page, mention: DocumentMention, subjects: Subjects, dates: list[Date]) -> DocumentMention:
    """``mention`` with the bodies before 印发, 出台 … in its sentence, and the day or month before them."""
    sentence = page.sentence_at(mention.start)
    if sentence is None or not _ISSUING.search(page.text, max(0, mention.start - 10), mention.start):
        return mention
    doing = subjects.doers(mention.start)
    before = [d for d in within(dates, max(sentence.start, mention.start - _FAR), mention.start) if len(d.value) >= len("YYYY-MM")]
    date = before[-1].value if before and before[-1].value[0] != "-" and not page.text.startswith("以来", before[-1].end) else ""
    return replace(mention, issuers=tuple(subject for subject in doing if isinstance(subject.ref, BodyRef)), date=date)
