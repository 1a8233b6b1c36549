"""Places: administrative divisions by name, short name and nickname, and towns and villages by their form.

A name that fits several divisions is decided by what stands before it (福州鼓楼区), by the places that the page names,
and by its date; otherwise it stays undecided, with its candidates.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from kg.extract import towns
from kg.extract.page import Page, Token
from kg.extract.refs import PlaceMention, PlaceRef
from kg.extract.scan import Hit, Scanner, Stretches
from kg.lexicon import divisions
from kg.lexicon.divisions import Division
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.stops import VERBS

# Official names that are also words for parts of any city: a place only right behind their city.
_PARTS: Final = frozenset(
    {"城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "市区", "新区", "港区", "郊县", "市中区", "城关区", "城中区"}
)

_LEADING_STEMS: Final = frozenset("代任同郊全本各该此外")
"""Those of :data:`_FUNCTION_STEMS` that stand behind 、 as well: 副书记、代县长."""
_CHIEFS_OF: Final = frozenset("省市县区州旗镇乡村部局厅处科校院会")
"""Characters that with 长 are a title."""
_PRAISED: Final = re.compile("(?:幸福|美丽|和谐|平安|魅力|活力|法治|智慧|文明|富强|富裕|实力|生态|绿色|诚信|数字|宜居|大美|秀美)$")
"""What towns call themselves in slogans: 建设幸福东海."""
_PREPOSITIONS: Final = frozenset("于向和任时从由同全应")
"""Surnames that before a place are prepositions and the like."""
_FUNCTION_STEMS: Final = frozenset("和代任成同郊全本各该此外")
"""Characters that with 县 or 市 are far more often two words (和县委, 代县长) than a county."""

# What makes a short place name part of another word; compared with the text around the hit.
_NOT_BEHIND: Final = re.compile(
    r"(?:(?:民)?族|油田|石化|炼化|钻探|频道|[东西南北]麓|山脉|社区|村|镇|乡|街道|嘎查|苏木|路|街|大道|中路|东路|西路|南路|北路|时间|方言|话|菜|大学城|战役|会议精神|长城|宣言)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """The places of a page, and the short names of counties (绥阳) that need the context's word to be places."""

    mentions: list[PlaceMention]
    weak: list[PlaceMention]


def find(page: Page, year: int | None) -> Found:
    """The places named in the mined zones of ``page``, in order; ``year`` is the document's."""
    hits = [hit for hit in _scanner().scan(page.text) if page.mined(hit.start)]
    chooser = _Chooser(page, hits, year)
    chosen = chooser.choose()
    found = towns.find(page, chosen, [hit for hit in hits if page.text[hit.end : hit.end + 1] not in "县市区"])
    starts = {mention.start for mention in found}
    inside = Stretches((mention.start, mention.end) for mention in found)
    chosen = [mention for mention in chosen if not inside.hold(mention.start)]  # 巴彦|鄂温克|民族乡
    weak = [mention for mention in chooser.weak if not inside.hold(mention.start)]  # 东河|口镇
    confirmed = [mention for mention in weak if mention.end in starts]
    return Found(sorted([*chosen, *confirmed, *found], key=lambda mention: mention.start), weak)


def settle(mentions: list[PlaceMention], parents: Callable[[PlaceMention], PlaceRef | None]) -> list[PlaceMention]:
    """``mentions`` with the towns and villages that stood without a parent put below the one that ``parents`` gives."""
    return [mention._replace(place=_settled(mention.place, mention, parents)) for mention in mentions]


def _settled(place: PlaceRef, mention: PlaceMention, parents: Callable[[PlaceMention], PlaceRef | None]) -> PlaceRef:
    """``place`` with its parent, or that of the town in which it is said to lie."""
    if place.level not in ("township", "village"):
        return place
    above = place.parent
    parent = parents(mention._replace(place=place)) if above is None else _settled(above, mention, parents)
    return place if parent is None or parent == above else replace(place, parent=parent)


def named(text: str, year: int | None = None) -> list[PlaceRef]:
    """The coded places that a short text (a publisher's name, a breadcrumb) names beyond doubt."""
    table = divisions.load()
    found = []
    for hit in _scanner().scan(text):
        options = _alive(table, _options(table, hit.text), year)
        options = [option for option in options if option.level != "county" or option.name == hit.text]
        if len(options) == 1:
            found.append(place_ref(options[0]))
    return found


