"""The body that acts where a sentence begins: 近日，岳阳市第三人民医院|召开…."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from kg.extract.bodies.candidates import opens_title
from kg.extract.bodies.canonical import line
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.words import ORGANISATIONS
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.extract.scan import within
from kg.segment import SentenceAt

LEAD: Final = re.compile(
    r"\s*(?:[^，。；：\n]{0,12}[讯电]\s*)?(?:（[^（）\n]{2,30}）\s*)?(?:[^，。；：\n]{1,12}(?:以来|期间|之际|前夕)，\s*)?"
    r"(?:(?:近日|日前|今日|昨日|近期|连日来|今天|昨天|当日|今年|近年来|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)(?:上午|下午|晚上?)?，?\s*)?"
)
"""What stands before the one who acts: 本报讯（记者甲）近日，; 今年以来，."""
_LONGEST_LEAD: Final = 80
_ENTERED: Final = re.compile(r"(?:记者)?(?:走进|走近|步入|来到)|(?:地处|位于|坐落|始建于|创办于|成立于)[^，。；的\n]{2,16}的")
"""Before the organisation that an article is about: 走进|岳阳市第一中学，, 位于某处的|某厂."""
_ANY: Final = "other"
_MEETS: Final = re.compile("[^，。；的由]{0,30}?(?:召开|举行|开班|启动|开幕|闭幕|结束)")
"""What is held under the name of a body: 某医院|职工代表大会在…召开."""
_ACTING: Final = "vdpa"
"""First letters of the tags of words that go on from who acts: 召开, 积极, 在."""


def actor(page: Page, sentence: SentenceAt, mentions: Sequence[BodyMention], kinds: Container[str]) -> BodyRef | None:
    """The body of one of ``kinds`` that acts where ``sentence`` begins, or of an organisation whose head speaks there; ``mentions`` are in order."""
    first = next(iter(within(mentions, sentence.start, sentence.end)), None)
    if first is None or first.start - sentence.start > _LONGEST_LEAD:
        return None
    told = [body for body in line(first.body) if body.kind in kinds and body.resolved]
    of = next((body for body in told if body.kind != _ANY), told[0] if told else None)  # 某医院|党委中心组 is of the hospital
    lead = LEAD.match(page.text, sentence.start, first.start)
    if lead is None or lead.end() < first.start:
        entered = _ENTERED.fullmatch(page.text, lead.end() if lead is not None else sentence.start, first.start)
        return of if entered is not None and of is not None and of.kind in ORGANISATIONS else None
    speaks = of is not None and of.kind in ORGANISATIONS and opens_title(page.text, first.end)  # 某医院党委书记甲表示
    meets = _MEETS.match(page.text, first.end, sentence.end) is not None
    return of if speaks or meets or acts(page, first.end, sentence.end) else None


def acts(page: Page, at: int, end: int) -> bool:
    """Whether what stands at ``at`` goes on from who acts: 召开, 积极, 在."""
    behind = page.tokens(at, min(end, at + 4))
    return bool(behind) and behind[0].tag[0] in _ACTING
