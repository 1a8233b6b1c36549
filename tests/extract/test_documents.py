"""documents, sentence by sentence."""

from __future__ import annotations


def test_golden_sentences(golden, hold) -> None:
    """What the sentence says is found, and what it does not say is not."""
    hold(golden)
