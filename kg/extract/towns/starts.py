"""Where the name of a town or village starts: behind its county, in the characters of transliterations, or word by word to the left."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kg.extract.page import Page
from kg.extract.refs import PlaceRef
from kg.extract.towns.around import stops
from kg.extract.towns.behind import LONGEST_TRANSLITERATED, Behind
from kg.extract.towns.stems import is_no_stem
from kg.extract.towns.tabled import Tabled
from kg.extract.towns.worded import Worded
from kg.lexicon.people import SURNAMES
from kg.lexicon.words import PEOPLES

_PEOPLES_TOWN: Final = re.compile(f"[\u4e00-\u9fff]{{2,4}}(?:{'|'.join(PEOPLES)}|各)(?:族|民族)$|[\u4e00-\u9fff]{{2,6}}民族$")
_DATED: Final = re.compile(r"\d[年月日][\u4e00-\u9fff]")
_STARRED, _STARS = re.compile("[一二三四五六七八九]星$"), "星级"
_OF_ONE: Final = ("镇", "乡")
_ORGANS: Final = ("党委", "政府", "人民政府", "人大主席")
_ANY: Final = frozenset(
    "各全该我本两三乡县市区集城重强大小老新建一每诸等名古某此在由经为以和与及到向对从将把被让使村街的了着过地得之其是有也就都还又"
)
"""Characters before 镇 and 乡 that make no name of them."""
_ONE_CHARACTER: Final = re.compile(
    "村(?!(?<=任村)(?:书记|主任|支书|干部|官|党))(?<=([\u4e00-\u9fff])村)(?<![\u4e00-\u9fff]{2}村)(?![民里上庄落干子口头中外企级集镇务委])"
)
"""A village of one character at the head of a clause."""


class Starts:
    """Where the names of towns start on one page; ``ends`` are the places by where they end, ``shorts`` where short names of counties start, by where they end."""

    def __init__(self, page: Page, ends: dict[int, PlaceRef], shorts: dict[int, int]) -> None:
        self._page = page
        self.tabled = Tabled(page, ends)
        self.behind = Behind(page, ends, shorts)
        self._worded = Worded(page, ends)
        heads = Counter(_ONE_CHARACTER.findall(page.text))
        self._of_one = {stem for stem, count in heads.items() if count > 1 and stem in SURNAMES and not is_no_stem(stem)}

    def _is_town_of_one(self, low: int, word: str) -> bool:
        """Whether one character at the head of a clause is a town's name, as an organ of it follows: 、庙|镇|党委, not 、各|镇|党委."""
        text, behind = self._page.text, low + 1 + len(word)
        return word in _OF_ONE and text[low] not in _ANY and text.startswith(_ORGANS, behind) and "\u4e00" <= text[low] <= "\u9fff"

    def start(self, end: int, word: str) -> int | None:
        """Where the name of the town that ends with ``word`` at ``end`` starts, if it is a name."""
        text = self._page.text
        low = self._page.clause_start(end, 2 * LONGEST_TRANSLITERATED)
        of_peoples = _PEOPLES_TOWN.search(text, low, end) if word == "乡" else None
        if of_peoples is not None and not any(stops(token) for token in self._page.tokens(of_peoples.start(), end)):
            return self.tabled.as_in_table(of_peoples.start(), self.tabled.of_table(end, word))
        if word == "村" and (start := self.behind.of_a_people(end)) is not None:
            return start
        if word == "社区" and _STARRED.search(text, max(low, end - 2), end) and _STARS in text:  # 四星级社区党组织…，三星|社区
            return None
        if word == "社区" and (start := self.behind.of_a_number(end)) is not None:
            return start
        transliterated = self.behind.transliterated(low, end)
        if transliterated is not None:
            joined = text[transliterated] == "和" and self.tabled.of_table(end, word) == transliterated + 1  # 梨树村和|黑马石村
            return transliterated + joined
        if (start := self.behind.of_place(end)) is not None:
            return start
        low += 2 * text.startswith("中共", low)
        if low == end - 1 and (text[low] in self._of_one if word == "村" else self._is_town_of_one(low, word)):
            return low
        start = self._worded.by_words(low, end, word)
        start = self._worded.by_characters(low, end, word) if start is None else start
        start = self._worded.by_shape(low, end) if start is None else start
        start = self.tabled.as_in_table(start, self.tabled.of_table(end, word))
        return start + bool(_DATED.match(text, start - 1, end)) if start else start  # 19|日|白马村
