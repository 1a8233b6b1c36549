"""What began on a day: programs that were launched or held, works that were opened."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.dates import Date
from kg.extract.events.calling import clean
from kg.extract.events.held import LATELY, is_visit
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.events.telling import is_to_come, was_on
from kg.extract.programs import ProgramMention
from kg.extract.scan import Hit, within
from kg.lexicon.stops import INSIDE_NAMES, VERBS
from kg.segment import SentenceAt

_MONTH: Final = len("YYYY-MM")
_FAR: Final = 90
"""Characters between a speaker, a title, a work and the word for what became of it."""
_LINK: Final = re.compile(r"(?:了|的|以|，|：|正式|全面|在全[省市县区镇乡]|我[省市县区镇乡])*")
_THEN: Final = re.compile(r"(?:活动|工作)?(?:于[^，。；]{2,12}|在[^，。；]{2,12})?(?:正式|全面|同步)?$")
_HELD: Final = re.compile(
    r"(?<![对就为于求议])(?:开展|举办|举行|组织)(?:了|的)?(?:一[场次])?$|(?:党员|干部|职工|群众|师生)(?:同志)?参加了?$|参加了?[\u4e00-\u9fff]{0,16}$"
)
_HOLDING: Final = 20
_HELD_ONCE: Final = re.compile("(?:举行|举办)了?(?:一[场次])?$")
_HELD_BEHIND: Final = re.compile(r"(?:活动)?在[^，。；]{2,20}?(?:开展|举行|举办|启动)(?=[，。；]|$)")
"""…活动在Y举行."""
_WORK: Final = re.compile(r"([\u4e00-\u9fff“”（）0-9]{4,28}?)(?:项目)?(?:于|，|在)?$")
_SINCE: Final = re.compile("以来|以后|之后|后，")
_CLAUSES: Final = re.compile("[，。；：）\n]")
"""今天召开推进会，总结“…”活动启动以来的情况: the date of another clause is not that of what began before."""
_SURELY: Final = re.compile(r"(?:奠基|正式|全面|顺利|全线|建成|竣工|破土|举行)*$")
_BEGAN: Final = re.compile(r"于(?:(?:19|20)\d\d年)?\d{1,2}月")
"""…工程|于2008年8月27日开工，同年12月16日竣工: what began on another day."""
_NOT_OPENED: Final = re.compile("仪式|典礼|率|的|前|后|以来|大会")
_OF: Final = re.compile("(?<!党)的")
_FIRST: Final = re.compile(
    r"(?:[上下]午)?，?((?:“[^“”，。；\n]{2,20}”|[\u4e00-\u9fff（）0-9#]){4,34}?)(?:项目)?(?:在[^，。；在]{2,12}?)?(?:正式|全面|顺利|全线|成功|建成|竣工|破土|举行)*"
)
_PASSED: Final = re.compile(
    r"(?:[上下]午)?，([\u4e00-\u9fff“”（）0-9]{4,44}?(?<=工程|项目|水库|公路|大桥|隧道|基地|系统|中心|大楼|校区|小区))(?:顺利|圆满|成功|一次性)*(?:通过|完成)了?([\u4e00-\u9fff]{0,12}?)"
)
"""From the day to 验收."""
_DONE: Final = re.compile("(?:运[营行]|发电|生产|使用|建设|试?营业)?(?:[，。；！\n]|$)")
_ACTIVITY: Final = "活动"
_SHORTEST: Final = 4
_TOGETHER: Final = re.compile(r"\d{1,3}个(?:重点|重大|民生|产业|招商引资)*项目集中$")
_NO_WORK: Final = re.compile(r"[0-9]+个|共有|[了在把将对被]|同志|今后|力争|确保|计划|预计|争取|目前|以来")


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
    looks_back = program.end <= hit.start or text.startswith("以来", program.end)
    if program.national and looks_back and not has_day(date):  # 某项全国活动在某省于某月启动: every place tells of that
        return None
    start, end = min(program.start, hit.start), max(program.end, hit.end)
    return EventMention(start, end, program.name + hit.text, "launch of a program", 0.65, date=date.value)


def activities(around: Around) -> list[EventMention]:
    """Programs that the sentence says were held on a day (4月20日…开展了“…”活动), or the other day."""
    found = []
    for program in around.programs:
        sentence = around.page.sentence_at(program.start)
        if sentence is None or program.national or _is_named_visit(around, sentence, program):
            continue
        day = _day_of(around, sentence, program)
        if day is not None:
            found.append(EventMention(program.start, program.end, program.name, "activity of a day", 0.6, date=day))
    return found


def _day_of(around: Around, sentence: SentenceAt, program: ProgramMention) -> str | None:
    """The day on which the sentence says that somebody held the program; empty for 近日, and None where it was not held on one."""
    text = around.page.text
    date = around.date_before(sentence, program.start)
    if date is None or not has_day(date):
        lately = LATELY.search(text, max(sentence.start, program.start - _FAR), program.start)
        once = lately is not None and _HELD_ONCE.search(text, lately.end(), program.start) is not None
        return "" if once and text[program.start] == "“" else None
    if program.start - date.end > _FAR or not was_on(text, date, program.start):
        return None
    held = _HELD.search(text, max(date.end, program.start - _HOLDING), program.start) or _HELD_BEHIND.match(text, program.end)
    return date.value if held and not is_to_come(text, held.start()) else None


def _is_named_visit(around: Around, sentence: SentenceAt, program: ProgramMention) -> bool:
    """Whether the program is the visit of somebody whom the sentence names, and has no name in marks: 赴某市开展招商考察活动."""
    text = around.page.text
    named = text[program.start] == "“" or not text.endswith(_ACTIVITY, 0, program.end)
    return not named and is_visit(around, sentence, program.end - len(_ACTIVITY))


def opening(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A work or a house whose first day the sentence names: …工程于9月28日投产, 9月28日，…工程投产."""
    text = around.page.text
    date = around.date_before(sentence, hit.start)
    if date is None or not has_day(date) or _NOT_OPENED.match(text, hit.end):
        return None
    work = _dated_last(text, sentence, date, hit) or _dated_first(around, date, hit)
    name = _BEGAN.split(_OF.split(work)[-1])[0]
    together = _TOGETHER.search(name)  # 平江县|14个重点项目集中|开工
    if len(name) < _SHORTEST or _NO_WORK.search(name[: together.start()] if together is not None else name):
        return None
    start = text.rindex(name, sentence.start, hit.start)
    return EventMention(start, hit.end, clean(name) + hit.text, "opening", 0.65, date=date.value)


