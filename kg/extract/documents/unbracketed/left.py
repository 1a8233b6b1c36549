"""What of a page no document was found in yet."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.documents.bracketed import NUMBER
from kg.extract.documents.mention import DocumentMention
from kg.extract.page import Page
from kg.extract.scan import Stretches

_BLANKS: Final = (" ", "\u3000", "\n")
_EDITION: Final = re.compile("（[\u4e00-\u9fff]{2,6}）")
"""（试行） behind a title, before its number."""
_VAGUE: Final = re.compile(
    "(?:上级|各级|逐[章条句]|这|上述|以上|具体|相关|相应|有关|详细|切实可行|一系列|系列|各类|各项|各自|年度|本|该|符合|适合|适应|切合)"
)
"""At the head of what would be a title: whatever documents there may be."""


class Left:
    """The stretches of a page that none of ``covered`` takes; what is found in them is added there."""

    def __init__(self, page: Page, covered: list[tuple[int, int]]) -> None:
        self.page = page
        self._covered = covered
        self._taken = Stretches(covered)

    def has(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` was left by what had been found when this was made."""
        return not self._taken.hold(start) and not self._taken.hold(end - 1)

    def may_be_title(self, start: int, end: int) -> bool:
        """Whether what was left there may name a certain document."""
        return self.has(start, end) and _VAGUE.match(self.page.text, start) is None

    def found(
        self, start: int, end: int, confidence: float, *, title: str = "", rule: str = "named in full", number: str = ""
    ) -> DocumentMention:
        """A document cited by ``text[start:end]``, which is its ``title`` if no other is given."""
        self._covered.append((start, end))
        return DocumentMention(start, end, title or self.page.text[start:end], rule, confidence, number)


def number_behind(text: str, end: int) -> str:
    """The number in brackets behind a title that ends at ``end``, or nothing: …的意见|（岳政发〔2013〕13号）."""
    edition = _EDITION.match(text, end)
    end = edition.end() if edition is not None else end
    while text[end : end + 1] in _BLANKS and end < len(text):  # on a line of its own under a title
        end += 1
    number = NUMBER.match(text, end) if text.startswith(("（", "("), end) else None
    return number[1] if number is not None else ""
