"""What programs are found among, what the name of one is before it becomes a thing of the graph, and under which its variants meet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.refs import PlaceMention
from kg.lexicon.words import CAMPAIGNS

SLOGAN: Final = "counted slogan that is run"
"""The rule of “四比四看” without a head."""
BARE: Final = "verb, words and head"
"""The rule of 开展党员公开承诺活动, which has no marks around it."""
ROOT: Final = "创先争优"
ARRANGED: Final = tuple(one + first + other + second for one, other in ("创争", "争创") for first, second in ("先优", "优先"))
"""Its words in every order, as documents mix them up."""
_VARIANTS: Final = re.compile(f"^(?:{'|'.join(ARRANGED)})(?:活动)?$")


class Around(NamedTuple):
    """What was found on a page before its programs."""

    page: Page
    places: Sequence[PlaceMention]
    contexts: Sequence[Context]


class ProgramMention(NamedTuple):
    """``text[start:end]`` names the program ``name``; ``parent`` is the campaign that it is part of, where one is near."""

    start: int
    end: int
    name: str
    surface: str
    rule: str
    confidence: float
    national: bool = False
    parent: str = ""


def canonical(name: str) -> str:
    """The name under which variants meet: that of the nation-wide campaign, if it is one."""
    if _VARIANTS.match(name):
        return "创先争优活动"
    campaign = CAMPAIGNS.get(name) or CAMPAIGNS.get(name.removesuffix("活动").removesuffix("系列"))  # “安全生产月”系列活动
    return campaign.name if campaign else name


def named(start: int, end: int, name: str, surface: str, rule: str, confidence: float) -> ProgramMention:
    """The mention of a program under its canonical name; what 创先争优 was in one sort of bodies is run by those of the page, not of the nation."""
    name = name.replace("“", "").replace("”", "").replace(" ", "")
    whole = canonical(name)
    national = whole in CAMPAIGNS and CAMPAIGNS[whole].name == whole and (ROOT not in whole or whole == canonical(ROOT))
    return ProgramMention(start, end, whole, surface, rule, confidence, national)
