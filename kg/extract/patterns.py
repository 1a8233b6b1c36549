"""Pieces that patterns of words are put together from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

HAN: Final = "[\u4e00-\u9fff]"
"""A Chinese character of everyday text."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for one of ``words`` as they are written, the longest that fits: 工作报告 before 报告."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"