def place_ref(division: Division) -> PlaceRef:
    """The reference to a row of the table, with its chain of parents."""
    return _ref(division.id)


@cache
def _ref(division_id: str) -> PlaceRef:
    table = divisions.load()
    division = table.by_id[division_id]
    return PlaceRef(
        name=division.name,
        level=division.level,
        slot=slot_of(division.name),
        division=division.id,
        codes=tuple(code for code, *_ in division.codes),
        parent=_ref(division.parent) if division.parent else None,
    )


def slot_of(name: str) -> str:
    """The word at the end of a division's name by which officials refer to it (我市, 县委, 州政府)."""
    for slot in ("自治区", "省", "市", "县", "区", "州", "盟", "旗", "地区", "镇", "乡", "苏木", "街道", "村", "社区", "嘎查"):
        if name.endswith(slot) and not (slot == "区" and name.endswith(("自治区", "地区"))):
            return slot
    return ""


@cache
def _scanner() -> Scanner:
    table = divisions.load()
    short = (name for name in table.by_short if len(name) > 1)
    nicknames = (name for name in table.nicknames if len(name) > 1)
    return Scanner([*table.by_name, *short, *nicknames])


def _options(table: divisions.Divisions, name: str) -> list[Division]:
    """The divisions that ``name`` may mean: full names first; a nickname or short form only where nothing is so named."""
    return list(table.by_name.get(name, ()) or table.by_short.get(name, ()) or table.nicknames.get(name, ()))


def _alive(table: divisions.Divisions, options: list[Division], year: int | None) -> list[Division]:
    """``options`` that existed in ``year``; undated, of one lineage the latest; all of them where none fits."""
    if year is not None:
        return [option for option in options if table.alive_at(option, year)] or options
    replaced = {option.id for option in options if any(other.id in option.replaced_by for other in options)}
    return [option for option in options if option.id not in replaced]


def _is_full(division: Division, name: str) -> bool:
    """Whether ``name`` is the division's official name, or a shorter one with the same last word (玉龙县, 恩施州, 西乌旗, 锡盟)."""
    return division.name == name or (name[-1] == division.name[-1] and name[-1] in "州盟旗县" and (len(name) > 2 or name[-1] == "盟"))


