"""What began on a day: programs that were launched or held, works that were opened."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.dates import Date
from kg.extract.events.calling import clean
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.events.telling import was_on
from kg.extract.scan import Hit, within
from kg.segment import SentenceAt

_MONTH: Final = len("YYYY-MM")
_FAR: Final = 90
"""Characters between a speaker, a title, a work and the word for what became of it."""
_LINK: Final = re.compile(r"(?:了|的|以|，|：|正式|全面|在全[省市县区镇乡]|我[省市县区镇乡])*")
_THEN: Final = re.compile(r"(?:活动|工作)?(?:于[^，。；]{2,12}|在[^，。；]{2,12})?(?:正式|全面|同步)?$")
_HELD: Final = re.compile(r"(?<![对就为于求议])(?:开展|举办|举行|组织)(?:了|的)?$|(?:党员|干部|职工|群众|师生)(?:同志)?参加了?$")
_HELD_BEHIND: Final = re.compile(r"(?:活动)?在[^，。；]{2,20}?(?:开展|举行|举办|启动)(?=[，。；]|$)")
"""…活动在Y举行."""
_WORK: Final = re.compile(r"([\u4e00-\u9fff“”（）0-9]{4,28}?)(?:项目)?(?:于|，|在)?$")
_SINCE: Final = re.compile("以来|以后|之后|后，")
_CLAUSES: Final = re.compile("[，。；：）\n]")
"""今天召开推进会，总结“…”活动启动以来的情况: the date of another clause is not that of what began before."""
_SURELY: Final = re.compile(r"(?:奠基|正式|全面|顺利|全线|建成|竣工|破土|举行)*$")
_BEGAN: Final = re.compile(r"于(?:(?:19|20)\d\d年)?\d{1,2}月")
"""…工程|于2008年8月27日开工，同年12月16日竣工: what began on another day."""
_SHORTEST: Final = 4
_NO_WORK: Final = re.compile(r"[了在把将对被]|同志|今后|力争|确保|计划|预计|争取|目前|以来")


def launch(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A program whose launch the sentence dates: 4月启动“…”活动, “…”活动于4月启动."""
    text = around.page.text
    if text.startswith("仪式", hit.end):
        return None
    date = _dated(around, sentence, hit)
    if date is None or (_SINCE.match(text, hit.end) and _CLAUSES.search(text, date.end + 1, hit.start)):
        return None
    behind = within(around.programs, hit.end, min(hit.end + 14, sentence.end))
    before = [program for program in within(around.programs, max(sentence.start, hit.start - 60), hit.start) if program.end <= hit.start]
    if behind and _LINK.fullmatch(text, hit.end, behind[0].start):
        program = behind[0]
    elif before and _THEN.fullmatch(text, before[-1].end, hit.start):
        program = before[-1]
    else:
        return None
    start, end = min(program.start, hit.start), max(program.end, hit.end)
    return EventMention(start, end, program.name + hit.text, "launch of a program", 0.65, date=date.value)


def activities(around: Around) -> list[EventMention]:
    """Programs that the sentence says were held on a day (4月20日…开展了“…”活动)."""
    page = around.page
    found = []
    for program in around.programs:
        sentence = page.sentence_at(program.start)
        date = around.date_before(sentence, program.start) if sentence and not program.national else None
        if date is None or not has_day(date) or program.start - date.end > _FAR or not was_on(page.text, date, program.start):
            continue
        if _HELD.search(page.text, max(date.end, program.start - 8), program.start) or _HELD_BEHIND.match(page.text, program.end):
            found.append(EventMention(program.start, program.end, program.name, "activity of a day", 0.6, date=date.value))
    return found


def opening(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A work or a house whose first day the sentence names: …工程于9月28日投产."""
    text = around.page.text
    date = around.date_before(sentence, hit.start)
    if date is None or not has_day(date) or not _SURELY.fullmatch(text, min(date.end, hit.start), hit.start):
        return None
    if text.startswith(("仪式", "典礼", "率", "的", "前", "后", "以来"), hit.end):
        return None
    work = _WORK.search(text, max(sentence.start, date.start - _FAR), date.start)
    name = _BEGAN.split(work[1].rpartition("的")[2])[0] if work else ""
    if work is None or len(name) < _SHORTEST or _NO_WORK.search(name):
        return None
    start = text.index(name, work.start(1))
    return EventMention(start, hit.end, clean(name) + hit.text, "opening", 0.65, date=date.value)


def _dated(around: Around, sentence: SentenceAt, hit: Hit) -> Date | None:
    """The date before ``hit`` in its sentence, where it says the month."""
    date = around.date_before(sentence, hit.start)
    known = date is not None and ((len(date.value) >= _MONTH and date.value[0] != "-") or has_day(date))
    return date if known and date is not None and hit.start - date.end <= 60 else None
