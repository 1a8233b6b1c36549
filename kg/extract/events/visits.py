"""Visits: somebody, a word of going, where, and what for (P到Y调研)."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.meetings import clean
from kg.extract.events.mention import Around, EventMention
from kg.extract.posts import PersonMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.segment import SentenceAt

_GOING: Final = re.compile(r"(深入到?|亲临|莅临|来到|前往|赶赴|奔赴|赴|到|来|在|对)(?=[^，。；：]{1,24}$)")
_NO_GOING: Final = ("到底", "来自", "在内", "到位", "在建", "到任", "在任")
_WENT: Final = frozenset({"亲临", "莅临", "来到", "在", "深入", "深入到", "前往"})
_BETWEEN: Final = re.compile(
    r"^(?:同志|先生|女士|主任|书记|(?:于)?\d{1,2}月\d{1,2}日(?:上午|下午|晚上)?|一行(?:[\d一二三四五六七八九十]{1,3}人)?|等(?:[领导同志]{1,4}|一行|人)?|率队|带队|率[\u4e00-\u9fff]{2,14}|先后|分别|再次|多次|又|还|也|专程|亲自|专门|利用[\u4e00-\u9fff]{2,8}|带领[\u4e00-\u9fff]{2,14}|就[^，。；]{2,24}|一同|前去|深入)*，?(?:先后|分别)?$"
)
_ON: Final = re.compile(
    r"(?:同志)?(?:一行)?(?:(?:赴|到|来|前往|深入)[^，。；就]{2,16})?就[^，。；]{2,30}?(?:进行|开展|作|做)了?(?:专题|实地|深入|集中)*"
)
_MANNER: Final = re.compile(r"(?:进行|开展)了?[\u4e00-\u9fff]{0,4}$|，(?:实地|现场|亲切|详细|专题|集中|先后|分别)?$")
_SHORTEST: Final = 2
_PLACES: Final = frozenset("省市县区旗镇乡村校厂矿院局")
_DIRECT: Final = re.compile(r"(?:同志|书记|主任|市长|县长|区长|部长|局长)?(?:一行)?(?:率队|带队)?(?:再次|又|深入|实地|专题)?")
_TARGET: Final = re.compile(
    r"(?:了)?([\u4e00-\u9fff]{2,10}?(?:[省市县区镇乡村矿厂校院局所站园]|公司|集团|街道|社区|企业|基地|工作|情况|建设))(?![\u4e00-\u9fff]*[工作时])"
)
_GREETED: Final = re.compile(
    r"(?:了)?([\u4e00-\u9fff]{0,12}?(?:党员|群众|职工|老人|家庭|困难户|学生|教师|儿童|委员|代表|干部|官兵|民警|战士|员工|劳模|同志))"
)
_COMPANY: Final = re.compile(r"(?:等)?(?:同志)?的?(?:陪同|带领)下，?")
_NOT_VISITED: Final = re.compile(
    r"一线|群众家|农村$|现场$|实地$|^企业$|^社区$|^基层$|^各|^农村|[了着过的和]|期间|工作$|^大力|^有关|下$|接受$"
)
_OBJECT: Final = re.compile(r"了?([“”\u4e00-\u9fff]{2,10})(?=[，。；！]|$)")
_NOT_AN_OBJECT: Final = re.compile(r"^(?:时|中|后|期间|并|组|活动|报告|工作|情况$|了$|和|及|的|，|会|结束|发现|指出|座谈|强调)")
_SAYING: Final = re.compile(r"(?:工作)?时(?:指出|强调|要求|说|表示|提出)")
_ARRIVED: Final = frozenset({"来访", "到访", "来校访问"})
_COMING: Final = re.compile(
    r"([\u4e00-\u9fff、]{2,24}(?:一行|调研组|考察团|考察组|督导组|检查组|采访团|代表团|慰问组)(?:[\d一二三四五六七八九十]{1,3}人)?)(?:先后|专程)?(来|到|赴|前往|深入|莅临)([^，。；、]{1,14}?)(?:(?:进行|开展)了?[\u4e00-\u9fff]{0,4})?$"
)
_OWN_PLACE: Final = re.compile(r"^(?:我|本|该)([省市州盟县区旗镇乡村]|街道|社区)")
_OWN_BODY: Final = re.compile(r"^(?:我|本)([局校院厂矿司委办])|^(集团|公司|学校)$")


def visit(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """The visit for which ``hit`` says what for, or None where who went or where is not certain."""
    text = around.page.text
    people = around.people_before(sentence, hit.start, 90)
    if not people:
        return _party(around, sentence, hit)
    people, apart = _guests(text, people)
    if not people:
        return None
    last = people[-1]
    manner = _MANNER.search(text, max(last.end, hit.start - 8), hit.start)
    stop = manner.start() if manner else hit.start
    going = _going(text, max(last.end, stop - 30), stop)
    if _ON.fullmatch(text, last.end, hit.start):
        return _told(around, sentence, hit, last)
    if hit.text in _ARRIVED:
        return _arrived(around, sentence, hit, people)
    if going is None:
        return _said(around, hit, people) or _direct(around, sentence, hit, last)
    if not _BETWEEN.match(_without(text, last.end, going.start(), apart)):
        return None
    where = text[going.end() : stop]
    if (len(where) < _SHORTEST and where not in _PLACES) or _NOT_VISITED.search(where):
        return None
    first = len(people) - 1
    while first and re.fullmatch(r"[、和][^，。；]{0,20}|，[^，。；]{2,20}", text[people[first - 1].end : people[first].start]):
        first -= 1
    who = "、".join(person.name for person in people[first:])
    if going[1] == "对":
        words = clean(who + text[going.start() : hit.end].replace("了", ""))
    else:
        words = _name(around, sentence, who, going[1], where, hit)
    date = around.date_near(sentence, going.start())
    return EventMention(people[first].start, hit.end, words, "visit", 0.75, date=date.value if date else "", people=tuple(people[first:]))


def _guests(text: str, people: list[PersonMention]) -> tuple[list[PersonMention], tuple[int, int]]:
    """The people without those of 在…陪同下, and where these words stand."""
    company = _COMPANY.match(text, people[-1].end)
    at = text.rfind("在", people[0].start, people[-1].start) if company else -1
    if company is None or at < 0:
        return people, (0, 0)
    return [person for person in people if person.end <= at], (at, company.end())


def _without(text: str, start: int, end: int, apart: tuple[int, int]) -> str:
    """``text[start:end]`` without the stretch ``apart`` in it."""
    return text[start:end] if not start <= apart[0] < apart[1] <= end else text[start : apart[0]] + text[apart[1] : end]


def _going(text: str, low: int, stop: int) -> re.Match[str] | None:
    """The word of going from which nothing but where leads to ``stop``."""
    return next((match for match in _GOING.finditer(text, low, stop) if not text.startswith(_NO_GOING, match.start())), None)


def _name(around: Around, sentence: SentenceAt, who: str, how: str, where: str, hit: Hit) -> str:
    text = around.page.text
    known = _resolved(around, sentence, where)
    match = _OBJECT.match(text, hit.end, sentence.end)
    what = match[1] if match and not _NOT_AN_OBJECT.match(match[1]) else ""
    return clean(f"{who}{'到' if how in _WENT else how}{known}{hit.text}{what}")


def _resolved(around: Around, sentence: SentenceAt, where: str) -> str:
    """我县 and 我局 under their names, where the context knows them."""
    context = around.contexts[sentence.article]
    place, body = _OWN_PLACE.match(where), _OWN_BODY.match(where)
    found: PlaceRef | BodyRef | None = None
    if place:
        found = context.own.get(place[1])
    elif body:
        found = context.self_bodies.get(body[1] or body[2])
    matched = place or body
    return found.name + where[matched.end() :] if found is not None and matched else where


def _said(around: Around, hit: Hit, people: list[PersonMention]) -> EventMention | None:
    """P在调研时指出: a visit whose place the sentence does not name."""
    text = around.page.text
    last = people[-1]
    if not _SAYING.match(text, hit.end) or not re.fullmatch(r"(?:同志|等)?在", text[last.end : hit.start]):
        return None
    return EventMention(last.start, hit.end, last.name + hit.text, "said on a visit", 0.65, people=(last,))


def _direct(around: Around, sentence: SentenceAt, hit: Hit, who: PersonMention) -> EventMention | None:
    """P调研Y, as headlines put it."""
    text = around.page.text
    target = _TARGET.match(text, hit.end, sentence.end) or ("慰问" in hit.text and _GREETED.match(text, hit.end, sentence.end)) or None
    if target is None or not _DIRECT.fullmatch(text, who.end, hit.start):
        return None
    date = around.date_near(sentence, who.start)
    words = who.name + hit.text + target[1]
    return EventMention(who.start, target.end(), words, "visit", 0.7, date=date.value if date else "", people=(who,))


def _told(around: Around, sentence: SentenceAt, hit: Hit, who: PersonMention) -> EventMention:
    """P赴Y就…进行调研, named in the words of the text."""
    date = around.date_near(sentence, who.start)
    words = who.name + around.page.text[who.end : hit.end].replace("了", "")
    return EventMention(who.start, hit.end, clean(words), "visit", 0.75, date=date.value if date else "", people=(who,))


def _party(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """督查组一行来嘎查调研: a visit of somebody whose name the sentence does not give."""
    text = around.page.text
    party = _COMING.search(text, max(sentence.start, hit.start - 60), hit.start)
    date = around.date_near(sentence, hit.start)
    if party is None or date is None:
        return None
    words = party[1] + ("到" if party[2] in _WENT else party[2]) + _resolved(around, sentence, party[3]) + hit.text
    return EventMention(party.start(1), hit.end, clean(words), "visit of a party", 0.65, date=date.value)


def _arrived(around: Around, sentence: SentenceAt, hit: Hit, people: list[PersonMention]) -> EventMention | None:
    """P率团来访: a visit to those who tell of it."""
    return _told(around, sentence, hit, people[-1]) if _BETWEEN.match(around.page.text[people[-1].end : hit.start]) else None
