"""Where names of towns and villages start right behind the place that they lie in, or in the characters of transliterations."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Page
from kg.extract.refs import PlaceRef
from kg.extract.towns.around import AREAS, BEFORE_TOWN, COUNTED, HAN_ONLY, INNER_TOWN, LONGEST, PART, PARTICLES
from kg.extract.towns.stems import is_new_village, is_no_stem, is_no_stem_behind_a_place, names_settlement
from kg.lexicon.people import TRANSLITERATION
from kg.lexicon.stops import VERBS
from kg.lexicon.towns import is_village
from kg.lexicon.words import OFFICES, PEOPLES, TOWN_STEMS_NOT

_PEOPLES_VILLAGE: Final = re.compile(f"({'|'.join(PEOPLES)})族$")
_TOWARDS: Final = frozenset({"到", "往", "在"})
_LAST_PARTICLES: Final = frozenset("顺和安从")
"""Particles with which names end as well: 马力镇|北顺村."""
_LEVELS: Final = frozenset("省市县区旗镇乡村")
_OF_STEPPES: Final = ("嘎查", "苏木")
"""Villages and towns that lie in banners, whose names are hardly shortened."""
_ORGANS: Final = ("政府", "党委", "人大", "纪委", "委会", "办事处", "委员会", "党工委")
"""Organs of a town, before a title that begins with its last character."""
_NEW: Final = "新"
_FARMS: Final = ("农场", "林场", "牧场")
"""What villages in towns are called, too."""
_HAS_ORGANS: Final = ("村党支部", "村党总支", "村村委会", "村村民委员会", "村支部", "村支书", "村“两委”", "村两委", "村第一书记")
"""What a village called 新村 has, and new villages at large have not."""
_COURTS: Final = ("法院", "检察")
_COUNTRY: Final = ("农村", "乡村", "各村", "全村", "本村")
"""Words that with 镇 name no town."""
_NUMBER: Final = re.compile(r"(第)?(?<!\d)[\d一二三四五六七八九十]{1,3}(号)?$")
_LONGEST_NUMBER: Final = 5
LONGEST_TRANSLITERATED: Final = 8
_REGION: Final = "自治区"
_SOUNDS: Final = re.compile("(?:(?![村镇乡和与及到往在的了从向对])[\u4e00-\u9fff])+")


class Behind:
    """Names behind places on one page; ``ends`` are the places by where they end, ``shorts`` where short names of counties start, by where they end."""

    def __init__(self, page: Page, ends: dict[int, PlaceRef], shorts: dict[int, int]) -> None:
        self._page = page
        self._text = page.text
        self._ends = ends
        self._shorts = shorts

    def of_place(self, end: int) -> int | None:
        """The start of a name of one to four characters right behind the place that the town lies in."""
        for length in (2, 3, 1, 4):
            start = end - length
            if start < 0 or self._text[start] == "是":  # 三坝村|是|金川乡最大的村
                continue
            known = self._may_hold(start, end) or (length > 1 and self._is_short(start, end))
            if (
                known
                and HAN_ONLY.fullmatch(self._text, start, end)
                and self._text[start:end] not in BEFORE_TOWN
                and self._may_follow_place(start, end)
            ):
                return start + self._past_others(start, end)
        return self._of_sounds(end)

    def _of_sounds(self, end: int) -> int | None:
        """The start of a longer name right behind its county or town in an autonomous region: 莎车县|伯什坎特|镇, 依麻木乡|汉代克吉然|村."""
        start = next((end - length for length in range(LONGEST, LONGEST_TRANSLITERATED + 1) if end - length in self._ends), 0)
        place = self._ends.get(start)
        outer = self._ends.get(start - len(place.name), place) if place is not None else None
        if place is None or outer is None or outer.chain()[-1].slot != _REGION or place.level not in ("county", "township"):
            return None
        tokens = self._page.tokens(start, end)
        sounds = sum(len(token.text) == 1 for token in tokens) > 1 and not any(
            token.text in VERBS or token.text in OFFICES for token in tokens
        )
        return start if sounds and _SOUNDS.fullmatch(self._text, start, end) else None

    def _past_others(self, start: int, end: int) -> int:
        """The characters of ``text[start:end]`` that are no part of the name: 原|杨斜镇, 永康县|方岩镇 where 永康 is a city now, 福鼎法院|点头镇."""
        stem = self._text[start:end]
        if len(stem) == LONGEST and stem.startswith(_COURTS):
            return 2
        former = stem[0] == "县" or (stem[0] in BEFORE_TOWN and not is_village(stem))  # but 向家湾村
        return int(former and len(stem) > 2)

    def of_a_people(self, end: int) -> int | None:
        """The start of a village's name that ends with a people, behind its town: 敖其镇|敖其赫哲族|村."""
        people = _PEOPLES_VILLAGE.search(self._text, max(0, end - LONGEST_TRANSLITERATED), end)
        first = people.start(1) if people is not None else 0
        return next((at for at in range(first - 1, max(0, first - LONGEST) - 1, -1) if first and at in self._ends), None)

    def of_a_number(self, end: int) -> int | None:
        """The start of a community's name that is a number: 老街街道|40号|社区, 第八|社区; not 辖|5|社区."""
        number = _NUMBER.search(self._text, max(0, end - _LONGEST_NUMBER), end)
        if number is None or not (number[1] or number[2] or number.start() in self._ends):
            return None
        return number.start()

    def transliterated(self, low: int, end: int) -> int | None:
        """The start of a longer name in the characters of transliterations: 浩勒图高勒镇."""
        start = end
        while start > max(low, end - LONGEST_TRANSLITERATED) and not self._ends_place(start) and self._text[start - 1] in TRANSLITERATION:
            start -= 1
        if end - start < LONGEST or not self._page.breaks(start):
            return None
        tokens = self._page.tokens(start, end)
        verb = len(tokens[0].text) > 1 and tokens[0].tag == "v"  # 依托|赫哲新村
        return start if not verb and all(len(token.text) <= 3 for token in tokens) else None

    def _is_short(self, at: int, end: int) -> bool:
        """Whether a county's short name ends at ``at`` and a town's begins, and no town ends inside of it: 巴彦岱镇|巴彦岱村 names no 镇巴."""
        low = self._shorts.get(at, at)
        if self._text[at] in "村镇乡" or self._text.startswith(_OF_STEPPES, end):  # 新城|村整村, 巴彦|杭盖嘎查
            return False
        return low < at and not any(inner in self._ends for inner in range(low + 1, at))

    def _may_hold(self, start: int, end: int) -> bool:
        """Whether a place ends at ``start`` in which ``text[start:end]`` may lie: 甘肃省|联村 and 兴华村|文化村 are none."""
        place = self._ends.get(start)
        if place is None or (end - start == 1 and place.level in ("province", "prefecture")):
            return False
        return place.level != "village" or not is_no_stem(self._text[start:end])

    def _may_follow_place(self, start: int, end: int) -> bool:
        """Whether the words of ``text[start:end]`` may name a town right behind the place that it lies in."""
        stem = self._text[start:end]
        if (
            len(stem) > 1 and is_village(stem) and self._text[end] == "村" and stem not in TOWN_STEMS_NOT
        ):  # 扬州市|民和|村, not 全州|农牧|村
            return True
        if self._is_community_of_town(start, end):
            return True
        if COUNTED.match(stem) or PART.fullmatch(stem) or stem.endswith(_ORGANS):  # 儒林镇、长安营镇|两个乡|镇, 晓光村|四社|村民
            return False  # 土桥镇|人民政府|镇长
        if self._text[end] in "镇乡" and len(stem) == 2 and stem[1] == "村" and stem not in _COUNTRY:  # 沁水县|中村|镇
            return True
        if stem in _FARMS and self._text[end] == "村" and (place := self._ends.get(start)) is not None and place.level == "township":
            return True  # 克孜勒阿瓦提乡|农场|村
        if stem == _NEW and self._text.startswith(_HAS_ORGANS, end) and (place := self._ends.get(start)) is not None:  # 石龙镇|新村|党支部
            return place.level == "township"
        if is_no_stem_behind_a_place(stem) or (self._text[end] == "镇" and len(stem) > 2 and stem[-1] == "乡"):
            return names_settlement(stem, self._text[end]) or (self._text[end] == "村" and is_new_village(stem))
        if INNER_TOWN.match(self._text, start, end):
            return False
        if len(stem) > 2 and TRANSLITERATION.issuperset(stem):
            return True
        tokens = self._page.tokens(start + (self._text[start] in BEFORE_TOWN), end)
        return bool(tokens) and not any(
            (token.tag in PARTICLES and not (token.end == end and token.start > start and token.text in _LAST_PARTICLES))
            or token.text in _TOWARDS
            or token.text in OFFICES
            or (len(token.text) > 1 and token.text in VERBS)
            or AREAS.search(token.text)
            for token in tokens
        )

    def _is_community_of_town(self, start: int, end: int) -> bool:
        """Whether two characters between a town and 社区 that end with a particle name it: 平桥街道|雅和|社区, not 平桥镇|村和|社区."""
        stem, place = self._text[start:end], self._ends.get(start)
        named = len(stem) == 2 and stem[1] in _LAST_PARTICLES and stem[0] not in _LEVELS and self._text.startswith("社区", end)
        return named and place is not None and place.level == "township"

    def _ends_place(self, at: int) -> bool:
        """Whether a place ends at ``at``, by more than a short name that may be the first half of another: 巴彦|敖包嘎查."""
        place = self._ends.get(at)
        return place is not None and (place.level != "county" or self._text.endswith(place.name, 0, at))
