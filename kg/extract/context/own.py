"""The words by which an article refers to its own places (我市, 县委), and the place that each means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extract.context.weights import clearest
from kg.extract.refs import PlaceMention, PlaceRef

SLOT_OF_LEVEL_WORD: Final = {
    "省": ("省",),
    "自治区": ("自治区",),
    "市": ("市",),
    "州": ("州",),
    "盟": ("盟",),
    "地": ("地区",),
    "县": ("县",),
    "区": ("区",),
    "旗": ("旗",),
    "镇": ("镇",),
    "乡": ("乡", "苏木"),
    "街道": ("街道",),
    "村": ("村",),
    "社区": ("社区",),
}
"""The words by which a document refers to its own places, and the names' endings that they fit."""
OWN_WORD: Final = {"自治县": "县", "自治州": "州", "自治旗": "旗"}
_NO_HAN: Final = r"(?<![\u4e00-\u9fff])"
_SELVES: Final = (
    "(?:我|全|本)(省|市|州|盟|县|区|旗|镇|乡|街道|村|社区)",  # 我市, 全村
    "(自治[区州县旗])(?=[党政人教民财公农林水文卫]|$|，|各)",  # 自治县|民政局
    f"{_NO_HAN}(地)区",
    f"{_NO_HAN}(省|市|州|盟|地|县|区|旗|镇|乡|街道)(?:委|政府|直|党委|纪委|人大|政协|长|里)",  # 县政府
    f"{_NO_HAN}(村|社区)(?:党支部|支部|支书|主任|党总支|委会|民委员会|居委会|“?两委)",  # 村“两委”
    "(省|市|县|区|镇|乡)(?:委|党委)(?:、|书记|副书记|常委|的)",  # whatever stands before: 现任|县委书记
    (  # 县教育局|党组
        f"{_NO_HAN}(省|市|县|区)(?![场民域内外级里属容政区镇乡城郊长])"
        r"[\u4e00-\u9fff]{1,6}?(?:局|厅|办(?!事)|委(?!员)|大队|支队|联合会)"
        "(?=[局厅委]?(?:党组|党委|副?书记|副?主任|副?局?长|负责))"
    ),
)
_SELF: Final = re.compile("|".join(_SELVES))
"""A word by which a text refers to its own place, with what makes it one; the group that is found holds the word."""
_SELF_BEGINS: Final = re.compile("[我全本自地省市州盟县区旗镇乡街村社]")
"""The first characters of what :data:`_SELF` finds, looked for first: it takes a twentieth of the time."""
_SEVERAL: Final = 3
"""Counties of a city: one that is named among so many is not by itself the city that 市 means."""
PREFECTURES: Final = frozenset({"市", "州", "盟", "地"})
"""Words for prefectures."""


def own_place(
    word: str, weights: Counter[PlaceRef], mentions: Sequence[PlaceMention], weak: Sequence[PlaceMention], *, of_counties: bool = False
) -> PlaceRef | None:
    """The article's own place at the level of ``word``: the one it names most, one that only the word explains, or the one over those it names.

    ``of_counties``: the article speaks of all counties of its city (各县区).
    """
    slots = SLOT_OF_LEVEL_WORD[word]
    clear = clearest(weights, slots)
    if clear is not None:
        if (spoken_of := _spoken_of(clear, weights[clear], weak)) is not None:
            return spoken_of
        return (_city_over(clear, mentions, of_counties=of_counties) if word == "市" else None) or clear
    unnamed = all(place.slot not in slots for place in weights)
    hints = {mention.place for mention in weak if mention.place.slot in slots}
    if unnamed and len(hints) == 1:
        return hints.pop()
    if word in ("省", "自治区"):
        return common_province(mentions)
    return common_prefecture(mentions, slots) if unnamed and word in PREFECTURES else None


def _spoken_of(city: PlaceRef, weight: int, weak: Sequence[PlaceMention]) -> PlaceRef | None:
    """The one city in ``city`` that an article speaks of by its short name alone, more often than of ``city``: 莱西发展…, beside 青岛机场."""
    inside = Counter(mention.place for mention in weak if mention.place.slot == city.slot and mention.place.parent == city)
    place = next(iter(inside)) if len(inside) == 1 else None
    return place if place is not None and inside[place] > weight else None


def self_words(text: str) -> Iterator[str]:
    """The level words by which ``text`` refers to its own place: 我市, 县委, 全省."""
    end = 0
    for begins in _SELF_BEGINS.finditer(text):
        match = _SELF.match(text, begins.start()) if begins.start() >= end else None
        if match:
            end = match.end()
            yield from filter(None, match.groups())


def common_province(mentions: Sequence[PlaceMention]) -> PlaceRef | None:
    """The province in which all of at least three named places lie."""
    chains = {mention.place: mention.place.chain()[-1] for mention in mentions if mention.place.division}
    counted = Counter(chains.values())
    if not counted:
        return None
    best, count = min(counted.items(), key=lambda item: (-item[1], item[0].id))
    return best if (len(counted) == 1 and count >= 2) or (best.slot == "自治区" and count * 2 > len(chains)) else None


def common_prefecture(mentions: Sequence[PlaceMention], slots: tuple[str, ...]) -> PlaceRef | None:
    """The prefecture in which all counties lie that are named, at least twice in all."""
    parents = [mention.place.parent for mention in mentions if mention.place.level == "county" and not mention.place.candidates]
    place = parents[0] if parents else None
    return place if place is not None and len(parents) > 1 and set(parents) == {place} and place.slot in slots else None


def _city_over(city: PlaceRef, mentions: Sequence[PlaceMention], *, of_counties: bool) -> PlaceRef | None:
    """The city of which ``city`` is but one of several counties that are named as often, or of all whose counties the article speaks."""
    named = Counter(mention.place for mention in mentions if mention.place.level == "county")
    several = city.level == "county" and len(named) >= _SEVERAL and (of_counties or 2 * named[city] < named.total())
    return common_prefecture(mentions, ("市",)) if several else None
