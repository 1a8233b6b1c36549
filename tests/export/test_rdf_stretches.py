"""Stretches of a text: each is what escaping it alone gives."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from kg.export.rdf.stretches import Stretches
from kg.export.rdf.turtle import escape


@given(st.text(st.characters(), max_size=40), st.integers(0, 50), st.integers(0, 50))
@example('“\\\n"\ud800\ufeff𠮷市', 0, 9)
@example("市", 1, 33)
def test_a_stretch_is_escaped_as_if_alone(text: str, start: int, length: int) -> None:
    """Whatever stands in the text, and also where the stretch runs past its end."""
    end = start + length
    around = (text[max(0, start - 3) : start], text[start:end], text[end : end + 3])
    assert Stretches(text).around(start, end, 3) == tuple(map(escape, around))
