"""Where names of towns and villages start that only their words, their characters or their shape tell."""

from __future__ import annotations

import itertools
import re
from typing import Final

from kg.extract.page import Page
from kg.extract.refs import PlaceRef
from kg.extract.towns.around import BEFORE_TOWN, COUNTED, FUNCTION_TAGS, GOING, HAN_ONLY, INNER_TOWN, LONGEST, ORGANS, TOLD, stops
from kg.extract.towns.stems import is_countryside, is_new_village, is_no_stem, is_slogan, is_walled, names_settlement
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.towns import is_town, is_village

_TOWN_ORGANS: Final = re.compile(rf"{ORGANS}|委员会|村?(?:支书|主任)|、|，|等")
_JOINING: Final = ("和", "及", "与", "在", "到", "往")
_PRONOUNS: Final = "我本该全各你他她这那某每其此"
_TOWNS_INSIDE: Final = frozenset("镇乡")
_THIS_ONE: Final = ("首家", "首个", "首批", "这位", "那位", "一位", "这名", "一名", "每位")
_COUNTIES: Final = "县市区旗"
_NAME_TAGS: Final = frozenset({"ns", "nz", "nr", "nrt", "nrfg", "x"})
_OWN_TOWN: Final = re.compile("[镇乡](?:(?<=[我全本][镇乡])|(?<![\u4e00-\u9fff][镇乡])(?=党委|政府|长|人大|领导|纪委))")
"""Where a page speaks of its own town: one whose name is a word (长征镇) is likelier in it."""
_NOUNS: Final = frozenset("项目 基地 单位 企业 工程".split())
"""Words before a town's name that are none of it: 试点项目|姚庄镇."""
_HOMES: Final = frozenset("故家水他侨思异")
"""Characters before 乡 that speak of homes and waters, not of towns."""
_IN_THE_COUNTRY: Final = "乡下"
_SHAPE: Final = re.compile(f"(?:[{''.join(sorted(COMMON_SURNAMES))}]家?[庄屯营寨堡圩岗洼楼铺窑]|[保仁永太泰顺义安协祥庆]和)$")
"""Names of villages and towns whose characters are words: 任|庄, 保|和."""
_NTH: Final = re.compile("第[一二三四五六七八九十]{1,3}[任届批期轮]$")
"""Before 村支书: which in a row of them (第五任)."""
_PARTY_BRANCH: Final = re.compile("党[委支总]")


def _is_of_towns(stem: str) -> bool:
    """Whether ``stem`` speaks of towns, and is no name of the tables: 联镇结|村, 抓乡促|村."""
    return not _TOWNS_INSIDE.isdisjoint(stem[1:]) and not (is_village(stem) or is_town(stem))


