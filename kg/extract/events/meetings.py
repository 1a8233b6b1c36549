"""Meetings, ceremonies, festivals and classes: a word for one, and the words before it that make it a certain one."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.dates import Date, day_before
from kg.extract.events.ceremonies import CEREMONIES, held_for, work
from kg.extract.events.hosts import host as host_of
from kg.extract.events.hosts import place as place_of
from kg.extract.events.mention import Around, EventMention
from kg.extract.events.names import Name, read_back
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit, within
from kg.extract.subjects import Subject
from kg.lexicon.words import EVENT_HABITS, EVENT_PLAIN, EVENT_WORDS
from kg.model import Basis
from kg.segment import SentenceAt

_BREAKS: Final = frozenset({"", "，", "。", "；", "、", "：", "！", "？", "\n", " ", "\u3000"})
_NOT_A_MEETING: Final = re.compile(r"[员室场堂厅战费]|现场(?!会)|代表|主席团|秘书|记录|纪要|中心|管理|制度|筹备|准备")
_EDGE: Final = re.compile(r"[上后在于，。；、！”》）\s精暨召举期要]|$|传达|强调|指出")
_SEVERAL: Final = re.compile(r"(?:共|近|达)?[0-9一二两三四五六七八九十百千多数]+[余多]?[期场次个轮]")
_SEVERAL_BEFORE: Final = re.compile(
    r"(?:(?!一[场期个轮])[0-9一二两三四五六七八九十百千多数几]+[余多]?[期场个轮]|(?<![第0-9])[0-9两多数几百余]+次)(?:以上)?$"
)
_REFERRED_BEFORE: Final = re.compile(
    r"(?:(?:贯彻|落实|传达|学习|根据|按照|筹备|迎接|遵照|围绕|响应|遵循|对照)[^，。；]{0,30}|关于(?:召开|举行|举办)[^，。；]{0,12})$"
)
_FAR_REFERRED: Final = 34
_LEARNERS: Final = re.compile("[”》]?(?:学员|全体学员|班主任|结业生)")
"""Behind a class that is named for those who go to it."""
_REFERRED_AFTER: Final = re.compile(
    r"[”》]?(?:、[^，。；]{2,30}|和[^，。；]{2,20}|及[^，。；]{2,20})?(?:精神|部署|决[定议策]|以来|以后|之后|后，|召开后|召开以来|召开之后|的要求|的部署|的精神|提出|确定|通过|的[^，。；]{0,8}(?:委员|代表)|是[^，。；]{0,40}(?:会议|大会|会|起点|节点|时刻|指引|部署))"
)
_GLOSS: Final = re.compile("（(?:以下)?(?:简称|统称)[^（）]{2,16}）")
_STUDIED: Final = re.compile("议?[”》]?(?:上的?)?(?:重要)?(?:讲话)?的?精神")
"""Behind a meeting that was held, whoever is to study it and however often."""
_IS_HELD: Final = re.compile("(?:召开|举行|举办)了?(?:一[次场个])?$")
_WAS_HELD: Final = re.compile("(?:召开|举行|举办)了$")
_HOUR: Final = re.compile("(?:[上下中]午|晚上?|早上|凌晨)?，?")
NOT_YET: Final = re.compile(r"以来|前|后|底|起")
"""Behind a date: nothing was on that day."""
_PLACES: Final = frozenset("省市县区旗州镇乡村")
_OWN_WORDS: Final = re.compile(r"[全我本各][省市县区州盟旗镇乡村校局厂矿国]|全系统|集团|公司|各界")
KIND: Final = "kind of meeting"
"""The rule of what is named by its host and kind alone (市委常委扩大会议)."""
BARE: Final = "the meeting"
"""The rule of what is named by one word, with its host at most (会议, 全市座谈会): it may stand for the meeting named before."""
_SESSION: Final = re.compile(r"[第届大协][一二三四五六七八九十百0-9]{1,4}次")
_SESSION_OF: Final = re.compile(r"((?:(?![在于日])[\u4e00-\u9fff]){2,12}第[一二三四五六七八九十]{1,3}届)\n$")
_LINE: Final = 30
_DAY_AFTER: Final = re.compile("[”》]?的?(?:第二天|次日|翌日)")
"""Behind a meeting: the date of the sentence is that of the day after."""
_NO_KIND: Final = frozenset({"仪式", "典礼"})
"""Words that say nothing by themselves."""
_LONG: Final = 4
"""With so many characters before it a kind of meeting that its host held is told apart without a date (全体干部职工会议)."""
_SHORTEST: Final = 5
_MONTH: Final = len("YYYY-MM")


def meeting(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """The event whose name ends in ``hit``, or None where the words name no certain one."""
    text = around.page.text
    end = hit.end + text.startswith("议", hit.end)
    needs = EVENT_WORDS[hit.text].needs
    if _is_other(around, hit, end, needs):
        return None
    name = _own(around, sentence, hit) if needs == "own" else read_back(around, sentence.start, hit.start)
    if _several(text, sentence, name.start, hit):
        return None
    held = _is_held(around, sentence, name.start, end)
    name, date = _over_lines(around, name, _date(around, sentence, name.start, end) if held else _on(around, sentence, name.start))
    dated = date is not None and len(date.value) >= _MONTH
    if not _enough(around, sentence, name, hit, dated=dated):
        return None
    host = host_of(around, sentence, name.start) if held else None
    place = place_of(around, sentence, end) if held else None
    if place is not None and _WAS_HELD.search(text, max(0, name.start - 4), name.start):
        date = date or around.date_near(sentence, name.start)
        dated = True
    called = _called(around, sentence, name, hit, end, host, told=held and dated, held=held)
    if not called.words:
        return None
    day = date.value if date is not None else ""
    day = day_before(day) if _DAY_AFTER.match(text, end) else day
    confidence = 0.6 if called.rule in (KIND, BARE) else 0.8 if held and dated else 0.7
    return EventMention(called.start, end, clean(called.words), called.rule, confidence, held, day, (), host, place)


class _Called(NamedTuple):
    """Where a name starts, the name, and the rule that made it; no words where it stays uncertain."""

    start: int
    words: str
    rule: str


def _called(
    around: Around, sentence: SentenceAt, name: Name, hit: Hit, end: int, host: Subject | None, *, told: bool, held: bool
) -> _Called:
    """The name of a meeting: for what the ceremony was held, its own words, or its host and kind."""
    needs = EVENT_WORDS[hit.text].needs
    if held and name.start == hit.start and hit.text.endswith(CEREMONIES):
        begin = held_for(around, sentence, hit.start)
        if begin < hit.start:
            return _Called(begin, work(around, begin, hit.start) + around.page.text[hit.start : end], "ceremony")
    if needs == "own" or name.numbered or not _is_kind(around, name, hit):
        words = _full(around, name.start, end)
        return _Called(name.start, words if len(words) >= _SHORTEST or needs == "own" else "", "named meeting")
    return _Called(name.start, *_of_kind(around, name, hit, end, host, told=told, held=held))


def _is_held(around: Around, sentence: SentenceAt, start: int, end: int) -> bool:
    """Whether the sentence tells of the meeting, and does not only refer to it; one that has its day before it is told of."""
    text = around.page.text
    low = max(sentence.start, start - _FAR_REFERRED)
    if (
        _REFERRED_BEFORE.search(text, low, start)
        or _LEARNERS.match(text, end)
        or text.rfind("《", low, start) > text.rfind("》", low, start)
    ):
        return False
    return _on(around, sentence, start) is not None or _REFERRED_AFTER.match(text, end) is None


def _on(around: Around, sentence: SentenceAt, start: int) -> Date | None:
    """The date that stands right before a name."""
    on = around.date_before(sentence, start)
    return on if on is not None and _HOUR.fullmatch(around.page.text, on.end, start) else None


def _is_other(around: Around, hit: Hit, end: int, needs: str) -> bool:
    """会议室 and 工作会商 are no meetings; neither is 会议 in 会议指出, with nothing before it and no date behind it."""
    text = around.page.text
    if text[hit.start - 1 : hit.start] in _BREAKS and needs != "own" and not within(around.dates, end, end + 3):
        return True
    return _NOT_A_MEETING.match(text, end) is not None or (needs == "edge" and not _EDGE.match(text, end))


def _enough(around: Around, sentence: SentenceAt, name: Name, hit: Hit, *, dated: bool) -> bool:
    """Whether the name has the number or the date that its last word needs, and is not of meetings held again and again."""
    needs = EVENT_WORDS[hit.text].needs
    if needs == "session" and not _SESSION.search(around.page.text, name.start, hit.start):
        return False
    if (needs == "number" and not name.numbered) or (needs == "date" and not (dated or name.numbered)):
        return False
    studied = _STUDIED.match(around.page.text, hit.end) is not None
    return dated or name.numbered or studied or not _habitual(around, sentence, name.start)


def _of_kind(around: Around, name: Name, hit: Hit, end: int, host: Subject | None, *, told: bool, held: bool) -> tuple[str, str]:
    """The name of a meeting that has none, from its host and kind (市委常委扩大会议), and the rule; nothing where it stays uncertain."""
    text = around.page.text
    led = _led(around, name.start, hit.start)
    long = hit.start - name.start >= _LONG and host is not None
    if not held or not (told or long or (led > name.start and text.startswith("上", end))):
        return "", ""
    words = _full(around, name.start, end)
    if led == name.start:
        words = _of_host(host.ref.name, words) if host is not None else _unhosted(around, name, hit, words)
    if led == hit.start and hit.text in _NO_KIND:
        return "", ""
    return words, BARE if led == hit.start else KIND


def _unhosted(around: Around, name: Name, hit: Hit, words: str) -> str:
    """The name of a meeting of which only the kind is known (该校召开干部会议): that, where it says enough, and was held."""
    enough = name.start < hit.start or len(hit.text) >= _LONG
    return words if enough and _IS_HELD.search(around.page.text, max(0, name.start - 5), name.start) else ""


def _of_host(host: str, words: str) -> str:
    """党组会议 of …局党组 is …局党组会议."""
    doubled = next((length for length in range(min(len(host), len(words)), 1, -1) if host.endswith(words[:length])), 0)
    return host + words[doubled:]


def _over_lines(around: Around, name: Name, date: Date | None) -> tuple[Name, Date | None]:
    """…县第十八届 at the end of a line, 人民代表大会第三次会议 on the next: one name, and the date before it, as titles of reports stand."""
    text = around.page.text
    head = _SESSION_OF.search(text, max(0, name.start - _LINE), name.start) if text[name.start - 1 : name.start] == "\n" else None
    if head is None:
        return name, date
    before = within(around.dates, max(0, head.start() - _LINE), head.start() + 1)
    return Name(head.start(1), name.numbered, name.named), date or (before[-1] if before else None)


def clean(words: str) -> str:
    """A name without quotation marks and without what a body in it is called for short."""
    return _GLOSS.sub("", words.replace("“", "").replace("”", "").replace(" ", "").replace("\n", ""))


def _own(around: Around, sentence: SentenceAt, hit: Hit) -> Name:
    """世博会 is a name by itself, with the place right before it if one stands there."""
    before = [subject for subject in around.subjects.between(max(sentence.start, hit.start - 10), hit.start) if subject.end == hit.start]
    return Name(before[0].start if before else hit.start, numbered=False, named=True)


def _several(text: str, sentence: SentenceAt, start: int, hit: Hit) -> bool:
    """Meetings that are counted (座谈会12场, 3期…培训班) are not one."""
    if _SEVERAL.match(text, hit.end):
        return True
    if start < hit.start and text[start] in _PLACES:  # 9个市（州）委书记座谈会
        return False
    return any(_SEVERAL_BEFORE.search(text, max(sentence.start, at - 10), at) for at in {start, hit.start})


def _is_kind(around: Around, name: Name, hit: Hit) -> bool:
    """Whether the words before the last are no more than whose it was and of what kind (全市专题会议)."""
    start = _led(around, name.start, hit.start)
    return all(token.text in EVENT_PLAIN for token in around.page.tokens(start, hit.start)) if start < hit.start else True


def _led(around: Around, start: int, end: int) -> int:
    """Where the words for whose meeting it is end: bodies and places at the head of the name, 全市, 我县."""
    while True:
        own = _OWN_WORDS.match(around.page.text, start, end)
        inside = [subject for subject in around.subjects.between(start, end) if subject.start == start]
        if own is None and not inside:
            return start
        start = own.end() if own is not None else inside[-1].end


def _full(around: Around, start: int, end: int) -> str:
    """The words of a name, with the body at its head under its full name: 市委常委会议 is that of a certain city."""
    head = next((s for s in around.subjects.between(start, end) if s.start == start and s.basis is Basis.CONTEXT), None)
    text = around.page.text
    if head is None or not isinstance(head.ref, BodyRef) or head.end >= end or "届" in text[start : head.end]:
        return text[start:end]
    return head.ref.name + text[head.end : end]


def _date(around: Around, sentence: SentenceAt, start: int, end: int) -> Date | None:
    """The last date before the name in its sentence, or the one right behind it (会议于4月18日举行)."""
    behind = within(around.dates, end, min(end + 3, sentence.end))
    before = around.date_before(sentence, start)
    date = behind[0] if behind else before
    return None if date is None or NOT_YET.match(around.page.text, date.end) else date


def _habitual(around: Around, sentence: SentenceAt, start: int) -> bool:
    """Whether a word in the clause says that such meetings are held again and again, or should be."""
    clause = max(sentence.start, start - 40, around.page.clause(start)[0] if start else 0)
    return any(token.text in EVENT_HABITS for token in around.page.tokens(clause, start))
