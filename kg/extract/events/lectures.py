"""Lectures: what somebody gave under a title (作《…》报告), or to whom (为机关干部讲党课)."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.calling import clean
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.events.telling import are_several, habitual
from kg.extract.scan import Hit, made_of
from kg.segment import SentenceAt

_FAR: Final = 90
"""Characters between a speaker, a title and the word for what was given."""
_TITLE: Final = re.compile(r"[》”](?:为题|为题目|为主题)?(?:的|作了?|讲了?|上了?|开展了?|进行了?)*(?:专题|一次|一堂|一场|学术|主题|精彩)*$")
_CAME: Final = re.compile("来|到|赴|走进|前往|深入")
_ABOUT: Final = ("的", "会", "时", "中")
_OPENING: Final = {"》": "《", "”": "“"}
_CLOSING: Final = {opening: closing for closing, opening in _OPENING.items()}
_GIVING: Final = re.compile(
    r"[^，。；《》由]{0,20}(?:作|上|讲|做|讲授|授|以)(?:了|过)?(?:一堂|一次|一场|堂|次)?(?:题为|以|主题为|的)?[^，。；《》由]{0,8}"
)
_WHAT: Final = re.compile(
    r"(?:为题|为题目|为主题)?(?:的|作了?|讲了?|上了?|开展了?|进行了?)*(?:专题|一次|一堂|一场|主题|精彩)*((?:学术|形势|事迹|辅导|专题)?(?:党课|报告|讲座|辅导|课))"
)
_REPORTS: Final = re.compile("的(?:[\u4e00-\u9fff]{0,6}工作报告|讲话|发言|致辞|[开闭]幕词|主旨演讲)")
"""What is said at a meeting, which is the event."""
_GAVE: Final = re.compile(r"(?<!工)(?:讲授?|上|作|做)(?:了|过)?(?:一?[堂场次节])?(?:[\u4e00-\u9fff]{2,14})?$")
_AUDIENCE: Final = re.compile(r"[为给向]((?:(?![为给向])[^，。；：“”《》]){1,23}[员部工生师众民兵人们者表位志关司村校区])$")
_WAY: Final = re.compile(
    r"同志|书记|主任|教授|老师|（[^（）]{1,6}）|，|应邀|带头|亲自|再次|专程|还|又"
    r"|(结合[^，。；]{2})[^，。；]{0,20}|(围绕[^，。；]{2})[^，。；]{0,36}|(以[“《][^”》\n]{2,40}[”》]为(?:主)?题)"
    r"|((?:来到?|走进|深入|前往|到|在|赴)[^，。；]{2})[^，。；]{0,22}"
)
"""Between a speaker and the audience, part by part."""


def lecture(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A lecture under its title, else one that somebody gave to an audience."""
    return _titled(around, sentence, hit) or _given(around, sentence, hit)


def _titled(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """P作《…》报告, P上了一堂题为《…》: a lecture under its title, and who gave it."""
    text = around.page.text
    if hit.text == "题为":
        opens, end = hit.end, text.find("》", hit.end, min(sentence.end, hit.end + _FAR)) + 1
        if _REPORTS.match(text, end):  # 代表镇委作题为《…》的|工作报告
            return None
        what = _WHAT.match(text, end)
        end = what.end() if what else end
    else:
        title = _TITLE.search(text, max(sentence.start, hit.start - 16), hit.start)
        opening = _OPENING[title[0][0]] if title else ""
        opens, end = text.rfind(opening, max(sentence.start, hit.start - _FAR), hit.start) if title else -1, hit.end
    if opens < 0 or not text.startswith(tuple(_OPENING.values()), opens) or end <= opens:
        return None
    people = around.people_before(sentence, opens, _FAR)
    if not people or not _GIVING.fullmatch(text, people[-1].end, opens):
        return None
    speaker = people[-1]
    named = text[opens : text.find(_CLOSING[text[opens]], opens) + 1].replace("“", "").replace("”", "")
    date = around.date_near(sentence, opens)
    if text[opens] != _OPENING["》"] and (
        date is None or not has_day(date) or date.start < sentence.start
    ):  # “…” is a theme as often as a title
        return None
    words = f"{speaker.name}作{named}{_what_of(text[opens:end])}"
    return EventMention(opens, end, words, "lecture", 0.7, date=date.value if date else "", people=(speaker,))


def _given(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """P为机关干部讲党课, where the sentence does not say that it is done again and again."""
    text = around.page.text
    low = max(sentence.start, hit.start - _FAR)
    gave = _GAVE.search(text, low, hit.start)
    audience = _AUDIENCE.search(text, low, gave.start()) if gave is not None else None
    if gave is not None and audience is None:
        return _visiting(around, sentence, hit, gave)
    people = around.people_before(sentence, audience.start(), _FAR) if audience is not None else []
    if (
        gave is None
        or audience is None
        or not people
        or are_several(text, sentence, hit.start, hit)
        or not made_of(text[people[-1].end : audience.start()], _WAY)
    ):
        return None
    date = around.date_near(sentence, hit.start)
    if date is None and habitual(around, sentence, hit.start):
        return None
    speaker = people[-1]
    words = f"{speaker.name}为{audience[1]}{gave[0][:1]}{hit.text}"
    return EventMention(speaker.start, hit.end, clean(words), "lecture", 0.65, date=date.value if date else "", people=(speaker,))


def _visiting(around: Around, sentence: SentenceAt, hit: Hit, gave: re.Match[str]) -> EventMention | None:
    """P来我校作学术报告, on a day that the sentence names."""
    text = around.page.text
    people = around.people_before(sentence, gave.start(), _FAR)
    date = around.date_before(sentence, gave.start())
    if not people or date is None or not has_day(date) or text.startswith(_ABOUT, hit.end):
        return None
    between = text[people[-1].end : gave.start()]
    if _CAME.search(between) is None or not made_of(between, _WAY):
        return None
    speaker = people[-1]
    name = clean(f"{speaker.name}{between}{gave[0][:1]}{hit.text}")
    return EventMention(speaker.start, hit.end, name, "lecture", 0.65, date=date.value, people=(speaker,))


def _what_of(words: str) -> str:
    """课, 报告: what was given, as far as the words behind the title say."""
    kind = _WHAT.search(re.split("[》”]", words)[-1])
    return kind[1] if kind else ""
