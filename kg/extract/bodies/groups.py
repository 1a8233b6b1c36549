"""Groups and departments without an owner before them: those of the article, of who acts, or of nobody known."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import line, unquoted
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.own import OWN_HEADS, SELF_WORDS
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.words import FOUNDED, FOUNDING, ORGANISATIONS, SENT
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_MAY_STAND_BEFORE: Final = frozenset("的 由 和 与 及 到 在 向 对 从 成立 设立 成立了 设立了 原 时任 现任 任 兼任 担任 出任 兼".split())
EVERY: Final = frozenset("各每全某")
"""Characters that speak of several, so of no one body."""
_COUNTED: Final = re.compile(r"(?:(?:\d{1,4}|[两二三四五六七八九十]{1,3})个|第?[一二三四五六七八九十]{1,3}批)“?$")
_LONGEST_COUNT: Final = 8
_PRAISED: Final = re.compile("(?:先进|优秀|模范|驻村|住村)工作组$")
_FOUNDERS: Final = ("party-committee", "government", "leading-group")
"""Kinds of bodies whose groups are those of their place."""
_LONGEST_FOUNDED, _LONGEST_QUOTED_WORK = 60, 8
_FOUNDED: Final = re.compile(
    "(?:成立|设立|组建)了?([^，。；：“”]{0,16}“[^，。；：“”]{2,20}”[和及与][^，。；：“”]{0,8}“[^，。；：“”]{2,20}”[^，。；：“”]{0,6})$"
)
"""From behind the verb of founding to the last word of a group: two quotations that 和 joins."""
_CARRIED: Final = ("承担", "报请", "提请", "报", "经", "由", "向")
"""What before 领导小组 is no name of one."""
_NATION: Final = ("中央", "全国", "国家")
"""What groups of the whole nation begin with."""
_ANY: Final = re.compile("(?:专门|专项|相应|专题)的?(?:工作)?(?:领导|协调)?(?:小组|机构)")
"""Groups of which nothing says what they are for: 成立|专门领导小组."""
_ALL: Final = ("全体", "各")
"""Before the last word of a group: whoever is in it (率|全体督导组成员), or several."""
_OF_OTHERS: Final = re.compile("(?:学校|校|院|局|厅|厂|矿)(?=党|深入|学习|教育|创先|开展|主题|保持|[“第])")
"""What begins a group of a school, bureau or works that is not known, so not of the place."""
_ANY_LABORATORY: Final = re.compile("(?:国家级?|省部?级|部级|市级)(?:重点)?实验室")
_NTH: Final = re.compile("第[一二三四五六七八九十]{1,3}[次届]$")
_LONGEST_NTH: Final = 5
_OF_SEVERAL: Final = ("部门", "单位", "企业", "有关")
"""Before a group: that it is of all those listed before (等部门|单位考察组)."""
_OF_ALL: Final = re.compile("全[省市州盟县区旗](?=[\u4e00-\u9fff]{4})")
"""What a group of all there begins with: the place, which its name gets anyhow."""
_OF_SYSTEM: Final = re.compile("[\u4e00-\u9fff]{2}系统")
"""A group of all bodies of a trade (交通系统…督导组) is of the place, whoever leads it."""
_CAMPAIGN_WORDS: Final = ("", "活动", "行动", "工程", "计划")
_CAMPAIGN: Final = re.compile("“([^“”\n]{2,16})”(?:主题|专题)?(活动|行动|工程|计划)")
_LONGEST_FOUNDED_FOR: Final = 160
"""Characters between a campaign and the group that is set up for it."""
_RUNNING: Final = re.compile("(?:深入(?!学习实践)|扎实|认真|开展|推进|实施)+")


def founded(reader: Reader, hit: Hit) -> BodyMention | None:
    """A group of several quoted works behind the verb that founds it: 成立|肇庆市申报“甲奖”和创建“乙奖”工作领导小组."""
    if SUFFIXES[hit.text].kind != "leading-group" or "”" not in reader.text[max(0, hit.start - _LONGEST_QUOTED_WORK) : hit.start]:
        return None
    sentence = reader.page.sentence_at(hit.start)
    low = max(sentence.start, hit.start - _LONGEST_FOUNDED) if sentence is not None else hit.start
    match = _FOUNDED.search(reader.text, low, hit.start)
    if match is None:
        return None
    start, place = match.start(1), reader.places.starting(match.start(1))
    name = unquoted(reader.text[place.end if place is not None else start : hit.end])
    of = place.place if place is not None else reader.context(hit).home
    if of is None:
        return None
    return BodyMention(start, hit.end, BodyRef(of.in_bodies + name, SUFFIXES[hit.text].kind, of), Basis.STATED, "as founded", 0.8)


def group_of_article(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A leading group without an owner before it is one of the article's own place or body; 中央 and 全国 own theirs."""
    start, name = _begun(start, name)
    if SENT.search(name) or name.startswith(_OF_SEVERAL) or name in _CARRIED:  # 市委组织部|派出|考察组
        return None
    kind, name = SUFFIXES[hit.text].kind, name + hit.text
    named = reader.named_longer(name)
    if named is not None and name.startswith("第") and reader.page.article_at(named.start) == reader.page.article_at(start):
        return BodyMention(start, hit.end, named.body, Basis.CONTEXT, "named before", 0.85)
    if (of_all := _of_the_nation(reader, hit, start, name)) is not None:
        return of_all
    if _is_any(reader, start, name):
        return None
    context, first = reader.context(hit), start
    actor = _actor(reader, start)
    own = next(iter(context.self_bodies.values()), None)
    whole = name
    name = _without_head(name, [*(line(actor) if actor else []), *context.self_bodies.values()])
    if actor is not None and not set(line(actor)) & set(context.self_bodies.values()):
        if actor.name.endswith(name):  # 欢送“访惠聚”工作组，欢迎“访惠聚”|工作组
            return BodyMention(start, hit.end, actor, Basis.CONTEXT, "named before", 0.8)
        adjoins = bool(reader.found) and reader.found[-1].end == start and reader.found[-1].body == actor  # 省委|“四群”教育督查组
        first = reader.found[-1].start if adjoins else start
        of_whole = name != whole  # 法院党组书记、|院|创建工作领导小组
        place = actor.jurisdiction if not (adjoins or of_whole) and (actor.kind in _FOUNDERS or _OF_SYSTEM.match(name)) else None
        committee = actor.kind == "party-committee" and actor.parent is not None
        of = actor.parent if committee and actor.parent is not None and (of_whole or actor.parent.kind in ORGANISATIONS) else actor
        owner, parent = (place.in_bodies, None) if place else (of.name, of)  # 龙亢农场党委成立了|学习实践活动领导小组
        body, rule = BodyRef(owner + name, kind, actor.jurisdiction, parent, actor.resolved, actor.scope), "group of the actor"
    elif own is not None:
        body, rule = BodyRef(own.name + name, kind, own.jurisdiction, own), "own group"
    elif not _OF_OTHERS.match(name) and (place := _founder(reader, start) or context.home) is not None:
        body, rule = BodyRef(place.in_bodies + name, kind, place), "own group"
    else:
        return without_owner(reader, hit, start, name)
    return BodyMention(first, hit.end, body, Basis.CONTEXT, rule, 0.75)


