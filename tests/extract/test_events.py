"""events, sentence by sentence."""

from __future__ import annotations

import re

import pytest

from kg import analyse
from kg.extract.events import presence


def test_golden_sentences(golden, hold) -> None:
    """What the sentence says is found, and what it does not say is not."""
    hold(golden)


def test_a_sentence_is_asked_once_who_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many events were told of before it."""
    asked = _Asked(presence._HERE)
    monkeypatch.setattr(presence, "_HERE", asked)
    analyse(("4月8日上午召开动员大会，" * 9 + "。大家都来了。王明出席会议。").encode())
    assert len(asked.spans) == len(set(asked.spans)) == 2


class _Asked:
    """A pattern that remembers where it was looked for."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern
        self.spans: list[tuple[int, int]] = []

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """As the pattern does."""
        self.spans.append((start, end))
        return self._pattern.search(text, start, end)
