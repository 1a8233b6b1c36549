"""What extractors ask of a page."""

from __future__ import annotations

import pytest

from kg.document import analyse
from kg.extract.page import Page, Token


@pytest.mark.parametrize("words", ["王家庄村党支部", "大好乡", "a" * 33 + "公司"])
def test_words_before_a_name_are_few_in_a_text_without_marks(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long a text goes on without marks, each name in it has a few words looked at and not all before it."""
    asked: list[int] = []
    tokens = Page.tokens

    def counted(page: Page, start: int, end: int) -> tuple[Token, ...]:
        asked.append(end - start)
        return tokens(page, start, end)

    monkeypatch.setattr(Page, "tokens", counted)
    analyse((words * 400).encode())
    assert asked
    assert max(asked) < 100
