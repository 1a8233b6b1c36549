"""Documents whose titles stand in 《》; films, songs, courses and newspapers stand there, too, and are none."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Final

from kg.extract.documents.mention import DocumentMention
from kg.extract.page import Page
from kg.lexicon.words import DOCUMENTS_SHORT, JOURNALS, WORKS_BEHIND, WORKS_BY_TITLE, WORKS_HELD, WORKS_NEAR, WORKS_OF_KIND, WORKS_SEEN

BRACKETED: Final = re.compile(r"《([^《》\n]{2,100}(?:《[^《》\n]{1,40}》[^《》\n]{0,60})?)》")
_LISTED: Final = frozenset({"", "、", "和", "及", "与", "以及"})
NUMBER: Final = re.compile(r"\s?[（(]?([\u4e00-\u9fff]{1,10}[〔\[【（(](?:19|20)\d\d[〕\]】）)]\s?\d{1,4}号)")
_KIND: Final = re.compile(rf"(?:{'|'.join(WORKS_OF_KIND)})了?[ \u3000]?$")
"""Right before the first title of a list: what kind of work they are."""
_NEAR: Final = re.compile(rf"(?:{'|'.join(WORKS_NEAR)})[了过着出]?[ \u3000]?$")
_SEEN: Final = re.compile(rf"(?:{'|'.join(WORKS_SEEN)})[^，。；：！？《》“”\n]{{0,24}}$")
"""观看了由某部门摄制的: in the clause before the titles, what is done with works."""
_BEHIND: Final = re.compile(
    r"》?等?(?:[\d一二两三四五六七八九十百]{0,3}[余多]?[部首门本堂篇幅个支期])?的?(?:经典|红色|专题|优秀|爱国|大型|系列|廉政|主题|核心|学术|校本|传统|原创)?"
    rf"(?:{'|'.join(sorted(WORKS_BEHIND, key=len, reverse=True))}"
    r"|等[\d一二三四五六七八九十]{0,3}[余多]?家?(?:中央|省市?|市|县|[内直外级和及]|国内外?|域外|主流|新闻|各大|官方|权威|地方|网络|行业|知名){0,6}(?:媒体|报刊|刊物|报纸))"
)
_HELD: Final = re.compile(
    rf"》?(?:[于在][\u4e00-\u9fff]{{2,16}}?(?:{'|'.join(WORKS_HELD)})"
    r"|等[^，。；《》\n]{1,14}?(?:节目|剧目|曲目|歌曲|影片)"
    r"|[轮先相依精]\w(?:登场|上演|亮相)|[^，。；《》\n]{0,6}(?:拉开了?(?:帷幕|序幕)|[把将][^，。；《》\n]{2,10}推向)|的?(?:\w{2}的)?(?:旋律|乐曲|音乐|歌声|乐声|伴奏|声中))"
)
"""Behind titles: where they were first shown, that they follow one another on a stage, or that their tune is heard."""
_SURELY: Final = re.compile(
    r"^关于|(?:条例|规定|办法|准则|细则|规则|公约|章程|通知|决定|决议|意见|通报|纲要|规划|方案|论述|摘编|文选|选集|宣言|治国理政|读本|简史|宪法|党章|.法典|.{2}法)(?:[（(][^（）()]{1,16}[）)])?$|^中华人民共和国.*法$"
)
"""Titles that remain documents where they are shown, filmed or taught: 播放《中国共产党纪律处分条例》解读视频."""
_PERIODICAL: Final = re.compile(
    "(?:日报|晚报|早报|时报|商报|周报|周刊|月刊|杂志"
    "|(?<![简通公快专汇申呈填战捷喜月旬])报|大公报"  # 某市报, but not 工作简报
    "|新闻(?:联播)?|焦点访谈"
    rf"|^[\u4e00-\u9fff]{{1,6}}网$|^(?:{'|'.join(JOURNALS)}))$"
)
"""Titles of papers and magazines, and of programmes on the air that the whole country knows."""
_WORD, _CLAUSE = 10, 36
"""Characters before a title in which a word for a kind of work, or a verb in its clause, is looked for."""
_SONG: Final = re.compile(r"(?:国歌|国际歌|队歌|团歌|校歌|军歌|[\u4e00-\u9fff]之歌|进行曲|交响曲|协奏曲|组歌|[颂谣])$")
"""Titles of songs and pieces of music."""
_PRINTED: Final = re.compile(r"》(?:上|头版|理论版)?(?:先后|公开)?(?:发表|刊[发登载]|撰文|登载)")
"""在《…》发表: behind a paper or a magazine in which something was printed."""
_MEETING: Final = re.compile(r"(?:召开|举行|举办)了?$")
"""Before the name of what was held, in brackets by mistake, or of what is sung and read there; not of a law about which people are asked there."""
_HEARD: Final = frozenset({"报告", "讲话", "工作报告"})
"""Titles of what somebody said, by their kind alone: of which speech, nothing tells."""


def find(page: Page, brackets: list[re.Match[str]]) -> list[DocumentMention]:
    """The documents in 《》 in the mined zones of ``page``, in order; ``brackets`` are all matches of :data:`BRACKETED`."""
    text = page.text
    works = _works(text, brackets)
    titles = {match[1] for match in brackets if match.start() in works and not _SURELY.search(match[1])}
    return [
        mention
        for match in brackets
        if page.mined(match.start()) and match.start() not in works and match[1] not in titles and (mention := _mention(text, match))
    ]


def _works(text: str, brackets: list[re.Match[str]]) -> set[int]:
    """Where films, songs, books and courses stand: those that the text calls so, with all that are listed with them."""
    works: set[int] = set()
    listed: list[re.Match[str]] = []
    for match, following in zip_longest(brackets, brackets[1:]):
        listed.append(match)
        if following is not None and text[match.end() : following.start()] in _LISTED:
            continue
        first, last = listed[0].start(), listed[-1].end()
        if _KIND.search(text, max(0, first - _WORD), first):
            works.update(work.start() for work in listed)
        elif _are_works(text, first, last):
            works.update(work.start() for work in listed if not _SURELY.search(work[1]))
        listed = []
    return works


def _are_works(text: str, start: int, end: int) -> bool:
    """Whether what stands around titles from ``start`` to ``end`` tells that they are works, unless they are surely documents."""
    return bool(
        _NEAR.search(text, max(0, start - _WORD), start)
        or _BEHIND.match(text, end)
        or _HELD.match(text, end)
        or _in_print(text, start, end)
        or _SEEN.search(text, max(0, start - _CLAUSE), start)
    )


def _in_print(text: str, start: int, end: int) -> bool:
    """Whether something was printed in what is named from ``start`` to ``end``."""
    return text.endswith(("在", "被"), 0, start) and _PRINTED.match(text, end - 1) is not None


def _mention(text: str, match: re.Match[str]) -> DocumentMention | None:
    title = match[1].strip()
    if (
        title in _HEARD
        or title in WORKS_BY_TITLE
        or _PERIODICAL.search(title)
        or _SONG.search(title)
        or (_MEETING.search(text, max(0, match.start() - 3), match.start()) and not (_SURELY.search(title) or title.endswith("法")))
    ):
        return None
    number = NUMBER.match(text, match.end())
    rule, sure = ("kind in brackets", 0.7) if title in DOCUMENTS_SHORT else ("in brackets", 0.95)
    return DocumentMention(match.start(), match.end(), title, rule, sure, number[1] if number else "")
