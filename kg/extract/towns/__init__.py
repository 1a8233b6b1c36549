"""Towns, streets, villages and communities: a name of a few characters before 镇, 乡, 街道, 村, 社区, 苏木, 嘎查."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.names.whole import is_whole
from kg.extract.page import Page
from kg.extract.refs import PlaceMention, PlaceRef
from kg.extract.scan import Hit
from kg.extract.towns import counted
from kg.extract.towns.starts import Starts
from kg.extract.towns.stems import has_residents, has_village_behind, is_other_word, is_part_of_village
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.towns import is_town, is_village
from kg.lexicon.words import OFFICES

_TWICE: Final = "村村"
"""The last word of a village that is called by another one's name, where no other word begins with the second: 江村村; not 江村|村民."""
_LAST_WORDS: Final = (
    "自然村",
    "居民区(?!居|建|内|里|域)",
    "镇",
    "乡",
    "苏木",
    "街道",
    f"{_TWICE}(?=[，。；）]|、(?!户)|第一书记|驻村|担任|调研|走访|考察|慰问|召开|开展|举行|位于)",
    "村",
    "社区",
    "嘎查",
    "办(?:事处)?(?=[\u4e00-\u9fff]{2,4}(?:村|社区))",  # 沙嘴办事处|刘口村
    "街(?=党工委|工委|纪工委|办事处|[\u4e00-\u9fff]{2,4}社区)",  # 珞南街|金桥社区
)
_TOWN_WORD: Final = re.compile("|".join(_LAST_WORDS))
"""The last words of names of towns and villages."""
_LEVEL_OF_TOWN: Final = {
    "镇": "township",
    "乡": "township",
    "苏木": "township",
    "街道": "township",
    "村": "village",
    _TWICE: "village",
    "自然村": "village",
    "社区": "village",
    "居民区": "village",
    "嘎查": "village",
}

_OF_EITHER: Final = ("镇", "乡")
_STREET: Final = "街道"
_QUARTER: Final = "居民区"
_STREETS: Final = ("办事处", "办", "街")
"""A street by its office, before a village or community of it, or without 道: 沙嘴办事处|刘口村, 新城办|油坊村, 珞南街|金桥社区, 珞南街|党工委."""
_NAMED_BEFORE: Final = re.compile("镇(?![容貌风])|街道|乡(?![村亲下音愁情土贤里风])|村(?![村镇乡容貌风])")
"""What ends a name of the table though with what follows it makes another word: 江城镇|建设, 石楼村|民, but not 新安乡|村."""
_OWN_BEHIND: Final = {"镇": "中村", "乡": "中"}
"""What makes another word behind these, and as often begins one: 许家湖镇|中和园艺, 三阳乡|中心小学."""


_VILLAGE: Final = "村"
_TITLES: Final = (2, 3, 4)
"""Characters of titles before a name."""
_BEFORE_MARKS: Final = re.compile("[\u4e00-\u9fff]{2}村(?=[，、。；）])")
"""What may be somebody's name that ends like a village."""
_NAMES: Final = (2, 3)
"""Characters of the names of people."""
_LONGEST_CHINESE, _TAIL = 5, 3
"""Longer names are transliterated; their last characters may be taken for whole ones."""
_BEFORE_NAMES: Final = "村镇乡在到赴向从由"
"""Characters that are none of a name that stands behind them alone elsewhere: 在|农林村."""


def find(page: Page, places: list[PlaceMention], shorts: list[Hit]) -> list[PlaceMention]:
    """The towns and villages of ``page``; ``shorts`` are short names of counties that a town behind them would confirm."""
    return _Finder(page, places, shorts).find()


