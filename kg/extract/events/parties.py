"""Visits of parties whose members the sentence does not name (督查组一行来嘎查调研), and of those who come to whoever tells of it."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.context import Context
from kg.extract.events.calling import clean
from kg.extract.events.journeys import WENT
from kg.extract.events.mention import Around, EventMention, has_day
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit, within
from kg.lexicon.words import EVENT_PARTIES
from kg.segment import SentenceAt

_GROUP: Final = (
    r"(?:(?!对)[\u4e00-\u9fff、“”（）]){2,40}?(?:一行"  # 某县党政代表一行
    "|(?:[四五]套班子|[四五]大班子|班子|主要)领导"  # 县四套班子领导
    f"|(?:{'|'.join(EVENT_PARTIES)})[组团队]"  # 市委督导组
    "|(?:协调|领导|专项)小组|代表团)"
    r"(?:[\d一二三四五六七八九十]{1,3}人)?"  # 五人
)
"""A party, as it is called with the words before it."""
_COMING: Final = re.compile(
    f"({_GROUP})(?:先后|专程|一行|分别)*"
    "(来到|来|到|走进|分赴|分头到|赴|前往|深入|莅临"
    "|在(?!全|各)(?=[^，。；、]{1,12}[省市州盟县区旗镇乡村校院]))"  # 在|五里镇
    "([^，。；、]{1,24}?(?:、[^，。；、]{2,12}){0,4}?)"  # where: 五里镇、石桥镇
    "(?:，?就[^，。；]{2,30}?)?"  # about what: 就春耕生产
    "(?:(?:进行|开展)了?[^，。；、]{0,24})?"  # 开展为期三天的
)
"""市委督导组来到五里镇就春耕生产开展专题|调研."""
_BODY_COMING: Final = re.compile(
    r"([\u4e00-\u9fff（）]{3,30}?)(?:党委|领导班子|师生|干部职工)?(?:先后|专程|一行)*"  # 某学院师生
    r"(?:(?:组织|带领|率领?)[\u4e00-\u9fff、（）]{2,16}?)?"  # 组织党员、干部
    "(赴|前往|来到|深入|到)([^，。；、]{2,24}?)"  # 赴某公司
    "(?:(?:进行|开展)了?[^，。；、]{0,16})?"  # 开展专题
)
"""某学院组织师生赴某公司开展|调研."""
_WENT_ITSELF: Final = re.compile(
    "(?:机关|全体|部分|技术|领导|党委|党总支|党支部|工作|志愿|服务|医疗|专家|宣讲)*(?:[组队]|干部|职工|人员|代表|师生|班子|党员|支部|志愿者)*"
)
_LED: Final = "下，"
_UNDER: Final = re.compile(rf"(?<![\u4e00-\u9fff])({_GROUP})在[^，。；]{{2,36}}?的?(?:带领|率领|陪同)下，$")
_GONE: Final = re.compile(
    r"(赴|前往|来到|来|到|走进|深入)([^，。；、]{2,24}?(?:、[^，。；、]{2,12}){0,3}?)(?:(?:进行|开展)了?[^，。；、]{0,12})?"
)
_BARE: Final = re.compile("[\u4e00-\u9fff]{2}[组团队](?:一行)?")
_LOOKING: Final = re.compile(r"([\u4e00-\u9fff、（）]{3,40}?)(对)([^，。；对]{2,40}?)(?:进行|开展)了?[\u4e00-\u9fff]{0,4}")
_TO: Final = re.compile(rf"({_GROUP})，?(对|就)([^，。；]{{2,36}}?)(?:进行|开展)了?[\u4e00-\u9fff]{{0,4}}")
_DELEGATES: Final = re.compile(
    r"([\u4e00-\u9fff]{2,24}?组织[\u4e00-\u9fff、]{0,24}?"  # 县政协组织部分
    "(?:委员|代表|老干部|干部|党员|学员|职工|师生|群众|骨干)"
    r"(?:(?:共|等)?[\d一二三四五六七八九十]{1,4}[余多]?[人名])?(?:代表)?)"  # 等30余人
    "(，|)((?:先后|分别|集中|实地|深入)*)"  # ，先后深入
)
"""县政协组织部分委员|视察…."""
_SEEN: Final = re.compile("了?([\u4e00-\u9fff“”、]{2,30}?)(?=[，。；！\n]|$)")
_MARKS: Final = re.compile("[。；：！？]|，(?!就)|[上下]午|讯")
_LEADS: Final = re.compile(r"^(?:.*(?:以来|牵头的|组成的|带领的|率领的)|以.{2,8}为.{1,4}的|及.*等(?:部门|单位)+|由|日|[上下]午|近日|日前)")
_OWN_PLACE: Final = re.compile(r"^(?:我|本|该)([省市州盟县区旗镇乡村]|街道|社区)")
_OWN_BODY: Final = re.compile(r"^(?:我|本)([局校院厂矿司委办])|^(集团|公司|学校)$")
_FAR: Final = 80


def party(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """The visit, on a day that the text names, of a party that came or went, or looked into something."""
    text = around.page.text
    if text.startswith(("的", "表示"), hit.end):
        return None
    low = _clause(around, sentence, hit.start)
    delegates = _delegates(around, sentence, low, hit)
    if delegates is not None:
        return delegates
    under = _under(around, sentence, low, hit)
    if under is not None:
        return under
    found = _COMING.fullmatch(text, low, hit.start) or _TO.fullmatch(text, low, hit.start)
    found = found or _body(around, sentence, low, hit.start) or _inspection(around, sentence, low, hit.start)
    date = around.date_near(sentence, hit.start) if found is not None else None
    told = found is not None and "、" in found[3] and (_BARE.fullmatch(found[1]) or within(around.people, found.start(1), found.end(1)))
    if found is None or date is None or told:  # what those of whom the text has told looked at one after the other
        return None
    lead = _LEADS.match(found[1])
    start = found.start(1) + (lead.end() if lead else 0)
    context = around.contexts[sentence.article]
    how = "到" if found[2] in WENT else found[2]
    words = text[start : found.end(1)] + how + resolved(context, found[3]) + ("进行" if how in "对就" else "") + hit.text
    words = words.replace("“", "").replace("”", "")
    return EventMention(start, hit.end, words, "visit of a party", 0.65, date=date.value)


def _delegates(around: Around, sentence: SentenceAt, low: int, hit: Hit) -> EventMention | None:
    """Members, delegates or cadres whom a body had look at something on a day that the sentence names, before a mark: 县政协组织委员视察城区道路."""
    text = around.page.text
    led = _DELEGATES.fullmatch(text, low, hit.start) if text.find("组织", low, hit.start) >= 0 else None
    seen = _SEEN.match(text, hit.end, sentence.end) if led is not None else None
    date = around.date_before(sentence, hit.start) if seen is not None else None
    if led is None or seen is None or date is None or not has_day(date):
        return None
    words = clean(led[1] + hit.text + seen[1])
    return EventMention(led.start(1), seen.end(1), words, "visit of a party", 0.65, date=date.value)


def _under(around: Around, sentence: SentenceAt, low: int, hit: Hit) -> EventMention | None:
    """A party with somebody at its head who is named behind it: 某县党政考察团在县委书记甲的带领下，|赴某市考察学习."""
    text = around.page.text
    led = _UNDER.search(text, max(sentence.start, low - _FAR), low) if text.endswith(_LED, 0, low) else None
    gone = _GONE.fullmatch(text, low, hit.start) if led is not None else None
    date = around.date_near(sentence, hit.start) if gone is not None else None
    if led is None or gone is None or date is None:
        return None
    first = _LEADS.match(led[1])
    start = led.start(1) + (first.end() if first else 0)
    how = "到" if gone[1] in WENT else gone[1]
    words = text[start : led.end(1)] + how + resolved(around.contexts[sentence.article], gone[2]) + hit.text
    people = tuple(within(around.people, led.end(1), low))
    return EventMention(start, hit.end, clean(words), "visit of a party", 0.65, date=date.value, people=people)


def _clause(around: Around, sentence: SentenceAt, at: int) -> int:
    """Where the clause of the party begins: behind the last comma but that of 到Y，就…, and behind the date."""
    text = around.page.text
    low = max(sentence.start, at - _FAR)
    marks = [mark.end() for mark in _MARKS.finditer(text, low, at)]
    low = max([low, *marks])
    leading = (date.end for date in within(around.dates, low, at) if "就" not in text[low : date.start])  # 就|2013年|党建工作进行考核
    return max([low, *leading])


def _body(around: Around, sentence: SentenceAt, low: int, at: int) -> re.Match[str] | None:
    """A body that went somewhere on a day that the sentence names: 某学院赴某公司调研."""
    for subject in reversed(around.subjects.between(low, at)):
        match = _BODY_COMING.fullmatch(around.page.text, subject.start, at)
        if match is not None and isinstance(subject.ref, BodyRef) and match.end(1) >= subject.end:
            if match[2] == "到" and not _WENT_ITSELF.fullmatch(match[1], subject.end - subject.start):
                return None  # 县局要求干部|到村调研
            date = around.date_before(sentence, at)
            return match if date is not None and has_day(date) else None
    return None


def _inspection(around: Around, sentence: SentenceAt, low: int, at: int) -> re.Match[str] | None:
    """A body that looked into something on a day that the sentence names: 市委组织部|对全市换届工作进行专项检查."""
    match = _LOOKING.fullmatch(around.page.text, low, at) if around.page.text.find("对", low, at) >= 0 else None
    date = around.date_before(sentence, at) if match is not None else None
    if match is None or date is None or not has_day(date):
        return None
    body = next((one for one in around.subjects.between(low, match.end(1)) if isinstance(one.ref, BodyRef)), None)
    return match if body is not None and body.start <= match.start(1) and body.end <= match.end(1) else None


def resolved(context: Context, where: str) -> str:
    """我县 and 我局 under their names, where the context knows them."""
    place, body = _OWN_PLACE.match(where), _OWN_BODY.match(where)
    found: PlaceRef | BodyRef | None = None
    if place:
        found = context.own.get(place[1])
    elif body:
        found = context.self_bodies.get(body[1] or body[2])
    matched = place or body
    return found.name + where[matched.end() :] if found is not None and matched else where
