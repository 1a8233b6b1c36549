"""Lines set with a blank between all characters, as headings are: 通　知 is 通知.

Where some blanks are wider, they part words. Rows of names are left to :mod:`kg.repair.spaced_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.aligned import Edit
from kg.lexicon.people import SURNAMES

_HEADINGS: Final = frozenset(
    "通知 公告 公示 通报 报告 决定 意见 目录 讲话 名单 简报 纪要 附件 前言 简介 命令 决议 批复 方案 摘要 启事 说明".split()
)
"""What stands above a document with a blank between its two characters."""
_SIGN: Final = r"[\u4e00-\u9fff][，。、：；！？“”（）《》]{0,2}"
_SPACED: Final = re.compile(rf"{_SIGN}(?: {{1,3}}{_SIGN}){{1,80}}")
_BLANKS: Final = re.compile(" +")
_LEAST: Final = 6
"""So many characters are no row of buttons (大 中 小) and no names of one character."""


def find(text: str) -> Iterator[Edit]:
    """An edit for each run of blanks in such a line."""
    at = 0
    for line in text.split("\n"):
        bare = line.strip(" ")
        if " " in bare[1:4] and _SPACED.fullmatch(bare) and _is_one(bare.replace(" ", "")):
            start = at + line.index(bare)
            yield from _narrow(text, start, start + len(bare))
        at += len(line) + 1


def _narrow(text: str, start: int, end: int) -> Iterator[Edit]:
    found = [blanks.span() for blanks in _BLANKS.finditer(text, start, end)]
    width = min(to - since for since, to in found)
    return (Edit(since, to, "", note="spaced out for layout") for since, to in found if to - since == width)


def _is_one(line: str) -> bool:
    return line in _HEADINGS or (len(line) >= _LEAST and not _is_row_of_names(line))


def _is_row_of_names(line: str) -> bool:
    """Whether each second character, from the first on, is a surname: 王 磊 李 强 张 伟."""
    return len(line) % 2 == 0 and SURNAMES.issuperset(line[::2])
