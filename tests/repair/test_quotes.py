"""Quotation marks of which one is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.repair import quotes


def mended(text: str) -> str:
    """``text`` after the step."""
    return Aligned.of(text).edit(quotes.find(text)).text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("开展”四比四看”活动，推进”三个一”", "开展“四比四看”活动，推进“三个一”"),
        ("开展“四比四看“活动\n“好”", "开展“四比四看”活动\n“好”"),
        ("开展'四比四看'活动", "开展‘四比四看’活动"),
    ],
    ids=["two closing", "two opening", "straight"],
)
def test_marks_of_a_pair_are_one_of_each(text: str, right: str) -> None:
    """The first opens and the second closes."""
    assert mended(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "他说：“要抓落实。\n“还要抓出成效。”他又说。",
        "“一要抓好，“四比四看”要落实。",
        "韦启明说：“要抓落实" + "，让群众满意" * 8 + "“会议",
        "抓落实”“四比四看”要",
        "要做到”，他说，要抓实”。",
        "北纬29°10”至30°20”之间",
        "””",
        "Xi'an市和Lin'fen市，'09年",
        "",
    ],
)
def test_marks_that_may_be_right_stay(text: str) -> None:
    """Quotations over several paragraphs or in one another, those that begin or end elsewhere, seconds of arc, and apostrophes."""
    assert quotes.find(text) == []


@given(st.lists(st.sampled_from([*"政脉“”'\"a1，\n", "四比四看"]), max_size=40).map("".join))
def test_twice_is_once(text: str) -> None:
    """What was put right is right."""
    assert quotes.find(mended(text)) == []
