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

    def start(self, end: int, word: str) -> int | None:
        """Where the name of the town that ends with ``word`` at ``end`` starts, if it is a name."""
        text = self._page.text
        low = self._page.clause_start(end, 2 * LONGEST_TRANSLITERATED)
        of_peoples = _PEOPLES_TOWN.search(text, low, end) if word == "乡" else None
        if of_peoples is not None and not any(stops(token) for token in self._page.tokens(of_peoples.start(), end)):
            return self.tabled.as_in_table(of_peoples.start(), self.tabled.of_table(end, word))
        if word == "村" and (start := self.behind.of_a_people(end)) is not None:
            return start
        if word == "社区" and (start := self.behind.of_a_number(end)) is not None:
            return start
        transliterated = self.behind.transliterated(low, end)
        if transliterated is not None:
            return transliterated
        if (start := self.behind.of_place(end)) is not None:
            return start
        low += 2 * text.startswith("中共", low)
        if word == "村" and low == end - 1 and text[low] in self._of_one:
            return low
        start = self._worded.by_words(low, end, word)
        start = self._worded.by_characters(low, end, word) if start is None else start
        start = self._worded.by_shape(low, end) if start is None else start
        start = self.tabled.as_in_table(start, self.tabled.of_table(end, word))
        return start + bool(_DATED.match(text, start - 1, end)) if start else start  # 19|日|白马村
