"""Where the name of a town or village starts: behind its county, in the characters of transliterations, or word by word to the left."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import Final

from kg.extract.page import Page, Token
from kg.extract.refs import PlaceRef
from kg.extract.towns.stems import (
    IDEALS,
    is_countryside,
    is_new_village,
    is_no_stem,
    is_no_stem_behind_a_place,
    is_numbered,
    is_walled,
    names_settlement,
)
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, SURNAMES, TRANSLITERATION
from kg.lexicon.stops import VERBS
from kg.lexicon.towns import LONGEST_STEM, is_town, is_village
from kg.lexicon.words import OFFICES, PEOPLES

_BUILT: Final = ("农村", "建设新", "移民新")
"""What with 镇, 乡 or 社区 is built, and no name: 新农村|镇容, 建设新|社区."""
_HELD: Final = re.compile("[曾现历原先后兼担出]任")
_GOING_ON: Final = re.compile("镇|乡|街道|村(?!村)")
"""What a name goes on with behind 村 or 镇 that are a part of it: 马村|乡, 刘镇|村."""
_HAN_ONLY: Final = re.compile("[\u4e00-\u9fff]+")
_TOWN_ORGANS: Final = re.compile(
    r"党委|党支部|党总支|(?:人民)?政府|人大|纪委|委员会|村委会|居委会|委会|村?(?:支书|主任)|卫生院|派出所|办事处|中学|小学|、|，|等|副?[镇乡]长|[\u4e00-\u9fff]{2,3}(?:社区|村)"
)
_TOLD: Final = re.compile(
    "党委|党支部|党总支|(?:人民)?政府|人大|纪委|村委会|居委会|委会|卫生院|派出所|办事处|中学|小学|、|等[地镇乡村]|副?[镇乡]长|[\u4e00-\u9fff]{2,3}(?:社区|村)"
)
"""What behind 镇 and the like says that the characters before it are a name, though they are no words."""
_JOINING: Final = ("和", "及", "与", "在", "到", "往")
_GOING: Final = ("来到", "到", "走进", "走访", "前往", "抵达", "奔赴", "深入", "赴")
_PRONOUNS: Final = "我本该全各你他她这那某每其此"
_COUNTIES: Final = "县市区旗"
_BEFORE_TOWN: Final = frozenset("驻原现从由在到对向为与和及任像兼继")
_PEOPLES_TOWN: Final = re.compile(f"[\u4e00-\u9fff]{{2,4}}(?:{'|'.join(PEOPLES)}|各)(?:族|民族)$|[\u4e00-\u9fff]{{2,6}}民族$")
_PEOPLES_VILLAGE: Final = re.compile(f"({'|'.join(PEOPLES)})族$")
_FUNCTION_TAGS: Final = frozenset({"p", "c", "u", "uj", "ul", "uz", "r", "d"})
"""What cannot stand in a town's name right behind the name of its county; 底, 三 and the like can."""

_NAME_TAGS: Final = frozenset({"ns", "nz", "nr", "nrt", "nrfg", "x"})
_PARTICLES: Final = frozenset({"p", "c", "u", "uj", "ul", "r"})
_SUCH_AS: Final = ("如", "像", "比如", "例如")
_TOWARDS: Final = frozenset({"到", "往", "在"})
_LAST_PARTICLES: Final = frozenset("顺和安从")
"""Particles with which names end as well: 马力镇|北顺村."""
_AREAS: Final = re.compile(r"(?:园区|开发区|新区|景区|库区|灌区|牧区|林区|湖区|镇区|城区|农场|团场|[零〇一二三四五六七八九十]团)$")
"""What ends a token that a village's name does not go on to the left of: 城北园区|王庄村, 一〇二团|梧桐镇."""
_OWN_TOWN: Final = re.compile("[镇乡](?:(?<=[我全本][镇乡])|(?<![\u4e00-\u9fff][镇乡])(?=党委|政府|长|人大|领导|纪委))")
"""Where a page speaks of its own town: one whose name is a word (长征镇) is likelier in it."""
_HOMES: Final = frozenset("故家水他侨思异")
"""Characters before 乡 that speak of homes and waters, not of towns."""
_INNER_TOWN: Final = re.compile("[乡镇](?=[上下中里头][\u4e00-\u9fff])")
"""The town before a village whose name begins with a character that with 乡 or 镇 makes a word."""
_IN_THE_COUNTRY: Final = "乡下"
_LEADING_TO: Final = frozenset("向从到在给把让")
"""First characters of towns that in the middle of a clause are prepositions."""
_COUNTED: Final = re.compile(r"[一两二三四五六七八九十几数\d][个座]$")
"""Before 村: names are not counted."""
_SHAPE: Final = re.compile(f"(?:[{''.join(sorted(COMMON_SURNAMES))}]家?[庄屯营寨堡圩岗洼楼铺窑]|[保仁永太泰顺义安协祥庆]和)$")
"""Names of villages and towns whose characters are words: 任|庄, 保|和."""
_OF_STEPPES: Final = ("嘎查", "苏木")
"""Villages and towns that lie in banners, whose names are hardly shortened."""
_NTH: Final = re.compile("第[一二三四五六七八九十]{1,3}[任届批期轮]$")
"""Before 村支书: which in a row of them (第五任)."""
_DATED: Final = re.compile(r"\d[年月日][\u4e00-\u9fff]")
_ONE_CHARACTER: Final = re.compile(
    "村(?!(?<=任村)(?:书记|主任|支书|干部|官|党))(?<=([\u4e00-\u9fff])村)(?<![\u4e00-\u9fff]{2}村)(?![民里上庄落干子口头中外企级集镇务委])"
)
"""A village of one character at the head of a clause."""
_PARTY_BRANCH: Final = re.compile("党[委支总]")
_TOWNS: Final = ("镇", "乡", "街道", "苏木")
"""The last words of the names in the table of towns; that of villages has the others."""
_LAST_WORDS: Final = (*_TOWNS, "村", "社区")
_LONGEST: Final = 4
"""Characters of a town's name without its last word, but for transliterated ones."""
_LONGEST_TRANSLITERATED: Final = 8


