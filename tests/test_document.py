"""The pure function of one document."""

from __future__ import annotations

import pickle
from hashlib import sha256
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.document import analyse, analyse_part
from kg.errors import ReadError
from kg.read import Part, parts

HERE = Path(__file__).parent
PROSE = "".join(
    path.read_text("utf-8", "replace") for path in (*sorted((HERE / "cases").glob("*.txt")), *sorted((HERE.parent / "seeds").glob("*.txt")))
)
TEXT = "岳阳市委组织部副部长韦启明介绍，全市开展“四比四看”活动。\n"


def test_a_part_can_be_sent_to_another_process_and_says_the_same() -> None:
    """Parts and analyses are values: what a worker makes of a part is what is made of its bytes here."""
    (part,) = parts(TEXT.encode(), "a.txt")
    sent = pickle.loads(pickle.dumps(part))  # noqa: S301 - our own
    assert pickle.loads(pickle.dumps(analyse_part(sent))) == analyse(TEXT.encode(), "a.txt")  # noqa: S301


def test_a_record_is_known_by_its_own_bytes() -> None:
    """The id of the source is that of the record, whichever field its text is."""
    found = analyse_part(Part("a.jsonl#1", b"{...}", text=TEXT))
    assert found.sources[0].sha256 == sha256(b"{...}").hexdigest()
    assert found.text == TEXT
    assert found.claims


@settings(max_examples=300, deadline=None)
@given(st.builds(lambda start, length: PROSE[start : start + length], st.integers(0, len(PROSE) - 1), st.integers(1, 60)))
@example("投资10个亿")
@example("基层党组织划分为5")
@example("部长朱")
@example("村支")
@example("一是突出“创先争优”")
def test_a_text_may_begin_and_end_anywhere(text: str) -> None:
    """Wherever a text is cut off, it is read, and what is found stands in it."""
    try:
        found = analyse(text.encode(), "a.txt")
    except ReadError:  # nothing but marks and blanks
        return
    assert all(0 <= span.start < span.end <= len(found.text) for claim in found.claims for span in claim.spans)
