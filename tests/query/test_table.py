"""The table that people see."""

from __future__ import annotations

from unicodedata import combining

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.query.table import columns, table

CELL = st.text(st.sampled_from("ab 市县\u0301\né"), max_size=30)
ROWS = st.integers(1, 4).flatmap(lambda many: st.lists(st.lists(CELL, min_size=many, max_size=many), max_size=5))


def test_columns_are_aligned() -> None:
    """A wide character takes two columns; nothing stands behind the last cell."""
    assert table(["name", "n"], [["文立诚", "1"], ["ab", "22"]]) == "name    n\n──────  ──\n文立诚  1\nab      22\n"


def test_lines_in_a_cell_stand_below_each_other() -> None:
    """A cell of several lines makes a row of several."""
    assert table(["a", "b"], [["1\n2", "x"]]).splitlines()[2:] == ["1  x", "2"]


def test_the_widest_columns_give_way() -> None:
    """A short column stays whole where a long one is broken."""
    lines = table(["a", "b"], [["短", "很长的一句话很长的一句话很长的一句话"]], 20).splitlines()
    assert lines[2:] == ["短  很长的一句话很长", "    的一句话很长的一", "    句话"]


@pytest.mark.parametrize("rows", [[], [[], []]])
def test_no_column_and_no_row_are_tables(rows: list[list[str]]) -> None:
    """An answer without variables, and one without rows."""
    assert table([], rows).strip() == ""
    assert table(["a"], []) == "a\n─\n"


@given(ROWS, st.none() | st.integers(40, 60))
def test_nothing_is_lost_and_lines_fit(rows: list[list[str]], width: int | None) -> None:
    """Every character of every cell but blanks at its ends and line feeds stands in the table, in its column, within the width."""
    many = len(rows[0]) if rows else 1
    lines = table(["x"] * many, rows, width).splitlines()
    assert width is None or all(columns(line) <= width for line in lines)
    body = sorted("".join(lines[2:]).replace(" ", ""))
    assert body == sorted("".join("".join(row) for row in rows).replace("\n", "").replace(" ", ""))


@given(st.text())
def test_width_is_that_of_the_characters(text: str) -> None:
    """None for a combining one, else one or two, and the short way for ASCII gives the same."""
    assert columns(text) == sum(columns(char) for char in text)
    assert all(columns(char) == 0 for char in text if combining(char))
    assert columns(text) <= 2 * len(text)
