"""Names in the columns of a line, each with its posts behind it: 甲 县财政局局长    乙 镇长."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.mentions import PersonMention, Title
from kg.extract.posts.register import Register

_HEADS_CELL: Final = re.compile(r"(?:^|\n| {2})([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff]) $")
"""Before a post: a name and one blank, at the head of a line or of a column."""
_GAP: Final = re.compile(r" {2,16}(?=[^ \n])|[ \u3000]*(?:\n|$)")
"""Behind a post: the next column, or the end of the line."""
_NEXT: Final = re.compile(r" {2,16}[\u4e00-\u9fff]{2,3} [\u4e00-\u9fff]")
"""Behind a post: a column that a name heads."""
_LONGEST: Final = 8
_LINE: Final = 120
"""Characters of a line with columns."""
_COLUMNS: Final = re.compile("[^ ] {2,16}[^ ]")


def in_column(register: Register, chain: list[Title]) -> list[PersonMention] | None:
    """Who is named in a column of his own before ``chain``, on a line of several, if that reads as a name; None where the text is not set so."""
    text, start, end = register.text, chain[0].body_start, chain[-1].end
    head = _HEADS_CELL.search(text, max(0, start - _LONGEST), start) if _GAP.match(text, end) else None
    if head is None:
        return None
    low = max(text.rfind("\n", max(0, start - _LINE), start) + 1, start - _LINE)
    if _COLUMNS.search(text, low, end + _LONGEST) is None:
        return None
    name = head[1].replace(" ", "")
    if names.is_whole(name, listed=True):
        return [PersonMention(*head.span(1), name, "in a column", 0.9)]
    return [] if _NEXT.match(text, end) else None  # 字兴国 县财政局局长  |乙 镇长
