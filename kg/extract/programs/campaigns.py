"""Nation-wide campaigns, by their names and by what pages call them for short, with what is named as a part of one."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.extract.page import Page
from kg.extract.programs.heads import NOT_IN_NAMES
from kg.extract.programs.mention import ARRANGED, ROOT, Around, ProgramMention, canonical, named
from kg.extract.scan import Scanner
from kg.lexicon.stops import VERBS
from kg.lexicon.words import CAMPAIGNS, CAMPAIGNS_SHORT

_PERIODS: Final = ("月", "周", "日", "中心", "场所", "办公室", "办等", "办、", "办主", "办副", "局")
"""Behind a campaign: a time that is called after it (学雷锋活动|月), or whoever is in charge of it."""
_CHANCES: Final = ("机遇", "的机遇", "战略机遇", "政策", "等政策")
"""Behind it: what it offers, not what is carried on."""
_HOUSE: Final = re.compile("(?:工作|保障|服务|事务|管理|指导|促进){1,3}(?:中心|站|所)")
"""Behind it: a house that is called after it."""
_HELPING: Final = ("工程", "计划")
"""How campaigns of projects end."""
_PART: Final = re.compile("((?:(?!工程|行动|计划)[\u4e00-\u9fff]){2,10}?)(?:行动|活动|项目)(?![部办室组])")
"""Behind a campaign of projects: one of them (希望工程|圆梦行动)."""
_AIMS: Final = re.compile(
    r"(?:(?!促进|强化|创[新建造]|保[证护障]|建[设立]|树立|聚集|兴[起办]|富裕)[强惠促创保建树聚兴富][\u4e00-\u9fff]{2}){1,3}活动"
)
"""Behind the words of a campaign, what a local one adds: 创先争优|强基础惠民生活动."""
_OURS: Final = re.compile("[全我本各]")
_NEAR: Final = 8
"""Characters before what a campaign is called for short in which the word before it is looked for."""


@cache
def _campaign_scanner() -> Scanner:
    variants = (name + noun for name in ARRANGED for noun in ("", "活动"))
    return Scanner([*(name for name in CAMPAIGNS if len(name) >= 4 or name.endswith("制")), *variants])


def by_name(around: Around) -> list[ProgramMention]:
    """Nation-wide campaigns by name; 教育实践活动 stands for the last of that kind that was named in full."""
    page, text = around.page, around.page.text
    found = []
    for hit in _campaign_scanner().scan(text):
        if page.mined(hit.start):
            if text.startswith((*_PERIODS, *_CHANCES), hit.end) or _HOUSE.match(text, hit.end):  # 学雷锋活动月, 河湖长制|保障服务中心
                continue
            own = _AIMS.match(text, hit.end) if hit.text == ROOT else None
            if own is not None:
                found.append(named(hit.start, own.end(), hit.text + own[0], hit.text + own[0][:-2], "nation-wide campaign and aims", 0.8))
                continue
            part = _PART.match(text, hit.end) if hit.text.endswith(_HELPING) else None
            if part is not None and _is_part(page, part):
                words = hit.text + part[0]
                found.append(
                    named(hit.start, part.end(), words, words, "part of a nation-wide campaign", 0.8)._replace(parent=canonical(hit.text))
                )
                continue
            end = hit.end + 2 * (not hit.text.endswith("活动") and text.startswith("活动", hit.end))
            found.append(named(hit.start, end, hit.text, hit.text, "nation-wide campaign", 0.95))
    return found


def _is_part(page: Page, part: re.Match[str]) -> bool:
    """Whether what stands between a campaign and a head is what a part of it is called: 希望工程|助学圆梦|行动."""
    words = page.tokens(*part.span(1))
    return NOT_IN_NAMES.search(part[1]) is None and not any(w.tag[0] in "pcdur" or w.text in VERBS for w in words)


def for_short(around: Around) -> list[ProgramMention]:
    """学习实践活动 in a page that names the subject of that campaign, or the one that came next.

    No word before it tells of another (向雷锋同志|学习实践活动).
    """
    page, text = around.page, around.page.text
    return [
        named(match.start(), match.end(), name, short, "nation-wide campaign", 0.9)
        for subject, short, name in CAMPAIGNS_SHORT
        if subject in text or ROOT in text
        for match in re.finditer(re.escape(short), text)
        if page.mined(match.start()) and page.breaks(match.start()) and not _tells_of_another(page, match.start())
    ]


def _tells_of_another(page: Page, start: int) -> bool:
    """Whether a noun stands before ``start`` that is not all of ours (全县, 各级)."""
    before = page.tokens(max(0, start - _NEAR), start)
    return bool(before) and before[-1].tag[0] in ("n", "i") and _OURS.match(before[-1].text) is None