class _Chooser:
    """Decides for the hits of one page which of them are places, and which places."""

    def __init__(self, page: Page, hits: list[Hit], year: int | None) -> None:
        self._page = page
        self._hits = hits
        self.weak: list[PlaceMention] = []
        self._ends = {hit.end for hit in hits}
        self._begins = {hit.start for hit in hits}
        self._table = divisions.load()
        self._options = [_alive(self._table, _options(self._table, hit.text), year) for hit in hits]
        self._full = {option.id for hit, found in zip(hits, self._options, strict=True) for option in found if option.name == hit.text}
        self._certain = Counter(
            found[0].id
            for hit, found in zip(hits, self._options, strict=True)
            if len(found) == 1 and (found[0].name == hit.text or found[0].level != "county")
        )
        self._around = Counter(self._table.by_id[certain].parent for certain in self._certain)

    def choose(self) -> list[PlaceMention]:
        """The mentions; each hit looks at the one right before it."""
        mentions: list[PlaceMention] = []
        for hit, options in zip(self._hits, self._options, strict=True):
            before = mentions[-1] if mentions and mentions[-1].end == hit.start else None
            place = self._place(hit, options, before)
            if place is not None:
                mentions.append(PlaceMention(hit.start, hit.end, place, short=place.name != hit.text))
        return mentions

    def _place(self, hit: Hit, options: list[Division], before: PlaceMention | None) -> PlaceRef | None:
        parent = before.place.division if before else ""
        below = [option for option in options if parent and self._lies_in(option, parent)]
        listed = self._page.text[hit.start - 1 : hit.start] == "、" and hit.text[0] not in _LEADING_STEMS  # 、和政县委书记
        if not below and (hit.text in _PARTS or (not listed and self._is_phrase(hit))):
            return None
        full = any(_is_full(option, hit.text) for option in options)
        if not full and not below and not self._acceptable(hit, options):
            return None
        options = below or options
        if not full:
            options = self._by_rank(options)
        if len(options) > 1:
            options = self._by_context(options)
        if len(options) == 1:
            return place_ref(options[0])
        name = options[0].name
        if any(option.name != name for option in options):
            return None
        ordered = tuple(sorted(option.id for option in options))
        return PlaceRef(name, options[0].level, slot_of(name), candidates=ordered, scope=self._page.source)

    def _is_phrase(self, hit: Hit) -> bool:
        """Whether a full name is rather a word and 县 or 区: 和|县委, 代|县长, 会同|县直部门."""
        if len(hit.text) == 2 and (hit.text[0] in _FUNCTION_STEMS or not self._page.breaks(hit.start)):  # 代理|县长, 召开|县委
            return True
        tokens = self._page.tokens(hit.start, min(hit.end + 1, len(self._page.text)))
        first = tokens[0]
        return first.end < hit.end and (first.tag in ("p", "c", "d", "v") and first.text in VERBS)

    def _lies_in(self, option: Division, parent: str) -> bool:
        return any(ancestor.id == parent for ancestor in self._table.ancestors(option))

    def _acceptable(self, hit: Hit, options: list[Division]) -> bool:
        """Whether a short form that stands alone is meant as a place."""
        if hit.text[0] == "长" and self._page.text[hit.start - 1 : hit.start] in _CHIEFS_OF:  # 代理县长|沙万强
            return False
        if not self._whole_word(hit) or _NOT_BEHIND.match(self._page.text, hit.end):
            return False
        counties = [option for option in options if option.level == "county"]
        if len(counties) == len(options):
            told = not options[0].word or _PRAISED.search(self._page.text, max(0, hit.start - 4), hit.start) is not None
            if len(options) == 1 and told and options[0].id not in self._full and not self._in_name(hit):
                self.weak.append(PlaceMention(hit.start, hit.end, place_ref(options[0]), short=True))
            return any(option.id in self._full for option in counties)
        return not any(option.word for option in options) or any(option.id in self._full for option in options) or self._listed(hit)

    def _in_name(self, hit: Hit) -> bool:
        """Whether a surname before the hit makes a personal name of it: 何东明 names no 东明."""
        surname = self._page.text[hit.start - 1 : hit.start]
        return surname in COMMON_SURNAMES and surname not in _PREPOSITIONS and hit.start not in self._ends and len(hit.text) == 2

    def _listed(self, hit: Hit) -> bool:
        """Whether the hit stands in a list of places: 海城、瓦房店等市."""
        text = self._page.text
        return (text[hit.start - 1 : hit.start] == "、" and hit.start - 1 in self._ends) or (
            text[hit.end : hit.end + 1] == "、" and hit.end + 1 in self._begins
        )

    def _whole_word(self, hit: Hit) -> bool:
        """Whether no dictionary word of the text reaches over an end of the hit."""
        start, end = max(0, hit.start - 4), min(len(self._page.text), hit.end + 4)
        tokens = self._page.tokens(start, end)
        return not any(_crosses(token, hit) for token in tokens)

    @staticmethod
    def _by_rank(options: list[Division]) -> list[Division]:
        """Of what a short form may mean, the highest level: 吉林 is the province, 西安 the city and no county."""
        for level in ("province", "prefecture"):
            found = [option for option in options if option.level == level]
            if found:
                return found
        return options

    def _by_context(self, options: list[Division]) -> list[Division]:
        """The options whose parents the page names, or else places beside them in one prefecture, if they are one."""
        for weigh in (self._named_above, self._named_beside):
            scored = [(weigh(option), option) for option in options]
            best = max(score for score, _ in scored)
            named = [option for score, option in scored if score == best]
            if best > 0:
                return named if len(named) == 1 else options
        return options

    def _named_above(self, option: Division) -> int:
        """How often the page names what ``option`` lies in; a prefecture counts twice."""
        above = self._table.ancestors(option)
        return max((self._certain[ancestor.id] * (2 if ancestor.level == "prefecture" else 1) for ancestor in above), default=0)

    def _named_beside(self, option: Division) -> int:
        """How many places the page names that lie where ``option`` lies; in one province there are too many to tell."""
        return self._around[option.parent] if option.level == "county" else 0


def _crosses(token: Token, hit: Hit) -> bool:
    """Whether ``token`` begins before the hit and reaches into it (强大/连锁 has no 大连)."""
    return token.start < hit.start < token.end
