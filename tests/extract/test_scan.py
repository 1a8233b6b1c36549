"""Stretches that are made of parts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.document import analyse
from kg.extract.scan import made_of

PARTS = re.compile("ab|(b.)c?|ca|cb")
SAME = re.compile("(?:ab|b.c?|ca|cb)*")


@given(st.text("abc", max_size=9))
def test_made_of_says_what_the_repeated_pattern_says(text: str) -> None:
    """Where a part has one way to match, or may end anywhere behind its group, the result is that of ``(?:parts)*``."""
    assert made_of(text, PARTS) == (SAME.fullmatch(text) is not None)


@pytest.mark.parametrize(
    "words",
    [
        "市委书记韦启明" + "就" * 60 + "，某到平江县调研。",
        "市委书记韦启明" + "以某某方式" * 30 + "，某到平江县调研。",
        "市委书记韦启明" + "等" * 60 + "，来访。",
        "市委书记韦启明" + "率" * 60 + "，来访。",
        "5月8日，平江县人民医院" + "组织" * 30 + "，调研。",
        "工业" + "和" * 54 + "分别：5.3%，其他。",
        "工业" + "及" * 56 + "均，5.3%，其他。",
    ],
)
def test_words_that_can_be_cut_up_in_many_ways_are_read_once(words: str) -> None:
    """A document of words that could be parts of a phrase in more ways than can be tried is read all the same: it used to take hours."""
    assert analyse(words.encode()).claims is not None
