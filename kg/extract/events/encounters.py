"""What two sides do together or to each other: receptions, agreements that are signed, inspections that report what they found."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.calling import clean
from kg.extract.events.journeys import first_of
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.posts import PersonMention
from kg.extract.scan import Hit, within
from kg.segment import SentenceAt

_FAR: Final = 90
_AT: Final = re.compile(
    r"(?:等|等人)?(?:领导|同志)?(?:已?于[^，。；]{2,10})?(?:以[^，。；]{2,20}身份)?(?:在[^，。；]{2,16})?(?:亲切|分别|集体|先后|公开)?"
)
_WITH: Final = re.compile(r"[、和][^，。；]{0,20}|，[^，。；]{2,20}")
_AGREEMENT: Final = re.compile(r"了?《?([^，。；《》]{0,24}?(?:协议书?|合同|备忘录|意向书|责任书))》?")
_SIGNED: Final = "签约"
_NO_MORE: Final = re.compile("()(?=[，。；！\n]|$)")
"""Behind 甲与乙签约."""
_DELEGATION: Final = re.compile(
    r"了?(?:前?来[\u4e00-\u9fff]{1,8}?的)?([\u4e00-\u9fff]{0,20}?(?:代表团|考察团|访问团|课题组|调研组|视察团))"
)
_PARTIES: Final = re.compile(r"([^，。；：\s]{2,30}[与和同、][^，。；：]{2,30}?)(?:在[^，。；]{2,12})?(?:正式|成功|共同|联合)?$")
_INSPECTORS: Final = re.compile(r"([\u4e00-\u9fff]{2,16}组)向([\u4e00-\u9fff]{2,20}?)(?:领导班子)?$")
_FOUND: Final = re.compile(r"了?([\u4e00-\u9fff]{0,12}?(?:情况|意见|问题|结果))")


_HOST: Final = re.compile(r"(?:[上下]午)?，([\u4e00-\u9fff（）]{3,24}?)(?:满怀[\u4e00-\u9fff]{2}地|热烈|隆重|热情|再次|又)?")
"""From the day to 迎来."""
_CAME: Final = re.compile(
    "了?(?:由[^。；]{2,120}?(?:陪同|带领|率领|组成)(?:而来|前来)?的)?([\u4e00-\u9fff]{2,20}?(考察|参观|调研|检查|督导|评估|验收|慰问|访问|观摩)[团组队])"
)
_JOINED: Final = re.compile("参加了?(?:所在的?)?((?:第[一二三四五六七八九十]{1,3}|[\u4e00-\u9fff]{2,8}?))$")
"""Before 代表团讨论: who joined which."""


_TALKING: Final = 160
_TWO: Final = 2
_PARTNER: Final = re.compile(
    r"(?:一行|等)?(?:首先|先后|随后|先|还)?(?:[\u4e00-\u9fff、]{0,12}，)?(?:[上下]午)?(?:在[^，。；、]{2,24}?)?[与同和][^，。；、]{2,60}(?:、[^，。；、]{2,24}){0,2}"
)
"""Between the two sides: 在某市|与某市委书记."""
_TALKED: Final = re.compile(
    r"(?:等[\u4e00-\u9fff]{0,6}?一行|等|一行|等人)?(?:[领导同志]{2,4})?"  # 等县领导一行
    "(?:[、和][^，。；]{2,40})?"  # who else: 和企业负责人
    "(?:在[^，。；]{2,16})?，?(?:双方)?"  # where: 在县政府，双方
    "(?:就[^，。；]{2,40}?)?"  # about what: 就项目合作
    "(?:进行|举行|开展)?了?(?:友好|亲切|深入|工作|务实|坦诚)*"  # 进行了深入
)
"""Between the second of two sides and that they talked: 甲与乙|一行就项目合作进行了深入|座谈."""
_TOPIC: Final = re.compile("(就[^，。；]{4,36}?)(?:进行|举行|开展|作)了?(?:友好|亲切|深入|坦诚)*$")
"""What two talked about."""
_AFTER_TALKS: Final = re.compile("[会话室的时]")
_WORKING: Final = "工作"
_LIST: Final = re.compile("[和、与][^，。；、]{0,20}")
"""Between those who are called on: 慰问老将军甲|和中国工程院院士|乙."""


def called_on(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """P走访慰问Q和R, on a day that is told: who called on whom."""
    date = around.date_before(sentence, hit.start)
    met = reception(around, sentence, hit) if date is not None and has_day(date) else None
    if met is None:
        return None
    guests = [met.people[-1]]
    for person in within(around.people, met.end, sentence.end):
        if not _LIST.fullmatch(around.page.text, guests[-1].end, person.start):
            break
        guests.append(person)
    name = "、".join(person.name for person in met.people[:-1]) + hit.text + "、".join(person.name for person in guests)
    return met._replace(end=guests[-1].end, name=name, rule="visit", people=(*met.people[:-1], *guests))


def reception(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """P会见了来访的Q一行: who received whom."""
    text = around.page.text
    hosts = around.people_before(sentence, hit.start, _FAR)
    guests = [
        person for person in within(around.people, hit.end, min(sentence.end, hit.end + _FAR)) if "，" not in text[hit.end : person.start]
    ]
    if not hosts or not _AT.fullmatch(text, hosts[-1].end, hit.start):
        return None
    if not guests:
        return _delegation(around, sentence, hit, hosts[_first_host(text, hosts) :])
    first = _first_host(text, hosts)
    company = "一行" if text.startswith("一行", guests[0].end) else ""
    name = "、".join(person.name for person in hosts[first:]) + hit.text + guests[0].name + company
    date = around.date_near(sentence, hit.start)
    end = guests[0].end + len(company)
    people = (*hosts[first:], guests[0])
    return EventMention(hosts[first].start, end, name, "reception", 0.7, date=date.value if date else "", people=people)


def talks(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """P在Y与Q举行会谈: who talked with whom."""
    text = around.page.text
    people = around.people_before(sentence, hit.start, _TALKING)
    if len(people) < _TWO or not _TALKED.fullmatch(text, people[-1].end, hit.start) or _AFTER_TALKS.match(text, hit.end):
        return None
    first = next((n for n in range(len(people) - 1) if _PARTNER.fullmatch(text, people[n].end, people[n + 1].start)), None)
    if first is None:
        return None
    date = around.date_near(sentence, hit.start)
    start = first_of(people[: first + 1], text)
    topic = _TOPIC.search(text, people[-1].end, hit.start)
    what = topic[1] if topic is not None else _WORKING if text.endswith(_WORKING, 0, hit.start) else ""
    name = clean(f"{'、'.join(person.name for person in people[start : first + 1])}与{people[first + 1].name}{what}{hit.text}")
    day = date.value if date is not None else ""
    return EventMention(people[start].start, hit.end, name, "reception", 0.65, date=day, people=tuple(people[start:]))


def _first_host(text: str, hosts: list[PersonMention]) -> int:
    """The number of the first of those who received others together with the last of ``hosts``."""
    first = len(hosts) - 1
    while first and _WITH.fullmatch(text, hosts[first - 1].end, hosts[first].start):
        first -= 1
    return first


def _delegation(around: Around, sentence: SentenceAt, hit: Hit, hosts: list[PersonMention]) -> EventMention | None:
    """P会见某国代表团: who received whom, where nobody of those who came is named."""
    came = _DELEGATION.match(around.page.text, hit.end, sentence.end)
    if came is None:
        return None
    date = around.date_near(sentence, hit.start)
    day = date.value if date is not None else ""
    name = "、".join(host.name for host in hosts) + hit.text + came[1]
    return EventMention(hosts[0].start, came.end(), name, "reception", 0.65, date=day, people=tuple(hosts))


def signing(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """A与B签订…协议, on a day that the sentence names."""
    text = around.page.text
    date = around.date_before(sentence, hit.start)
    signed = (_NO_MORE if hit.text == _SIGNED else _AGREEMENT).match(text, hit.end, sentence.end)
    if date is None or not has_day(date) or signed is None or hit.start - date.end > _FAR:
        return None
    parties = _PARTIES.search(text, date.end, hit.start)
    if parties is None:
        return None
    name = clean(parties[1] + hit.text + signed[1])
    return EventMention(parties.start(1), signed.end(), name, "signing", 0.65, date=date.value)


def arrival(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """某校|迎来了某局考察团, on a day that the sentence names: who came where, and what for."""
    text = around.page.text
    date = around.date_before(sentence, hit.start)
    host = _HOST.fullmatch(text, date.end, hit.start) if date is not None and has_day(date) else None
    came = _CAME.match(text, hit.end, sentence.end) if host is not None else None
    if date is None or host is None or came is None:
        return None
    people = tuple(within(around.people, hit.end, came.start(1)))
    name = clean(f"{came[1]}到{host[1]}{came[2]}")
    return EventMention(host.start(1), came.end(1), name, "reception", 0.65, date=date.value, people=people)


def delegation(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """P参加第一代表团讨论: what the delegates of one part of a congress talk over, with somebody who joins them."""
    text = around.page.text
    joined = _JOINED.search(text, max(sentence.start, hit.start - _FAR), hit.start)
    people = around.people_before(sentence, joined.start(), _TALKING) if joined is not None else []
    if joined is None or not people:
        return None
    date = around.date_near(sentence, hit.start)
    name = clean(joined[1] + hit.text.replace("的", ""))
    return EventMention(joined.start(1), hit.end, name, "delegation", 0.65, date=date.value if date is not None else "")


def feedback(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """某巡视组向某县反馈巡视情况, on a day that the sentence names."""
    text = around.page.text
    date = around.date_before(sentence, hit.start)
    sides = _INSPECTORS.search(text, max(sentence.start, hit.start - _FAR), hit.start)
    found = _FOUND.match(text, hit.end, sentence.end)
    if date is None or not has_day(date) or sides is None or found is None:
        return None
    name = f"{sides[1]}向{sides[2]}{hit.text}{found[1]}"
    return EventMention(sides.start(1), found.end(), name, "feedback", 0.65, date=date.value)
