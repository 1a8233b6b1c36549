"""Where the name of a meeting begins: read leftwards from its last word until something that no name contains."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.mention import Around
from kg.extract.events.names.name import LONGEST, REACH, SPIRIT, Name
from kg.extract.events.names.trimmed import trimmed
from kg.extract.events.names.wholes import before_program, body_before, number_before, phrase_before, sessions_before, whole_before
from kg.extract.events.names.words import words_before
from kg.extract.refs import BodyRef
from kg.lexicon.words import EVENT_PLAIN, EVENT_WORDS

_CEREMONIES: Final = (
    "仪式",
    "典礼",
    "成立大会",
    "开幕式",
    "闭幕式",
    "开班式",
    "结业式",
    *(w for w in EVENT_WORDS if w.endswith(("仪式", "典礼"))),
)
_STUDY: Final = re.compile(
    "(?:深入)?(?:学习宣传贯彻|宣传贯彻|学习贯彻|贯彻落实|传达学习|学习|宣讲)(?:党的|中共|[\u4e00-\u9fff]{0,3}总书记)?$"
)
"""学习贯彻党的|十八届六中全会精神专题研讨班: what a class is held for."""
_SPIRITS: Final = ("精", "大")


def read_back(around: Around, low: int, at: int) -> Name:
    """The name whose last word begins at ``at``; it does not begin before ``low``. Programs and quotations in it are taken whole."""
    text = around.page.text
    start, numbered, named = at, False, False
    ceremony = text.startswith(_CEREMONIES, at)
    while start > low and at - start < LONGEST:
        whole = whole_before(around, low, start)
        number = None if whole < start else number_before(text, low, start, at)
        if text[start - 1] == "“" and "”" in text[at : at + 8]:  # 第六届“…文化节”
            start -= 1
        elif ceremony and (body := body_before(around, low, start)) < start:
            named, start = True, body
        elif whole < start:
            named = True
            start = before_program(text, low, whole)
        elif text[start] in _SPIRITS and (sessions := sessions_before(text, low, start)) < start:
            named, start = True, sessions
        elif SPIRIT in text[start:at] and (study := _STUDY.search(text, max(low, start - REACH), start)):
            named, start = True, study.start()
        elif number is not None:
            numbered, start = True, number.start()
        elif (phrase := phrase_before(text, low, start)) < start:
            named, start = True, phrase
        else:
            moved, words = words_before(around, low, start, ceremony=ceremony)
            named = named or any(token.text not in EVENT_PLAIN for token in words)
            if moved == start:
                break
            start = moved
    return Name(_in_body(around, low, trimmed(text, low, start, at), at), numbered, named)


def _in_body(around: Around, low: int, start: int, at: int) -> int:
    """``start``, or where the body begins inside of which it lies: a name begins with all of 市委全面深化改革委员会."""
    named = around.subjects.between(max(low, start - LONGEST), at)
    return min((one.start for one in named if one.start < start < one.end and isinstance(one.ref, BodyRef)), default=start)
