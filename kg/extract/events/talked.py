"""Talks on a visit that an article tells of only by what was said there: behind a visit, 座谈会上，县长介绍了…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.events.calling import BARE
from kg.extract.events.mention import Around, EventMention
from kg.extract.page import MINED

_TALK: Final = "座谈"
_SAID: Final = re.compile("(座谈(?:交流)?会|交流座谈(?:交流)?会)上(?!的)")
_BEGINS: Final = re.compile(r"(?:^|[\n。])\s{0,8}(?:在?(?:随后|之后|接下来)?(?:进行|召开|举行)?的?)?$")
"""Before the talk: a sentence begins."""
_NEAR: Final = 20
_VISITS: Final = frozenset({"visit", "visit of a party"})
_TALKS: Final = ("座谈会", "交流会", "汇报会", "座谈")


def talked(around: Around, found: list[EventMention]) -> Iterator[EventMention]:
    """The talks of those who visit with those whom they visit, one an article, where nothing else names them."""
    page = around.page
    if _TALK not in page.text:
        return
    visits: dict[int, EventMention] = {}
    done: set[int] = set()
    for mention in found:
        article = page.article_at(mention.start)
        if mention.rule in _VISITS:
            visits.setdefault(article, mention)
        if mention.name.endswith(_TALKS):
            done.add(article)
    for said in _SAID.finditer(page.text):
        sentence = page.sentence_at(said.start(1))
        if sentence is None or sentence.zone not in MINED or sentence.article in done or sentence.article not in visits:
            continue
        visit = visits[sentence.article]
        if visit.start < said.start() and _BEGINS.search(page.text, max(0, said.start() - _NEAR), said.start()):
            done.add(sentence.article)
            yield EventMention(said.start(1), said.end(1), said[1], BARE, 0.6, date=visit.date, dated=False)
