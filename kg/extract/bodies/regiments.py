"""Divisions and regiments, which are named by number: of the Production and Construction Corps, and of armies."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.model import Basis

_REGIMENT: Final = re.compile(
    r"[一二三四五六七八九十百零〇](?:[一二三四五六七八九十百零〇]{1,4}(?:团(?![员队结体伙聚购])|旅(?![游客途程居行店馆费社次]))"
    r"|(?<![百零〇])[一二三四五六七八九十]{0,2}师(?![生范傅资父德徒])(?!第?[一二三四五六七八九十百零〇]{2,5}[团旅]))"
    r"|红[一二三四五六七八九十]{1,3}(?:、[一二三四五六七八九十]{1,3})?(?:军团|方面军|军(?![\u4e00-\u9fff]))"
)
_IN_DIGITS: Final = re.compile(r"[1-9](?<![\d.].)\d{1,2}团(?![员队结体伙聚购])")
_OF_CORPS: Final = re.compile("兵团|团场|师市|农[一二三四五六七八九十]{1,2}师|第[一二三四五六七八九十]{1,3}师")
"""What a page of the Corps says, where numbers of regiments stand in digits: 136团."""
_COMPANY: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}|(?<!\d)\d{1,2})连(?![续接日年连同带任累胜绵夜串冠跳几数多好]|[一二三四五六七八九十]{1,3}[天年次])"
)
"""A company of a regiment: 二二二团|八连, 二二二团|8连."""
_LARGER: Final = re.compile(
    r"(?:(?:新疆生产建设)?兵团|八路军|新四军)?(?:(?:农业建设|农)?第?[一二三四五六七八九十百零〇]{1,3}师)?(?:步兵|骑兵|装甲|新编|独立|(?:中国人民解放军)?农业建设|农(?!民))?第?$"
)
"""What stands before the number: a larger unit, and what kind of unit it is (农一师, 步兵五师)."""
_IN_DIVISION: Final = re.compile("(.+师)([^师]+[团旅])")
_DIVISION: Final = re.compile("[第农][一二三四五六七八九十]{1,3}师")
"""A division under its full number, which a page may name without any regiment: 第八师, 农六师."""
_FAR: Final = 14
"""Characters before the number in which those stand."""


def regiments(page: Page) -> list[BodyMention]:
    """Divisions and regiments, which are named by number: 第十师一八四团, 八路军一二〇师三五九旅, 红六军团."""
    alone = "团" not in page.text and "旅" not in page.text
    if alone and _DIVISION.search(page.text) is None:
        return []
    matches = [*_REGIMENT.finditer(page.text)]
    if not alone and _OF_CORPS.search(page.text):
        matches = sorted([*matches, *_IN_DIGITS.finditer(page.text)], key=lambda match: match.start())
    starts = [(_start(page.text, match), match) for match in matches]
    starts = [(start, match) for start, match in starts if page.mined(start) and not (alone and start == match.start())]
    full = _in_full(page.text, starts)
    found: list[BodyMention] = []
    for start, match in starts:
        name = page.text[start : match.end()]
        whole = full.get(match[0], name)
        name = whole if whole.endswith(name.removeprefix("第")) else name
        found.append(BodyMention(start, match.end(), _unit(name, page.source), Basis.STATED, "regiment", 0.85))
    return [*found, *_companies(page, found)]


def _unit(name: str, source: str) -> BodyRef:
    """The unit of that name, in its division where the name says which: 农三师|五十三团."""
    inside = _IN_DIVISION.fullmatch(name)
    if inside is None:
        return BodyRef(name, "military", scope=source)
    return BodyRef(inside[1], "military", scope=source).part(inside[2], "military")


def _companies(page: Page, regiments: list[BodyMention]) -> list[BodyMention]:
    """The companies named behind their regiments, and by number alone where the page names one of that number: 二二二团八连, 八连."""
    found: list[BodyMention] = []
    known: dict[str, set[BodyRef]] = {}
    for regiment in regiments:
        match = _COMPANY.match(page.text, regiment.end) if regiment.body.name.endswith("团") else None
        if match is not None:
            company = regiment.body.part(match[0], "military")
            found.append(BodyMention(regiment.start, match.end(), company, Basis.STATED, "company", 0.85))
            known.setdefault(match[0], set()).add(company)
    behind = {company.end for company in found}
    for match in _COMPANY.finditer(page.text) if known else ():
        named = known.get(match[0], set())
        if len(named) == 1 and match.end() not in behind and page.mined(match.start()) and page.breaks(match.start()):
            found.append(BodyMention(match.start(), match.end(), next(iter(named)), Basis.CONTEXT, "company", 0.85))
    return found


def _start(text: str, match: re.Match[str]) -> int:
    """Where the name of the unit starts, with the larger ones before it."""
    before = _LARGER.search(text, max(0, match.start() - _FAR), match.start())
    return before.start() if before else match.start()


def _in_full(text: str, starts: list[tuple[int, re.Match[str]]]) -> dict[str, str]:
    """The full names of units that are named with a larger unit and elsewhere by number alone (一八四团), the longest where it ends with the others."""
    names: dict[str, set[str]] = {}
    for start, match in starts:
        name = text[start : match.end()]
        if name.removeprefix("第") != match[0]:
            names.setdefault(match[0], set()).add(name)
    longest = {number: max(full, key=lambda name: (len(name), name)) for number, full in names.items()}
    return {number: name for number, name in longest.items() if all(name.endswith(other) for other in names[number])}
