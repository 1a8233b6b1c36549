"""What a meeting is called: its own words, what the ceremony was held for, or its host and kind."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.events.ceremonies import CEREMONIES, held_for, work
from kg.extract.events.mention import Around
from kg.extract.events.names import DEEDS, Name
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.extract.subjects import Subject
from kg.lexicon.words import EVENT_PLAIN, EVENT_WORDS
from kg.model import Basis
from kg.segment import SentenceAt

KIND: Final = "kind of meeting"
"""The rule of what is named by its host and kind alone (市委常委扩大会议)."""
BARE: Final = "the meeting"
"""The rule of what is named by one word, with its host at most (会议, 全市座谈会): it may stand for the meeting named before."""
_GLOSS: Final = re.compile("（(?:以下)?(?:简称|统称)[^（）]{2,16}）")
_IS_HELD: Final = re.compile("(?:召开|举行|举办)了?(?:一[次场个])?$")
_ONCE: Final = re.compile("一[场次个][\u4e00-\u9fff]{2,8}的$")
_TAKES_PLACE: Final = re.compile("在[^，。；]{2,20}?(?:展开|举行|举办|开展|上演|开赛|拉开帷幕)(?=[，。；！]|$)")
"""一场别开生面的|知识竞赛|在某地展开."""
_FAR: Final = 14
_OWN_WORDS: Final = re.compile(r"[全我本各][省市县区州盟旗镇乡村校局厂矿国]|全系统|集团|公司|各界")
_ORGANISATION: Final = "组织工作会"
"""A word of the table, because 组织 ends other names; it says what a meeting is about."""
_NO_KIND: Final = frozenset({"仪式", "典礼"})
"""Words that say nothing by themselves."""
_TOLD: Final = 3
"""On a day that is told 座谈会 says enough, 会议 does not."""
_LONG: Final = 4
"""With so many characters before it a kind of meeting that its host held is told apart without a date (全体干部职工会议)."""
_SHORTEST: Final = 5


class Called(NamedTuple):
    """Where a name starts, the name, and the rule that made it; no words where it stays uncertain."""

    start: int
    words: str
    rule: str


def called(around: Around, sentence: SentenceAt, name: Name, hit: Hit, end: int, host: Subject | None, *, told: bool, held: bool) -> Called:
    """The name of a meeting: for what the ceremony was held, its own words, or its host and kind."""
    needs = EVENT_WORDS[hit.text].needs
    if held and hit.text.endswith(CEREMONIES) and around.page.text[name.start : hit.start] in ("", *DEEDS):
        begin = held_for(around, sentence, name.start)
        if begin < name.start:
            return Called(begin, work(around, begin, name.start) + around.page.text[name.start : end], "ceremony")
    if needs == "own" or name.numbered or not _is_kind(around, name, hit):
        words = _full(around, name.start, end)
        return Called(name.start, words if len(words) >= _SHORTEST or needs == "own" else "", "named meeting")
    return Called(name.start, *_of_kind(around, name, hit, end, host, told=told, held=held))


def _of_kind(around: Around, name: Name, hit: Hit, end: int, host: Subject | None, *, told: bool, held: bool) -> tuple[str, str]:
    """The name of a meeting that has none, from its host and kind (市委常委扩大会议), and the rule; nothing where it stays uncertain."""
    text = around.page.text
    led = _led(around, name.start, hit.start)
    long = hit.start - name.start >= _LONG and host is not None
    if not held or not (told or long or (led > name.start and text.startswith("上", end))):
        return "", ""
    words = _full(around, name.start, end)
    if led == name.start:
        words = _of_host(host.ref.name, words) if host is not None else _unhosted(around, name, hit, words, told=told)
    if led == hit.start and hit.text in _NO_KIND:
        return "", ""
    return words, BARE if led == hit.start else KIND


def _unhosted(around: Around, name: Name, hit: Hit, words: str, *, told: bool) -> str:
    """The name of a meeting of which only the kind is known (该校召开干部会议): that, where it says enough, and was held."""
    enough = name.start < hit.start or len(hit.text) >= (_TOLD if told else _LONG)
    text = around.page.text
    held = _IS_HELD.search(text, max(0, name.start - 5), name.start) or (
        _ONCE.search(text, max(0, name.start - _FAR), name.start) and _TAKES_PLACE.match(text, hit.end)
    )
    return words if enough and held else ""


def _of_host(host: str, words: str) -> str:
    """党组会议 of …局党组 is …局党组会议."""
    doubled = next((length for length in range(min(len(host), len(words)), 1, -1) if host.endswith(words[:length])), 0)
    return host + words[doubled:]


def clean(words: str) -> str:
    """A name without quotation marks and without what a body in it is called for short."""
    return _GLOSS.sub("", words.replace("“", "").replace("”", "").replace(" ", "").replace("\n", ""))


def _is_kind(around: Around, name: Name, hit: Hit) -> bool:
    """Whether the words before the last are no more than whose it was and of what kind (全市专题会议)."""
    start = _led(around, name.start, hit.start)
    if hit.text.startswith(_ORGANISATION):  # 全县|组织工作会议
        return start == name.start
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
