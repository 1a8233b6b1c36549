"""Other people for those of a document: surnames of the same kind, given names of common characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from random import Random
from typing import Final

from kg.lexicon.people import COMMON_SURNAMES, COMPOUND_SURNAMES, SURNAMES
from kg.lexicon.words import FUSED, OFFICES

GIVEN: Final = (
    "国建明华文志伟军平海永玉春晓立德新林金红学光世宝庆秀福振长俊兴成思忠荣宏云小天正英丽少子维大清祥东卫雪爱美卫家继义利胜中"
    "芳娜敏静磊强洋勇艳杰娟涛超兰霞刚桂辉鹏飞波斌峰龙凤梅莲珍琴燕莹婷慧颖欣怡佳豪宇浩然轩庆生根富昌盛业旺顺和康宁安仁礼智信贤良善"
)
"""Characters of many given names, the first line of those that mostly stand before another one. Compiled for this project."""

_KIN: Final = "奶奶 爷爷 大爷 大伯 大妈 大娘 大姐 大嫂 阿姨 老师 师傅 家 某 氏 姓".split()


def redrawn(names: Iterable[str], text: str, random: Random) -> dict[str, str]:
    """Names and new ones of as many characters, none of which ``text`` holds. A surname by which somebody is called (王书记) is kept.

    Names that begin with no surname, or are longer than surname and given name, stay.
    """
    new: dict[str, str] = {}
    for name in names:
        surname = next((name[:length] for length in (2, 1) if name[:length] in (SURNAMES, COMPOUND_SURNAMES)[length - 1]), "")
        given = len(name) - len(surname)
        if not surname or not 1 <= given <= 2:
            continue
        while name not in new or new[name] in text or list(new.values()).count(new[name]) > 1:
            kept = surname if _is_called(surname, text) else _surname(surname, random)
            new[name] = kept + "".join(random.choice(GIVEN) for _ in range(given))
    return new


def _surname(surname: str, random: Random) -> str:
    """Another surname: common, rare or compound as the old one is."""
    kinds = (COMPOUND_SURNAMES, COMMON_SURNAMES, SURNAMES - COMMON_SURNAMES)
    return random.choice(sorted(next(kind for kind in kinds if surname in kind)))


def _is_called(surname: str, text: str) -> bool:
    return bool(re.search(f"[老小]{surname}|{surname}(?:{_titles()})", text))


@cache
def _titles() -> str:
    return "|".join(map(re.escape, sorted([*OFFICES, *FUSED, *_KIN])))
