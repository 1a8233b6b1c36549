"""Lines set with a blank between all characters, as headings are: 通　知 is 通知."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.aligned import Edit

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
            for blanks in _BLANKS.finditer(text, start, start + len(bare)):
                yield Edit(blanks.start(), blanks.end(), "", note="spaced out for layout")
        at += len(line) + 1


def _is_one(line: str) -> bool:
    return line in _HEADINGS or len(line) >= _LEAST
