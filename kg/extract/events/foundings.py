"""Bodies that began on a day: 3月5日，某法院成立; 3月5日，经批准，成立某法院; 某法院成立于3月5日."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.dates import Date
from kg.extract.events.calling import clean
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit, within
from kg.extract.subjects import Subject
from kg.segment import SentenceAt

_FAR: Final = 40
_LONGEST: Final = 30
_END: Final = re.compile("[，。；！\n]|$")
_BEFORE: Final = re.compile("(?:正式|宣告|宣布|挂牌|揭牌|最早|始|依法|批准|同意|决定|，)*")
"""Between a body, or a day and those who agreed, and 成立."""
_ON: Final = re.compile("(?:[上下]午)?，?(?:经[^，。；]{2,24}(?:批准|同意|批复|决定)，?)?(?:由[^，。；]{2,20}，?)?")
"""Between the day and what was founded on it."""


def founding(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """The founding of a body that the clause names, on the day that its sentence names."""
    text = around.page.text
    behind = within(around.dates, hit.end, min(hit.end + 2, sentence.end))
    if text.startswith("于", hit.end) and behind:
        body = _named_before(around, sentence, hit.start)
        return _founded(body, hit, behind[0], body.start, behind[0].end) if body is not None and has_day(behind[0]) else None
    date = around.date_before(sentence, hit.start)
    if date is None or not has_day(date) or hit.start - date.end > _FAR:
        return None
    if _END.match(text, hit.end):
        body = _named_before(around, sentence, hit.start)
        on = body is not None and (body.start <= date.start or _ON.fullmatch(text, date.end, body.start) is not None)
        return _founded(body, hit, date, min(body.start, hit.start), hit.end) if body is not None and on else None
    after = next((one for one in _bodies(around, hit.end, hit.end + _LONGEST) if one.start == hit.end), None)
    if after is None or not _END.match(text, after.end) or not _ON.fullmatch(text, date.end, hit.start):
        return None
    return _founded(after, hit, date, hit.start, after.end)


def _named_before(around: Around, sentence: SentenceAt, at: int) -> Subject | None:
    """The body right before 成立, but for the day (某局于3月5日|成立) and how it was."""
    text = around.page.text
    for body in reversed(_bodies(around, max(sentence.start, at - _FAR), at)):
        dates = within(around.dates, body.end, at)
        low = dates[-1].end if dates and text[body.end : dates[-1].start] in ("", "于", "，") else body.end
        return body if _BEFORE.fullmatch(text, low, at) else None
    return None


def _bodies(around: Around, start: int, end: int) -> list[Subject]:
    return [one for one in around.subjects.between(start, end) if isinstance(one.ref, BodyRef)]


def _founded(body: Subject, hit: Hit, date: Date, start: int, end: int) -> EventMention:
    return EventMention(start, end, clean(body.ref.name) + hit.text, "founding", 0.65, date=date.value)
