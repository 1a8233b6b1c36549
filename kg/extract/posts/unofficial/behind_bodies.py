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


def put_behind_bodies(register: Register) -> None:
    """Add the people who stand between a body and such a verb, whose names are all that stands there."""
    text = register.text
    for body in register.around.bodies:
        match = _ACTS.match(text, body.end) if text[body.end : body.end + 1] in _SURNAMES else None
        if match is None or match.start(1) in register.people or not register.around.page.mined(match.start(1)):
            continue
        if names.is_whole(match[1]) and not register.around.in_body(*match.span(1)):
            register.add_name(*match.span(1), "behind a body", 0.85)
