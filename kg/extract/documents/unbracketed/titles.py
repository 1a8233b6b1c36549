"""Titles that their own first and last words tell: 关于…的通知, a plan behind a verb of issuing, rules in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.extract.documents.mention import DocumentMention
from kg.extract.documents.unbracketed.left import Left, number_behind
from kg.extract.page import Page
from kg.extract.patterns import HAN, one_of
from kg.lexicon.words import DOCUMENTS_ABOUT, DOCUMENTS_HEREBY, PLANS, RULES

_IN_MARKS: Final = "“[^“”\n]{1,20}”|《[^《》\n]{2,60}》"
_ABOUT: Final = re.compile(
    rf"关于(?![这此那])(?:(?!(?:部署|要求|精神|安排)[和及])[^，。；：《》“”\n]|{_IN_MARKS}){{3,50}}?"
    rf"的{one_of(DOCUMENTS_ABOUT)}(?!精神(?:传达|解读|实质|要点|学习)|精(?!神)|[书见权者性]|不一|分歧|和建议(?!案))"
)
_HEREBY: Final = re.compile(
    rf"现将((?:[^，。；：《》“”\n（）]|（[^（）\n]{{2,16}}）){{6,60}}?{one_of(DOCUMENTS_HEREBY)}(?:（[^（）\n]{{2,16}}）)?)"
    "(?=(?:印发|转发|公布|下发|发)给你们|予以(?:印发|公布|发布))"
)
"""现将某县某办法（试行）印发给你们."""
_LEVEL_RULES: Final = f"(?:中央|省委|市委|县委|区委|全国|全省|全市)(?:[一二三四五六七八九十]{{1,3}}项{HAN}{{2,6}}制度|\\d\\+\\d文件)"
"""中央八项…制度, 全市1+5文件."""
_RULES: Final = re.compile(f"[、，《和及：了]({HAN}{{4,24}}?{one_of(RULES)}|{_LEVEL_RULES})(?=[、，。；等》的])")
_LED_TO: Final = re.compile(
    f"{HAN}{{0,12}}(?:学习|贯彻|落实|执行|遵守|遵循|宣传|按照|根据|依据|依照|对照|违反|修订|修改|制定|出台|印发|颁布|实施"
    f"|熟悉|掌握|背诵|审议|通过|讲解|解读|宣讲)了?(?={HAN}{{6}})"
)
"""各村学习|护岸工作条例: what is done with rules, before their names."""
_ISSUED_TOO: Final = "(?:实施|出|[并和与]?(?:印发|下发|出台|发布|颁布|实施)(?:实施)?)"
"""制定|并印发|…: a second verb, of the same plan."""
_AND_A_PLAN: Final = "(?!(?:纲要|规划|方案|意见|办法|制度|细则|预案)[和及])"
_QUOTED: Final = "“[^”\n]{2,16}”"
_PLANS: Final = re.compile(
    rf"(?:出台|印发|下发|发布|颁布|制定|制订|编制|讲解|解读|宣读)了?{_ISSUED_TOO}?+了?+"
    rf"((?:{_AND_A_PLAN}{HAN}{{2}}|{_QUOTED})(?:{_AND_A_PLAN}{HAN}|{_QUOTED}){{0,34}}?{one_of(PLANS)})(?=[，。；、和及的])"
)
"""出台…三年行动计划: named behind a verb of issuing, without brackets."""
_TO_DO: Final = re.compile(
    "(?:出台|印发|下发|颁布|转发)(?:实施)?了?((?:进一步|全面|深入|大力)?(?:加快|加强|推进|推动|支持|鼓励|扶持|改善|深化|促进|规范|完善|提高)"
    "[^，。；：《》\n的]{6,40}的(?:若干|实施|指导|暂行)?(?:意见|决定|办法|规定|方案|通知|措施))(?=[，。；、])"
)
"""出台了加快推进…的意见: a title without 关于."""
_BARE_KIND: Final = re.compile(
    "(?:活动|工作|学习|培训|整改|专项|年度|教育|主题|创建){1,2}(?:总体|具体)?(?:实施|工作|活动)?(?:方案|意见|计划|细则|办法|条例|准则)"
)
"""制订活动实施方案: no title, but what any undertaking has."""
_TOLD_OF: Final = ("讲解", "解读", "宣读")
_NO_TITLE: Final = re.compile("^.{0,7}$|^(?:中央|省委|市委|县委|国家|党的|有关)|[和与及的]|如何|怎样|精神")
"""What was explained or read out under no title: 解读了|国家政策的管理办法."""
_CALLED_FOR: Final = re.compile(
    "(?:要|应|应当|必须|需要?|抓紧|尽快|及早|因地制宜|因村制宜|一村一策|帮助|指导|协助|科学|合理|结合实际)[^，。；：“”]{0,6}(?:制定|制订|编制)(?!了|出台)"
)
"""要因地制宜制定发展规划: a plan that is only called for."""
_CALL: Final = 12
"""Characters before a plan in which it is called for."""


class _Form(NamedTuple):
    """A form of titles: ``pattern``, of which ``group`` is the title, and how sure one is of it."""

    pattern: re.Pattern[str]
    group: int
    confidence: float


_FORMS: Final = (_Form(_ABOUT, 0, 0.85), _Form(_HEREBY, 1, 0.8), _Form(_RULES, 1, 0.75), _Form(_PLANS, 1, 0.7), _Form(_TO_DO, 1, 0.7))


def find(page: Page, covered: list[tuple[int, int]]) -> Iterator[DocumentMention]:
    """The documents by each form of titles."""
    for form in _FORMS:
        left = Left(page, covered)
        for match in form.pattern.finditer(page.text):
            start, end = match.span(form.group)
            if form.pattern is _RULES and (led := _LED_TO.match(page.text, start, end)) is not None:
                start = led.end()
            if page.mined(start) and left.may_be_title(start, end) and not _BARE_KIND.fullmatch(page.text, start, end):
                if form.pattern is _PLANS and _names_none(page.text, match):
                    continue
                yield left.found(start, end, form.confidence, number=number_behind(page.text, end))


def _names_none(text: str, plan: re.Match[str]) -> bool:
    """Whether a plan behind a verb bears no title (解读了|国家政策的管理办法), or is not there yet."""
    untitled = plan[0].startswith(_TOLD_OF) and _NO_TITLE.search(plan[1]) is not None
    return untitled or _CALLED_FOR.search(text, max(0, plan.start() - _CALL), plan.start(1)) is not None
