"""主题教育 alone: what pages of the months of such a campaign call it, by its batch (第二批主题教育启动以来) or by how long it has been on."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.programs.mention import Around, ProgramMention, named
from kg.lexicon.words import CAMPAIGNS

_HEAD: Final = "主题教育"
_SHORT: Final = re.compile(
    rf"(?:第[一二三]批({_HEAD})|(?<![\u4e00-\u9fff])(?:开展|启动)({_HEAD})以来|(?<![\u4e00-\u9fff])({_HEAD})(?:开展|启动)以来)"
    "(?!活动|[领办督巡基读])"
)
"""Behind its batch, or where it is told since when it has been on; another (廉政|主题教育) has its subject before it."""
_IN_FULL: Final = re.compile(rf"(?:[”》」]|思想){_HEAD}")
"""Where a page names one in full, 主题教育 is that one."""
_NATIONAL: Final = sorted({campaign for campaign in CAMPAIGNS.values() if campaign.name.endswith(_HEAD)})


def find(around: Around) -> list[ProgramMention]:
    """The mentions of 主题教育 alone in articles that name none in full: the campaign that was on at the article's date, or one so called."""
    page, text = around.page, around.page.text
    if _HEAD not in text:
        return []
    full = {page.article_at(match.start()) for match in _IN_FULL.finditer(text)}
    found = []
    for match in _SHORT.finditer(text):
        article = page.article_at(match.start())
        if article not in full and page.mined(match.start()):
            start, end = match.span(match.lastindex or 0)
            found.append(named(start, end, _called_at(around.contexts[article].date), _HEAD, "campaign of its day", 0.8))
    return found


def _called_at(day: str) -> str:
    """The campaign that was on at ``day``, as precise as it is known (2023-10); 主题教育 where no campaign is known to have been."""
    on = [c.name for c in _NATIONAL if day and day[: len(c.start)] >= c.start and day[: len(c.end)] <= c.end]
    return on[0] if on else _HEAD
