"""figures, sentence by sentence, and the numbers of a text by themselves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.figures.numbers import in_digits, in_words
from kg.extract.numerals import numeral


def test_golden_sentences(golden, hold) -> None:
    """What the sentence says is found, and what it does not say is not."""
    hold(golden)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("一百二十", 120),
        ("三千五百", 3500),
        ("两万", 20_000),
        ("一亿三千万", 130_000_000),
        ("万", 10_000),
    ],
)
def test_a_chinese_numeral_has_its_value(text: str, value: int) -> None:
    """With and without a leading one."""
    assert numeral(text) == value


def test_units_scales_and_qualifiers_are_read_together() -> None:
    """The words around a number are part of it."""
    (number,) = in_digits("投资超过12.5亿元。")
    assert (number.value, number.unit, number.qualifier) == (1_250_000_000, "元", "more than")


def test_a_number_may_end_the_text() -> None:
    """What towns and villages are divided into is counted by the word behind the number, and no word stands there."""
    (number,) = in_digits("全乡划分为5")
    assert (number.end, number.unit) == (6, "")


@given(st.text(alphabet="0123456789,.万亿千百余多近约个名%元第至-一二三十百年月日 全市党员", max_size=60))
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    """Whatever the text, numbers stand inside it, in order, and do not overlap."""
    for found in (list(in_digits(text)), list(in_words(text))):
        spans = [(number.digits, number.end) for number in found]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "said", "qualifier"),
    [
        ("投资10个亿", "10个亿", ""),
        ("产值突破10个亿，", "突破10个亿", "more than"),
        ("产值10个亿元。", "10个亿元", ""),
        ("产值1-2个亿。", "1-2个亿", "more than"),
        ("产值12个亿以上，", "12个亿以上", "more than"),
    ],
)
def test_so_many_hundred_millions_end_with_their_unit(text: str, said: str, qualifier: str) -> None:
    """No character behind 个亿 is part of the number, and the text may end there."""
    (number,) = in_digits(text)
    assert (text[number.start : number.end], number.unit, number.qualifier) == (said, "元", qualifier)
