"""Towns and villages that share the word for what they are: 向阳、洄水、汉王三镇, 大山、小河两个村, 秣陵、三店等乡镇, 狄寨、席王街道."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from kg.extract.names.whole import is_whole
from kg.extract.numerals import numeral
from kg.extract.page import Page
from kg.extract.towns.around import TOWNS
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.towns import is_town, is_village

_COUNT: Final = re.compile(r"([两二三四五六七八九十]{1,3}|\d{1,2})个?(镇|乡|街道|社区|村)(?![村镇庄民])")
_SOME: Final = re.compile("等(?:地)?(乡镇|镇|乡|街道|社区|村)(?![村镇庄民级干支委两官医集里]|组(?!织))")
"""Behind the last of several that are not all: 秣陵、三店、老城|等乡镇."""
_LAST: Final = re.compile("(?<=[\u4e00-\u9fff]、)[\u4e00-\u9fff]{2,3}(?<![、和])(镇|街道|乡|居民区)(?![村镇庄民级里居])")
"""The last of several towns, which has their word: 狄寨、|席王街道; of several quarters: 唐山、|晋阳居民区."""
_MEMBERS: Final = re.compile("(?:[\u4e00-\u9fff]{2,4}、){1,9}[\u4e00-\u9fff]{2,4}$")
_OTHERS: Final = re.compile("(?:[\u4e00-\u9fff]{2,4}、){1,9}$")
_LIES_IN: Final = re.compile(".*[镇乡县市区](?=[\u4e00-\u9fff]{2})")
"""The end of the place in which the first of them lies."""
_OF_EITHER: Final = "乡镇"
"""Towns of which the text does not say which are 乡 and which 镇; their names stand without the word."""
_WITH_WORDS: Final = (*TOWNS, "村", "社区")
"""Last words of members that need none from the last: 窑淮镇、化龙堰镇."""
_LEVELS: Final = "省市县区旗镇乡村道"
_FARTHEST: Final = 50
_LONGEST, _SHORTEST = 4, 2


class Counted(NamedTuple):
    """``text[start:end]`` is the name of a town or village without its last ``word``, which is empty where the text leaves it open."""

    start: int
    end: int
    word: str


def find(page: Page) -> Iterator[Counted]:
    """The members of lists that share the word behind the last, where the tables have most of them, or all if nothing else tells."""
    text = page.text
    for count in _COUNT.finditer(text):
        others = text[count.start() - 1 : count.start()] == "等"
        stems = _stems(text, count.start() - others, count[2], _MEMBERS)
        if (len(stems) == _count(count[1]) or others) and 2 * sum(map(_table(count[2]), stems)) > len(stems):
            yield from _one_by_one(stems, count.start() - others, count[2])
    for some in _SOME.finditer(text):
        stems = _stems(text, some.start(), some[1], _MEMBERS)
        if stems and all(map(_table(some[1]), stems)) and _heads(page, stems, some.start()):
            yield from _one_by_one(stems, some.start(), "" if some[1] == _OF_EITHER else some[1])
    for last in _LAST.finditer(text):
        stems = _stems(text, last.start(), last[1], _OTHERS)
        if stems and all(map(_table(last[1]), [*stems, last[0].removesuffix(last[1])])) and _heads(page, stems, last.start() - 1):
            yield from _one_by_one(stems, last.start() - 1, last[1])


def _count(number: str) -> float | None:
    return int(number) if number.isascii() else numeral(number)


def _table(word: str) -> Callable[[str], bool]:
    """What says whether a stem is that of a town, or of a village, as ``word`` asks."""
    return is_town if word in TOWNS or word in _OF_EITHER else is_village


def _stems(text: str, end: int, word: str, members: re.Pattern[str]) -> list[str]:
    """The members of the list that ends at ``end``, the first without what stands before its name; none where there is no list."""
    listed = members.search(text, max(0, end - _FARTHEST), end)
    stems = listed[0].removesuffix("、").split("、") if listed is not None else []
    if not stems or any(stem.endswith(_WITH_WORDS) for stem in stems):
        return []
    stems[0] = _LIES_IN.sub("", stems[0])
    known = _table(word)
    stems[0] = next((stems[0][-length:] for length in range(_LONGEST, _SHORTEST - 1, -1) if known(stems[0][-length:])), stems[0])
    return stems


def _heads(page: Page, stems: list[str], end: int) -> bool:
    """Whether a word begins where the first of ``stems``, the last of which ends at ``end``, does."""
    start = end - len("、".join(stems))
    named = page.text[start - 1 : start] in COMMON_SURNAMES and is_whole(page.text[start - 1 : start] + stems[0])  # 负责人刘|运江、新建乡
    return page.breaks(start) and not named and not _is_in_a_name(page, start)


def _is_in_a_name(page: Page, start: int) -> bool:
    """Whether a noun that is no place stands before the first member, which is the second half of a name: 松州|古城、川主寺镇."""
    word = page.word_before(start)
    if word is None or word.tag[0] != "n":
        return False
    return word.text[-1] not in _LEVELS and word.text not in divisions.load().by_short


def _one_by_one(stems: list[str], end: int, word: str) -> Iterator[Counted]:
    for stem in reversed(stems):
        yield Counted(end - len(stem), end, word)
        end -= len(stem) + 1
