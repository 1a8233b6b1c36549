"""Where names of towns and villages start that the tables of all such names have."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Page
from kg.extract.refs import PlaceRef
from kg.extract.towns.around import COUNTED, LONGEST, PART, PARTICLES, TOLD, TOWNS
from kg.extract.towns.stems import IDEALS, STRIVING, is_no_stem, is_numbered, is_walled, names_settlement
from kg.lexicon.stops import VERBS
from kg.lexicon.towns import LONGEST_STEM, is_town, is_village
from kg.lexicon.words import PEOPLES

_BUILT: Final = ("农村", "建设新", "移民新", "发展乡")
"""What with 镇, 乡, 村 or 社区 is built or developed, and no name: 新农村|镇容, 建设新|社区, 发展乡|村旅游."""
_OF_TOWNS: Final = "镇乡"
"""Last characters of names that before another word of 村 are those of towns: 西张庄镇|村级."""
_HELD: Final = re.compile("[曾现历原先后兼担出]任")
_GOING_ON: Final = re.compile("镇|乡|街道|村(?!村)|社区(?<=新村社区)")
"""What a name goes on with behind 村 or 镇 that are a part of it: 马村|乡, 刘镇|村, 桃源新村|社区."""
_NO_PART: Final = ("如", "像", "比如", "例如", "访")
"""Words before a town of the table that are no part of its name: 再访|善堂镇."""
_LEADING_TO: Final = frozenset("向从到在给把让")
"""First characters of towns that in the middle of a clause are prepositions."""
_LED: Final = re.compile("党(?:工)?委(?:副?书记|委员)|政府(?:副|[镇乡]长)|人大主席|副?[镇乡]长[\u4e00-\u9fff]{2,3}[，、。]")
"""Behind a town whose name is a word: that somebody leads it."""
_LAST_WORDS: Final = (*TOWNS, "村", "社区")


class Tabled:
    """The names of the tables on one page; ``ends`` are the places by where they end."""

    def __init__(self, page: Page, ends: dict[int, PlaceRef]) -> None:
        self._page = page
        self._text = page.text
        self._ends = ends

    def of_table(self, end: int, word: str, *, unlike: bool = False) -> int | None:
        """The start of the longest name of the tables that ends at ``end``; one of two characters begins with a word, and ``unlike`` is no ideal."""
        low, known = self._page.clause_start(end, LONGEST_STEM), is_town if word in TOWNS else is_village
        for length in range(min(LONGEST_STEM, end - low), 1, -1):
            stem = self._text[end - length : end]
            striven = word == "村" and stem in IDEALS and self._text[end - length - 1 : end - length] in STRIVING  # 创|平安村
            if not known(stem) or striven or stem.endswith(_BUILT) or PART.fullmatch(stem) or (unlike and stem[-1] in _OF_TOWNS):
                continue
            if length > 2 or (self._heads(end - length, low) and self._is_sure(stem, end, word) and not (unlike and stem in IDEALS)):
                return end - length
        return None

    def of_street(self, end: int) -> int | None:
        """The start of the longest name of the table that ends at ``end``, where a street stands without 街道: 新城|办油坊村."""
        low = self._page.clause_start(end, LONGEST)
        return next((at for at in range(low, end - 1) if is_town(self._text[at:end]) and self._heads(at, low)), None)

    def is_inside(self, match: re.Match[str]) -> bool:
        """Whether ``match`` is a part of a town's or village's name that goes on behind it: 马|村|乡, 刘|镇|村."""
        following = _GOING_ON.match(self._text, match.end())
        if match[0] not in ("村", "镇") or following is None:
            return False
        return following[0] == "社区" or self.of_table(match.end(), following[0]) is not None

    def as_in_table(self, found: int | None, known: int | None) -> int | None:
        """Where a town starts that its words have start at ``found`` and the table at ``known``: 东|新桥镇 may be another town, 把|新桥镇 is not."""
        if found is None or known is None or found >= known:
            return found if known is None else known
        if known in self._ends or self._text.endswith(_LAST_WORDS, found, known):
            return known
        before = self._page.tokens(found, known)
        return (
            known
            if self._page.breaks(known) and any(token.tag in PARTICLES or token.text in VERBS or token.text in _NO_PART for token in before)
            else found
        )

    def _is_sure(self, stem: str, end: int, word: str) -> bool:
        """Whether a stem of the table makes no other word with ``word``, or an organ behind it tells the town: 江城|镇|党委, but 大中城|镇."""
        if stem in PEOPLES:  # 赫哲|村民
            return False
        if not is_no_stem(stem) or names_settlement(stem, word) or (is_numbered(stem) and word in TOWNS):
            return True
        if word in TOWNS and _LED.match(self._text, end + len(word)):  # 新建|乡|党委副书记
            return True
        return is_walled(stem) and TOLD.match(self._text, end + len(word)) is not None

    def _heads(self, start: int, low: int) -> bool:
        """Whether a name may begin at ``start``: behind a place or a mark, or with a word that goes with no other: not 曾|任庄村, 三个|城关镇."""
        if start == low or start in self._ends:
            return True
        if self._text[start] in _LEADING_TO:  # 人口|向|城镇转移
            return False
        counted = COUNTED.search(self._text, max(0, start - 2), start)
        return self._page.breaks(start) and not counted and not _HELD.match(self._text, start - 1, start + 1)
