"""People who go from a post to another: X由Y县长升任Y县委书记, X从Y局局长转任Z."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.mentions import PersonMention, Title
from kg.extract.posts.register import Register

_FROM: Final = re.compile("(?:此前|今年|日前)?(?:分别|拟)?[从由]原?$")
_ON: Final = re.compile(
    "(?:一职|的?岗位上?|职务|任上|的?位[子置]上)?，?被?(?:[升调转改提接]任|晋升|提拔|交流|当选|(?:选派|下派|选调|派驻|调派|抽调)[到往至赴]|(?<=长|记|任|席)任(?!期|内|职|上|命|务))"
)
"""Behind the post that was left: what leads to the next one."""
_LONGEST_FROM: Final = 6


def transferred(register: Register, chain: list[Title]) -> PersonMention | None:
    """Who goes from the posts of ``chain`` to others that are told behind it; None where nobody is said to."""
    text, start = register.text, register.around.before_places(chain[0].body_start)
    if not _ON.match(text, chain[-1].end):
        return None
    left = _FROM.search(text, max(0, start - _LONGEST_FROM), start)
    if left is None:
        return None
    end = left.start() - (text[left.start() - 1 : left.start()] == "，")  # 张三，|由县长升任
    name = names.before(register.around.page, end, register.around.page.clause(end)[0])
    if name is None:
        return None
    return PersonMention(name.start, name.end, text[name.start : name.end], "appointed", 0.93)
