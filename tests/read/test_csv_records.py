"""Tables are marked, whatever they were written in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.read import read
from kg.read.tables import rows_of

ROWS = "姓名\t职务\n韦启明\t副部长\n"


def marked(data: bytes) -> str:
    """The text that is marked as tables."""
    raw = read(data)
    return "".join(raw.text[start:end] for start, end in raw.tables)


def test_rows_parted_by_tabs_are_a_table() -> None:
    """Two rows at least; an indented line or a single tab is none."""
    assert marked(f"名单如下：\n{ROWS}\t缩进一段。\n甲\t乙\n完。".encode()) == ROWS
    assert marked("甲\t乙\n完。".encode()) == ""
    assert marked(f"名单\n{ROWS}丙\t丁".encode()) == ROWS + "丙\t丁"


def test_tables_of_data_are_told_from_tables_of_layout() -> None:
    """Rows of short cells are a table; a page that is laid out by tables is text."""
    data = "<table><tr><th>姓名<th>职务<tr><td>韦启明<td>副部长</table>"
    prose = "会议要求，各级党组织要把工作落到实处。" * 8
    assert marked(f"<html><body><p>名单</p>{data}<p>完。</p></body></html>".encode()) == ROWS.replace("\t", "\n")
    page = f"<html><body><table><tr><td>栏目<td>{prose}<tr><td>甲<td>乙</table></body></html>"
    assert marked(page.encode()) == ""
    assert marked(f"<html><body><table><tr><td>栏目<td>{data}<tr><td>甲<td>乙</table></body></html>".encode()) == ROWS.replace("\t", "\n")


@given(st.lists(st.sampled_from(["甲", "\t", "\n", " ", "\r"]), max_size=40).map("".join))
def test_tables_are_whole_lines_in_order(text: str) -> None:
    """For any text the stretches are whole lines, one behind the other."""
    at = 0
    for start, end in rows_of(text):
        assert at <= start < end <= len(text)
        assert start == 0 or text[start - 1] == "\n"
        assert end == len(text) or text[end - 1] == "\n"
        at = end
