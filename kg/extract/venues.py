"""Where a program is carried out, if its sentence names places for it: 在A镇、B镇开展…, 以C县为试点实施…, …活动在D市启动."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.programs import ProgramMention
from kg.extract.refs import PlaceRef
from kg.extract.subjects import Subject, Subjects
from kg.model import Basis

_AT: Final = re.compile(r"(?:[在以赴到]|(?<![年以月天日期周间后起未下])来|深入)(?:所辖的?|我[省市县区旗])?$")
_CARRIED_OUT: Final = re.compile(
    r"(?:等地|等[\d一二两三四五六七八九十]{0,3}个?[省市县区旗镇乡村]{1,2}(?:（[省市县区旗镇乡村]）)?)?(?:，(?=[\u4e00-\u9fff]{0,4}开展))?(?:为(?:基地|试点|重点))?[^，。；“”在]{0,4}"
    r"(?:开展|实施|推行|启动|试行|推广|进行|举行|举办)(?:了|的|实施)?[^，。；“”]{0,8}[“‘]?"
)
_HELD: Final = re.compile(r"(?:(?!仪式|会)[^，。；“”]){0,10}在")  # a ceremony is held elsewhere than what it opens
_OPENED: Final = re.compile(r"(?:[^，。；“”]{0,6})(?:举行|举办|开展|启动|开幕|拉开|实施)")
_TO_OURS: Final = re.compile(
    r"(?:来|到|赴)我([省市县区旗州镇乡])(?:[\u4e00-\u9fff]{0,6})(?:开展|实施|推行|启动|试行|推广|进行|举行|举办)(?:了|的)?[^，。；“”]{0,6}[“‘]?$"
)
"""来我区开展“…”活动: what others carry out at the article's own place."""
_OURS_LENGTH: Final = 24
_FAR: Final = 60
_LISTED: Final = ("", "、", "和", "与", "及")


def find(page: Page, program: ProgramMention, subjects: Subjects, context: Context) -> list[Subject]:
    """The places in which the words around a mention of ``program`` say that it is carried out; none where they name none."""
    ours = _TO_OURS.search(page.text, max(0, program.start - _OURS_LENGTH), program.start)
    own = context.own.get(ours[1]) if ours is not None else None
    if own is not None:
        return [Subject(own, program.start, program.start, Basis.CONTEXT)]
    before = _rows(page, subjects.between(max(0, program.start - _FAR), program.start))
    row = before[-1] if before else []
    if (
        row
        and _AT.search(page.text, max(0, row[0].start - 4), row[0].start)
        and _CARRIED_OUT.fullmatch(page.text, row[-1].end, program.start)
    ):
        return _places(page, row)
    behind = _rows(page, subjects.between(program.end, program.end + _FAR))
    row = behind[0] if behind else []
    if row and _HELD.fullmatch(page.text, program.end, row[0].start) and _OPENED.match(page.text, row[-1].end):
        return _places(page, row)
    return []


def _rows(page: Page, named: list[Subject]) -> list[list[Subject]]:
    """``named`` in rows: those that nothing but a joint parts."""
    rows: list[list[Subject]] = []
    for subject in named:
        if rows and page.text[rows[-1][-1].end : subject.start] in _LISTED:
            rows[-1].append(subject)
        else:
            rows.append([subject])
    return rows


def _places(page: Page, row: list[Subject]) -> list[Subject]:
    """The places of a row; of a chain (A市B县) the last; none where a body stands among them."""
    if not all(isinstance(subject.ref, PlaceRef) for subject in row):
        return []
    return [one for one, after in zip(row, [*row[1:], None], strict=True) if after is None or page.text[one.end : after.start]]
