"""programs, sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable

from kg import analyse


def test_golden_sentences(golden, hold) -> None:
    """What the sentence says is found, and what it does not say is not."""
    hold(golden)


def test_a_program_began_on_the_date_beside_it(lines_run: Callable[[Callable[[], object]], int]) -> None:
    """A sentence of many dates and programs: each program looks at the dates near it; twice as many are twice the steps."""

    def steps(programs: int) -> int:
        return lines_run(lambda: analyse(("2010年5月3日岳阳市开展创先争优活动，" * programs).encode()))

    steps(10)  # what is loaded once
    assert steps(800) < 2.2 * steps(400)


def test_slogans_and_full_names_are_not_compared_one_by_one(lines_run: Callable[[Callable[[], object]], int]) -> None:
    """A page of nothing but slogans and names that begin alike: twice as many are twice the steps."""

    def steps(number: int) -> int:
        marks = [chr(0x4E00 + at) for at in range(number)]
        slogans = "".join(f"岳阳市开展“一{mark}一卡”工作。" for mark in marks)
        return lines_run(lambda: analyse((slogans + "".join(f"岳阳市开展“一{mark}进村入户”活动。" for mark in marks)).encode()))

    steps(10)
    assert steps(400) < 2.5 * steps(200)
