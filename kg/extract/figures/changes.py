"""From what to what something went: 由2003年的38%提高到51%, 从不到300元提高到860元, 由零增加到8万元."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures.mention import FigureMention
from kg.extract.figures.numbers import Number
from kg.extract.page import Page

_NEAR: Final = 16
"""Characters between 由 or 从 and a number, or between the two numbers: 由去年同期的, 大幅度提高到现在的."""
_MOVES: Final = (
    "增|提|升|降|减|缩|扩|发展|变|壮大|拓展|精简|压|调整|整合|合并|优化|跃|攀|回落|延长|涨|加快|放宽|下调|上调|翻|砍|恢复|增设|细化|瘦身"
)
_FROM: Final = re.compile(r"(?:由|从)(?!此|而|中)[^，。；、：由从]{0,12}$")
_TO_AHEAD: Final = re.compile(
    rf"，?[\u4e00-\u9fff]{{0,6}}?(?:{_MOVES})[\u4e00-\u9fff]{{0,5}}?[到至为成]了?(?:(?:19|20)\d\d年[底末初]?)?(?:[^，。；、：]{{0,8}}的)?[约近超过逾达不足到]{{0,3}}[\d一二两三四五六七八九十百千]"
    r"|到(?:(?:19|20)\d\d年[底末初]?)?[约近超过逾达不足到]{0,3}\d[^，。；、：]{0,12}的(?:跨越|转变|飞跃|突破|提升|增长)"
)
_TO: Final = re.compile(
    rf"[\u4e00-\u9fff，]{{0,6}}?(?:{_MOVES})[\u4e00-\u9fff]{{0,5}}?[到至为成]了?(?:(?:19|20)\d\d年[底末初]?)?(?:[^，。；、：]{{0,8}}的)?$|到(?:(?:19|20)\d\d年[底末初]?)?$"
)
_FROM_WORDS: Final = re.compile(
    rf"(?:由|从)(?!此|而|中)[^，。；、：\d]{{1,10}}?(?:{_MOVES})[\u4e00-\u9fff]{{0,5}}?[到至为成](?:[^，。；、：]{{0,8}}的)?$"
)
RULE: Final = "from one to another"


def start(page: Page, low: int, number: Number) -> int:
    """Where 由 or 从 stands if ``number`` is what something was before it changed, or what it became from a word (由零); else -1."""
    near = page.text[max(low, number.start - 2 * _NEAR) : number.start]
    if "由" not in near and "从" not in near:
        return -1
    whence = _FROM.search(page.text, max(low, number.start - _NEAR), number.start)
    if whence is not None and _TO_AHEAD.match(page.text, number.end):
        return whence.start()
    changed = _FROM_WORDS.search(page.text, max(low, number.start - 2 * _NEAR), number.start)
    return changed.start() if changed else -1


def goes_on(page: Page, number: Number, previous: FigureMention | None) -> bool:
    """Whether ``number`` is what the thing of the figure before became."""
    if previous is None or previous.rule != RULE or number.start - previous.end > 2 * _NEAR:
        return False
    return _TO.fullmatch(page.text, previous.end, number.start) is not None
