"""Towns and villages that share the word for what they are behind their number: 向阳、洄水、汉王三镇, 大山、小河两个村."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.extract.numerals import numeral
from kg.extract.towns.around import TOWNS
from kg.lexicon.towns import is_town, is_village

_COUNT: Final = re.compile(r"([两二三四五六七八九十]{1,3}|\d{1,2})个?(镇|乡|街道|社区|村)(?![村镇庄民])")
_MEMBERS: Final = re.compile("(?:[\u4e00-\u9fff]{2,4}、){1,9}[\u4e00-\u9fff]{2,4}$")
_LIES_IN: Final = re.compile(".*[镇乡县市区](?=[\u4e00-\u9fff]{2})")
"""The end of the place in which the first of them lies."""
_FARTHEST: Final = 50
_LONGEST, _SHORTEST = 4, 2


class Counted(NamedTuple):
    """``text[start:end]`` is the name of a town or village without its last ``word``."""

    start: int
    end: int
    word: str


def _count(number: str) -> float | None:
    return int(number) if number.isascii() else numeral(number)


def find(text: str) -> Iterator[Counted]:
    """The members of lists that are as many as the words behind say, where most of them are names of the tables."""
    for count in _COUNT.finditer(text):
        others = text[count.start() - 1 : count.start()] == "等"
        end = count.start() - others
        listed = _MEMBERS.search(text, max(0, end - _FARTHEST), end)
        if listed is None:
            continue
        stems = listed[0].split("、")
        stems[0] = _LIES_IN.sub("", stems[0])
        known = is_town if count[2] in TOWNS else is_village
        stems[0] = next((stems[0][-length:] for length in range(_LONGEST, _SHORTEST - 1, -1) if known(stems[0][-length:])), stems[0])
        if (len(stems) == _count(count[1]) or others) and 2 * sum(map(known, stems)) > len(stems):
            for stem in reversed(stems):
                yield Counted(end - len(stem), end, count[2])
                end -= len(stem) + 1
