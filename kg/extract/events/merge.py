"""One event, however often and however shortly it is named: the same number, name and date for all its mentions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.events.meetings import KIND
from kg.extract.events.mention import Around, EventMention
from kg.lexicon.words import EVENT_WORDS

_WHOSE: Final = re.compile(r"^(?:[全我本][省市县区州盟旗镇乡村校局厂矿国]|集团|公司)")
_SHORT: Final = 5
"""A name shorter than this is no sign that a longer one that ends in it is the same event."""


def merged(around: Around, found: list[EventMention]) -> list[EventMention]:
    """``found`` (in order) with the events of each article numbered; the fullest name and the first date stand for all."""
    groups: list[list[EventMention]] = []
    by_article: dict[int, list[list[EventMention]]] = {}
    for mention in found:
        known = by_article.setdefault(around.page.article_at(mention.start), [])
        group = next((group for group in known if all(_same(mention, other) for other in group)), None)
        if group is None:
            group = []
            known.append(group)
            groups.append(group)
        group.append(mention)
    return sorted((mention for number, group in enumerate(groups) for mention in _settled(number, group)), key=lambda m: (m.start, m.end))


def _settled(number: int, group: list[EventMention]) -> list[EventMention]:
    name = max((mention.name for mention in group), key=len)
    date = max((mention.date for mention in group), key=len)
    return [replace(mention, number=number, name=name, date=date) for mention in group]


def _same(one: EventMention, other: EventMention) -> bool:
    """Whether two names are of one event: the same but for whose it is, or one the end of the other; and no two dates."""
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if KIND in (one.rule, other.rule):
        whose = {match[0] for mention in (one, other) if (match := _WHOSE.match(mention.name))}
        kinds = {_last_word(mention.name) for mention in (one, other)}
        return len(whose) < 2 and (len(kinds) == 1 or not kinds.isdisjoint(("会议", "大会", "仪式")))
    a, b = (_WHOSE.sub("", mention.name) for mention in (one, other))
    shorter, longer = sorted((a, b), key=len)
    known = shorter in EVENT_WORDS and EVENT_WORDS[shorter].needs == "own"
    long_enough = known or len(shorter) > _SHORT
    return shorter == longer or (long_enough and (longer.endswith(shorter) or ("到" in shorter and longer.startswith(shorter))))


def _last_word(name: str) -> str:
    """会议, 座谈会 …: the longest word for a meeting in which ``name`` ends."""
    return next((name[-length:] for length in range(min(8, len(name)), 1, -1) if name[-length:] in EVENT_WORDS), name)
