"""Lines set with a blank between all characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned
from kg.repair import repair, spaced_lines


def joined(text: str) -> str:
    """``text`` after the step."""
    return Aligned.of(text).edit(spaced_lines.find(text)).text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  通  知\n各乡镇：", "  通知\n各乡镇："),
        ("中 共 岳 阳 市 委 组 织 部", "中共岳阳市委组织部"),
        ("会 议 由 市 长 主 持 ， 王 磊 出 席 。", "会 议 由 市 长 主 持 ， 王 磊 出 席 。"),
        ("会 议 由 市 长 主 持， 王 磊 出 席。", "会议由市长主持，王磊出席。"),
        ("岳 阳 市 人 民 政 府   文 件", "岳阳市人民政府   文件"),
        ("易 思 齐  王 磊  李 强", "易思齐  王磊  李强"),
    ],
    ids=["heading", "name of a body", "marks set apart are none of ours", "sentence", "wider blanks", "wider blanks between names"],
)
def test_spaced_lines_are_words(text: str, line: str) -> None:
    """Of a line without a word in it the blanks go, whatever it says."""
    assert joined(text) == line


@pytest.mark.parametrize(
    "text",
    ["大 中 小", "一 二 三", "王 磊", "王 磊 李 强 文 杰", "王磊 李 强 文立诚 殷 杰 甄怀远", "通 知 书", "岳阳 市委 组织部", "水管 道", ""],
)
def test_other_blanks_stay(text: str) -> None:
    """Buttons, numbers, names and words in a row."""
    assert joined(text) == text


def test_a_spaced_heading_is_one_word_in_the_end() -> None:
    """Ideographic blanks are blanks by then."""
    assert repair("通\u3000\u3000知\n").text == "通知\n"


def test_rows_of_spaced_names_are_names() -> None:
    """However wide the blanks between them are."""
    assert repair("王　磊　　李　强　　文　杰\n").text == "王磊  李强  文杰\n"
    assert repair("王 磊 李 强 文 杰\n").text == "王磊 李强 文杰\n"


@given(st.lists(st.sampled_from([*"政脉通知王 \n，", "  "]), max_size=60).map("".join))
def test_twice_is_once(text: str) -> None:
    """What was joined stays so."""
    assert joined(joined(text)) == joined(text)
