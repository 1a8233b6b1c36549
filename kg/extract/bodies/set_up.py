"""What a body is said to be made up of: 旗人民委员会，|下设|秘书科、文教科、卫生科…, 县教育局|内设|办公室、人事股."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import LEVELS, canonical
from kg.extract.bodies.mentions import BodyMention
from kg.extract.page import Page
from kg.extract.refs import BodyRef
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_ITEM: Final = (
    "(?:[\u4e00-\u9fff]{0,8}?(?:办公|研究|监察|督查|人事|秘书|综合)室|[\u4e00-\u9fff]{2,8}?[科股处组部局院]|供销社)"
    "(?=[、，。；等和及与\\d（]|$|[\u4e00-\u9fff]?[\\d一二三四五六七八九十]{1,3}个)"
)
_SET_UP: Final = re.compile(f"设(?<![建开增铺架摆创陈装附预假敷常特]设)(?:有|立|置)?了?((?:{_ITEM}[、和及]){{1,25}}{_ITEM})", re.MULTILINE)
_LISTED: Final = re.compile(_ITEM)
_BEFORE: Final = re.compile("(?:，|机关|机构|现|共|并|同时|分别|统一|办公室){0,3}")
"""Between the body and the verb."""
_GOVERNMENT: Final = "government"
_LEVEL_GOVERNMENT: Final = re.compile(f"(?:{'|'.join(LEVELS)})级政府(?:机构)?$")
_LONGEST_LEVEL: Final = 10


def set_up(page: Page, mentions: list[BodyMention]) -> list[BodyMention]:
    """``mentions`` and, in order, the departments that the text says one of their bodies has."""
    if "设" not in page.text:
        return mentions
    added: list[BodyMention] = []
    for told in _SET_UP.finditer(page.text):
        owner = _owner(page, mentions, told.start() - page.text.endswith(("下", "内"), 0, told.start()))
        if owner is not None and page.mined(told.start()):
            added += (_department(owner, item, told.start(1)) for item in _LISTED.finditer(told[1]))
    if not added:
        return mentions
    spans = [(one.start, one.end) for one in added]
    kept = [one for one in mentions if not any(start < one.end and one.start < end for start, end in spans)]
    return sorted([*kept, *added], key=lambda one: (one.start, one.end))


def _owner(page: Page, mentions: list[BodyMention], at: int) -> BodyRef | None:
    """The body right before the verb at ``at``, or the last government where that says of which level it is (旗级政府机构|设)."""
    before = [one for one in mentions if one.end <= at]
    if not before:
        return None
    last = before[-1]
    if _BEFORE.fullmatch(page.text, last.end, at):
        return last.body if last.body.resolved else None
    if _LEVEL_GOVERNMENT.search(page.text, max(0, at - _LONGEST_LEVEL), at) is None:
        return None
    return next((one.body for one in reversed(before) if one.body.kind == _GOVERNMENT and one.body.resolved), None)


def _department(owner: BodyRef, item: re.Match[str], low: int) -> BodyMention:
    """The department of ``owner`` that ``item`` names; those of a government are called by its place."""
    place = owner.jurisdiction
    ending = next((item[0][at:] for at in range(len(item[0])) if item[0][at:] in SUFFIXES), "")
    kind = SUFFIXES[ending].kind if ending else "other"
    if owner.kind == _GOVERNMENT and place is not None:
        body = BodyRef(canonical(place, item[0]), kind, place, owner)
    else:
        body = owner.part(item[0], kind)
    return BodyMention(low + item.start(), low + item.end(), body, Basis.CONTEXT, "department in the chain", 0.75)
