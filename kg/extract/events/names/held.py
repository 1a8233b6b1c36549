"""More of a name than was read back, where a verb of holding or 暨 tells that it belongs to it: 召开|视察|座谈会."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.mention import Around
from kg.extract.events.names.back import read_back
from kg.extract.events.names.name import LONGEST, TOGETHER, Name
from kg.extract.events.names.wholes import before_word
from kg.extract.scan import within
from kg.lexicon.words import EVENT_PLAIN, EVENT_WORDS

_ONE_WORD: Final = 2
"""A name of one word before its kind may go on behind a verb that stopped it: 物资捐赠|援助|仪式."""
_POINTING: Final = ("该", "我", "本")
_HOLDING: Final = re.compile(
    "(?<!的)(?:召开|举行|举办)了?"
    "(?:(?:简短|隆重|热烈|简朴|盛大|庄严|简单)[\u4e00-\u9fff]{0,4}的)?"  # 简短而热烈的
    "((?![一二两三四五六几多数各首相有此这本该])"  # not 一次, 多场, 首届
    "(?:(?!召开|举行|举办|通报|部署|传达|[的了])[\u4e00-\u9fff“”0-9]){2,36})$"  # 视察
)
"""A verb of holding, up to the last word of what was held: 举行了简短的|视察|座谈会."""
_HELD_THEN: Final = re.compile("(?:在[^，。；]{1,16}?)?(?:隆重|胜利|圆满|顺利|正式|如期|庄严|热烈)?(?:召开|举行|开幕)(?=[，。；！（\\n]|$)")
_LEAD: Final = re.compile("(?:近日|日前|昨[日天]|今[日天]|当[日天]|[上下]午|晚上?)*")
_JOINTS: Final = re.compile("[、和与]")
_SUBJECT: Final = re.compile(
    "(?:(?!召开|举行|举办|组织|主办|获悉|开始|主持|根据|按照|介绍)[\u4e00-\u9fff“”（）0-9、])+(?<![的了由在将对把为向到从于后前时中])"
)
"""The rest of the subject before a name that a word stopped (…党委书记抓|基层党建述职会议)."""
_MARKS: Final = re.compile("[，。；：！？《》 \n]")
_ALL_HELD: Final = re.compile(
    "(?:召开|举行|举办)了?((?![一二两三四五六几多数各首相有此这本该])(?:(?!召开|举行|举办|[了])[\u4e00-\u9fff“”（）0-9]){4,60})$"
)
"""Behind a verb of holding: what was held, up to 暨."""
_FAR_JOINED: Final = 10
_LISTED: Final = re.compile(r"(?:召开|举行|举办|开展)(?:的|了)?([\u4e00-\u9fff“”（）、0-9]{2,40})$")
"""Before the last of those for whom a meeting was held: 举行的|第三批文明城市、文明村镇、|文明单位表彰会."""
_MEETINGS: Final = tuple(EVENT_WORDS)
_ORGANISED: Final = re.compile("社会|[委员协工联商学金事管]会")
"""会 that is no meeting, before the kind of one."""


def behind_holding(around: Around, low: int, name: Name, at: int, end: int) -> Name:
    """``name`` of what ends at ``end``, or more of the words before its last one, where those belong to it.

    It is the whole subject of a clause that says that it was held (…，|抓基层党建述职会议|召开), or, where it is no more than a kind of
    meeting, all that stands between the verb of holding and the kind: 召开|视察|座谈会.
    """
    joined = _joined_to(around, low, name)
    if joined is not None:
        return joined
    listed = _LISTED.search(around.page.text, max(low, name.start - LONGEST), name.start) if _is_listed(around, low, name, at) else None
    if listed is not None and "、" in listed[1] and not any(part.endswith(_MEETINGS) for part in listed[1].split("、")):
        return Name(listed.start(1), name.numbered, named=True)
    if name.named and (subject := _subject(around, low, name, end)) < name.start:
        return Name(subject, name.numbered, named=True)
    whole = (name.named and at - name.start > _ONE_WORD) or name.numbered
    held = None if whole else _HOLDING.search(around.page.text, max(low, at - LONGEST), at)
    if held is None or held.start(1) >= name.start or "会" in _ORGANISED.sub("", held[1]):
        return name
    words = around.page.tokens(held.start(1), name.start)
    subjects = around.subjects.between(held.start(1), name.start)
    if all(token.text in EVENT_PLAIN for token in words) or any(subject.end == name.start for subject in subjects):
        return name
    return Name(held.start(1), numbered=False, named=True)


def _subject(around: Around, low: int, name: Name, end: int) -> int:
    """Where the clause begins of which a name is the end of the subject, behind its date; the start of ``name`` where it is not."""
    text = around.page.text
    if (
        not _HELD_THEN.match(text, end)
        or text[name.start - 2 : name.start - 1] in _POINTING
        or text[name.start - 1 : name.start] in _POINTING
    ):
        return name.start
    near = max(low, name.start - LONGEST)
    marks = [mark.end() for mark in _MARKS.finditer(text, near, name.start)]
    begin = max([near, *marks, *(date.end for date in within(around.dates, near, name.start))])
    lead = _LEAD.match(text, begin, name.start)
    begin = lead.end() if lead is not None else begin
    whole = begin > low and begin > near and _SUBJECT.fullmatch(text, begin, name.start) is not None
    whole = whole and not any(part.endswith(_MEETINGS) for part in _JOINTS.split(text[begin : name.start])[:-1])
    led = any(one.start <= begin and one.end >= name.start for one in around.subjects.between(near, name.start))
    return name.start if not whole or led or within(around.people, begin, name.start) else begin


def _joined_to(around: Around, low: int, name: Name) -> Name | None:
    """A name before which 暨 stands, but for a word that stopped it: all that was held, or the other meeting with it."""
    text = around.page.text
    near = max(low, name.start - LONGEST)
    at = text.rfind(TOGETHER, near, name.start)
    if at < 0 or _MARKS.search(text, at, name.start):
        return None
    held = _ALL_HELD.search(text, near, at)
    if held is not None:
        return Name(held.start(1), name.numbered, named=True)
    begun = before_word(text, at)
    return read_back(around, low, begun)._replace(named=True) if begun < at and name.start - at <= _FAR_JOINED else None


def _is_listed(around: Around, low: int, name: Name, at: int) -> bool:
    return name.named and name.start > low and (around.page.text[name.start - 1] == "、" or at - name.start <= _ONE_WORD)
