"""Who runs a program."""

from __future__ import annotations

import pytest

from kg.document import analyse
from kg.extract.context import Context
from kg.extract.runners import topics
from kg.extract.subjects import Subjects


def test_what_an_article_says_of_itself_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The county that an article is about is looked for once an article, however many programs it has."""
    asked: list[tuple[int, int]] = []
    below = topics.below

    def counting(subjects: Subjects, context: Context, within: tuple[int, int]) -> object:
        asked.append(within)
        return below(subjects, context, within)

    monkeypatch.setattr(topics, "below", counting)
    analyse(("大力实施园区提质增效行动。" * 50).encode())
    assert len(asked) == 1
