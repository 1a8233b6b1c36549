"""Radicals and compatibility characters that stand for everyday characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.repair import forms, repair

FOUND = st.characters(codec="utf-8", min_codepoint=0x2E80, max_codepoint=0x2FD5) | st.characters(min_codepoint=0xF900, max_codepoint=0xFAD9)


def everyday(text: str) -> str:
    """``text`` after the step."""
    return Aligned.of(text).edit(forms.find(text)).text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("⼲部⼯作，⼈⺠政府⾸⻓，⻓沙⻛⻋", "干部工作，人民政府首长，长沙风车"),
        ("\uf9b0\uf951", "\u8046\u964b"),
        ("⾧沙市黨委，⾧", "長沙市黨委，長"),
        ("⺀⻊", "⺀⻊"),
        ("干部工作", "干部工作"),
    ],
)
def test_a_radical_becomes_the_character_that_it_is(text: str, mended: str) -> None:
    """Those of Kangxi, those of the supplement that are characters, compatibility characters; others stay."""
    assert everyday(text) == mended


def test_what_a_radical_was_is_converted_like_the_rest() -> None:
    """In traditional text a radical is a traditional character: the step stands before script conversion."""
    assert repair("⾧沙市黨委書記").text == "长沙市党委书记"


@given(st.lists(FOUND | st.sampled_from("干部，\n"), max_size=30).map("".join))
def test_each_form_is_one_character(text: str) -> None:
    """One for one; a second run finds nothing, and no radical of Kangxi stays."""
    mended = everyday(text)
    assert len(mended) == len(text)
    assert everyday(mended) == mended
    kept = [char for char, new in zip(text, mended, strict=True) if char == new]
    assert not any("\u2f00" <= char <= "\u2fd5" for char in kept)