def _begun(start: int, name: str) -> tuple[int, str]:
    """``name`` and where it starts without a verb of running before it (开展|…领导小组), or that it is of all there (全市|公安机关…领导小组)."""
    for before in (_RUNNING, _OF_ALL):
        cut = before.match(name)
        if cut is not None and cut.end() < len(name):
            start, name = start + cut.end(), name[cut.end() :]
    return start, name


def of_campaign(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A group that is named by the last word of its campaign, or not at all: 开展“甲”行动，乙任|行动领导小组|组长; 成立了由乙任组长的|领导小组."""
    sentence = reader.page.sentence_at(start) if name in _CAMPAIGN_WORDS and SUFFIXES[hit.text].kind == "leading-group" else None
    low = max(sentence.start, start - _LONGEST_FOUNDED_FOR) if sentence is not None else start
    if low == start or (not name and not _is_founded(reader.text, low, start)):
        return None
    quoted = list(_CAMPAIGN.finditer(reader.text, low, start))
    if not quoted or (name and quoted[-1][2] != name) or _RUNNING.match(quoted[-1][1]):
        return None
    return group_of_article(reader, hit, start, quoted[-1][1] + quoted[-1][2])


def _is_founded(text: str, low: int, start: int) -> bool:
    """Whether the group without a name at ``start`` is the one that its sentence sets up."""
    return text.startswith("的", start - 1) and any(verb in text[low:start] for verb in FOUNDING)


def _of_the_nation(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A group of the centre or of the whole nation, which says so: 第三次|全国…普查|领导小组, 中央|“…”主题教育第二巡回督导组."""
    low = start - (reader.text[start - 1 : start] == "“")
    if owner := next((owner for owner in _NATION if reader.text.endswith(owner, 0, low)), ""):
        low, name = low - len(owner), owner + name
    elif not name.startswith(_NATION):
        return None
    else:
        low = start
    nth = _NTH.search(reader.text, max(0, low - _LONGEST_NTH), low)
    low, name = (nth.start(), nth[0] + name) if nth is not None else (low, name)
    return BodyMention(low, hit.end, BodyRef(name, SUFFIXES[hit.text].kind), Basis.STATED, "free name", 0.9)


def _actor(reader: Reader, start: int) -> BodyRef | None:
    """Who acts before the group at ``start``, but for a department that it is listed with: 县人社局、|小康指挥部."""
    actor = reader.actor_before(start)
    listed = reader.found[-1] if reader.found and reader.text[start - 1 : start] == "、" else None
    beside = listed is not None and listed.end == start - 1 and actor is not None and actor.kind == "government-department"
    return None if beside or (actor is not None and not actor.resolved and actor.kind == "office") else actor


def _is_any(reader: Reader, start: int, name: str) -> bool:
    """Whether the group ``name`` at ``start`` is one of several: 对这些|问题工作组, 3个|综合指导组, 第三批|“访惠聚”工作组, 先进工作组."""
    before = reader.text[max(0, start - _LONGEST_COUNT) : start]
    return (
        _ANY.fullmatch(name) is not None
        or name.startswith(_ALL)
        or before.endswith(("这些", "这个", "该", "各", "等"))
        or _COUNTED.search(before) is not None
        or _PRAISED.search(name) is not None
    )


def without_owner(reader: Reader, hit: Hit, start: int, name: str) -> BodyMention | None:
    """A group or department of which the page does not say whose it is: under its own words, unless they are general ones (各县区院)."""
    before = reader.page.word_before(start) if "\u4e00" <= reader.text[max(0, start - 1)] <= "\u9fff" and start else None
    cut = before is not None and before.text not in _MAY_STAND_BEFORE  # 教育整顿|试点办公室
    tokens = reader.page.tokens(start, hit.start)
    if cut or name[0] in EVERY or _ANY_LABORATORY.fullmatch(name) or (tokens and all(token.text in GENERIC for token in tokens)):
        return None
    body = BodyRef(name, SUFFIXES[hit.text].kind, resolved=False, scope=reader.page.source)
    return BodyMention(start, hit.end, body, Basis.STATED, "owner unknown", 0.65)


def _without_head(name: str, owners: list[BodyRef]) -> str:
    """``name`` of a group without the head that stands for one of ``owners``: 信息局成立|局|创建活动领导小组."""
    head = next((head for head in OWN_HEADS if name.startswith(head)), "")
    heads = tuple(other for other in OWN_HEADS if head and SELF_WORDS[other] == SELF_WORDS[head])
    return name.removeprefix(head) if head and any(owner.name.endswith(heads) for owner in owners) else name


def _founder(reader: Reader, start: int) -> PlaceRef | None:
    """The place that the sentence names first, where 成立 and the like stand before the group."""
    sentence = reader.page.sentence_at(start)
    founded = sentence is not None and reader.text.endswith(FOUNDED, 0, start)
    return reader.places.between(sentence.start, start) if sentence is not None and founded else None