def accepted(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A work that passed what experts look at before it is used: 7月23日，某工程顺利通过完工|验收."""
    text = around.page.text
    date = around.date_before(sentence, hit.start)
    passed = _PASSED.fullmatch(text, date.end, hit.start) if date is not None and hit.start - date.end <= _FAR else None
    if date is None or passed is None or not has_day(date):
        return None
    return EventMention(passed.start(1), hit.end, clean(passed[1] + passed[2] + hit.text), "opening", 0.65, date=date.value)


def _dated_last(text: str, sentence: SentenceAt, date: Date, hit: Hit) -> str:
    """What stands before the day: 某工程|于9月28日投产."""
    surely = _SURELY.fullmatch(text, min(date.end, hit.start), hit.start)
    work = _WORK.search(text, max(sentence.start, date.start - _FAR), date.start) if surely else None
    return work[1] if work is not None else ""


def _dated_first(around: Around, date: Date, hit: Hit) -> str:
    """What stands behind the day, up to the end of a clause: 9月28日，|某工程|正式投产; nobody acts there."""
    text = around.page.text
    work = _FIRST.fullmatch(text, date.end, hit.start) if hit.start - date.end <= _FAR and _DONE.match(text, hit.end) else None
    if work is None or within(around.people, date.end, hit.start):
        return ""
    start = work.end(1) - len(_OF.split(work[1])[-1])  # 某公司承建的|隧道
    words = around.page.tokens(start, work.end(1))
    acts = any(len(word.text) > 1 and word.text in VERBS and word.text not in INSIDE_NAMES for word in words)
    return "" if acts else text[start : work.end(1)]


def _dated(around: Around, sentence: SentenceAt, hit: Hit) -> Date | None:
    """The date before ``hit`` in its sentence, where it says the month."""
    date = around.date_before(sentence, hit.start)
    known = date is not None and ((len(date.value) >= _MONTH and date.value[0] != "-") or has_day(date))
    return date if known and date is not None and hit.start - date.end <= 60 else None
