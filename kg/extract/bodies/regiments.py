"""Divisions and regiments of the Production and Construction Corps, which are named by number."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.model import Basis

_REGIMENT: Final = re.compile(
    r"[一二三四五六七八九十百零〇](?:[一二三四五六七八九十百零〇]{1,4}团(?![员队结体伙聚购])"
    r"|(?<![百零〇])[一二三四五六七八九十]{0,2}师(?![生范傅资父德])(?!第?[一二三四五六七八九十百零〇]{2,5}团))"
)
_CORPS: Final = re.compile(r"(?:(?:新疆生产建设)?兵团)?(?:第?[一二三四五六七八九十]{1,3}师)?第?$")


def regiments(page: Page) -> list[BodyMention]:
    """Divisions and regiments of the Production and Construction Corps, which are named by number: 第十师一八四团."""
    found: list[BodyMention] = []
    if "团" not in page.text and "兵团" not in page.text:
        return found
    for match in _REGIMENT.finditer(page.text):
        before = _CORPS.search(page.text, max(0, match.start() - 14), match.start())
        start = before.start() if before else match.start()
        if page.mined(start):
            body = BodyRef(page.text[start : match.end()], "military", scope=page.source)
            found.append(BodyMention(start, match.end(), body, Basis.STATED, "regiment", 0.85))
    return found
