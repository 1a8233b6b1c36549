"""People under pictures: 甲（左）与乙（右二）交谈, 前排左起：甲、乙、丙."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register

_PLACED: Final = re.compile("（(?:[前后中]排)?(?:左|右|中|居中|正中)(?:[一二三四五六七八九\\d]{1,2})?(?:者)?）")
"""Where somebody stands in a picture, behind the name."""
_FROM_LEFT: Final = re.compile(
    r"(?:左起|右起|[从由自][左右](?:至|到|往)[左右])(?:依次|分别)?[为是]?[）)]?[：:]?((?:[\u4e00-\u9fff·]{2,12}、){1,19}[\u4e00-\u9fff·]{2,12}?)"
    r"(?=[，。；）\n]|等|在|合影|$)"
)
"""Who stands in a picture, in order."""
_RULE: Final = "in a picture"


def put_pictured(register: Register) -> None:
    """The people whom a caption names by where they stand."""
    page = register.around.page
    for match in _PLACED.finditer(register.text):
        name = names.before(page, match.start(), page.clause(match.start())[0])
        if name is not None and name.start not in register.people:
            register.add_name(name.start, name.end, _RULE, 0.9)
    for match in _FROM_LEFT.finditer(register.text):
        at = match.start(1)
        members = match[1].split("、")
        whole = [names.is_whole(member, listed=True) for member in members]
        for member, is_name in zip(members, whole, strict=True):
            if is_name and 2 * sum(whole) >= len(whole) and at not in register.people:
                register.add_name(at, at + len(member), _RULE, 0.88)
            at += len(member) + 1
