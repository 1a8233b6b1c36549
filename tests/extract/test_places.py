"""places, sentence by sentence."""

from __future__ import annotations

import pytest

from kg.document import analyse
from kg.model import Kind


def test_golden_sentences(golden, hold) -> None:
    """What the sentence says is found, and what it does not say is not."""
    hold(golden)


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("岳阳县王庄镇李庄村的干部", {"王庄镇": "岳阳县", "李庄村": "王庄镇"}),
        ("岳阳县王庄镇李庄镇张庄镇的干部", {"王庄镇": "岳阳县", "李庄镇": "岳阳县", "张庄镇": "岳阳县"}),
        ("岳阳县王庄镇李庄村张庄村的干部", {"王庄镇": "岳阳县", "李庄村": "王庄镇", "张庄村": "王庄镇"}),
        ("岳阳县王庄村李庄镇的干部", {"王庄村": "岳阳县", "李庄镇": "岳阳县"}),
        ("王庄村张家自然村赵家自然村的干部", {"王庄村": "", "张家自然村": "王庄村", "赵家自然村": "王庄村"}),
        ("张家自然村赵家自然村的干部", {"张家自然村": "", "赵家自然村": ""}),
    ],
)
def test_towns_lie_in_what_may_hold_them(text: str, parents: dict[str, str]) -> None:
    """A town lies in the county before it and not in a town or village, a village in a town, a hamlet in a village."""
    assert _parents(text + "参加了座谈会。").items() >= parents.items()


def test_towns_in_a_row_are_not_each_in_the_one_before() -> None:
    """Towns without a mark between lie side by side: each used to lie in the one before it, and of thousands no chain could be followed."""
    names = [first + second + "镇" for first in "王李张刘陈杨黄赵吴周徐孙马朱胡郭何" for second in "家庄店桥坪岭塘湾溪沟坝"]
    assert set(_parents("岳阳县" + "".join(names)).values()) == {"", "湖南省", "岳阳市", "岳阳县"}


def _parents(text: str) -> dict[str, str]:
    """The places of a text by name, each with the name of what it lies in."""
    things = {thing.id: thing for thing in analyse(text.encode()).things if thing.kind is Kind.PLACE}
    return {thing.label: things[above].label if (above := thing.get("parent")) else "" for thing in things.values()}
