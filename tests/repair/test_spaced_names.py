"""Names that were spaced out for layout."""

from __future__ import annotations

import pytest

from kg.aligned import Aligned
from kg.repair import spaced_names


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("组长：王 磊（县委书记）", "组长：王磊（县委书记）"),
        ("成员：李  强、张   敏\n", "成员：李强、张敏\n"),
        ("记者 王 磊", "记者 王磊"),
        ("王 林 李 四", "王林 李四"),
        ("岳阳市委书记 王 中 坚\n", "岳阳市委书记 王中坚\n"),
        ("王 小 磊，李 强", "王小磊，李强"),
        ("市委副书记、市长金 磊，副市长于 洋参加", "市委副书记、市长金磊，副市长于洋参加"),
        ("县长王 磊主持会议", "县长王磊主持会议"),
        ("县长王 磊 副县长李 强", "县长王磊 副县长李强"),
    ],
)
def test_a_spaced_name_is_one_word(text: str, joined: str) -> None:
    """A surname and a given name that stand alone or behind a title belong together."""
    assert Aligned.of(text).edit(spaced_names.find(text)).text == joined


@pytest.mark.parametrize(
    "text",
    [
        "大 中 小",
        "字 号",
        "王磊 李强",
        "县委 书记 王磊",
        "一 二",
        "王     磊",
        "a b",
        "王\n磊",
        "",
        "县长王 明天上午到",
        "市长于 上午。",
        "书记和 镇长。",
        "水管 道",
        "大王 磊",
    ],
)
def test_other_blanks_stay(text: str) -> None:
    """Blanks between words, buttons of a page and whole names are not joined."""
    assert spaced_names.find(text) == []


def test_the_blanks_are_inside_the_name_in_the_raw_text() -> None:
    """The mended name leads to the stretch with its blanks."""
    text = "：王  磊，"
    aligned = Aligned.of(text).edit(spaced_names.find(text))
    assert aligned.span(1, 3) == (1, 5)
