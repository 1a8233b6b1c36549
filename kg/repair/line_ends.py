"""How a line ends: with a mark that ends a sentence, in its midst, or with the number of the page that ended there."""

from __future__ import annotations

import re
from typing import Final

ENDED: Final = frozenset("。！？；：…”’）》】.!?:;)]—·%>")
"""Signs behind which nothing is broken off."""
SENTENCE_ENDS: Final = re.compile("[。！？；：][”’）》】]*$")

_DASHES: Final = "-—–－─·"
_PAGE_NUMBER: Final = re.compile(rf"[{_DASHES}]\s?\d{{1,3}}\s?[{_DASHES}]\s*$|(?<=[\u4e00-\u9fff])\s+\d{{1,3}}\s*$")
_ONLY_PAGE_NUMBER: Final = re.compile(rf"\s*(?:[{_DASHES}]\s?\d{{1,3}}\s?[{_DASHES}]|第\s?\d{{1,3}}\s?页(?:\s?共\s?\d{{1,3}}\s?页)?)\s*$")
_LONGEST_NUMBER: Final = 3


def is_closed(line: str) -> bool:
    """Whether the last sign of a line is enough to see that nothing is broken off; so it is for nearly all lines."""
    last = line.rstrip()[-1:]
    return not last or (last in ENDED and last not in _DASHES)


def is_page_number(line: str) -> bool:
    """Whether a line is the number of a page and looks like one: - 3 -, 第3页."""
    last = line.rstrip()[-1:]
    return (last in _DASHES or last == "页") and _ONLY_PAGE_NUMBER.match(line) is not None


def may_be_page_number(line: str) -> bool:
    """Whether a line is a number that, inside a sentence, is that of a page."""
    bare = line.strip()
    return len(bare) <= _LONGEST_NUMBER and bare.isdecimal()


def ends_in_page_number(line: str) -> bool:
    """Whether a line has a page number between dashes at its end, behind something else."""
    return line.rstrip()[-1:] in _DASHES and not is_page_number(line) and _PAGE_NUMBER.search(line) is not None


def without_page_number(line: str) -> str:
    """``line`` without the number of a page at its end."""
    last = line.rstrip()[-1:]
    return _PAGE_NUMBER.sub("", line) if last.isdecimal() or last in _DASHES else line
