"""People in a list, each behind a department or place of work: 由针灸科甲、妇产科乙、县医院丙等专家组成."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register

_OF_A_TRADE: Final = re.compile(
    r"等(?:[一二两三四五六七八九十\d]{1,3}[位名])?(?:[\u4e00-\u9fff]{0,4})(?:专家|医生|医师|大夫|教授|教师|老师|骨干|技术员|技术人员|民警|干警|法官|检察官)"
)
"""What ends such a list."""
_MEMBER: Final = re.compile("(?:科|室|院|所|局|系|站|队|部|处|厂|校|中心)([\u4e00-\u9fff]{2,3})$")
_LONGEST_LIST: Final = 300
_LONGEST_MEMBER: Final = 20
_FEWEST: Final = 2


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
            member = _MEMBER.search(text, max(start, end - _LONGEST_MEMBER), end)
            if member is None or not names.is_whole(member[1], listed=True):
                break
            found.append(member.span(1))
            end = start - 1
        for start, end in found if len(found) >= _FEWEST else ():
            register.add_name(start, end, "in a list of departments", 0.88)
