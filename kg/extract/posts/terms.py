"""Terms of office: since when somebody has held a post, until when, or when somebody held it (2008年4月起任, 当选, 免去, 时任).

A term is read from the words between a date and the post: a verb of taking up or of giving up, before it at most the name and
what was decided where. Dates without a year say nothing here, and the date of a page is never a beginning.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import Final

from kg.extract.dates import Date
from kg.extract.page import Page
from kg.extract.posts.mentions import Holding, Term
from kg.extract.posts.register import Register
from kg.extract.posts.serving import GETTING, GIVING_UP, HOLDING
from kg.extract.posts.titles import SEPARATOR
from kg.extract.scan import Hit, last_within, within
from kg.model import Status
from kg.segment import Paragraph

_TAKING: Final = re.compile(f"(?:当选为?|{GETTING}|晋升为?|{HOLDING}|(?<![现历曾时拟离卸])任|(?P<decided>为))(?:中共)?$")
"""Verbs of taking up a post; 为 is one where something was decided (任命甲为)."""
_LONGEST_TAKING: Final = 6
"""Characters of such a verb with what stands around it: 晋升为中共, or the one before 任."""
_DECIDED: Final = re.compile("任命|补选|选举|推选|聘任|聘请|选为|当选|选出")
_LEAVING: Final = re.compile(f"免去|免除|撤销|{GIVING_UP}")
_TO: Final = re.compile(r"(?:\s?[-—－–~～至到]{1,2}\s?)")
_YEAR_TO: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-—－–~～至到]{1,2}\s?$")
"""A year without 年 before the date at which a span of years ends: 2002—2009年."""
_LEADING: Final = re.compile(
    "(?:起|以来|开始|后|至今|上午|下午)?|[^，]*(?:会议?|会上|上)|[^，]*(?:经|由|根据|决定|任命|选举|推选|免去)[^，]*"
)
"""What may stand between a date and the first comma behind it: 2010年5月，某某任; not 5月完工，某某任."""
_OTHER_STEP: Final = re.compile("参加工作|毕业|入党|入伍|学习|考入|考取|出生|转业|退伍|下派|插队")
"""Other steps of a life, whose date it is if one of these stands behind it."""
_STATE: Final = re.compile("(?:一职|职务)?(?:的(?!职务)|时(?!任)|期间|以来)")
"""Behind a title: what is told happened while somebody was in office, and the date is not that of the beginning."""
_ADOPTED: Final = re.compile("[^。；\n]{0,60}(?:通过|研究，?(?:决定|同意))")
_HELD: Final = re.compile("[^。；\n]{0,12}(?:召开|举行)")
"""Behind a date in the sentence before a decision: the meeting that decided."""
_YEAR_REACH: Final = 10
_LONGEST: Final = 60
"""Characters between a date and a verb at most."""
_LONGEST_ITEM: Final = 80
"""Characters of an item of a list of appointments."""
_MOST_ITEMS: Final = 60
"""Items before one of such a list among which, or above which, it is said when the list was adopted."""
_start = attrgetter("start")


def dated(register: Register, dates: list[Date]) -> list[Holding]:
    """The holdings of ``register``, in order of position, with the terms that the text gives them; ``dates`` are those of the page."""
    reader = _Terms(register, [date for date in dates if not date.value.startswith("-")])
    found: list[Holding] = []
    head: Holding | None = None
    for holding in register.found().holdings:
        last = found[-1] if found else None
        goes_on = last is not None and last.person is holding.person and _one_chain(register.text, last, holding)
        head = head if goes_on and head is not None else holding
        found.append(reader.of(holding, head))
    return _superseded(register.around.page, found)


def _one_chain(text: str, last: Holding, holding: Holding) -> bool:
    between = text[last.title.end : holding.title.body_start]
    return last.title.end <= holding.title.body_start and SEPARATOR.match(between) is not None


class _Terms:
    def __init__(self, register: Register, dates: list[Date]) -> None:
        self._page, self._text = register.around.page, register.text
        self._decisions, self._resumes = register.decisions, register.resumes
        self._dates = dates
        self._starts = [date.start for date in dates]
        self._deciding, self._leaving = (
            [Hit(*verb.span(), verb[0]) for verb in verbs.finditer(self._text)] for verbs in (_DECIDED, _LEAVING)
        )

    def of(self, holding: Holding, head: Holding) -> Holding:
        """``holding`` with its term; ``head`` is the first of the chain in which its title stands."""
        sentence = self._page.sentence_at(head.title.start)
        if sentence is None:
            return holding
        start = min(head.title.body_start, head.title.start)
        term = self._told(holding, sentence.start, start) or self._decided(holding, sentence.start, start)
        return holding if term is None else holding._replace(term=term)

    def _told(self, holding: Holding, low: int, start: int) -> Term | None:
        """By a date and a verb in the sentence before the titles, which begin at ``start``."""
        date = self._last_before(start, low)
        if date is None or start - date.end > _LONGEST or holding.title.status is Status.PROPOSED:
            return None
        between = self._text[date.end : start].replace(holding.person.name, "")
        if _OTHER_STEP.search(between) or between.count("，") > 1 or "；" in between:
            return None
        first, comma, _ = between.partition("，")
        if comma and not _LEADING.fullmatch(first):
            return None
        if holding.title.status is Status.THEN:
            return Term((date.start, date.end), when=date.value)
        if holding.title.status is Status.FORMER:
            return Term((date.start, date.end), end=date.value) if _LEAVING.search(between) else None
        if self._resumes.about(start) is not None:
            return self._from(date, low)
        taking = _TAKING.search(between)
        if taking is None or _STATE.match(self._text, holding.title.end) or (taking["decided"] and not _DECIDED.search(between)):
            return None
        return self._from(date, low)

    def _from(self, date: Date, low: int) -> Term:
        """The term that begins at ``date``, or that ends there where it stands behind another date and 至."""
        first = self._last_before(date.start, low)
        if first is not None and _TO.fullmatch(self._text, first.end, date.start) and first.value <= date.value:
            return Term((first.start, date.end), first.value, date.value)
        if (year := _YEAR_TO.search(self._text, max(low, date.start - _YEAR_REACH), date.start)) and year[1] <= date.value:
            return Term((year.start(), date.end), year[1], date.value)
        return Term((date.start, date.end), date.value)

    def _decided(self, holding: Holding, low: int, start: int) -> Term | None:
        """By the date of the decision: of the meeting that the paragraph tells of, or of the list of appointments in which ``start`` lies."""
        status = holding.title.status
        if status not in (Status.FORMER, Status.CURRENT):
            return None
        verb = last_within(self._leaving if status is Status.FORMER else self._deciding, low, start)
        decided = self._decisions.decided(start) or (verb is not None and verb.end <= start)
        if not decided and (status is Status.FORMER or not _TAKING.search(self._text, max(low, start - _LONGEST_TAKING), start)):
            return None
        paragraph = self._paragraph(start)
        date = self._last_told(paragraph.start, start, _HELD) if decided else None
        date = date or self._last_told(self._list(paragraph), start, _ADOPTED)
        if date is None:
            return None
        where = (date.start, date.end)
        return Term(where, end=date.value) if status is Status.FORMER else Term(where, date.value)

    def _last_told(self, low: int, high: int, how: re.Pattern[str]) -> Date | None:
        """The last date of ``text[low:high]`` behind which ``how`` stands."""
        near = within(self._dates, low, high)
        return next((date for date in reversed(near) if how.match(self._text, date.end)), None)

    def _paragraph(self, at: int) -> Paragraph:
        sentence = self._page.sentence_at(at)
        return self._page.segments.paragraphs[sentence.paragraph if sentence is not None else 0]

    def _list(self, item: Paragraph) -> int:
        """Where the list of short paragraphs begins that ``item`` is one of, with the paragraph before them; behind it where it is none."""
        paragraphs = self._page.segments.paragraphs
        first = number = bisect_right(paragraphs, item.start, key=_start) - 1
        while number >= 0 and first - number < _MOST_ITEMS and paragraphs[number].end - paragraphs[number].start <= _LONGEST_ITEM:
            number -= 1
        return item.end if number == first else paragraphs[max(0, number)].start

    def _last_before(self, at: int, low: int) -> Date | None:
        number = bisect_right(self._starts, at) - 1
        while number >= 0 and self._dates[number].end > at:
            number -= 1
        return self._dates[number] if number >= 0 and self._dates[number].start >= low else None


def _superseded(page: Page, holdings: list[Holding]) -> list[Holding]:
    """A post that a life goes on from (1986年8月任甲，1990年3月任乙) is not said to be held when the page was written."""
    found: list[Holding] = []
    later: dict[tuple[str, int], str] = {}
    for holding in reversed(holdings):
        term, title, sentence = holding.term, holding.title, page.sentence_at(holding.title.start)
        key = (holding.person.name, sentence.paragraph if sentence else -1)
        begun = term.start if term is not None and not term.end and title.status is Status.CURRENT else ""
        over = begun != "" and begun < later.get(key, "")
        found.append(holding._replace(title=title._replace(status=Status.THEN)) if over else holding)
        if begun and page.text[title.body_start - 2 : title.body_start] != "兼任":
            later[key] = max(begun, later.get(key, ""))
    return found[::-1]
