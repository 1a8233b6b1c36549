"""What a share, a multiple or a difference is of: 结案率为|82%, 95%|是老工人, 增速高于全国|0.6个百分点."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import phrases, shares
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page

_TIMES_OF: Final = re.compile(r"(?:是|为|相当于)[^，。；：]{1,12}的$")
_LONGEST_TIMES: Final = 16
"""到位资金|是我们的|1.7倍."""
_ABOVE: Final = re.compile(
    "(?:(?:高于|低于|快于|慢于|高出|优于)[\u4e00-\u9fff]{2,8}|(?<![对相])比(?![例重率值])[\u4e00-\u9fff]{2,8}[高低快慢多少]出?)$"
)
_LONGEST_ABOVE: Final = 12
"""增速|高于全国|0.6个百分点, 增速|比全省平均水平高|1.2个百分点."""
_IS: Final = re.compile(r"(?:的)?(?:是|为|来自)")
_RATE: Final = re.compile("[\u4e00-\u9fff][率度](?:已|均|都)?(?:经)?(?:达到?了?|为|是|高达|提高到|上升到)(?:近|约)?$")
"""Before a share: the rate that it is, whatever 的 stands behind it: 结案率达到了|82%的实际."""
_LONGEST_RATE: Final = 8
_PORTIONS: Final = frozenset({"比重", "比例", "份额"})
_GROUND: Final = ("的基础上", "的情况下", "的前提下")
"""Behind a share that is told on the way: 平均增幅高达|32.3%|的基础上."""


def measure(page: Page, names: Names, left: int, number: Number) -> str:
    """What ``number`` is a share, a multiple or a difference of, in the text from ``left`` on: …率为99%, 95%是老工人, 20%以上的增幅."""
    text = page.text
    if (
        text.startswith("的", number.end)
        and not text.startswith(_GROUND, number.end)
        and _RATE.search(text, max(left, number.start - _LONGEST_RATE), number.start) is None
    ):
        return phrases.behind(page, number.end + 1)
    times = _TIMES_OF.search(text, max(left, number.start - _LONGEST_TIMES), number.start) if number.unit == "倍" else None
    if times is not None and (base := phrases.before(page, names, left, times.start()).text):
        return base
    at, whole = shares.share(page, left, number)
    if at > left and text[at - 1] not in "，；、：（":
        part = phrases.phrase(page, names, max(left, page.clause(at - 1)[0]), at).text
        return part + "占" + whole if part else whole
    above = _ABOVE.search(text, max(left, number.start - _LONGEST_ABOVE), number.start)
    if above is not None and (base := phrases.before(page, names, left, above.start()).text):
        return base
    is_ = _IS.match(text, number.end)
    said = phrases.behind(page, is_.end()) if is_ else ""
    own = phrases.before(page, names, left, number.start).text.removesuffix("在")  # 占比在|19%
    if own in _PORTIONS and at >= 0:
        return f"占{whole}{own}"
    return said or own or phrases.behind(page, number.end)
