"""People before words for people: X同志, X总书记, X老师."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.appointed import listed_before
from kg.extract.posts.mentions import PersonMention
from kg.extract.posts.register import Register
from kg.lexicon.people import TRANSLITERATION
from kg.lexicon.words import OFFICES

_AFTER_NAME: Final = re.compile(
    r"(同志|董事长|总经理|校长|院长|先进事迹|总书记|总理|主席|书记|部长|省长|市长|县长|区长|局长|主任|老师|教授|院士|先生|女士|烈士|将军|老人(?![家们院节])|老汉|大爷|大妈|大娘)(?<![位名]同志)(?!们)"
)

_COMRADE: Final = "同志"
_LONGEST_LIST: Final = 40
"""Characters before a name in which those stand that are listed with it."""


def put_before_words(register: Register) -> None:
    """X同志, X总书记, X老师: a name before such a word."""
    page, text = register.around.page, register.text
    starts = set(register.title_starts.values())  # none whose body is there: 岳阳|县长
    for match in _AFTER_NAME.finditer(text):
        start, word = match.start(), match[1]
        joined = text[start - 1 : start] in ("和", "与", "及")  # 主席徐惠俐|和|区长朱是西
        if (word in OFFICES and (start not in starts or joined)) or not page.mined(start):
            continue
        name = names.before(page, start, page.clause(start)[0])
        if (
            name is None
            or name.start in register.people
            or register.ending(start) is not None  # 副主席|于初林|同志 holds no 初林
            or (word == _COMRADE and text[start - 1] in "男女老")
            or text[start - 1] in "等与及"  # 熊福春等|同志, 魏明与|老人
            or (
                (page.of_minorities or "·" in text) and TRANSLITERATION.issuperset(text[max(0, name.start - 1) : name.end])
            )  # 阿依|夏木|大妈
            or register.around.in_body(name.start, name.end)
        ):
            continue
        if word != _COMRADE:
            register.add_name(name.start, name.end, f"before {word}", 0.9)
            continue
        last = PersonMention(name.start, name.end, text[name.start : name.end], f"before {word}", 0.9)
        for person in listed_before(register, last, max(0, name.start - _LONGEST_LIST)):  # 甲、乙、丙|同志
            register.add(person)
