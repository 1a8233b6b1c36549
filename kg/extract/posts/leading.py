"""The organisation with whose deed an article begins (近日，岳阳市第三人民医院|召开…): titles that stand alone in it are those of its heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.bodies import ORGANISATIONS, BodyMention, line
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.extract.scan import within
from kg.segment import Article, SentenceAt, Zone

_KINDS: Final = (*ORGANISATIONS, "court", "procuratorate", "government-department", "public-institution")
"""Kinds of bodies that have a committee and heads of their own."""
_LEAD: Final = re.compile(
    r"\s*(?:[^，。；：\n]{0,12}[讯电]\s*)?(?:（[^（）\n]{2,30}）\s*)?"
    r"(?:(?:近日|日前|今日|昨日|近期|连日来|今天|昨天|当日|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)(?:上午|下午|晚上?)?，?\s*)?"
)
"""What stands before the one who acts: 本报讯（记者甲）近日，."""
_LONGEST_LEAD: Final = 80
_ACTS: Final = re.compile(
    "[^，。；的由]{0,24}?(?:召开|举行|举办|开展|组织|启动|部署|表彰|传达|迎来|荣获|获得|完成|建成|推出|实现|取得|积极|深入|扎实|坚持|认真|始终|着力|大力|全力)"
)
"""What it does, near behind its name."""
_SENTENCES: Final = 2
"""The headline and the first sentence."""


def leading(page: Page, article: Article, bodies: Sequence[BodyMention]) -> BodyRef | None:
    """The organisation, bureau or court with whose deed the headline or the first sentence of ``article`` begins, if one does.

    ``bodies`` are those of the page, in order.
    """
    told = [
        sentence for sentence in within(page.segments.sentences, article.start, article.end) if sentence.zone in (Zone.HEADLINE, Zone.BODY)
    ]
    found = [body for sentence in told[:_SENTENCES] if (body := _actor(page, sentence, bodies)) is not None]
    return found[-1] if found else None


def _actor(page: Page, sentence: SentenceAt, bodies: Sequence[BodyMention]) -> BodyRef | None:
    """The organisation that acts where ``sentence`` begins."""
    first = next(iter(within(bodies, sentence.start, sentence.end)), None)
    if first is None or first.start - sentence.start > _LONGEST_LEAD or not _LEAD.fullmatch(page.text, sentence.start, first.start):
        return None
    if not _ACTS.match(page.text, first.end, sentence.end):
        return None
    return next((body for body in line(first.body) if body.kind in _KINDS and body.resolved), None)
