"""How what may be the name of a place stands in its text: as a place, or as a phrase, a part of another word or of a personal name."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.names.whole import ends_behind_title, ends_title, is_whole
from kg.extract.page import Page, Token
from kg.extract.places.coded import meant_by
from kg.extract.scan import Hit
from kg.lexicon import divisions
from kg.lexicon.divisions import Division
from kg.lexicon.people import COMMON_SURNAMES, SURNAMES, TRANSLITERATION
from kg.lexicon.stops import VERBS
from kg.lexicon.words import SUFFIXES

_LEVELS: Final = "县市区旗州"
_UNMISTAKABLE: Final = 5
"""Characters of a full name that no words make by chance: 根据|和布克赛尔县委."""
_ITS_OWN: Final = re.compile(
    "第?[一二三四五六七八九]中(?![\u4e00-\u9fff])|高中|高级中学|职教中心|职业中专|人民医院|中医院|党校|电视台|新闻网|政府网|政务网|(?:人民)?(?:法院|检察院)(?:院长|检察长|副院长|副检察长|党组|诉讼|审判|政治部)"
)
"""What a county has and calls by its short name, though that is a word: 石门|高中."""
_OF_PREFECTURES: Final = ("我州", "州委", "州政府", "州直", "自治州")
"""In a page that has one of these, 全州 are all of the prefecture."""
_PREPOSITIONS: Final = frozenset("于向和任时从由同全应")
"""Surnames that before a place are prepositions and the like."""
FUNCTION_STEMS: Final = frozenset("和代任成同郊全本各该此外")
"""Characters that with 县 or 市 are far more often two words (和县委, 代县长) than a county."""
_STEPPE: Final = re.compile("[\u4e00-\u9fff]{1,4}(?:嘎查|苏木)")
_THERE: Final = ("在", "到", "赴", "往", "驻", "自")
_HAPPENS: Final = re.compile(
    "(?:成功|隆重|联合)?(?:举办|举行|召开|召集|开展|考察|调研|督导|视察|慰问|走访|招商|参观|瞻仰|拜谒|学习|开幕|挂职|设立)"
)
_LABEL_MARKS: Final = ("", "\n", "●", "■", "◆", "★", "▲", "○", "□", "◎", "※", "·")
_SLOGANS: Final = ("富县", "兴县")
"""Counties whose names are what a county is called upon to become: 产业富县、科教兴县."""
_NOUN: Final = 6
_GOING: Final = ("赴", "抵达")
"""Words before places alone."""
_BUREAUS: Final = frozenset(
    name
    for name, suffix in SUFFIXES.items()
    if suffix.kind in ("government-department", "court", "procuratorate", "mass-organisation") and suffix.bare
)
"""What each county has one of."""
_LONGEST_BUREAU: Final = max(map(len, _BUREAUS))
_LEAGUE: Final = re.compile("团([县区市旗])委")
_NEW_CITY: Final = "新城区"
_BUILT_ANEW: Final = re.compile("(?:化|型|性)的?$|(?:建设|打造|规划|开发|建成|建|成为?|老城区[和与、]|座|片|个)$")
"""Before 新城区 that is one of any city: 现代化|新城区."""
_WITH_UNITS: Final = ("局", "大队")
_UNITS: Final = ("中队", "派出所")
_SIDES: Final = "东西南北"
_HILLS: Final = ("山区", "岭区")
_TOWN: Final = "城"
_SORTS_OF_TOWNS: Final = ("产业", "科技", "工业", "大学", "物流", "商贸", "老", "旧", "古")
"""Before 城 that is no part of a city: 沿江产业|城西区."""
_NAME: Final = 4
"""Characters of a transliterated name on either side of what only looks like a place."""


class Standing:
    """The text of one page around ``hits``, the names in it that places have."""

    def __init__(self, page: Page, hits: list[Hit]) -> None:
        self._page = page
        self._table = divisions.load()
        self._ends = {hit.end for hit in hits}
        self._begins = {hit.start for hit in hits}
        self._in_prefecture = any(word in page.text for word in _OF_PREFECTURES)

    def has_its_own(self, hit: Hit) -> bool:
        """Whether something follows that a county has and calls by its short name, though that is a word: 石门|高中."""
        return _ITS_OWN.match(self._page.text, hit.end) is not None

    def has_bureau(self, hit: Hit) -> bool:
        """Whether a bureau, court or procuratorate of the county follows that is told by its whole name: 济源|水文局."""
        words = self._page.text[hit.end : hit.end + _LONGEST_BUREAU]
        return any(words[:length] in _BUREAUS for length in range(len(words), 1, -1))

    def ends_a_name(self, hit: Hit) -> bool:
        """Whether the place is but the last character of a name and 和 behind it: 副市长张冬云和|首钢, 副省长张志南和|招商局."""
        return hit.text[1:] == "和" and ends_behind_title(self._page.text, hit.start + 1)

    def has_league(self, hit: Hit, counties: list[Division]) -> bool:
        """Whether the Youth League's committee of such a county follows: 关岭|团县委."""
        league = _LEAGUE.match(self._page.text, hit.end)
        return league is not None and any(county.name.endswith(league[1]) for county in counties)

    def is_phrase(self, hit: Hit) -> bool:
        """Whether a full name is rather a word and 县 or 区: 和|县委, 代|县长, 会同|县直部门."""
        if hit.start not in self._ends and self._is_described(hit):
            return True
        if not self._in_prefecture and hit.text[1:] == "州" and _ITS_OWN.match(self._page.text, hit.end):  # 全州高中 in 全州县
            return False
        if len(hit.text) == 2 and (  # 和|县委, 代理|县长, 召开|县委; not 本溪 and ●成县：
            (hit.text[0] in FUNCTION_STEMS and hit.text[1] in _LEVELS and not self._alone(hit)) or not self._page.breaks(hit.start)
        ):
            return True
        if self._is_of_chief(hit):
            return True
        if hit.text in _SLOGANS and hit.start not in self._ends and self._behind_noun(hit.start):
            return True
        if len(hit.text) >= _UNMISTAKABLE:
            return False
        tokens = self._page.tokens(hit.start, min(hit.end + 1, len(self._page.text)))
        first, rest = tokens[0], self._page.text[tokens[0].end : hit.end]
        if not rest or first.text not in VERBS or not (first.tag in ("p", "c", "d", "v") or self._is_verb(hit, first)):
            return False
        return len(rest) == 1 or bool(meant_by(self._table, rest))  # 会同|县直部门, 从|平江县; not 从化区

    def _is_described(self, hit: Hit) -> bool:
        """Whether a full name is a part of any city or country by what stands around it: 现代化|新城区, 产业|城西区, 西|南山区, 红旗区|队."""
        text = self._page.text
        if hit.text == _NEW_CITY:
            return _BUILT_ANEW.search(text, max(0, hit.start - _NOUN), hit.start) is not None
        return (
            (hit.text[0] in _SIDES and hit.text.endswith(_HILLS) and text[hit.start - 1 : hit.start] in _SIDES)
            or (hit.text[0] == _TOWN and hit.text[1] in _SIDES and text.endswith(_SORTS_OF_TOWNS, 0, hit.start))
            or (hit.text.endswith("区") and text.startswith("队", hit.end) and not text.startswith("队伍", hit.end))
        )

    def names_unit(self, hit: Hit) -> bool:
        """Whether a bureau's or brigade's unit is called so, as after a road: 区公安局|延安|中队."""
        return self._page.text.endswith(_WITH_UNITS, 0, hit.start) and self._page.text.startswith(_UNITS, hit.end)

    def _is_of_chief(self, hit: Hit) -> bool:
        """Whether the hit is the last of a name and 县 of 县长: 吴小|华县|长."""
        text, start = self._page.text, hit.start - len("吴小")
        if len(hit.text) != 2 or hit.text[1] not in _LEVELS or not text.startswith("长", hit.end) or hit.start in self._ends:
            return False
        return text[start : start + 1] in COMMON_SURNAMES and is_whole(text[start : hit.start + 1])

    def _alone(self, hit: Hit) -> bool:
        """Whether a label or a line is all that the hit is."""
        before, behind = self._page.text[hit.start - 1 : hit.start], self._page.text[hit.end : hit.end + 1]
        return before in _LABEL_MARKS and behind in ("：", "\n", "")

    def _is_verb(self, hit: Hit, first: Token) -> bool:
        """Whether a county's short name that is a verb, too, goes on a sentence: 教育局要|会同|县委宣传部, not 在会同县."""
        before = self._page.text[hit.start - 1 : hit.start]
        return len(first.text) > 1 and "\u4e00" <= before <= "\u9fff" and before not in _THERE and hit.start not in self._ends

    def in_name(self, hit: Hit) -> bool:
        """Whether a surname before the hit makes a personal name of it, or it is one: 何|东明, 政协主席|黄梅, 孙朝辉、|黄梅."""
        text = self._page.text
        before = text[hit.start - 1 : hit.start]
        if before in COMMON_SURNAMES and before not in _PREPOSITIONS and hit.start not in self._ends and len(hit.text) == 2:
            return True
        named = ends_title(text, hit.start) or (before == "、" and hit.start - 1 not in self._ends)
        return named and hit.text[0] in COMMON_SURNAMES

    def behind_title(self, hit: Hit) -> bool:
        """Whether a title and a surname stand before the hit, with which it is a name: 主席|陈武汉 names no 武汉."""
        text, before = self._page.text, hit.start - 1
        return text[before : hit.start] in SURNAMES and hit.start not in self._ends and ends_title(text, before)

    def happens_in(self, hit: Hit, *, word: bool) -> bool:
        """Whether the text says of what happened that it was there: 在昆山举办; a ``word`` only behind another place or 赴: 在浙江温州和永康召开."""
        text = self._page.text
        listed = text[hit.start - 1 : hit.start] in ("、", "和") and hit.start - 1 in self._ends
        there = text[hit.start - 1 : hit.start] in _THERE
        gone = text.endswith(_GOING, 0, hit.start)
        return (listed or (there and not word) or gone) and _HAPPENS.match(text, hit.end) is not None

    def in_sounds(self, hit: Hit) -> bool:
        """Whether the hit is the middle of a transliterated name: 扎|西平|措."""
        text = self._page.text
        low, high = hit.start, hit.end
        while low > hit.start - _NAME and text[low - 1 : low] in TRANSLITERATION:
            low -= 1
        while high < hit.end + _NAME and text[high : high + 1] in TRANSLITERATION:
            high += 1
        return low < hit.start and high > hit.end and TRANSLITERATION.issuperset(hit.text) and low not in self._begins

    def in_steppe(self, hit: Hit, options: list[Division]) -> bool:
        """Whether a county's short form begins the name of a Mongolian village or town and that county lies elsewhere: 巴彦|杭盖嘎查."""
        return (
            _STEPPE.match(self._page.text, hit.end) is not None
            and all(option.level == "county" for option in options)
            and not any(above.name == "内蒙古自治区" for option in options for above in self._table.ancestors(option))
        )

    def listed(self, hit: Hit) -> bool:
        """Whether the hit stands in a list of places: 海城、瓦房店等市."""
        text = self._page.text
        return (text[hit.start - 1 : hit.start] == "、" and hit.start - 1 in self._ends) or (
            text[hit.end : hit.end + 1] == "、" and hit.end + 1 in self._begins
        )

    def whole_word(self, hit: Hit) -> bool:
        """Whether no dictionary word of the text begins before the hit and reaches into it (强大/连锁 has no 大连)."""
        tokens = self._page.tokens(max(0, hit.start - 4), min(len(self._page.text), hit.end + 4))
        return all(token.start >= hit.start or token.end <= hit.start for token in tokens)

    def _behind_noun(self, at: int) -> bool:
        """Whether a noun ends at ``at``: 产业|富县."""
        before = self._page.tokens(max(self._page.clause(at)[0], at - _NOUN), at)
        return bool(before) and before[-1].tag in ("n", "vn", "nz", "an") and len(before[-1].text) > 1