class _Finder:
    """Finds the towns and villages of one page, each perhaps right behind the place that it lies in."""

    def __init__(self, page: Page, places: list[PlaceMention], shorts: list[Hit]) -> None:
        self._page = page
        self._text = page.text
        self._ends = {mention.end: mention.place for mention in places}
        self._taken = {position for mention in places for position in range(mention.start, mention.end)}
        self._firsts = {mention.start for mention in places}
        self._shorts = {hit.end: hit.start for hit in shorts}
        self._begin = {mention.start for mention in places if mention.short}
        self._seen: dict[str, PlaceRef] = {}
        self._titled: set[str] | None = None
        self._long: dict[str, list[str]] = {}
        self._starts = Starts(page, self._ends, {hit.end: hit.start for hit in shorts})

    def find(self) -> list[PlaceMention]:
        """The mentions, in order."""
        found: list[PlaceMention] = []
        for match in _TOWN_WORD.finditer(self._text):
            if not self._page.mined(match.start()):
                continue
            inside = match[0] != "乡" or match.start() not in self._firsts  # 和|西乡县, not 柏乡|乡城县
            if match.start() in self._taken and inside:
                start = self._starts.behind.of_place(match.start()) if match.start() in self._begin else None  # 罗田镇|江口村 holds no 镇江
            else:
                start = self._start(match)
            if start is not None:
                found.append(self._mention(self._with_short(start, match), match))
        found = [self._as_known(mention) for mention in found]
        named = {mention.start for mention in found}
        shared = [one for one in counted.find(self._page) if self._page.mined(one.start) and one.start not in named]
        return sorted([*found, *map(self._one_of_several, shared)], key=lambda mention: mention.start)

    def _start(self, match: re.Match[str]) -> int | None:
        """Where the name starts of which ``match`` is the last word, if it is a name."""
        # 分管扶贫工作|副镇长, 加麻乡|乡长
        deputy = self._text.startswith("长", match.end()) and self._text[match.start() - 1 : match.start()] in ("副", match[0])
        if deputy or self._is_called_chief(match) or self._starts.tabled.is_inside(match):
            return None
        if match[0] == _VILLAGE and self._is_official(match):
            return None
        if match[0] == "镇" and self._text.startswith("化", match.end()) and self._text.startswith("城", match.start() - 1):  # 新型城镇|化
            return None
        if match[0] == "镇" and self._text.startswith("街", match.start() - 1):  # 配强|街镇, but 河街镇
            return self._starts.tabled.of_table(match.start(), match[0])
        if match[0] == _QUARTER:  # 赤城街道|丰泽|居民区; no 老旧|居民区
            known = self._starts.tabled.of_table(match.start(), match[0])
            return known if known is not None else self._starts.behind.of_place(match.start())
        if match[0] in _STREETS:
            return self._starts.tabled.of_street(match.start())
        if not is_other_word(self._text, match) or (match[0] == "镇" and has_village_behind(self._text, match)):  # 小河镇|土庄村
            return self._starts.start(match.start(), match[0])
        start = self._starts.behind.of_place(match.start()) if self._may_be_named(match) else None
        named = start is None and (
            _NAMED_BEFORE.match(self._text, match.start()) is not None
            or has_village_behind(self._text, match)
            or has_residents(self._text, match)
        )
        return self._starts.tabled.of_table(match.start(), match[0], unlike=True) if named else start

    def _with_short(self, start: int, match: re.Match[str]) -> int:
        """``start``, or where the short name of a county begins that only begins the town's: 乌兰|陶勒盖镇."""
        short = self._shorts.get(start)
        return short if short is not None and is_town(self._text[short : match.start()]) else start

    def _is_called_chief(self, match: re.Match[str]) -> bool:
        """Whether a name stands between a place and 镇长: 石桥镇|李明|镇长, not 岳阳县|张谷英镇|长."""
        if not self._text.startswith("长", match.end()):
            return False
        called = (self._text[match.start() - length : match.start()] for length in _NAMES if match.start() - length in self._ends)
        return any(name[0] in COMMON_SURNAMES and is_whole(name) and not is_town(name) for name in called)

    def _is_official(self, match: re.Match[str]) -> bool:
        """Whether what ends with 村 is somebody whom the page names behind a title: 政法委书记|谢兆村，, not 村书记|李家村."""
        name = self._text[max(0, match.end() - _NAMES[-1]) : match.end()]
        if len(name) < _NAMES[-1] or name[0] not in COMMON_SURNAMES or is_village(name[:-1]):
            return False
        if self._titled is None:
            self._titled = {one[0] for one in _BEFORE_MARKS.finditer(self._text) if self._is_titled(one.start())}
        return name in self._titled

    def _is_titled(self, start: int) -> bool:
        """Whether a title stands right before ``start``."""
        return any(self._text[start - length : start] in OFFICES for length in _TITLES)

    def _may_be_named(self, match: re.Match[str]) -> bool:
        """Whether what follows, which makes another word of it, may stand for itself behind a county's town: 沂水县许家湖镇|中和园艺."""
        return (
            self._text[match.end()] in _OWN_BEHIND.get(match[0], "")
            or has_village_behind(self._text, match)
            or is_part_of_village(self._text, match)
            or has_residents(self._text, match)
        )

    def _mention(self, start: int, match: re.Match[str]) -> PlaceMention:
        word = _STREET if match[0] in _STREETS else match[0]
        name = self._text[start : match.start()] + word
        parent = _holder(self._ends.get(start), word)
        place = self._seen.get(name)
        if place is None or (parent is not None and place.parent is None):
            place = PlaceRef(name, _LEVEL_OF_TOWN[word], word.removeprefix("自然"), parent=parent, scope=self._page.source)
            self._seen[name] = place
            if parent is not None and len(name) > _LONGEST_CHINESE:
                self._long.setdefault(name[-_TAIL:], []).append(name)
        self._ends[match.end()] = place
        return PlaceMention(start, match.end(), place)

    def _one_of_several(self, one: counted.Counted) -> PlaceMention:
        """A town whose last word stands behind the last of several: 向阳、洄水|两镇; of those that are 乡镇 the one that the page names elsewhere."""
        stem = self._text[one.start : one.end]
        words = (one.word,) if one.word else _OF_EITHER
        name = next((stem + word for word in words if stem + word in self._seen), stem + one.word)
        level = _LEVEL_OF_TOWN.get(one.word, "township")
        place = self._seen.get(name) or PlaceRef(name, level, one.word, scope=self._page.source)
        return PlaceMention(one.start, one.end, self._seen.setdefault(name, place), short=bool(one.word))

    def _as_known(self, mention: PlaceMention) -> PlaceMention:
        """``mention`` with what the page tells of its place; without the words before a name that stands by itself elsewhere: 以前|王嘴村."""
        name, start = mention.place.name, mention.start
        whole = (longer for longer in self._long.get(name[-_TAIL:], ()) if self._text.endswith(longer, 0, mention.end))
        if (longer := next(whole, None)) is not None:  # 汉代克|吉然村, after 依麻木乡汉代克吉然村
            return PlaceMention(mention.end - len(longer), mention.end, self._seen[longer])
        for cut in range(1, len(name) - 2):
            if name[cut:] in self._seen and (cut > 1 or name[0] in _BEFORE_NAMES) and self._page.breaks(start + cut):
                return PlaceMention(start + cut, mention.end, self._seen[name[cut:]], mention.short)
        return PlaceMention(start, mention.end, self._seen[name], mention.short)


def _holder(before: PlaceRef | None, word: str) -> PlaceRef | None:
    """Of the place right before a town or village and what that lies in, the nearest in which one that ends with ``word`` may lie.

    No town lies in a town (岳阳县王庄镇李庄镇 are two of a county), no village in a village but a hamlet in its 行政村.
    """
    below = ("township", "village") if _LEVEL_OF_TOWN[word] == "township" else ("village",)
    for place in before.chain() if before is not None else ():
        villages = place.slot == "村" and not place.name.endswith("自然村")
        if place.level not in below or (villages and word == "自然村"):
            return place
    return None
