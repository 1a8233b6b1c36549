"""Programs with a pun in their names, whose one character alone stands in quotation marks: 开展“青”春护岸活动."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.programs.heads import NOT_IN_NAMES
from kg.extract.programs.mention import Around, ProgramMention, named

_PUN: Final = re.compile(
    "(?:开展|启动|实施|举办|推出|组织)了?(“[\u4e00-\u9fff]”[\u4e00-\u9fff]{1,8}?)"
    "(主题活动|志愿服务活动|主题党日活动|实践活动|宣传活动|活动|行动|工程|计划)"
)
"""A verb of running, the words with the pun, and the head: 开展|“青”春护岸|活动."""


def find(around: Around) -> list[ProgramMention]:
    """The programs with a pun, in order."""
    page, text = around.page, around.page.text
    return [
        named(match.start(1), match.end(), match[1] + match[2], match[1] + match[2], "pun and head", 0.7)
        for match in _PUN.finditer(text)
        if page.mined(match.start()) and NOT_IN_NAMES.search(match[1]) is None
    ]
