"""Provinces and great cities by one character (鲁豫两省, 来皖考察, 在郑召开): only where what stands around it says so; several are ordinary words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from kg.extract.page import Page
from kg.extract.places.coded import place_ref
from kg.extract.refs import PlaceMention
from kg.lexicon import divisions
from kg.lexicon.divisions import Division, Divisions

_AMBIGUOUS: Final = frozenset("新台云贵黑甘吉宁青苏申蒙澳藏")
"""By itself such a character is a word (在新…, 来云), a city (宁 is 南京, too, and 苏 苏州) or a foreign country (澳, 苏)."""
_FEWEST, _MOST = 2, 5
_BETWEEN: Final = r"(?=(?:[两二三四五六](?:省|地|市)|省际|等省|毗邻|交界|边界|接壤)(?!级|州))"
"""Behind several: 鲁豫两省, 川渝毗邻地区."""
_DONE_THERE: Final = (
    r"(?=(?:成功|隆重|联合|正式)?(?:召开|举行|举办|开幕|闭幕|签署|签约|发布|揭牌|考察|调研|投资|务工|就业|创业|学习|参观|出席|参加|会见|访问)"
    r"|期间|出席|参加)"
)
_CAME_FOR: Final = r"(?=(?:实地|专题)?(?:考察|调研|视察|检查|指导|督导|督查|巡视|访问|慰问|投资|兴业|创业|务工|学习|参观|参加|出席|交流|对接|招商|采访|培训|参会|挂职))"
_POSTED: Final = r"(?=(?:部队|官兵|武警|记者站|办事处|全国|单位|高校|央企|中央|解放军|团工委|党工委|流动党员|商会))"


@cache
def _provinces() -> dict[str, Division]:
    """The provinces by their character."""
    table = divisions.load()
    return {name: found[0] for name, found in _by_one_character(table) if found[0].level == "province"}


@cache
def _cities() -> dict[str, Division]:
    """The great cities by theirs, which stands for them where something is held or somebody comes."""
    return {name: found[0] for name, found in _by_one_character(divisions.load()) if found[0].level != "province"}


def _by_one_character(table: Divisions) -> Iterator[tuple[str, tuple[Division, ...]]]:
    return ((name, tuple(found)) for name, found in table.nicknames.items() if len(name) == 1 and len(found) == 1)


@cache
def _pattern() -> re.Pattern[str]:
    every = "".join(sorted(_provinces()))
    sure = "".join(sorted(set(every) - _AMBIGUOUS))
    held = sure + "".join(sorted(_cities()))
    return re.compile(
        rf"([{every}]{{{_FEWEST},{_MOST}}}){_BETWEEN}|在([{held}]){_DONE_THERE}|[来赴入抵返]([{held}]){_CAME_FOR}|驻([{sure}]){_POSTED}"
    )


def find(page: Page, named: Iterable[PlaceMention]) -> Iterator[PlaceMention]:
    """The provinces that the mined zones of ``page`` name by one character, in order.

    Where the page names a place that begins so and does not lie there, the character may be that place's: 在鄂 beside 鄂尔多斯市.
    """
    others: dict[str, set[str]] = {}
    for mention in named:
        if mention.place.division:
            others.setdefault(mention.place.name[0], set()).update(place.division for place in mention.place.chain())
    for match in _pattern().finditer(page.text):
        if not page.mined(match.start()):
            continue
        low, high = match.span(match.lastindex or 0)
        if page.text[low:high] in divisions.load().by_short:  # 辽宁|六地
            continue
        for at in range(low, high):
            place = _provinces().get(page.text[at]) or _cities()[page.text[at]]
            if high - low >= _FEWEST or place.id in others.get(page.text[at], {place.id}):
                yield PlaceMention(at, at + 1, place_ref(place), short=True, venue=True)
