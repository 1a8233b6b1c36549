"""The language model of the byte repair: its table is whole, and what people write costs less than what they do not."""

from __future__ import annotations

from collections import Counter
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repair.lost_bytes.language import Language, common_characters, followers
from kg.repair.lost_bytes.neighbours import Neighbours
from kg.repair.lost_bytes.page_words import PageWords
from kg.repair.lost_bytes.pairs import after, back, pairs, place
from kg.repair.lost_bytes.rows import row, table
from kg.repair.lost_bytes.words import cost_of_words


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        ("在座谈会上，大家", "在座谈会尚，大家"),
        ("依法追究责任。", "依法追纠责任。"),
        ("工作方案》，", "工作方安》，"),
        ("保护环境", "宝护环境"),
    ],
)
def test_what_words_follow_decides(likely: str, unlikely: str) -> None:
    """Of two readings with the same characters around, the one that is made of words is cheaper."""
    assert cost_of_words(likely) < cost_of_words(unlikely)


def test_newspapers_know_what_follows_a_word() -> None:
    """A word that often follows costs less behind it than by itself, and what ends a sentence is followed by what begins one."""
    assert after(place("进一步"))[place("加强")] < back(place("进一步"))
    assert after(place("。")) == after(place("\n"))
    assert place("没有这个词") == -1


def test_every_word_is_where_the_table_says() -> None:
    """What follows each word is a stretch of the table, and the stretches are all of it."""
    known = pairs()
    assert known.parts[0][0] == 0
    assert known.parts[-1][1] == len(known.seconds) == len(known.costs)
    assert len(known.places) == len(known.parts) == len(known.back)
    assert max(known.seconds) < len(known.places)


def test_every_row_is_where_the_table_says() -> None:
    """A row holds three parts; what it lists after its character are characters of the table."""
    known = table().places
    for character in list(known)[:300]:
        assert row(character).words[:1] in ("|", "")
        assert set(followers(character)) <= set(known)


@pytest.mark.parametrize("page", ["", "林场新修了便道，便道两旁栽了树。"])
def test_probabilities_are_those_of_one_character(page: str) -> None:
    """What may come after two characters adds up to about one, on a page or without it."""
    after = Language(page).after("修", "了")
    assert 0.6 < sum(exp(-after[character]) for character in table().start) <= 1.05


def test_what_the_page_says_is_likelier_on_it() -> None:
    """A name that the page has is cheaper there than at large."""
    page = "柳溪镇召开会议。柳溪镇干部参加。"
    assert Language(page).after("柳", "溪")["镇"] < Language("").after("柳", "溪")["镇"] - 2


def test_common_characters_are_common() -> None:
    """What is frequent in official text counts as common, and what is rare does not."""
    assert set("的一是了在人民工作，。") <= common_characters()
    assert not set("鶎嵏狱匾谶魑") <= common_characters()


@given(st.text(alphabet="甲乙丙，"))
def test_neighbours_are_those_of_the_text(text: str) -> None:
    """What is counted after one or two characters is what a plain count finds."""
    page = Neighbours(text)
    for one in "甲乙":
        assert page.after(one) == Counter(text[at + 1] for at in range(len(text) - 1) if text[at] == one)
        assert page.after_two("甲", one) == Counter(text[at + 2] for at in range(len(text) - 2) if text[at : at + 2] == "甲" + one)


def test_what_follows_one_character_only_is_unlikely_after_others() -> None:
    """Of two characters that are as frequent on a page, the one that follows different ones is likelier after another."""
    page = Neighbours("确保安全，确保质量，确保进度。我们在，他在，人在。")
    assert page.share("在") > page.share("保") > page.share("窗") == 0


def test_pairs_are_found_where_they_stand() -> None:
    """The places of a pair are all of them, also where it overlaps itself; a character alone has none."""
    page = Neighbours("甲甲甲乙𠀀乙甲")
    assert page.places("甲甲") == [0, 1]
    assert page.places("𠀀乙") == [4]
    assert page.places("乙丙") == page.places("甲") == []


def test_what_a_page_says_again_is_a_word_of_it() -> None:
    """A phrase that stands on the page several times costs less than its characters, and one that stands there once does not."""
    often, once = "抓好窗风廊风。" * 4, "抓好窗风廊风。"
    alone = cost_of_words("评议窗风廊风")
    assert cost_of_words("评议窗风廊风", PageWords(Neighbours(often)).at) < alone - 2
    assert cost_of_words("评议窗风廊风", PageWords(Neighbours(once)).at) == alone


def test_no_phrase_begins_or_ends_inside_a_word() -> None:
    """保活动 is no phrase of a page that only says 确保活动, and no phrase goes over a mark."""
    page = PageWords(Neighbours("确保活动有序，活动有序。" * 4))
    assert {word.size for word in page.at("确保活动有")} >= {2, 4}
    assert {word.size for word in page.at("保活动有序")} == {1}
    assert {word.size for word in page.at("有序，活动")} == {1, 2}
    assert {word.size for word in page.at("，活动有序")} == {1}
