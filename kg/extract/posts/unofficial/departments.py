"""People in a list, each behind a department or place of work: 由针灸科甲、妇产科乙、县医院丙等专家组成."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.words import OFFICES

_OF_A_TRADE: Final = re.compile(
    r"等(?:[一二两三四五六七八九十\d]{1,3}[位名])?(?:[\u4e00-\u9fff]{0,4})(?:专家|医生|医师|大夫|教授|教师|老师|骨干|技术员|技术人员|民警|干警|法官|检察官)"
)
"""What ends such a list."""
_MEMBER: Final = re.compile("(?:科|室|院|所|局|系|站|队|部|处|厂|校|中心)([\u4e00-\u9fff]{2,3})$")
_AND: Final = ("和", "及")
_ROW: Final = re.compile(
    "(?:[\u4e00-\u9fff]{1,10}科[\u4e00-\u9fff]{2,3}、){3,}[\u4e00-\u9fff]{1,10}科[\u4e00-\u9fff]{2,3}(?=[、，。等及和])"
)
_WARDS: Final = 3
"""Wards in such a row are more than these."""
_IN_A_WARD: Final = re.compile("科([\u4e00-\u9fff]{2,3})(?=[、，。等及和])")
_LONGEST_LIST: Final = 300
_LONGEST_MEMBER: Final = 20
_FEWEST: Final = 2
_LONGEST_NAME: Final = 3


def _member(text: str, start: int, end: int) -> re.Match[str] | None:
    """The department and the name that end at ``end`` and begin no earlier than ``start``."""
    member = _MEMBER.search(text, max(start, end - _LONGEST_MEMBER), end)
    return member if member is not None and names.is_whole(member[1], listed=True) else None


def put_in_wards(register: Register) -> None:
    """泌尿外科甲、骨科乙、疼痛科丙、烧伤科丁: doctors in a row, each behind a ward."""
    for row in _ROW.finditer(register.text) if register.text.count("科") > _WARDS else ():
        for member in _IN_A_WARD.finditer(register.text, row.start(), row.end() + 1):
            if _is_doctor(member[1]):
                register.add_name(*member.span(1), "in a list of departments", 0.88)


def _is_doctor(name: str) -> bool:
    """Whether ``name`` is one, even if it begins as a word does (王国|栋), and no title or word (主任, 会诊)."""
    if names.is_word(name) or name in OFFICES:
        return False
    return names.is_whole(name, listed=True) or (len(name) == _LONGEST_NAME and name[0] in COMMON_SURNAMES)


def put_of_departments(register: Register) -> None:
    """Add the members of every such list of two or more, from its end back to the first that is none."""
    page, text = register.around.page, register.text
    for match in _OF_A_TRADE.finditer(text):
        sentence = page.sentence_at(match.start())
        low = max(sentence.start if sentence is not None else match.start(), match.start() - _LONGEST_LIST)
        found: list[tuple[int, int]] = []
        end = match.start()
        while end > low:
            start = max(low, text.rfind("、", low, end) + 1)
            joined = max(start, *(text.rfind(mark, start, end) + 1 for mark in _AND))  # 心内科甲|和|护理部乙
            member = _member(text, joined, end) or _member(text, start, end)
            if member is None:
                break
            start = joined if member.start() >= joined else start
            found.append(member.span(1))
            end = start - 1
        for start, end in found if len(found) >= _FEWEST else ():
            register.add_name(start, end, "in a list of departments", 0.88)
