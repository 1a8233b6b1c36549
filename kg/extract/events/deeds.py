"""What began on a day or was given by somebody: programs that were launched, works that were opened, lectures."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.dates import Date
from kg.extract.events.calling import clean
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.events.telling import NOT_YET
from kg.extract.scan import Hit, within
from kg.segment import SentenceAt

_MONTH: Final = len("YYYY-MM")
_FAR: Final = 90
"""Characters between a speaker, a title, a work and the word for what became of it."""
_LINK: Final = re.compile(r"(?:了|的|以|，|：|正式|全面|在全[省市县区镇乡]|我[省市县区镇乡])*")
_THEN: Final = re.compile(r"(?:活动|工作)?(?:于[^，。；]{2,12}|在[^，。；]{2,12})?(?:正式|全面|同步)?$")
_HELD: Final = re.compile(r"(?<![对就为于求议])(?:开展|举办|举行|组织)(?:了|的)?$")
_WORK: Final = re.compile(r"([\u4e00-\u9fff“”（）0-9]{4,28}?)(?:项目)?(?:于|，|在)?$")
_SURELY: Final = re.compile(r"(?:正式|全面|顺利|全线|建成|竣工|破土|举行)*$")
_SHORTEST: Final = 4
_NO_WORK: Final = re.compile(r"[了在把将对被]|同志|今后|力争|确保|计划|预计|争取|目前|以来")
_TITLE: Final = re.compile(r"》(?:为题|为题目|为主题)?(?:的|作了?|讲了?|上了?|开展了?|进行了?)*(?:专题|一次|一堂|一场|学术|主题|精彩)*$")
_GIVING: Final = re.compile(
    r"[^，。；《》由]{0,20}(?:作|上|讲|做|讲授|授|以)(?:了|过)?(?:一堂|一次|一场|堂|次)?(?:题为|以|主题为|的)?[^，。；《》由]{0,8}"
)
_WHAT: Final = re.compile(
    r"(?:为题|为题目|为主题)?(?:的|作了?|讲了?|上了?|开展了?|进行了?)*(?:专题|一次|一堂|一场|主题|精彩)*((?:学术|形势|事迹|辅导|专题)?(?:党课|报告|讲座|辅导|课))"
)


def launch(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A program whose launch the sentence dates: 4月启动“…”活动, “…”活动于4月启动."""
    text = around.page.text
    if text.startswith("仪式", hit.end):
        return None
    date = _dated(around, sentence, hit)
    if date is None:
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
        if date is None or not has_day(date) or program.start - date.end > _FAR or NOT_YET.match(page.text, date.end):
            continue
        if _HELD.search(page.text, max(date.end, program.start - 8), program.start):
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
    name = work[1].rpartition("的")[2] if work else ""
    if work is None or len(name) < _SHORTEST or _NO_WORK.search(name):
        return None
    return EventMention(work.end(1) - len(name), hit.end, clean(name) + hit.text, "opening", 0.65, date=date.value)


def lecture(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """P作《…》报告, P上了一堂题为《…》: a lecture under its title, and who gave it."""
    text = around.page.text
    if hit.text == "题为":
        opens, end = hit.end, text.find("》", hit.end, min(sentence.end, hit.end + _FAR)) + 1
        what = _WHAT.match(text, end)
        end = what.end() if what else end
    else:
        title = _TITLE.search(text, max(sentence.start, hit.start - 16), hit.start)
        opens, end = text.rfind("《", max(sentence.start, hit.start - _FAR), hit.start) if title else -1, hit.end
    if opens < 0 or not text.startswith("《", opens) or end <= opens:
        return None
    people = around.people_before(sentence, opens, _FAR)
    if not people or not _GIVING.fullmatch(text, people[-1].end, opens):
        return None
    speaker = people[-1]
    named = text[opens : text.find("》", opens) + 1]
    date = around.date_near(sentence, opens)
    words = f"{speaker.name}作{named}{what_of(text[opens:end])}"
    return EventMention(opens, end, words, "lecture", 0.7, date=date.value if date else "", people=(speaker,))


def what_of(words: str) -> str:
    """课, 报告: what was given, as far as the words behind the title say."""
    kind = _WHAT.search(words.rpartition("》")[2])
    return kind[1] if kind else ""


def _dated(around: Around, sentence: SentenceAt, hit: Hit) -> Date | None:
    """The date before ``hit`` in its sentence, where it says the month."""
    date = around.date_before(sentence, hit.start)
    known = date is not None and len(date.value) >= _MONTH and date.value[0] != "-"
    return date if known and date is not None and hit.start - date.end <= 60 else None
