"""People named right behind their body, without a title, who do what officials do: 县编办|甲|介绍了情况, 镇党委|乙|主持."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.lexicon.people import COMMON_SURNAMES, SURNAMES, WORD_SURNAMES

_ACTS: Final = re.compile(
    "([\u4e00-\u9fff]{2,3}?)(?:同志)?(?:介绍|汇报|主持|出席|发言|讲话|致辞|宣读|解读|领学|传达|通报|作了|作[\u4e00-\u9fff]{0,4}发言|就[\u4e00-\u9fff]{2,20}作)"
)
"""A name and what its bearer does."""
_SURNAMES: Final = COMMON_SURNAMES | (SURNAMES - WORD_SURNAMES)
"""Surnames that are seldom another word."""


_LISTED: Final = re.compile(
    "([\u4e00-\u9fff]{2,3}?)(?:（[男女]）)?(?:(?:等[^，。；、]{1,8})?(?:分别)?(荣获|获得|夺得|摘得|获[一二三特]|获(?=[^，。；、]{0,14}(?:第[一二三四五六]名|等奖|称号|冠军|金奖|银奖|铜奖)))|[、和，])"
)
"""A member of a list of those who win something, or the last of them."""


_BESIDE: Final = re.compile(
    "([\u4e00-\u9fff]{2,3}?)(?=[、，。；]|和(?!平)|及(?!时)|等|参加|出席|列席|陪同|作陪|到会|先后|分别|牵头|(?:作|进行)了?[\u4e00-\u9fff]{0,4}(?:发言|介绍|汇报))"
)
"""Who stands behind a body in a row of such: 县委办|甲|、县妇联|乙|参加."""
_FEWEST: Final = 2


def put_in_rows(register: Register) -> None:
    """县委办甲、县妇联乙等参加: a row of bodies each of which somebody is named behind, who can be nothing else."""
    around, text = register.around, register.text
    rows: list[list[tuple[int, int]]] = []
    end = -1
    for body in around.bodies:
        member = _BESIDE.match(text, body.end) if text[body.end : body.end + 1] in _SURNAMES else None
        if member is None or not _is_somebody(member[1]) or around.places.starting(body.end) is not None or around.in_body(*member.span(1)):
            continue
        if around.before_places(body.start) != end:
            rows.append([])
        rows[-1].append(member.span(1))
        end = member.end(1) + (text[member.end(1)] in "、，和及")
    for row in rows:
        for span in row if len(row) >= _FEWEST else ():
            register.add_name(*span, "in a row of bodies", 0.85)


def put_winners(register: Register) -> None:
    """甲局|王海、乙队|李江|荣获一等奖: people behind their bodies, up to what they won."""
    text, end = register.text, -1
    row: list[tuple[int, int]] = []
    for body in register.around.bodies if "获" in text else ():
        member = _LISTED.match(text, body.end)
        row = row if body.start == end else []
        if member is None or not _is_somebody(member[1]) or not register.around.page.mined(member.start(1)):
            end = -1
            continue
        end = member.end()
        row.append(member.span(1))
        for span in row if member[2] is not None else ():
            register.add_name(*span, "winner", 0.85)


def put_behind_bodies(register: Register) -> None:
    """Add the people who stand between a body and such a verb, whose names are all that stands there."""
    text = register.text
    for body in register.around.bodies:
        match = _ACTS.match(text, body.end) if text[body.end : body.end + 1] in _SURNAMES else None
        if match is None or match.start(1) in register.people or not register.around.page.mined(match.start(1)):
            continue
        if names.is_whole(match[1]) and not register.around.in_body(*match.span(1)):
            register.add_name(*match.span(1), "behind a body", 0.85)


def _is_somebody(name: str) -> bool:
    """Whether ``name`` in a list is one, and no word (方面)."""
    return name[0] in _SURNAMES and not names.is_word(name) and names.is_whole(name, listed=True)
