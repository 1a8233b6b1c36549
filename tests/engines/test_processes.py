"""Engines give the same results in the same order, whichever maps; several processes hold back what they are not ready for."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.engines import engine, local, processes
from kg.errors import EngineError, InputError

PAIRS = st.lists(st.tuples(st.text(max_size=3), st.none() | st.integers()), max_size=60)


def halved(value: int) -> int:
    """Half of an even number."""
    if value % 2:
        raise ArithmeticError(f"{value} is odd")
    return value // 2


def doubled(value: int) -> int:
    """Twice a number."""
    return 2 * value


def ended(value: int) -> int:
    """No result: the process is gone."""
    os._exit(value)


@settings(max_examples=5, deadline=None)
@given(PAIRS)
def test_results_come_in_order(pairs: list[tuple[str, int | None]]) -> None:
    """Keys and results are those of the plain engine; a pair without a value passes."""
    assert list(processes.mapped(doubled, pairs, jobs=2)) == list(local.mapped(doubled, pairs))


def test_values_are_taken_as_results_are() -> None:
    """However long the input, only so much of it is taken ahead of the result that is asked for."""
    taken = []

    def endless() -> Iterator[tuple[int, int]]:
        for number in range(10_000):
            taken.append(number)
            yield number, number

    results = processes.mapped(doubled, endless(), jobs=2)
    assert next(results) == (0, 0)
    results.close()
    assert len(taken) < 100


def test_an_error_is_that_of_the_function() -> None:
    """What the function raises is raised here, and the processes are done."""
    with pytest.raises(ArithmeticError, match="3 is odd"):
        list(processes.mapped(halved, [("a", 2), ("b", 3), ("c", 4)], jobs=2))


def test_a_process_that_ends_is_an_error_of_one_line() -> None:
    """It says what to do."""
    with pytest.raises(EngineError, match="fewer jobs"):
        list(processes.mapped(ended, [("a", 9)], jobs=2))


def test_one_job_is_this_process() -> None:
    """Without a number of jobs there is nothing beside it; a negative one is refused."""
    assert engine(1) is local.mapped
    with pytest.raises(InputError, match="-1"):
        engine(-1)
