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
