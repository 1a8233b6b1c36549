"""The pure function of one document."""

from __future__ import annotations

import pickle
from hashlib import sha256

from kg.document import analyse, analyse_part
from kg.read import Part, parts

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
