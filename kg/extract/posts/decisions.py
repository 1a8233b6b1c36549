"""Lists of appointments (任命： / 甲为…主任； / 免去： / 乙的…局长职务)."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from kg.extract.page import Page

_HEADING: Final = re.compile(
    r"(?:[^，。；：\n]{0,24}(?:任命|免去|免职|撤销|撤职|接受|决定)[^，。；：\n]{0,16}：?|[^。；：\n]{0,60}(?:选举|补选|推选|增补|当选|任命|免去|聘任)[^，。；：\n]{0,8}：)$"
)
_FIRST: Final = re.compile("[^，。；：\n]{0,8}(?:任命|免去|聘任|解聘)(?:：|(?!为))[^，。；：\n]{2,40}(?:为|的)[^。；：\n]{2,60}[；，]$")
"""The first item of a list on the line of its heading: 任命：甲为某局局长；."""
_LONGEST_HEADING: Final = 90
"""Characters of a heading, which may be the last sentence of a paragraph."""
_ITEM: Final = re.compile(
    r"(?:[一二三四五六七八九十\d]{1,3}[、.．])?(?:[^，。；：\n]{2,40}(?:为|的|任|辞去)[^。；：\n]{2,60}|[^，。；：\n]{4,40}职务)[；。]?$"
)
_REMOVING: Final = re.compile("免去|免职|撤销|撤职|辞去")


class Decisions:
    """Which paragraphs of a page are items of a list of appointments, and whether its heading takes posts away."""

    def __init__(self, page: Page) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._removing: list[bool] = []
        heading: re.Match[str] | None = None
        for paragraph in page.segments.paragraphs:
            last = page.text.rfind("。", max(paragraph.start, paragraph.end - _LONGEST_HEADING), paragraph.end - 1) + 1
            found = _HEADING.match(page.text, max(paragraph.start, last), paragraph.end)
            found = found or _FIRST.match(page.text, paragraph.start, paragraph.end)
            if found and found.end() == paragraph.end:
                heading = found
            elif heading is not None and _ITEM.match(page.text, paragraph.start, paragraph.end):
                self._starts.append(paragraph.start)
                self._ends.append(paragraph.end)
                self._removing.append(_REMOVING.search(heading[0]) is not None)
            else:
                heading = None

    def decided(self, position: int) -> bool:
        """Whether an item of such a list stands at ``position``."""
        number = bisect_right(self._starts, position) - 1
        return number >= 0 and position < self._ends[number]

    def removal_start(self, position: int) -> int:
        """Where the item begins that stands at ``position`` and takes a post away; ``position`` where none does."""
        return self._starts[bisect_right(self._starts, position) - 1] if self.removes(position) else position

    def removes(self, position: int) -> bool:
        """Whether that item takes a post away."""
        return self.decided(position) and self._removing[bisect_right(self._starts, position) - 1]
