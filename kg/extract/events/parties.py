"""Visits of parties whose members the sentence does not name (督查组一行来嘎查调研), and of those who come to whoever tells of it."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.context import Context
from kg.extract.events.journeys import WENT
from kg.extract.events.mention import Around, EventMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.segment import SentenceAt

_GROUP: Final = (
    r"[\u4e00-\u9fff、]{2,24}(?:一行|(?:调研|考察|督导|督查|检查|巡视|巡察|考核|验收|评估|慰问|工作|专家|指导|采访|复核|审核)[组团队]|代表团)"
    r"(?:[\d一二三四五六七八九十]{1,3}人)?"
)
_COMING: Final = re.compile(
    rf"({_GROUP})(?:先后|专程|一行)*(来到|来|到|赴|前往|深入|莅临)([^，。；、]{{1,24}}?)(?:(?:进行|开展)了?[^，。；、]{{0,24}})?$"
)
_TO: Final = re.compile(rf"({_GROUP})(对|就)([^，。；]{{2,36}}?)(?:进行|开展)了?[\u4e00-\u9fff]{{0,4}}$")
_LEADS: Final = re.compile(r"^(?:.*(?:以来|牵头的|组成的|带领的|率领的)|由|日|[上下]午|近日|日前)")
_OWN_PLACE: Final = re.compile(r"^(?:我|本|该)([省市州盟县区旗镇乡村]|街道|社区)")
_OWN_BODY: Final = re.compile(r"^(?:我|本)([局校院厂矿司委办])|^(集团|公司|学校)$")
_FAR: Final = 80


def party(around: Around, sentence: SentenceAt, hit: Hit) -> EventMention | None:
    """The visit, on a day that the text names, of a party that came or went, or looked into something."""
    text = around.page.text
    low = max(sentence.start, hit.start - _FAR)
    found = _COMING.search(text, low, hit.start) or _TO.search(text, low, hit.start)
    date = around.date_near(sentence, hit.start) if found is not None else None
    if found is None or date is None:
        return None
    lead = _LEADS.match(found[1])
    start = found.start(1) + (lead.end() if lead else 0)
    context = around.contexts[sentence.article]
    how = "到" if found[2] in WENT else found[2]
    words = text[start : found.end(1)] + how + resolved(context, found[3]) + ("进行" if how in "对就" else "") + hit.text
    words = words.replace("“", "").replace("”", "")
    return EventMention(start, hit.end, words, "visit of a party", 0.65, date=date.value)


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
