"""posts, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable

from kg import analyse


def test_golden_sentences(golden, hold) -> None:
    """What the sentence says is found, and what it does not say is not."""
    hold(golden)


def test_each_label_finds_its_group_at_once(lines_run: Callable[[Callable[[], object]], int]) -> None:
    """A page of many bodies and labels: twice as many are twice the steps."""

    def steps(labels: int) -> int:
        return lines_run(lambda: analyse(("岳阳市教育局很好。\n组长：王明\n芮某好看。\n" * labels).encode()))

    steps(10)  # what is loaded once
    assert steps(400) < 2.2 * steps(200)


def test_a_list_of_names_is_read_as_far_back_as_lists_go(said) -> None:
    """Of a hundred names before 等领导 the last are found, and no step goes over all of them."""
    given = "国建志文春永海德玉金明军平福生林红成云光"
    listed = [surname + char for surname in "王李张刘陈" for char in given]
    found = {row[0] for row in said(f"参加会议的有{'、'.join(listed)}等领导。")["person"]}
    assert set(listed[-10:]) <= found
    assert not found & set(listed[:40])
