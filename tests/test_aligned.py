"""Text that remembers where it came from: whatever edits are made, every character leads back."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.aligned import Aligned, Change, Edit, Span

TEXT = st.text("政脉党员副市委，。 \n𠮷😀a1", max_size=40)
"""Texts with characters inside and outside the Basic Multilingual Plane."""


@st.composite
def batch(draw: st.DrawFn, length: int, *, same_length: bool = False) -> list[Edit]:
    """Edits in order for a text of ``length``, adjacent ones and insertions among them."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    new = st.text("新文字𠮷b", max_size=4)
    return [Edit(a, b, draw(st.text("新文字𠮷b", min_size=b - a, max_size=b - a) if same_length else new)) for a, b in pairs]


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits to it."""
    text = draw(TEXT)
    return text, draw(batch(len(text)))


def spliced(text: str, edits: list[Edit]) -> str:
    """``text`` after ``edits``, made the slow and obvious way."""
    for start, end, new, *_ in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


@given(TEXT)
def test_an_unedited_text_maps_each_character_to_itself(text: str) -> None:
    """Without edits, position and raw position are the same."""
    aligned = Aligned.of(text)
    assert (aligned.text, len(aligned)) == (text, len(text))
    assert [aligned.span(at, at + 1) for at in range(len(text))] == [Span(at, at + 1) for at in range(len(text))]


@given(edited())
def test_edits_give_the_text_that_splicing_gives(made: tuple[str, list[Edit]]) -> None:
    """A batch of edits is applied as if each were made by hand from the end."""
    text, edits = made
    assert Aligned.of(text).edit(edits).text == spliced(text, edits)


@given(edited())
def test_kept_characters_lead_back_to_themselves(made: tuple[str, list[Edit]]) -> None:
    """There and back: a character that no edit touched is found at its raw place, and every raw place that was kept has one."""
    text, edits = made
    aligned = Aligned.of(text).edit(edits)
    touched = {at for edit in edits for at in range(edit.start, edit.end)}
    back = {aligned.starts[at]: aligned.text[at] for at in range(len(aligned)) if aligned.ends[at] == aligned.starts[at] + 1}
    for at in set(range(len(text))) - touched:
        assert back[at] == text[at]


@given(edited())
def test_new_characters_lead_back_to_what_they_replace(made: tuple[str, list[Edit]]) -> None:
    """What an edit writes maps into the stretch that the edit replaced, and nowhere else."""
    text, edits = made
    aligned = Aligned.of(text).edit(edits)
    shift = 0
    for start, end, new, *_ in edits:
        at = start + shift
        for offset in range(len(new)):
            span = aligned.span(at + offset, at + offset + 1)
            assert start <= span.start <= span.end <= end
        shift += len(new) - (end - start)


@given(edited())
def test_one_batch_keeps_the_order_of_the_raw_text(made: tuple[str, list[Edit]]) -> None:
    """Editing moves nothing: behind one batch starts and ends never fall."""
    text, edits = made
    aligned = Aligned.of(text).edit(edits)
    assert list(aligned.starts) == sorted(aligned.starts)
    assert list(aligned.ends) == sorted(aligned.ends)


@given(st.data())
def test_edits_on_edits_stay_inside_the_raw_text(data: st.DataObject) -> None:
    """Through three batches there is one stretch a character, inside the raw text, and spans hold what they are asked for."""
    text = data.draw(TEXT)
    aligned = Aligned.of(text)
    for _ in range(3):
        aligned = aligned.edit(data.draw(batch(len(aligned))))
        assert len(aligned.starts) == len(aligned.ends) == len(aligned.text)
        assert all(0 <= start <= end <= len(text) for start, end in zip(aligned.starts, aligned.ends, strict=True))
    for start in range(len(aligned)):
        whole = aligned.span(start, len(aligned))
        assert all(whole.start <= a and b <= whole.end for a, b in zip(aligned.starts[start:], aligned.ends[start:], strict=True))


@given(st.data())
def test_edits_of_the_same_length_map_one_to_one_however_often(data: st.DataObject) -> None:
    """Script conversion is one character for one, so it leaves the map as it was."""
    text = data.draw(TEXT)
    aligned = Aligned.of(text)
    for _ in range(3):
        aligned = aligned.edit(data.draw(batch(len(aligned), same_length=True)))
    assert list(aligned.starts) == list(range(len(text)))
    assert list(aligned.ends) == list(range(1, len(text) + 1))


def test_adjacent_edits_keep_apart() -> None:
    """Two edits that touch each keep their own stretch."""
    aligned = Aligned.of("甲乙丙丁").edit([Edit(0, 1, "AA"), Edit(1, 3, "B"), Edit(3, 3, "C")])
    assert aligned.text == "AABC丁"
    assert [aligned.span(at, at + 1) for at in range(5)] == [(0, 1), (0, 1), (1, 3), (3, 3), (3, 4)]


def test_a_removed_gloss_is_inside_the_span_of_the_word_around_it() -> None:
    """動(dòng)員 becomes 動員, whose raw stretch holds the gloss."""
    raw = "動(dòng)員"
    aligned = Aligned.of(raw).edit([Edit(1, 7, "")])
    assert aligned.text == "動員"
    assert aligned.span(0, 2) == (0, len(raw))
    assert aligned.spans(0, 2) == [(0, 1), (7, 8)]
    assert aligned.spans(0, 2, gap=6) == [(0, 8)]


def test_an_empty_stretch_stands_where_it_is() -> None:
    """The span of no characters is an empty one behind the character before it."""
    aligned = Aligned.of("甲乙丙").edit([Edit(0, 1, "")])
    assert aligned.span(0, 0) == (0, 0)
    assert aligned.span(1, 1) == (2, 2)
    assert aligned.spans(2, 2) == [(3, 3)]


def test_empty_texts_can_be_edited() -> None:
    """Nothing can be made of nothing, and something inserted into it."""
    assert Aligned.of("").edit([]).text == ""
    made = Aligned.of("").edit([Edit(0, 0, "新")])
    assert (made.text, made.span(0, 1)) == ("新", (0, 0))
    assert Aligned.of("甲").edit([Edit(0, 1, "")]).text == ""


@given(st.data())
def test_arranging_gives_the_pieces_in_their_order(data: st.DataObject) -> None:
    """What is arranged is the pieces one behind the other, each character at its own raw place."""
    text = data.draw(TEXT)
    cuts = [0, *sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5))), len(text)]
    pieces = data.draw(st.permutations(list(pairwise(cuts))))
    aligned = Aligned.of(text).arrange(pieces)
    assert aligned.text == "".join(text[a:b] for a, b in pieces)
    assert [text[start:end] for start, end in zip(aligned.starts, aligned.ends, strict=True)] == list(aligned.text)


def test_arranged_strings_stand_behind_what_precedes_them() -> None:
    """An inserted string stands for nothing, at the end of the piece before it."""
    aligned = Aligned.of("甲乙丙").arrange([(1, 2), "——", (0, 1)])
    assert aligned.text == "乙——甲"
    assert [aligned.span(at, at + 1) for at in range(4)] == [(1, 2), (2, 2), (2, 2), (0, 1)]


@given(st.data())
def test_moving_there_and_back_changes_nothing(data: st.DataObject) -> None:
    """A stretch that is moved and moved back leaves text and map as they were."""
    text = data.draw(TEXT)
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    to = data.draw(st.sampled_from([*range(start + 1), *range(end, len(text) + 1)]))
    moved = Aligned.of(text).move(start, end, to)
    assert sorted(moved.text) == sorted(text)
    length = end - start
    back = moved.move(to, to + length, end) if to <= start else moved.move(to - length, to, start)
    assert back.text == text
    assert list(back.starts) == list(range(len(text)))


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(2, 3, ""), Edit(0, 1, "")],
        [Edit(0, 2, ""), Edit(1, 3, "")],
        [Edit(2, 1, "")],
        [Edit(-1, 1, "")],
        [Edit(2, 4, "")],
    ],
    ids=["out of order", "overlapping", "backwards", "before the text", "behind the text"],
)
def test_impossible_edits_are_refused(edits: list[Edit]) -> None:
    """Edits that are out of order, overlap or leave the text are an error, never a wrong map."""
    with pytest.raises(ValueError, match=r"edit -?\d+-\d+"):
        Aligned.of("甲乙丙").edit(edits)


@pytest.mark.parametrize(("start", "end", "to"), [(0, 2, 1), (2, 1, 0), (0, 4, 3), (0, 1, 4)])
def test_impossible_moves_are_refused(start: int, end: int, to: int) -> None:
    """A stretch cannot be moved into itself or out of the text."""
    with pytest.raises(ValueError, match="cannot move"):
        Aligned.of("甲乙丙").move(start, end, to)


def test_a_megabyte_with_fifty_thousand_edits() -> None:
    """Batches of many edits on a long text give the right text and the right map."""
    text = "政脉读公文" * 70_000
    assert len(text.encode()) > 1_000_000
    starts = sorted(random.Random(7).sample(range(0, len(text) - 1, 2), 50_000))
    edits = [Edit(at, at + 1, ("", "新", "新的")[number % 3]) for number, at in enumerate(starts)]
    aligned = Aligned.of(text).edit(edits).edit([Edit(0, 0, "头")])
    assert len(aligned) == len(text) + 1 - sum(not edit.new for edit in edits) + sum(len(edit.new) == 2 for edit in edits)
    assert aligned.span(len(aligned) - 1, len(aligned)) == (len(text) - 1, len(text))
    assert all(aligned.text[at] == text[aligned.starts[at]] for at in range(1, len(aligned)) if aligned.text[at] not in "新的头")


@given(edited())
def test_recorded_changes_are_what_happened(made: tuple[str, list[Edit]]) -> None:
    """Applied to the raw text from its end, the recorded changes of one batch make the edited text; recording changes nothing."""
    text, edits = made
    log: list[Change] = []
    aligned = Aligned.of(text, log).edit(edits)
    plain = Aligned.of(text).edit(edits)
    assert (aligned.text, list(aligned.starts), list(aligned.ends)) == (plain.text, list(plain.starts), list(plain.ends))
    assert all(text[change.start : change.end] == change.old for change in log if change.old)
    assert all(change.old != change.new or len(change.old) != len(change.new) for change in log if change.old or change.new)


def test_a_change_of_equal_length_is_recorded_where_it_differs() -> None:
    """Of a line that was converted only the characters that became others are listed, with what the step said of them."""
    log: list[Change] = []
    Aligned.of("岳陽市委組織部", log).edit([Edit(0, 7, "岳阳市委组织部", 0.9, "converted")])
    assert log == [Change(1, 2, "陽", "阳", 0.9, "converted"), Change(4, 6, "組織", "组织", 0.9, "converted")]


def test_positions_of_changes_are_those_of_the_raw_text() -> None:
    """What a later step changes is recorded where it stood before the earlier one."""
    log: list[Change] = []
    Aligned.of("動(dòng)員", log).edit([Edit(1, 7, "")]).edit([Edit(0, 2, "动员")])
    assert [(change.start, change.end, change.new) for change in log[1:]] == [(0, 8, "动员")]
    assert log[0].old == "(dòng)"


def test_rearrangements_are_recorded() -> None:
    """What was dropped, moved and put in is listed; what only stays is not."""
    log: list[Change] = []
    Aligned.of("甲\n图为\n乙。", log).arrange([(0, 1), (5, 7), "\n", (2, 4)])
    assert [(change.start, change.old, change.new, change.note) for change in log] == [
        (1, "\n", "", "dropped"), (2, "图为", "图为", "moved"), (4, "\n", "", "dropped"), (7, "", "\n", "put in"),
    ]  # fmt: skip
    log.clear()
    Aligned.of("甲乙", log).arrange([(0, 1), (1, 2)])
    assert log == []
