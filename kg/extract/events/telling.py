"""Whether a sentence tells of a meeting, refers to one that was held elsewhere, or speaks of many."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.dates import Date
from kg.extract.events.mention import Around, has_day
from kg.extract.events.names import Name
from kg.extract.page import Page
from kg.extract.scan import Hit, within
from kg.lexicon.words import EVENT_HABITS, EVENT_WORDS
from kg.segment import SentenceAt, Zone

_REFERRED_BEFORE: Final = re.compile(
    r"(?:(?:贯彻|落实|传达|督查|学习(?!中心组|教育|实践)|根据|按照|筹备|迎接|遵照|围绕|响应|遵循|对照)[^，。；]{0,30}|关于(?:召开|举行|举办)[^，。；]{0,12})$"
)
_HELD_HERE: Final = re.compile("(?:召开|举行|举办)了?$")
"""按照上级要求|召开|推进会: held, whatever it goes by."""
_NOT_YET_HELD: Final = re.compile("(?:筹备|迎接|关于|做好|抓好|同意|建议|提议|决定|拟|准备)[^，。；]{0,30}$")
_FAR_REFERRED: Final = 34
_LEARNERS: Final = re.compile("[”》]?(?:学员|全体学员|班主任|结业生)")
"""Behind a class that is named for those who go to it."""
_REFERRED_AFTER: Final = re.compile(
    "[”》]?(?:《|决议|公报|工作报告"  # what came of it: 全会|公报提出
    "|、[^，。；]{2,30}|和[^，。；]{2,20}|及[^，。；]{2,20})?"  # what is named beside it: 全会|和市委工作会议精神
    "(?:精神|部署|决[定议策]|以来|以后|之后|后，|召开后|召开以来|召开之后"
    "|的要求|的部署|的精神|提出|确定|通过"
    "|的[^，。；]{0,8}(?:委员|代表)"  # 会议|的列席代表
    "|是[^，。；]{0,40}(?:会议|大会|会|起点|节点|时刻|指引|部署))"  # 全会|是一个新的起点
)
"""Behind a meeting that was held elsewhere, or before: what came of it, what it said or was."""
_SPOKEN: Final = re.compile("上的?(?:重要)?讲话(?:的)?(?:重要)?(?:指示)?精神")
"""Behind a meeting whose speech is studied elsewhere."""
_DONE_THERE, _DOING = re.compile("总结|[\u4e00-\u9fff]{0,2}发言|点评"), re.compile("进行|[作做](?=[\u4e00-\u9fff]{0,2}会|大会)")
"""Behind a meeting and before it: what somebody did there (镇长甲进行|大会|总结)."""
_STUDIED: Final = re.compile("议?[”》]?(?:上的?)?(?:重要)?(?:讲话)?的?精神")
"""Behind a meeting that was held, whoever is to study it and however often."""
_HOUR: Final = re.compile("(?:[上下中]午|晚上?|早上|凌晨)?，?")
_NOT_YET: Final = re.compile(r"以来|前|后|底|起")
"""Behind a date: nothing was on that day."""
_RESOLVED: Final = re.compile("(?:决定|提出|计划)(?!的)[^。；]{0,24}$")
"""Before what is to be held some day: 6月2日，全会决定开展“…”活动."""
_SEVERAL: Final = re.compile(r"议?(?:共|近|达)?[0-9一二两三四五六七八九十百千多数]+[余多]?[期场次个轮]")
_SEVERAL_BEFORE: Final = re.compile(
    r"(?:(?!一[场期个轮])[0-9一二两三四五六七八九十百千多数几]+[余多]?[期场个轮]|(?<![第0-9])[0-9两多数几百余]+次)(?:以上)?$"
)
_STAMPED: Final = re.compile("(?:时间|日期|发布|更新|来源)[^，。；\n]{0,4}$")
_NEAR: Final = 8
_STORY: Final = 800
"""So far back the day is looked for of which an article tells."""
_CLOCK: Final = re.compile(r"\s{0,4}\d{1,2}[:：]\d\d|\s{1,9}(?:来源|作者|编辑|点击|浏览|阅读)")
_TO_COME: Final = re.compile("(?:将|拟|计划)(?:于|在|集中|统一|组织|陆续|同步)?$")
_SOON: Final = 4
_SEVERAL_HELD: Final = re.compile("(?:召开|举行|举办|开展|进行|组织|承办)[了过]?[两二三四五六七八九十]{1,3}[次届]$")
"""举办了五届|艺术节, not 举行三届二次|职代会."""
_ANOTHER: Final = frozenset("暨和与及、")
"""Behind a name: another begins (会议暨|2018年度|党建工作会议)."""
_PARTED: Final = frozenset("；。！")
"""Behind a name: something else is told from there on (3月召开会议；|6月…)."""
_TOOK_PLACE: Final = re.compile("(?:[上下]午)?(?:在[^，。；]{2,16})?(?:胜利|隆重|圆满|顺利|正式|庄严|热烈)?(?:[开闭]幕|召开|举行|落下帷幕)")
_PLACES: Final = frozenset("省市县区旗州镇乡村")
_SESSION: Final = re.compile(r"[第届大协][一二三四五六七八九十百0-9]{1,4}次")


def is_held(around: Around, sentence: SentenceAt, start: int, end: int) -> bool:
    """Whether the sentence tells of the meeting, and does not only refer to it; one that has its day before it is told of."""
    text = around.page.text
    low = max(sentence.start, start - _FAR_REFERRED)
    held = _HELD_HERE.search(text, max(low, start - 4), start) is not None and _NOT_YET_HELD.search(text, low, start) is None
    if (
        (_REFERRED_BEFORE.search(text, low, start) and not held)
        or _LEARNERS.match(text, end)
        or _SPOKEN.match(text, end)
        or (_DONE_THERE.match(text, end) and _DOING.search(text, low, end))
        or text.rfind("《", low, start) > text.rfind("》", low, start)
    ):
        return False
    return date_on(around, sentence, start) is not None or _REFERRED_AFTER.match(text, end) is None


def date_on(around: Around, sentence: SentenceAt, start: int) -> Date | None:
    """The date that stands right before a name."""
    on = around.date_before(sentence, start)
    return on if on is not None and _HOUR.fullmatch(around.page.text, on.end, start) else None


_COMMITTEE_HELD: Final = re.compile("(?:召开|举行)了?[省市县区州旗]委$")
"""召开市委|常委会 on a day."""
_GATHERED: Final = re.compile("(?:召开|举行)了?$")
_GATHERINGS: Final = frozenset({"代表大会"})
"""Bodies, too, that are meetings where they are called together on a day: 3月5日召开职工|代表大会."""
_LONGEST_HELD: Final = 5


def is_enough(around: Around, sentence: SentenceAt, name: Name, hit: Hit, *, dated: bool) -> bool:
    """Whether the name has the number or the date that its last word needs, and is not of meetings held again and again."""
    needs = EVENT_WORDS[hit.text].needs
    standing = dated and _COMMITTEE_HELD.search(around.page.text, max(0, hit.start - _LONGEST_HELD), hit.start) is not None
    gathered = dated and hit.text in _GATHERINGS and _is_gathered(around.page.text, name.start, hit.end)
    if needs == "session" and not (standing or gathered) and not _SESSION.search(around.page.text, name.start, hit.start):
        return False
    joined = "暨" in around.page.text[name.start : hit.start]  # to one that is enough
    if (needs == "number" and not name.numbered) or (needs == "date" and not (dated or name.numbered or joined)):
        return False
    studied = _STUDIED.match(around.page.text, hit.end) is not None
    return dated or name.numbered or studied or not habitual(around, sentence, name.start)


def _is_gathered(text: str, start: int, end: int) -> bool:
    return _GATHERED.search(text, max(0, start - 4), start) is not None or _TOOK_PLACE.match(text, end) is not None


def was_on(text: str, date: Date, start: int) -> bool:
    """Whether what begins at ``start`` was on ``date``, and not since or before it, nor only resolved on it (what another resolution asks is done)."""
    if _NOT_YET.match(text, date.end):
        return False
    resolved = _RESOLVED.search(text, date.end, start)
    return resolved is None or _REFERRED_BEFORE.search(text, date.end, resolved.start()) is not None


def is_stamp(page: Page, date: Date) -> bool:
    """Whether a date says when the page was put up, and not when what it tells of was held."""
    sentence = page.sentence_at(date.start)
    if sentence is None or sentence.zone is Zone.DATELINE or _CLOCK.match(page.text, date.end):
        return True
    return _STAMPED.search(page.text, max(0, date.start - _NEAR), date.start) is not None


def only_day(around: Around, sentence: SentenceAt) -> Date | None:
    """The day of which the article tells before ``sentence``, where it tells of one only."""
    low = max(around.page.segments.articles[sentence.article].start, sentence.start - _STORY)
    days = [date for date in within(around.dates, low, sentence.start) if has_day(date) and not is_stamp(around.page, date)]
    return days[-1] if len({date.value for date in days}) == 1 else None


def is_to_come(text: str, at: int) -> bool:
    """Whether the verb that begins at ``at`` is of what will be done: 某市将|开展…."""
    return _TO_COME.search(text, max(0, at - _SOON), at) is not None


def are_several(text: str, sentence: SentenceAt, start: int, hit: Hit) -> bool:
    """Meetings that are counted (座谈会12场, 3期…培训班) are not one."""
    if _SEVERAL.match(text, hit.end):
        return True
    if start < hit.start and text[start] in _PLACES:  # 9个市（州）委书记座谈会
        return False
    if _SEVERAL_HELD.search(text, max(sentence.start, start - 10), start) or _SEVERAL_HELD.search(
        text, max(sentence.start, hit.start - 10), hit.start
    ):
        return True
    return any(_SEVERAL_BEFORE.search(text, max(sentence.start, at - 10), at) for at in {start, hit.start})


def date_of(around: Around, sentence: SentenceAt, start: int, end: int) -> Date | None:
    """The last date before the name in its sentence, or the one right behind it (会议于4月18日举行)."""
    behind = within(around.dates, end, min(end + 3, sentence.end)) if around.page.text[end : end + 1] not in _ANOTHER | _PARTED else []
    date = behind[0] if behind else around.date_before(sentence, start) or _closed_on(around, sentence, end)
    return None if date is None or _NOT_YET.match(around.page.text, date.end) else date


def _closed_on(around: Around, sentence: SentenceAt, end: int) -> Date | None:
    """The day behind a name on which the sentence says that it began or ended: …会议圆满完成议程，于1月9日闭幕."""
    text = around.page.text
    for date in within(around.dates, end, min(end + _FAR_REFERRED, sentence.end)):
        if text[date.start - 1] == "于" and _TOOK_PLACE.match(text, date.end):
            return date
    return None


def habitual(around: Around, sentence: SentenceAt, start: int) -> bool:
    """Whether a word in the clause says that such meetings are held again and again, or should be."""
    clause = max(sentence.start, start - 40, around.page.clause(start)[0] if start else 0)
    low = max(sentence.start, start - 40)
    while clause > low and around.page.text[clause - 1] == "、":  # 多次召开党委会、|联席会
        clause = max(low, around.page.clause(clause - 1)[0])
    return any(token.text in EVENT_HABITS for token in around.page.tokens(clause, start))
