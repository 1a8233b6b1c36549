"""Deputies written with a character of like sound."""

from __future__ import annotations

import pytest

from kg.aligned import Aligned
from kg.repair import deputies


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("县委付书记芮磊出席", "县委副书记芮磊出席"),
        ("市总工会幅主席水强", "市总工会副主席水强"),
        ("区政协党组幅书记、区总工会主席费敏", "区政协党组副书记、区总工会主席费敏"),
        ("市总工会党组书记、常务幅主席蓝欣", "市总工会党组书记、常务副主席蓝欣"),
        ("县教育局付局长欧阳明", "县教育局副局长欧阳明"),
    ],
)
def test_a_deputy_behind_a_body_or_a_post_is_written_as_one(text: str, mended: str) -> None:
    """What stands before the title and a name behind it tell that no Mr Fu and no picture is meant."""
    assert Aligned.of(text).edit(deputies.find(text)).text == mended


@pytest.mark.parametrize(
    "text",
    [
        "付主任说，今年的任务更重",
        "记者付书记",
        "墙上挂着一幅主席画像",
        "县委付书记和群众一起劳动",
        "他向县财政局付款",
        "镇党委付书记的办公室",
        "这幅院长王磊的照片",
    ],
)
def test_people_called_fu_pictures_and_payments_stay(text: str) -> None:
    """Where it may be a surname or what is counted, nothing changes."""
    assert deputies.find(text) == []
