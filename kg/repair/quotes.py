"""Quotation marks of which one is wrong: ”四比四看”活动 is “四比四看”活动; straight single ones around Chinese words.

Run after :mod:`kg.repair.width`, which gives double marks one form. Idempotent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import cycle
from typing import Final

from kg.aligned import Edit

_SINGLE: Final = re.compile("'(?<![A-Za-z0-9]')(?=[\u4e00-\u9fff])[^'\n“”]{1,60}(?<=[\u4e00-\u9fff])'(?![A-Za-z0-9])")
"""What begins and ends with a Chinese character; an apostrophe does not."""
_QUOTING: Final = re.compile("[“”][^\n]*")
"""A line from its first mark on."""
_DOUBLE: Final = re.compile("[“”]")
_OPENS: Final = re.compile("[“”](?<!\\d.)(?![，。；：！？、）》])")
"""Behind a number a mark is a second or an inch; before a stop it ends something."""
_LONGEST: Final = 30
"""Code points between two marks of which one must be wrong; further apart they may be of two quotations."""


def find(text: str) -> list[Edit]:
    """An edit for each mark that is not what it should be."""
    edits = list(_single(text)) if "'" in text else []
    if text.count("“") != text.count("”"):
        edits += _one_sided(text)
    return sorted(edits)


def _single(text: str) -> Iterator[Edit]:
    for match in _SINGLE.finditer(text):
        yield Edit(match.start(), match.start() + 1, "‘", note="one written form")
        yield Edit(match.end() - 1, match.end(), "’", note="one written form")


def _one_sided(text: str) -> Iterator[Edit]:
    """Pairs of two opening or of two closing marks, where a line has no others: nothing then says which is which but their order."""
    for line in _QUOTING.finditer(text):
        marks = [match.start() for match in _DOUBLE.finditer(text, line.start(), line.end())]
        if not _may_be_pairs(text, marks):
            continue
        for at, new in zip(marks, cycle("“”"), strict=False):
            if text[at] != new:
                yield Edit(at, at + 1, new, 0.9, "the other one of a pair")


def _may_be_pairs(text: str, marks: list[int]) -> bool:
    """Whether marks that are all the same may open and close short quotations by turns."""
    if len(marks) % 2 or len({text[at] for at in marks}) > 1:
        return False
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return all(1 < end - start <= _LONGEST and _OPENS.match(text, start) for start, end in pairs)
