"""Programs called a year: 营商环境优化年, 机关作风建设年活动, without quotation marks.

Such a name is nouns up to a word of what is undertaken (建设, 优化) and 年. It is told from other years by what stands around
it: it is declared (今年是…年, 定为…年, 开展…年), or it has an activity or a meeting of its own (…年活动, …年动员大会).
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Page, Token
from kg.extract.programs.mention import Around, ProgramMention, named
from kg.lexicon.stops import STOP_TAGS, VERBS
from kg.lexicon.words import PROGRAM_LEADS, PROGRAM_YEARS

_YEAR: Final = re.compile(rf"(?:{'|'.join(PROGRAM_YEARS)})年")
_OWN: Final = re.compile(
    r"活动|(?:“|动员|推进|部署|总结|表彰|启动|工作)(?:大会|会|会议|仪式)|建设(?![\u4e00-\u9fff])|(?:统筹|深入|全面|扎实|有序)(?:推进|开展|实施)"
)
"""Behind 年: the activity, a meeting of it, or how it is carried on."""
_DECLARED: Final = re.compile(
    r"(?:是|为|作为|开展|启动|推进|实施|深化|打造)(?:了|好|我们)?(?:全[国省市州县区旗镇乡]|我[省市州县区旗镇乡]|[\u4e00-\u9fff]{2,8}[省市州县区旗镇乡])?的?$"
)
_ENDING: Final = VERBS | set(PROGRAM_LEADS)
"""Words that stand before names of programs."""
_RUNNING: Final = ("推进", "深化", "落实", "开展", "实施")
_LEAST, _MOST_WORDS = 4, 5
_BEFORE: Final = 24
"""Code points before the last word in which a name and what declares it are looked for."""
_PLACES: Final = tuple("省市州县区旗镇乡村")


def find(around: Around) -> list[ProgramMention]:
    """The years that are programs, in order; one that the page also calls …年活动 is named so throughout.

    Of years that are listed (甲年、乙年和丙年建设) what tells one tells all.
    """
    page, text = around.page, around.page.text
    stretches = [stretch for match in _YEAR.finditer(text) if page.mined(match.start()) and (stretch := _stretch(page, text, match))]
    told: list[tuple[int, int]] = []
    for row in _rows(text, stretches):
        if any(_is_told(text, page.clause(start)[0], start, end) for start, end in row):
            told += row
    active = {text[start:end] for start, end in told if text.startswith("活动", end)}
    return [_mention(text, start, end, active) for start, end in told]


def _rows(text: str, stretches: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """``stretches`` in rows of those with nothing but 、 or 和 between them."""
    rows: list[list[tuple[int, int]]] = []
    for stretch in stretches:
        if rows and text[rows[-1][-1][1] : stretch[0]] in ("、", "和", "与", "及"):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return rows


_RUN_BY: Final = re.compile("[省市县区州旗镇乡](?:委|政府)(?=[\u4e00-\u9fff]{3})")
"""Whose year it is, before its name."""


def _is_told(text: str, low: int, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is declared, or has something of its own."""
    return _OWN.match(text, end) is not None or _DECLARED.search(text, max(low, end - _BEFORE), start) is not None


def _mention(text: str, start: int, end: int, active: set[str]) -> ProgramMention:
    start += len(run[0]) if (run := _RUN_BY.match(text, start, end)) is not None else 0  # 市委|干部作风提升年
    words = text[start:end]
    whole = end + 2 * text.startswith("活动", end)
    return named(start, whole, words + ("活动" if words in active else ""), words, "year of something", 0.8)


def _stretch(page: Page, text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Where the name that ``match`` ends starts and ends, if it may be that of a program."""
    if not page.breaks(match.end()):  # 建设|年度, 建设|年均
        return None
    low = max(page.clause(match.start())[0], match.start() - _BEFORE)
    start = _first_noun(page.tokens(low, match.end() - 1))
    if start is None or match.end() - 1 - start < _LEAST or text[start - 1 : start] in ("“", "《"):
        return None
    return start, match.end()


def _first_noun(tokens: tuple[Token, ...]) -> int | None:
    """Where the nouns that end ``tokens`` begin, past a verb of running them (推进|项目建设攻坚年, not 推进落实年)."""
    start = None
    for token in tokens[: -_MOST_WORDS - 1 : -1]:
        undertaken = start is None or token.text in PROGRAM_YEARS
        if not undertaken and (token.tag in STOP_TAGS or token.text in _ENDING or _is_place(token)):
            break
        start = token.start
    run = next((token for token in tokens if token.start == start and token.text in _RUNNING), None)
    return run.end if run is not None and tokens[-1].end - run.end >= _LEAST else start


def _is_place(token: Token) -> bool:
    """Whether a word is a place or says whose year it is: 岳阳市, 全县."""
    return (
        token.text.endswith(_PLACES)
        and (token.tag == "ns" or token.text[0] in "全我本")
        and token.text not in ("城市", "城镇", "乡镇", "乡村", "农村")
    )
