"""Whose 市 is 市 at a place of a page: of the label of the paragraph, the article's own, or the one that was named last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import Final

from kg.extract.context import PREFECTURES, SEATED, Context, common_prefecture
from kg.extract.page import Page
from kg.extract.refs import PlaceMention, PlaceRef

_OWN_WORD: Final = {"自治县": "县", "自治州": "州", "自治旗": "旗", "地区": "地"}
"""The word of :attr:`Context.own` for a longer level word."""
_SLOTS: Final = {
    "地": ("地区",),
    "地区": ("地区",),
    "乡": ("乡", "苏木"),
    **{word: (short,) for word, short in _OWN_WORD.items() if short != "地"},
}
"""The slots of places that a level word may stand for, where it is not the slot itself."""

_PROVINCES: Final = frozenset({"省", "自治区"})
_VILLAGE: Final = "村"
_VILLAGES: Final = frozenset({_VILLAGE, "社区"})
_LONGEST_STEM: Final = 4
_HEAD: Final = 120
"""Characters at the beginning of an article, in which it names whom it is about."""
_TOLD_ABOVE: Final = frozenset({"县", "区", "旗", *_VILLAGES})
"""Words for places of which a paragraph may go on to speak."""
_LEFT: Final = re.compile("(?:从|出了|走出|离开|告别|来自)(?:[\u4e00-\u9fff]{2,6}[省市州县区镇乡])*$")
"""Before a place: that one comes from there."""
_LONGEST_LEFT: Final = 16
_THERE: Final = re.compile("(?:深入|来到|走进|抵达|[赴到在])(?:[\u4e00-\u9fff]{2,6}[省市州县区镇乡])*$")
"""Before a place: that somebody is there."""
_FAR: Final = 2000
"""Characters before a level word in which the place is looked for that the paragraph speaks of."""


class Levels:
    """The places of a page by where their names end, and which of them a level word (市, 县 …) refers to."""

    def __init__(self, page: Page, places: list[PlaceMention], contexts: list[Context]) -> None:
        self.page = page
        self._contexts = contexts
        self._by_end = {mention.end: mention for mention in places}
        self._ends = sorted(self._by_end)
        self._above: dict[tuple[int, str], PlaceRef | None] = {}
        self._several: dict[tuple[int, str], bool] = {}
        villages = (mention.place for mention in places if mention.place.slot == _VILLAGE)
        self._villages = {village.name.removesuffix(_VILLAGE): village for village in villages}
        self._towns: dict[str, set[PlaceRef]] = {}
        for town in (mention.place for mention in places if mention.place.level == "township"):
            self._towns.setdefault(town.name.removesuffix(town.slot), set()).add(town)

    def ending(self, position: int) -> PlaceMention | None:
        """The place whose name ends at ``position``."""
        return self._by_end.get(position)

    def village_for_short(self, position: int) -> tuple[int, PlaceRef] | None:
        """Where the name of a village starts that ends at ``position`` without its 村, if the page has it with it: 二楞滩|党支部."""
        for start in range(position - _LONGEST_STEM, position - 1) if self._villages else ():
            village = self._villages.get(self.page.text[max(0, start) : position])
            if village is not None and self.page.breaks(start):
                return start, village
        return None

    def town_called(self, name: str) -> PlaceRef | None:
        """The one town of the page that is called ``name`` without 镇, 乡 or 街道."""
        towns = self._towns.get(name, set())
        return next(iter(towns)) if len(towns) == 1 else None

    def starting(self, position: int) -> PlaceMention | None:
        """The place whose name starts at ``position``."""
        number = bisect_right(self._ends, position)
        mention = self._by_end[self._ends[number]] if number < len(self._ends) else None
        return mention if mention is not None and mention.start == position else None

    def before(self, position: int) -> PlaceMention | None:
        """The last place whose name ends before ``position``."""
        number = bisect_left(self._ends, position) - 1
        return self._by_end[self._ends[number]] if number >= 0 else None

    def between(self, start: int, end: int) -> PlaceRef | None:
        """The first place whose name ends in ``text[start:end]``, behind ``start``."""
        number = bisect_right(self._ends, start)
        if number < len(self._ends) and self._ends[number] <= end:
            return self._by_end[self._ends[number]].place
        return None

    def of_word(self, level: str, position: int, within: PlaceRef | None = None) -> PlaceRef | None:
        """The place that ``level`` refers to at ``position``; ``within`` is one that the words before it speak of.

        The article's own goes before what the paragraph names, unless the article hardly names it (and that does not lie in it).
        """
        slots = _SLOTS.get(level, (level,))
        label = self.of_paragraph(position)
        told = [*(within.chain() if within else ()), *([label] if label else [])]
        if fitting := [place for place in told if place.slot in slots]:
            return fitting[0]
        context = self._contexts[self.page.article_at(position)]
        word = _OWN_WORD.get(level, level)
        own = context.own.get(word)
        if own is not None and word in _VILLAGES and self._one_of_several(own, word, position):
            low = max(self.page.segments.articles[self.page.article_at(position)].start, position - _FAR)
            return self.named_last(word, position, low) or own
        if own is not None and word not in context.faint:
            return own
        named = self._spoken_of(level, position)
        if own is None and named is None and (only := self._only(level, position)) is not None:
            return only
        if own is None and named is None and word in _TOLD_ABOVE and (above := self._told_above(level, position)) is not None:
            return above
        if own is None and named is None and word in PREFECTURES:
            return self._over_counties(word, position)
        if own is None and named is None and word in _PROVINCES:
            return self._province(word, position)
        return own if named is None or own in named.chain() else named

    def _one_of_several(self, own: PlaceRef, level: str, position: int) -> bool:
        """Whether the article names other villages as often as ``own``, of all the one it names most: 村支书 is of the one named last."""
        article = self.page.article_at(position)
        if (article, level) not in self._several:
            within = self.page.segments.articles[article]
            named = [mention.place for mention in self._backwards(level, within.end, within.start)]
            self._several[article, level] = 2 * named.count(own) <= len(named)
        return self._several[article, level]

    def _only(self, level: str, position: int) -> PlaceRef | None:
        """The place of that level that the article names at its beginning and beside which it names no other."""
        article = self.page.article_at(position)
        if (article, "only " + level) not in self._above:
            within = self.page.segments.articles[article]
            others = self._contexts[article].others
            named = {mention.place for mention in self._backwards(level, within.end, within.start)} - others
            only = named.pop() if len(named) == 1 else None
            self._above[article, "only " + level] = only if only is not None and self._heads(only, within.start) else None
        return self._above[article, "only " + level]

    def _heads(self, place: PlaceRef, start: int) -> bool:
        """Whether what an article that begins at ``start`` names first, but for what ``place`` lies in, is ``place`` or lies there."""
        above = place.chain()[1:]
        for end in self._ends[bisect_left(self._ends, start) :]:
            mention = self._by_end[end]
            if mention.start - start >= _HEAD:
                return False
            if mention.place not in above:
                return place in mention.place.chain()
        return False

    def _over_counties(self, word: str, position: int) -> PlaceRef | None:
        """The prefecture in which all counties lie that the article names, at least twice in all: 市委 in a page about one county."""
        article = self.page.article_at(position)
        if (article, word) not in self._above:
            within = self.page.segments.articles[article]
            low, high = bisect_left(self._ends, within.start), bisect_right(self._ends, within.end)
            mentions = [self._by_end[end] for end in self._ends[low:high]]
            self._above[article, word] = common_prefecture(mentions, _SLOTS.get(word, (word,)))
        return self._above[article, word]

    def _province(self, word: str, position: int) -> PlaceRef | None:
        """The province in which all places lie that the article names: 省委 in a page about Xi'an."""
        article = self.page.article_at(position)
        if (article, word) not in self._above:
            within = self.page.segments.articles[article]
            low, high = bisect_left(self._ends, within.start), bisect_right(self._ends, within.end)
            named = (self._by_end[end].place for end in self._ends[low:high])
            others = self._contexts[article].others
            coded = [place for place in named if place.division and place not in others]
            lower = [place for place in coded if place.parent is not None]
            above = {place.chain()[-1] for place in lower or coded}
            province = above.pop() if len(above) == 1 else None
            self._above[article, word] = province if province is not None and province.slot == word else None
        return self._above[article, word]

    def named_last(self, level: str, position: int, low: int) -> PlaceRef | None:
        """The last place of that level that is named in ``text[low:position]``."""
        return next((mention.place for mention in self._backwards(level, position, low)), None)

    def _spoken_of(self, level: str, position: int) -> PlaceRef | None:
        """The place of that level that is named first in the last sentence of the paragraph, up to ``position``, that names one."""
        others = self._contexts[self.page.article_at(position)].others
        low = max(self._paragraph(position), position - _FAR)
        text = self.page.text
        mentions = (
            mention
            for mention in self._backwards(level, position, low)
            if mention.place not in others and _LEFT.search(text, max(low, mention.start - _LONGEST_LEFT), mention.start) is None
        )
        first = next(mentions, None)
        if level in _VILLAGES:  # of villages in a row the last
            return first.place if first else None
        sentence = self.page.sentence_at(first.start) if first else None
        for mention in mentions:
            if sentence is None or mention.start < sentence.start:
                break
            first = mention
        return first.place if first else None

    def _told_above(self, level: str, position: int) -> PlaceRef | None:
        """The one place of that level that the paragraph above names, as where somebody is: 市长深入镇安县调研。¶在云盖寺镇，…县委书记."""
        low = self._paragraph(position)
        above = self.page.segments.paragraphs[bisect_left(self.page.segments.paragraphs, low, key=attrgetter("start")) - 1]
        if above.end > low or self.page.article_at(above.start) != self.page.article_at(position):
            return None
        mentions = list(self._backwards(level, low, max(above.start, low - _FAR)))
        if len({mention.place for mention in mentions}) != 1 or not any(self._is_scene(mention, above.start) for mention in mentions):
            return None
        return mentions[0].place

    def _is_scene(self, mention: PlaceMention, low: int) -> bool:
        """Whether somebody is said to be at a place, or it is told where it lies: 深入|镇安县, 湖沟镇|周寨村."""
        if self.ending(mention.start) is not None or self.starting(mention.end) is not None:
            return True
        return _THERE.search(self.page.text, max(low, mention.start - _LONGEST_LEFT), mention.start) is not None

    def _backwards(self, level: str, position: int, low: int) -> Iterator[PlaceMention]:
        """The places of that level named in ``text[low:position]``, the last first."""
        slots = _SLOTS.get(level, (level,))
        for number in range(bisect_right(self._ends, position) - 1, bisect_left(self._ends, low) - 1, -1):
            mention = self._by_end[self._ends[number]]
            if (
                mention.place.slot in slots
                and not mention.place.candidates
                and not mention.venue
                and not SEATED.match(self.page.text, mention.end)
            ):
                yield mention

    def of_paragraph(self, position: int) -> PlaceRef | None:
        """The place before a colon at the head of the paragraph (东台市：市委书记), or where that is set in a part of ours (在东台市，市委书记)."""
        low = self._paragraph(position)
        number = bisect_right(self._ends, low)
        if number == len(self._ends):
            return None
        mention = self._by_end[self._ends[number]]
        if self.page.text.startswith("：", mention.end) and mention.start == low:
            return mention.place
        scene = self.page.text.startswith("，", mention.end) and mention.start == low + 1 and self.page.text[low] == "在"
        ours = self._contexts[self.page.article_at(position)].own.values() if scene else ()
        return mention.place if any(place in mention.place.chain()[1:] for place in ours) else None

    def _paragraph(self, position: int) -> int:
        """Where the paragraph that holds ``position`` starts."""
        sentence = self.page.sentence_at(position)
        return self.page.segments.paragraphs[sentence.paragraph].start if sentence else position
