"""One event, however often and however shortly it is named: the same number, name and date for all its mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from kg.extract.dates import day_before
from kg.extract.events.calling import BARE, KIND
from kg.extract.events.mention import Around, EventMention
from kg.extract.numerals import numeral
from kg.extract.refs import BodyRef, PlaceRef
from kg.lexicon.words import EVENT_WORDS

_WHOSE: Final = re.compile(r"^(?:[全我本][省市县区州盟旗镇乡村校局厂矿国]|集团|公司)")
_PLACE_OF_VISIT: Final = re.compile(
    rf"^[到赴来]|{'|'.join(sorted((w for w, word in EVENT_WORDS.items() if word.kind == 'visit'), key=len, reverse=True))}"
)
_LEVEL: Final = re.compile("全[国省市县区州盟旗镇乡]")
_SHORT_FORMS: Final = (
    ("全体（扩大）会议", "全会"),
    ("全委（扩大）会议", "全会"),
    ("全体委员会议", "全会"),
    ("全委会议", "全会"),
    ("人民代表大会", "人大"),
    ("常务委员会", "常委会"),
    ("中国人民政治协商会议", "政协"),
    ("中国共产党", ""),
    ("委员会", "委"),
)
_ORDINAL: Final = re.compile(r"第(?=[一二三四五六七八九十百]{1,4}[届次])")
_YEARS: Final = re.compile("[一二三四五六七八九十百]{1,4}(?=周年)")
"""六十周年 in the headline is 60周年 in the text."""
_GRAND: Final = re.compile("(动员|推进|部署|表彰|总结|启动|动员部署)大会$")
"""动员大会 in the headline is 动员会 in the text."""
_OF_ACTIVITY: Final = re.compile("活动(?=(?:动员|推进|部署|表彰|总结|启动)(?:大?会|部署会|仪式)$)")
"""创先争优活动动员大会 in the text is “创先争优”动员大会 in the headline."""
_ITS_CEREMONY: Final = re.compile("活动(?:启动|开幕|闭幕|总结|动员)?仪式")
"""By which an article refers to the ceremony of the activity that it has named."""
_TOGETHER: Final = "暨"
_ANY: Final = frozenset({"会议", "大会", "仪式"})
"""Words by which an article refers to a meeting of whatever kind."""
_SHORT: Final = 5
"""A name of so few characters is no sign that a longer one that ends in it is the same event."""
_NUMBERS: Final = re.compile("[0-9一二三四五六七八九十百]+")
_YEAR: Final = re.compile(r"^(?:19|20)\d\d年")
_TERM: Final = re.compile("第?[一二三四五六七八九十]{1,3}届")
_LEAST: Final = 8
_BACK: Final = 12
"""So many events of its article are compared with a mention, so that the time is linear in their number."""


@dataclass(slots=True)
class _Event:
    """What is known of an event so far: its fullest name and of what rank that is, its date, whether it is told of, and who visited."""

    number: int
    name: str
    date: str
    rank: int
    held: bool
    dated: bool
    literal: str = ""
    where: tuple[PlaceRef, ...] = ()
    visitors: set[str] = field(default_factory=set)
    told: int = -1
    """Where the sentence begins that tells of it last."""


_VISITS: Final = frozenset({"visit", "said on a visit"})
_RANKS: Final = {BARE: 0, KIND: 1}
"""The name of a mention with a higher rank stands for all: 2 where the mention has a name of its own."""


def merged(around: Around, found: list[EventMention]) -> list[EventMention]:
    """``found`` (in order) with the events of each article numbered; the fullest name and the fullest date stand for all."""
    by_article: dict[int, list[_Event]] = {}
    events: list[_Event] = []
    of_mention: list[_Event] = []
    for mention in found:
        known = by_article.setdefault(around.page.article_at(mention.start), [])
        where = _whose_places(around, mention)
        sentence = around.page.sentence_at(mention.start)
        told = sentence.start if sentence is not None else -1
        near = (event for event in reversed(known[-_BACK:]) if mention.held or event.told != told or event.name == mention.name)
        event = next((event for event in near if _same(event, mention) and not _apart(event.where, where)), None)
        if event is None:
            event = _Event(len(events), mention.name, mention.date, _rank(mention), mention.held, mention.dated, _literal(mention))
            known.append(event)
            events.append(event)
        _learn(event, mention)
        event.where = event.where or where
        event.told = told if mention.held else event.told  # what it studies is another: 召开动员会，传达全市动员会精神
        of_mention.append(event)
    return [m._replace(number=e.number, name=e.name, date=e.date) for m, e in zip(found, of_mention, strict=True)]


def _whose_places(around: Around, mention: EventMention) -> tuple[PlaceRef, ...]:
    """The places of those who held a meeting: of its hosts, else at the head of its name (A市B区干部会议)."""
    if mention.rule in _VISITS:
        return ()
    hosts = [host.ref.jurisdiction if isinstance(host.ref, BodyRef) else host.ref for host in mention.hosts]
    found = tuple(place for place in hosts if place is not None)
    head = around.place_at(mention.start, mention.end)
    return found or (() if head is None else (head.place,))


def _apart(one: tuple[PlaceRef, ...], other: tuple[PlaceRef, ...]) -> bool:
    """Whether both are known and none of the one lies in, or around, one of the other."""
    return bool(one and other) and not any(a in b.chain() or b in a.chain() for a in one for b in other)


def _rank(mention: EventMention) -> int:
    """How well a mention names its event; a visit best where its sentence dates it."""
    rank = _RANKS.get(mention.rule, 2)
    return rank + (mention.rule == "visit") + (mention.rule == "visit" and mention.dated and bool(mention.date))


def _learn(event: _Event, mention: EventMention) -> None:
    """Add to ``event`` what ``mention`` tells: a fuller date, a better name (of a visit the first, else the longest), who visited."""
    if mention.dated and mention.date and not event.dated:  # before that the date was the page's
        event.date = mention.date
    elif mention.dated or not event.date:
        event.date = max(event.date, mention.date, key=len)
    rank = _rank(mention)
    if rank > event.rank:
        event.name, event.rank = mention.name, rank
    elif rank == event.rank and mention.rule not in _VISITS:
        event.name = max(event.name, mention.name, key=len)
    event.held |= mention.held
    event.dated |= mention.dated and bool(mention.date)
    if mention.rule in _VISITS:
        event.visitors.update(person.name for person in mention.people)


def _same_visit(event: _Event, mention: EventMention) -> bool:
    """Whether a visitor of ``event`` goes on with it: to no certain day, or on the same day to the same place."""
    if not any(person.name in event.visitors for person in mention.people):
        return False
    if not (mention.dated and mention.date) or not event.dated:
        return True
    if not (event.date.startswith(mention.date) or mention.date.startswith(event.date)):
        return False
    one, other = (_PLACE_OF_VISIT.sub("", name.removeprefix(mention.people[0].name)) for name in (event.name, mention.name))
    return min(len(one), len(other)) > 1 and (one in other or other in one)


def _same(event: _Event, mention: EventMention) -> bool:
    """Whether two names are of one event: the same but for whose it is, or one the end of the other; and no two dates."""
    if event.visitors and mention.rule in _VISITS:
        return _same_visit(event, mention)
    if event.date and mention.date and not (event.date.startswith(mention.date) or mention.date.startswith(event.date)):
        days = sorted((event.date, mention.date))
        return len(mention.name) >= _LEAST and event.name == mention.name and day_before(days[1]) == days[0]  # 今日, in the next item 昨日
    if event.rank == 0 or mention.rule == BARE:
        if _another(event.literal, mention.name) or (mention.rule == BARE and _another(_literal(mention), event.name)):
            return False
        whose = {match[0] for name in (event.name, mention.name) if (match := _WHOSE.match(name))}
        if (not event.held and mention.date) or (event.date and not mention.held):  # what is told of is not what it studies
            return False
        said = mention.name[mention.start - mention.end :] if mention.rule == BARE else mention.name  # 党组|会议 is any meeting of it
        kinds = {_last_word(event.name), _last_word(said)}
        return len(whose) < 2 and (len(kinds) == 1 or not kinds.isdisjoint(_ANY))
    if _LEVEL.match(event.name) and _LEVEL.match(mention.name) and event.name[1] != mention.name[1]:  # 全国…会议, 全省…会议
        return False
    years = {match[0] for name in (event.name, mention.name) if (match := _YEAR.match(name))}
    if len(years) > 1:  # 2011年工作会议, 2012年工作会议
        return False
    shorter, longer = sorted((_plain(_YEAR.sub("", event.name)), _plain(_YEAR.sub("", mention.name))), key=len)
    known = shorter in EVENT_WORDS and EVENT_WORDS[shorter].needs == "own"
    long_enough = known or len(shorter) > _SHORT
    return (
        _OF_ACTIVITY.sub("", shorter) == _OF_ACTIVITY.sub("", longer)
        or _shortened(shorter, longer)
        or (_ITS_CEREMONY.fullmatch(mention.name) is not None and event.name.endswith("活动"))
        or (long_enough and (longer.endswith(shorter) or _opens(shorter, longer) or ("到" in shorter and longer.startswith(shorter))))
    )


def _shortened(shorter: str, longer: str) -> bool:
    """Whether ``shorter`` is ``longer`` with some characters left out: the same numbers, the same end, and most of the rest, or each part of two."""
    parts = shorter.split(_TOGETHER)
    if len(parts) > 1 and _TOGETHER in longer and all(part in longer for part in parts):  # 签约暨揭牌仪式
        return True
    if parts == [shorter] and any(len(part) >= _SHORT and part.endswith(shorter) for part in longer.split(_TOGETHER)[:-1]):
        return True  # 流动现场会 of 乡村振兴流动现场会暨述职评议会
    if "届" not in shorter:  # 区人大常委会第26次会议 of 区十八届人大常委会第26次会议
        longer = _TERM.sub("", longer)
    if len(shorter) < max(_LEAST, len(longer) / 2) or _last_word(shorter) != _last_word(longer):
        return False
    rest = iter(longer)
    return _NUMBERS.findall(shorter) == _NUMBERS.findall(longer) and all(char in rest for char in shorter)


def _literal(mention: EventMention) -> str:
    """Whose a meeting named by one word is, where the text says so right there (中央政治局会议); else nothing."""
    said = mention.rule == BARE and mention.end - mention.start == len(mention.name)
    return mention.name.removesuffix(_last_word(mention.name)) if said else ""


def _another(whose: str, name: str) -> bool:
    """Whether ``whose`` is not of those whose meeting ``name`` is."""
    return bool(whose) and _WHOSE.match(whose) is None and whose not in name


def _opens(shorter: str, longer: str) -> bool:
    """Whether ``longer`` is the ceremony that opens or ends what ``shorter`` names (培训班, 培训班开班仪式), not its 预备会议.

    Or what was held together with another (总结大会, 总结大会暨表彰会).
    """
    rest = longer[len(shorter) :] if longer.startswith(shorter) else ""
    return rest.startswith("暨") or (rest in EVENT_WORDS and not rest.endswith("会议"))


def _plain(name: str) -> str:
    """``name`` without whose it is, and with the short forms of assemblies: 第四届人民代表大会常务委员会 and 四届人大常委会 are one."""
    for full, short in _SHORT_FORMS:
        name = name.replace(full, short)
    name = _YEARS.sub(lambda years: str(numeral(years[0])), name)
    return _GRAND.sub(r"\1会", _ORDINAL.sub("", _WHOSE.sub("", name)))


def _last_word(name: str) -> str:
    """会议, 座谈会 …: the longest word for a meeting in which ``name`` ends."""
    return next((name[-length:] for length in range(min(8, len(name)), 1, -1) if name[-length:] in EVENT_WORDS), name)
