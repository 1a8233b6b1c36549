"""Reported figures: a number, its unit, and what it counts. No ordinals, dates, list numbers or numbers inside names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from operator import attrgetter
from typing import Final

from kg.extract.figures.mention import FigureMention
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number, in_digits, in_words
from kg.extract.figures.reader import Reader
from kg.extract.page import Page

__all__ = ["FigureMention", "find"]

_AND: Final = ("和", "、")
_SHARING: Final = 8
_start = attrgetter("start", "measure")


def find(page: Page, excluded: Iterable[tuple[int, int]], counted: Iterable[tuple[int, int]]) -> list[FigureMention]:
    """The figures in the mined zones of ``page``, in order.

    ``excluded`` and ``counted`` are stretches (dates, names) without figures; the latter (bodies, programs) may be what is counted.
    """
    closed = Names(excluded, counted)
    numbers = list(_with_shared_units(page.text, sorted([*in_digits(page.text), *in_words(page.text)])))
    reader = Reader(page, closed)
    for number, following in zip_longest(numbers, numbers[1:]):
        if not closed.hold(number.digits) and page.mined(number.digits) and not page.text.startswith("倒计时", max(0, number.start - 3)):
            reader.read(number, following)
    return sorted(reader.found, key=_start)


def _with_shared_units(text: str, numbers: list[Number]) -> Iterator[Number]:
    """分别提高3.05和2.4个百分点: the unit behind the last is that of all."""
    for number, following in zip_longest(numbers, numbers[1:]):
        shared = not number.unit and following is not None and text[number.end : following.start] in _AND
        if number.unit == "个" and following is not None and following.unit == "个百分点" and text[number.end : following.start] in _AND:
            yield number._replace(unit=following.unit)  # 上升2.7个和0.7个百分点
        elif shared and following.unit and "分别" in text[max(0, number.start - _SHARING) : number.start]:
            yield number._replace(unit=following.unit)
        else:
            yield number
