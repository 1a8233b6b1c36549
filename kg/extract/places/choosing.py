"""Which hits of a page are places, and which places: by what stands around them and by what the page names besides."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import Final

from kg.extract.page import Page
from kg.extract.places.coded import alive, is_full, meant_by, place_ref, slot_of
from kg.extract.places.standing import FUNCTION_STEMS, Standing
from kg.extract.refs import PlaceMention, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon import divisions
from kg.lexicon.divisions import Division

# Official names that are also words for parts of any city: a place only right behind their city.
_PARTS: Final = frozenset(
    {"城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "市区", "市郊区", "新区", "港区", "郊县", "市中区", "城关区", "城中区"}
)

_LEADING_STEMS: Final = FUNCTION_STEMS - {"和", "成"}
"""Those that stand behind 、 as well, and begin no county there: 副书记、代县长, not 、和政县委书记、成县县长."""
_CHIEFS_OF: Final = frozenset("省市县区州旗镇乡村部局厅处科校院会")
"""Characters that with 长 are a title."""
_SERVED: Final = re.compile("(?:服务|奉献|扎根|情系|热爱|建设|振兴|回报|关心|支持|投身|走进|推介|宣传)$")
_SERVED_BEHIND: Final = re.compile("的(?:决心|信心|经济|发展|热情|情怀|人民|群众)|经济|发展|人民|大地|父老|百姓|[，。！”]")
"""Around what people say they serve: 服务|天门|的决心, 回报|石门|父老."""
_PRAISED: Final = re.compile("(?:幸福|美丽|和谐|平安|魅力|活力|法治|智慧|文明|富强|富裕|实力|生态|绿色|诚信|数字|宜居|大美|秀美)$")
"""What towns call themselves in slogans: 建设幸福东海."""
_OF_PREFECTURE: Final = ("地委", "行署")
"""What only prefectures that are no cities have: 那曲|地委."""
_OF_REGIONS: Final = ("东北", "北方", "南方", "江南", "西部", "中国", "世界", "亚洲", "东方", "小")
"""Before a nickname: another place is likened to the one that bears it."""

_PARTS_OF_WORDS: Final = (
    "(?:民)?族|之[麓巅滨畔南北东西]",
    "门(?![诊户头票店窗市类球])",  # but not 门|诊
    "油田|石化|炼化|钻探|频道|[东西南北]麓|山脉",
    "社区|村|镇|乡|街道|嘎查|苏木",
    "路|街|大道|中路|东路|西路|南路|北路",
    "时间|方言|话|菜|戏",
    "江[畔边岸水心堤滩]|山(?![西东区县市村乡镇西])(?=[研景风峰脚麓上下顶区大门牌路，。、的之]|旅游)",  # 江畔, 山|风景区
    "大学城|军[区校]|战役|会议精神|长城|宣言",
)
_NOT_BEHIND: Final = re.compile(f"(?:{'|'.join(_PARTS_OF_WORDS)})")
"""What makes a short place name part of another word; compared with the text around the hit."""


_TOGETHER: Final = re.compile(r"(?:等?(?:\d{1,3}|[两二三四五六七八九十]{1,3})个?(?:县|市|区|旗)|[县市区旗]（[县市区旗、]{1,7}）)")
"""Behind the last of several short names: 长安、汉阴、石泉3个县（市、区）."""
_ITS_COUNTY: Final = 1
_HAS_ORGANS: Final = re.compile("区?委(?!员)|(?:人民)?政府|人大|政协|纪委|副?区长")
"""Behind what may be part of any town: that it is a district (城关区|委书记), where the page names its city."""
_DATED: Final = re.compile(r"(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[讯电](?=[ \u3000（(：:，\n【]|记者|通讯员|$)")
_PAPERS: Final = ("报", "网", "社", "台", "线", "（", "(", "【")
"""What stands around the place of a dateline, where words are names: 本报日照讯, 新华网大同7月3日电, （来宾讯）."""
_COUNTY: Final = "县"
_AUTONOMOUS: Final = "自治县"
_FIRM: Final = re.compile("[\u4e00-\u9fff]{2,14}(?<![的和与在])(?:有限(?:责任)?公司|股份公司|集团|公司)")
"""Behind what stands after a place in which it does not lie: the name of a firm, which it begins (山西|安顺|生物科技有限公司)."""
_BANNER: Final = len("克旗")
_OF_LEVELS: Final = re.compile("([县区旗])(?:委(?![员托派])|政府|长(?![期城])|人大|政协|纪委)")
"""Organs of counties, districts and banners."""
_COUNTING: Final = frozenset("项")
"""Measure words with which names of places begin, too."""


class Chooser:
    """Decides for the hits of one page which of them are places, and which places."""

    def __init__(self, page: Page, hits: list[Hit], year: int | None) -> None:
        self._page = page
        self._hits = hits
        self.weak: list[PlaceMention] = []
        self.venues: list[PlaceMention] = []
        self._standing = Standing(page, hits)
        self._table = divisions.load()
        self._together = _named_together(page.text, hits)
        self._options = [alive(self._table, meant_by(self._table, hit.text), year) for hit in hits]
        self._full = {option.id for hit, found in zip(hits, self._options, strict=True) for option in found if is_full(option, hit.text)}
        self._options = [self._as_named(hit, found) for hit, found in zip(hits, self._options, strict=True)]
        self._certain = Counter(
            found[0].id
            for hit, found in zip(hits, self._options, strict=True)
            if len(found) == 1 and (found[0].name == hit.text or found[0].level != "county")
        )
        self._around = Counter(self._table.by_id[certain].parent for certain in self._certain)
        self._above = {above.id for certain in self._certain for above in self._table.ancestors(self._table.by_id[certain])} | {
            *self._certain
        }

    def _as_named(self, hit: Hit, found: list[Division]) -> list[Division]:
        """What a short form means in a page that names only a former place of that name in full: 沾化 beside 沾化县, not 沾化区; before 地委 a 地区."""
        if self._page.text.startswith(_OF_PREFECTURE, hit.end):
            return [option for option in meant_by(self._table, hit.text) if option.name.endswith("地区")] or found
        if hit.text.endswith(_COUNTY) and (autonomous := self._autonomous(hit.text)):
            return autonomous
        if any(option.id in self._full for option in found):
            return found
        return [option for option in meant_by(self._table, hit.text) if option.id in self._full] or found

    def _autonomous(self, name: str) -> list[Division]:
        """The autonomous county that the page names in full and that ``name`` leaves the people out of: 东乡县 beside 东乡族自治县."""
        short = meant_by(self._table, name.removesuffix(_COUNTY))
        return [option for option in short if option.id in self._full and option.name.endswith(_AUTONOMOUS)]

    def choose(self) -> list[PlaceMention]:
        """The mentions; each hit looks at the one right before it."""
        mentions: list[PlaceMention] = []
        for hit, options in zip(self._hits, self._options, strict=True):
            last = mentions[-1] if mentions else None
            before = last if last is not None and last.end == hit.start else None
            place = self._beside(hit, options, last) or self._place(hit, options, before)
            if place is not None:
                mentions.append(PlaceMention(hit.start, hit.end, place, short=place.name != hit.text))
        return mentions

    def _beside(self, hit: Hit, options: list[Division], last: PlaceMention | None) -> PlaceRef | None:
        """What a short form means right behind 、 and a county: the county of that name in the same city, if there is one: 北京昌平、|大兴."""
        listed = last is not None and last.end + 1 == hit.start and self._page.text[last.end] == "、"
        if last is None or not listed or last.place.level != "county" or last.place.parent is None:
            return None
        there = [option for option in options if option.level == "county" and option.parent == last.place.parent.division]
        short = len(there) == 1 and there[0].name != hit.text and there[0].id not in self._full
        whole = short and self._standing.whole_word(hit) and not _NOT_BEHIND.match(self._page.text, hit.end)
        return place_ref(there[0]) if whole else None

    def _place(self, hit: Hit, options: list[Division], before: PlaceMention | None) -> PlaceRef | None:
        if hit.text[0] in _COUNTING and self._page.text[hit.start - 1 : hit.start].isnumeric():  # 125|项城市建设工程
            return None
        parent = before.place.division if before else ""
        below = [option for option in options if parent and self._lies_in(option, parent)]
        listed = self._page.text[hit.start - 1 : hit.start] == "、" and hit.text[0] not in _LEADING_STEMS  # 、和政县委书记
        part = hit.text in _PARTS and not (_HAS_ORGANS.match(self._page.text, hit.end) and any(map(self._named_above, options)))
        if not below and (part or (not listed and self._standing.is_phrase(hit))):
            return None
        full = any(is_full(option, hit.text) for option in options) or self._is_banner(hit, options)
        if not full and not below:
            options = self._nicknamed(hit, options) or options
            if not self._acceptable(hit, options) or (before is not None and _FIRM.match(self._page.text, hit.end)):
                return None
        options = below or self._prefecture(options) or [option for option in options if option.id in self._full] or options
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

    def _is_banner(self, hit: Hit, options: list[Division]) -> bool:
        """Whether a banner is meant by two characters: where the page names its league or city, or the region (赤峰市, 克旗)."""
        two = len(hit.text) == _BANNER and hit.text[-1] == "旗"
        return two and self._standing.whole_word(hit) and any(self._named_above(option) for option in options)

    def _prefecture(self, options: list[Division]) -> list[Division]:
        """The prefecture whose short name is that of a county in it as well, where the page names more of its counties: 吉安, beside 吉安县 and 永丰县."""
        above = [option for option in options if option.level == "prefecture" and self._around[option.id] > _ITS_COUNTY]
        inside = {option.parent for option in options if option.level == "county" and option.id in self._full}
        return [option for option in above if option.id in inside]

    def _nicknamed(self, hit: Hit, options: list[Division]) -> list[Division]:
        """What a county's short form is the nickname of, where the page names that or a place in it, and not the county's own: 龙江大地."""
        table = self._table
        if any(option.id in self._full or self._named_above(option) > 1 for option in options):
            return []
        return [known for known in table.nicknames.get(hit.text, ()) if hit.text in table.by_short and known.id in self._above]

    def _lies_in(self, option: Division, parent: str) -> bool:
        return any(ancestor.id == parent for ancestor in self._table.ancestors(option))

    def _acceptable(self, hit: Hit, options: list[Division]) -> bool:
        """Whether a short form that stands alone is meant as a place."""
        if hit.text[0] == "长" and self._page.text[hit.start - 1 : hit.start] in _CHIEFS_OF:  # 代理县长|沙万强
            return False
        if hit.text in self._table.nicknames and (
            self._page.text.endswith(_OF_REGIONS, 0, hit.start) or self._begins_a_slogan(hit)
        ):  # 东北|瓷都
            return False
        if _DATED.match(self._page.text, hit.end) and self._page.text.endswith(_PAPERS, 0, hit.start):  # 本报|日照|讯
            return True
        if (
            self._standing.ends_a_name(hit)
            or self._standing.in_sounds(hit)
            or self._standing.in_steppe(hit, options)
            or self._standing.behind_title(hit)
        ):
            return False
        if not self._standing.whole_word(hit) or _NOT_BEHIND.match(self._page.text, hit.end):
            return False
        if hit.start in self._together:
            return True
        if self._standing.names_unit(hit) and not any(option.level == "county" for option in options):  # 区公安局|延安|中队
            return False
        counties = [option for option in options if option.level == "county"]
        if len(counties) == len(options):
            return self._is_county(hit, counties)
        return (
            not any(option.word for option in options) or any(option.id in self._full for option in options) or self._standing.listed(hit)
        )

    def _begins_a_slogan(self, hit: Hit) -> bool:
        """Whether a nickname begins what is said in marks: “|三湘|护农”专项行动."""
        text = self._page.text
        return text[hit.start - 1 : hit.start] == "“" and text[hit.end : hit.end + 1] != "”"

    def _is_county(self, hit: Hit, counties: list[Division]) -> bool:
        """Whether a short form that only ``counties`` have is one by itself; where it is not, what it may still tell is kept."""
        text, known = self._page.text, any(option.id in self._full for option in counties)
        if len(counties) == 1 and not known and self._standing.happens_in(hit, word=counties[0].word):
            self.venues.append(PlaceMention(hit.start, hit.end, place_ref(counties[0]), short=True, venue=True))
            return False
        praised = _PRAISED.search(text, max(0, hit.start - 4), hit.start) is not None
        served = _SERVED.search(text, max(0, hit.start - 4), hit.start) and _SERVED_BEHIND.match(text, hit.end)
        told = not counties[0].word or praised or served is not None or self._standing.has_its_own(hit)
        if self._standing.has_league(hit, counties):  # 关岭|团县委
            return True
        near = self._by_context(counties) if len(counties) > 1 else counties  # 海城 of 鞍山 and of 北海
        if len(near) == 1 and told and near[0].id not in self._full and not self._standing.in_name(hit):
            if len(counties) == 1 and self._standing.has_bureau(hit):  # 济源|水文局
                return True
            self.weak.append(PlaceMention(hit.start, hit.end, place_ref(near[0]), short=True))
        return known

    @staticmethod
    def _by_rank(options: list[Division]) -> list[Division]:
        """Of what a short form may mean, the highest level: 吉林 is the province, 西安 the city and no county."""
        for level in ("province", "prefecture"):
            found = [option for option in options if option.level == level]
            if found:
                return found
        return options

    def _by_context(self, options: list[Division]) -> list[Division]:
        """The options whose parents the page names, or else places beside them in one prefecture, or organs of their level, if they are one."""
        for weigh in (self._named_above, self._named_beside, self._with_organs):
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

    def _with_organs(self, option: Division) -> int:
        """How often the page names organs of counties, for one (平江县, not 平江区, beside 县委), or of districts or banners."""
        return self._organs[option.name[-1]] if option.level == "county" else 0

    @cached_property
    def _organs(self) -> Counter[str]:
        return Counter(match[1] for match in _OF_LEVELS.finditer(self._page.text))


def _named_together(text: str, hits: list[Hit]) -> frozenset[int]:
    """Where the hits start that stand in a row of which the text says that they are so many counties: 平利、镇坪两县."""
    together: set[int] = set()
    row: list[int] = []
    for number, hit in enumerate(hits):
        row.append(hit.start)
        if len(row) > 1 and _TOGETHER.match(text, hit.end):
            together.update(row)
        follows = number + 1 < len(hits) and hits[number + 1].start == hit.end + 1 and text[hit.end] in "、和与及"
        if not follows:
            row.clear()
    return frozenset(together)