class Worded:
    """Names in the words of one page; ``ends`` are the places by where they end."""

    def __init__(self, page: Page, ends: dict[int, PlaceRef]) -> None:
        self._page = page
        self._text = page.text
        self._ends = ends
        self._own = set(_OWN_TOWN.findall(page.text))

    def by_words(self, low: int, end: int, word: str) -> int | None:
        """The start of a name of two to four characters, word by word to the left."""
        start = end
        organ = _PARTY_BRANCH.match(self._text, end + len(word)) is not None and end - low < LONGEST
        for token in reversed(self._page.tokens(low, end)):
            single = organ and len(token.text) == 1 and token.tag not in FUNCTION_TAGS  # 东|下|庄|村党支部
            if (
                not HAN_ONLY.fullmatch(token.text)
                or (stops(token) and not single)
                or (token.text in _NOUNS and start < end)
                or token.end in self._ends
                or end - token.start > LONGEST
            ):
                break
            start = token.start
        start = self._past_others(start, end)
        stem = self._text[start:end]
        if stem[:1] == "村" or stem[:2] in _THIS_ONE or _is_of_towns(stem):  # 村财民管|镇审核, 这位|村支书
            return None
        if (word == "乡" and stem[-1:] in _HOMES) or COUNTED.search(self._text, max(0, start - 2), start) or _NTH.search(stem):
            return None
        listed = self._text[start - 1 : start] == "、" and start - 1 in self._ends
        new = is_new_village(stem) and TOLD.match(self._text, end + len(word))  # 玉地新|村|党支部
        other = is_no_stem(stem) and not names_settlement(stem, word) and not (listed and is_walled(stem)) and not new
        if not 2 <= len(stem) <= LONGEST or other or not HAN_ONLY.fullmatch(stem):
            return None
        shorts = {division.level for division in divisions.load().by_short.get(stem, ())}
        behind = end + len(word)
        if ("province" in shorts and word not in ("镇", "乡")) or (
            word == "社区" and "prefecture" in shorts and not _TOWN_ORGANS.match(self._text, behind)
        ):
            return None  # 西藏|村居, 驻榕部队与福州|社区结对子
        words = self._page.tokens(start, end)
        if is_countryside(stem, words[0]) or is_slogan(stem, words[0]):
            return None
        told = listed or (word in self._own and len(stem) == 2 and words[0].tag == "n") or _TOWN_ORGANS.match(self._text, behind)
        if len(words) == 1 and words[0].tag not in _NAME_TAGS and not told:
            return None
        return start if len(stem) <= 3 or len(words) > 2 else None

    def by_characters(self, low: int, end: int, word: str) -> int | None:
        """The start of a name of two to four characters that are no words of the language, where a list or 来到 says that it is one.

        In a list (、红莫依达|乡、) and behind a verb of going (来到|扶来|村) whatever follows, else before an organ or the like (慎城|镇、).
        """
        tokens = self._page.tokens(low, end)
        names = [*itertools.takewhile(lambda token: len(token.text) == 1 and token.text not in _JOINING, reversed(tokens))]
        if not names or not 2 <= len(names) <= LONGEST:
            return None
        start = names[-1].start
        stem, before = self._text[start:end], self._text[max(0, start - 2) : start]
        listed = before.endswith("、") and start - 1 in self._ends
        gone = before.endswith(GOING)
        heads = before.endswith(_JOINING) or not ("\u4e00" <= before[-1:] <= "\u9fff")
        told = listed or gone or (heads and TOLD.match(self._text, end + len(word)) is not None)
        other = (
            (is_no_stem(stem) and not names_settlement(stem, word))
            or _is_of_towns(stem)
            or stem[0] in BEFORE_TOWN
            or stem[0] in _PRONOUNS
            or stem[0] in "镇乡"
            or stem[-1] in "同与将会能要"
        )
        return start if told and not other and HAN_ONLY.fullmatch(stem) else None

    def by_shape(self, low: int, end: int) -> int | None:
        """The start of a name that is a surname and a word for a settlement, or ends with 和: 任庄|村, 保和|镇; at the head of a clause or behind 来到."""
        shape = _SHAPE.search(self._text, max(low, end - LONGEST + 1), end)
        if shape is None:
            return None
        start = shape.start()
        heads = start == low or start in self._ends or self._text.endswith((*GOING, "村和", "镇和", "乡和", "、"), 0, start)
        return start if heads else None

    def _past_others(self, start: int, end: int) -> int:
        """``start``, or where the name starts behind what is none of its own: 我县|张庄镇, 江塘乡|下河村, 在乡下|大石村."""
        stem, before = self._text[start:end], self._text[start - 1 : start]
        inner = INNER_TOWN.search(stem)
        if inner is not None:
            word = self._page.word_before(start)
            at_home = inner.start() == 0 and (word is None or stops(word)) and stem.startswith(_IN_THE_COUNTRY)
            return start + (len(_IN_THE_COUNTRY) if at_home else inner.end())
        ours = stem[:1] in _COUNTIES and before in _PRONOUNS and start
        return start + ((stem[:1] in BEFORE_TOWN or stem[:1] in "镇乡" or bool(ours)) and len(stem) > 2)