class Starts:
    """Where the names of towns start on one page; ``ends`` are the places by where they end, ``shorts`` where short names of counties start, by where they end."""

    def __init__(self, page: Page, ends: dict[int, PlaceRef], shorts: dict[int, int]) -> None:
        self._page = page
        self._text = page.text
        self._ends = ends
        self._shorts = shorts
        self._own = set(_OWN_TOWN.findall(self._text))
        heads = Counter(_ONE_CHARACTER.findall(self._text))
        self._of_one = {stem for stem, count in heads.items() if count > 1 and stem in SURNAMES and not is_no_stem(stem)}

    def start(self, end: int, word: str) -> int | None:
        """Where the name of the town that ends with ``word`` at ``end`` starts, if it is a name."""
        text = self._text
        low = self._page.clause_start(end, 2 * _LONGEST_TRANSLITERATED)
        of_peoples = _PEOPLES_TOWN.search(text, low, end) if word == "乡" else None
        if of_peoples is not None:
            return self._as_in_table(of_peoples.start(), self.of_table(end, word))
        if word == "村" and (start := self._of_a_people(end)) is not None:
            return start
        transliterated = self._transliterated(low, end)
        if transliterated is not None:
            return transliterated
        if (start := self.of_place(end)) is not None:
            return start
        low += 2 * text.startswith("中共", low)
        if word == "村" and low == end - 1 and text[low] in self._of_one:
            return low
        start = self._by_words(low, end, word)
        start = self._by_characters(low, end, word) if start is None else start
        start = self._by_shape(low, end) if start is None else start
        start = self._as_in_table(start, self.of_table(end, word))
        return start + bool(_DATED.match(text, start - 1, end)) if start else start  # 19|日|白马村

    def of_place(self, end: int) -> int | None:
        """The start of a name of one to four characters right behind the place that the town lies in."""
        for length in (2, 3, 1, 4):
            start = end - length
            if start < 0 or self._text[start] == "是":  # 三坝村|是|金川乡最大的村
                continue
            known = self._may_hold(start, end) or (length > 1 and self._is_short(start, end))
            if (
                known
                and _HAN_ONLY.fullmatch(self._text, start, end)
                and self._text[start:end] not in _BEFORE_TOWN
                and self._may_follow_place(start, end)
            ):
                before = self._text[start] in _BEFORE_TOWN and length > 2 and not is_village(self._text[start:end])
                return start + before  # 原|杨斜镇, but 向家湾村
        return None

    def of_table(self, end: int, word: str, *, unlike: bool = False) -> int | None:
        """The start of the longest name of the tables that ends at ``end``; one of two characters begins with a word, and ``unlike`` is no ideal."""
        low, known = self._page.clause_start(end, LONGEST_STEM), is_town if word in _TOWNS else is_village
        for length in range(min(LONGEST_STEM, end - low), 1, -1):
            stem = self._text[end - length : end]
            if not known(stem) or stem.endswith(_BUILT):
                continue
            if length > 2 or (self._heads(end - length, low) and self._is_sure(stem, end, word) and not (unlike and stem in IDEALS)):
                return end - length
        return None

    def of_street(self, end: int) -> int | None:
        """The start of the name of a street without 街道, which only the table or its county tells: 新城|办油坊村."""
        low = self._page.clause_start(end, _LONGEST)
        return next((at for at in range(low, end - 1) if is_town(self._text[at:end]) and self._heads(at, low)), None)

    def is_inside(self, match: re.Match[str]) -> bool:
        """Whether ``match`` is a part of a town's or village's name that goes on behind it: 马|村|乡, 刘|镇|村."""
        following = _GOING_ON.match(self._text, match.end())
        return match[0] in ("村", "镇") and following is not None and self.of_table(match.end(), following[0]) is not None

    def _is_sure(self, stem: str, end: int, word: str) -> bool:
        """Whether a stem of the table makes no other word with ``word``, or an organ behind it tells the town: 江城|镇|党委, but 大中城|镇."""
        if stem in PEOPLES:  # 赫哲|村民
            return False
        if not is_no_stem(stem) or names_settlement(stem, word) or (is_numbered(stem) and word in _TOWNS):
            return True
        return is_walled(stem) and _TOLD.match(self._text, end + len(word)) is not None

    def _heads(self, start: int, low: int) -> bool:
        """Whether a name may begin at ``start``: behind a place or a mark, or with a word that goes with no other: not 曾|任庄村, 三个|城关镇."""
        if start == low or start in self._ends:
            return True
        if self._text[start] in _LEADING_TO:  # 人口|向|城镇转移
            return False
        counted = _COUNTED.search(self._text, max(0, start - 2), start)
        return self._page.breaks(start) and not counted and not _HELD.match(self._text, start - 1, start + 1)

    def _as_in_table(self, found: int | None, known: int | None) -> int | None:
        """Where a town starts that its words have start at ``found`` and the table at ``known``: 东|新桥镇 may be another town, 把|新桥镇 is not."""
        if found is None or known is None or found >= known:
            return found if known is None else known
        if known in self._ends or self._text.endswith(_LAST_WORDS, found, known):
            return known
        before = self._page.tokens(found, known)
        return (
            known
            if self._page.breaks(known)
            and any(token.tag in _PARTICLES or token.text in VERBS or token.text in _SUCH_AS for token in before)
            else found
        )

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
        if len(stem) > 1 and is_village(stem) and self._text[end] == "村":  # 扬州市|民和|村
            return True
        if is_no_stem_behind_a_place(stem):
            return names_settlement(stem, self._text[end]) or (self._text[end] == "村" and is_new_village(stem))
        if _INNER_TOWN.match(self._text, start, end):
            return False
        if len(stem) > 2 and TRANSLITERATION.issuperset(stem):
            return True
        tokens = self._page.tokens(start + (self._text[start] in _BEFORE_TOWN), end)
        return bool(tokens) and not any(
            (token.tag in _PARTICLES and not (token.end == end and token.start > start and token.text in _LAST_PARTICLES))
            or token.text in _TOWARDS
            or token.text in OFFICES
            or (len(token.text) > 1 and token.text in VERBS)
            or _AREAS.search(token.text)
            for token in tokens
        )

    def _of_a_people(self, end: int) -> int | None:
        """The start of a village's name that ends with a people, behind its town: 敖其镇|敖其赫哲族|村."""
        people = _PEOPLES_VILLAGE.search(self._text, max(0, end - _LONGEST_TRANSLITERATED), end)
        first = people.start(1) if people is not None else 0
        return next((at for at in range(first - 1, max(0, first - _LONGEST) - 1, -1) if first and at in self._ends), None)

    def _transliterated(self, low: int, end: int) -> int | None:
        """The start of a longer name in the characters of transliterations: 浩勒图高勒镇."""
        start = end
        while start > max(low, end - _LONGEST_TRANSLITERATED) and not self._ends_place(start) and self._text[start - 1] in TRANSLITERATION:
            start -= 1
        if end - start < _LONGEST or not self._page.breaks(start):
            return None
        tokens = self._page.tokens(start, end)
        verb = len(tokens[0].text) > 1 and tokens[0].tag == "v"  # 依托|赫哲新村
        return start if not verb and all(len(token.text) <= 3 for token in tokens) else None

    def _ends_place(self, at: int) -> bool:
        """Whether a place ends at ``at``, by more than a short name that may be the first half of another: 巴彦|敖包嘎查."""
        place = self._ends.get(at)
        return place is not None and (place.level != "county" or self._text.endswith(place.name, 0, at))

    def _by_words(self, low: int, end: int, word: str) -> int | None:
        """The start of a name of two to four characters, word by word to the left."""
        start = end
        organ = _PARTY_BRANCH.match(self._text, end + len(word)) is not None and end - low < _LONGEST
        for token in reversed(self._page.tokens(low, end)):
            single = organ and len(token.text) == 1 and token.tag not in _FUNCTION_TAGS  # 东|下|庄|村党支部
            if (
                not _HAN_ONLY.fullmatch(token.text)
                or (self._stops(token) and not single)
                or token.end in self._ends
                or end - token.start > _LONGEST
            ):
                break
            start = token.start
        start = self._past_others(start, end)
        stem = self._text[start:end]
        if stem[:1] == "村":  # 村财民管|镇审核
            return None
        if (word == "乡" and stem[-1:] in _HOMES) or _COUNTED.search(self._text, max(0, start - 2), start) or _NTH.search(stem):
            return None
        listed = self._text[start - 1 : start] == "、" and start - 1 in self._ends
        new = is_new_village(stem) and _TOLD.match(self._text, end + len(word))  # 玉地新|村|党支部
        other = is_no_stem(stem) and not names_settlement(stem, word) and not (listed and is_walled(stem)) and not new
        if not 2 <= len(stem) <= _LONGEST or other or not _HAN_ONLY.fullmatch(stem):
            return None
        shorts = {division.level for division in divisions.load().by_short.get(stem, ())}
        behind = end + len(word)
        if ("province" in shorts and word not in ("镇", "乡")) or (
            word == "社区" and "prefecture" in shorts and not _TOWN_ORGANS.match(self._text, behind)
        ):
            return None  # 西藏|村居, 驻榕部队与福州|社区结对子
        words = self._page.tokens(start, end)
        if is_countryside(stem, words[0]):
            return None
        told = listed or (word in self._own and len(stem) == 2 and words[0].tag == "n") or _TOWN_ORGANS.match(self._text, behind)
        if len(words) == 1 and words[0].tag not in _NAME_TAGS and not told:
            return None
        return start if len(stem) <= 3 or len(words) > 2 else None

    def _past_others(self, start: int, end: int) -> int:
        """``start``, or where the name starts behind what is none of its own: 我县|张庄镇, 江塘乡|下河村, 在乡下|大石村."""
        stem, before = self._text[start:end], self._text[start - 1 : start]
        inner = _INNER_TOWN.search(stem)
        if inner is not None:
            word = self._page.word_before(start)
            at_home = inner.start() == 0 and (word is None or self._stops(word)) and stem.startswith(_IN_THE_COUNTRY)
            return start + (len(_IN_THE_COUNTRY) if at_home else inner.end())
        ours = stem[:1] in _COUNTIES and before in _PRONOUNS and start
        return start + ((stem[:1] in _BEFORE_TOWN or stem[:1] in "镇乡" or bool(ours)) and len(stem) > 2)

    def _by_characters(self, low: int, end: int, word: str) -> int | None:
        """The start of a name of two to four characters that are no words of the language, where a list or 来到 says that it is one.

        In a list (、红莫依达|乡、) and behind a verb of going (来到|扶来|村) whatever follows, else before an organ or the like (慎城|镇、).
        """
        tokens = self._page.tokens(low, end)
        names = [*itertools.takewhile(lambda token: len(token.text) == 1 and token.text not in _JOINING, reversed(tokens))]
        if not names or not 2 <= len(names) <= _LONGEST:
            return None
        start = names[-1].start
        stem, before = self._text[start:end], self._text[max(0, start - 2) : start]
        listed = before.endswith("、") and start - 1 in self._ends
        gone = before.endswith(_GOING)
        heads = before.endswith(_JOINING) or not ("\u4e00" <= before[-1:] <= "\u9fff")
        told = listed or gone or (heads and _TOLD.match(self._text, end + len(word)) is not None)
        other = (
            (is_no_stem(stem) and not names_settlement(stem, word))
            or stem[0] in _BEFORE_TOWN
            or stem[0] in _PRONOUNS
            or stem[0] in "镇乡"
            or stem[-1] in "同与将会能要"
        )
        return start if told and not other and _HAN_ONLY.fullmatch(stem) else None

    def _by_shape(self, low: int, end: int) -> int | None:
        """The start of a name that is a surname and a word for a settlement, or ends with 和: 任庄|村, 保和|镇; at the head of a clause or behind 来到."""
        shape = _SHAPE.search(self._text, max(low, end - _LONGEST + 1), end)
        if shape is None:
            return None
        start = shape.start()
        heads = start == low or start in self._ends or self._text.endswith((*_GOING, "村和", "镇和", "乡和", "、"), 0, start)
        return start if heads else None

    def _stops(self, token: Token) -> bool:
        """Whether no town's name goes on to the left of ``token``'s end."""
        verb = token.tag == "v" and len(token.text) > 1
        return verb or token.tag in _FUNCTION_TAGS or token.text in VERBS or token.text in OFFICES or _AREAS.search(token.text) is not None
