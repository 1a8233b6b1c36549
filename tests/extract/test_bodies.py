"""bodies, sentence by sentence."""

from __future__ import annotations

import pytest

from kg.document import analyse
from kg.model import Kind


def test_golden_sentences(golden, hold) -> None:
    """What the sentence says is found, and what it does not say is not."""
    hold(golden)


@pytest.mark.parametrize(
    ("owner", "parts"),
    [
        ("岳阳市委", "组织部办公室"),
        ("岳阳市委组织部", "综合科"),
        ("湖南日报社", "驻安化县工作队"),
        ("", "“好好”行动指挥部"),
        ("", "区深入开展文明创建领导小组"),
    ],
)
def test_a_row_of_names_is_no_body(owner: str, parts: str) -> None:
    """Departments of departments without end are read, up to a length that no name has: a thousand of them could not be."""
    labels = [thing.label for thing in analyse((owner + parts * 1000).encode()).things if thing.kind is Kind.BODY]
    assert labels
    assert max(map(len, labels)) <= 100


@pytest.mark.parametrize("words", ["一连串的问题解决了", "一连几天下雨", "一连数日下雨", "一连好几次", "实现一连冠"])
def test_words_that_begin_like_a_company_name_none(words: str) -> None:
    """A company that the page names is not named again by a word that begins like its number."""
    text = "三三三团一连建成。"
    analysis = analyse((text + words + "，一连丰收。").encode())
    companies = [
        mention.span
        for mention in analysis.mentions
        if mention.thing in {thing.id for thing in analysis.things if thing.label == "三三三团一连"}
    ]
    assert [span.start for span in companies] == [0, len(text + words) + 1]
