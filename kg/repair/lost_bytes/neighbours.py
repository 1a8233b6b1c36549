"""What stands beside what on a page, counted for those characters that are asked for."""

from __future__ import annotations

from collections import Counter
from typing import Final

#: What follows the last character.
_NOTHING: Final = "\0"


class Neighbours:
    """A text, and what was counted in it so far."""

    def __init__(self, text: str) -> None:
        """Note the different pairs, and of how many each character is the second."""
        self.text = text + _NOTHING
        self.pairs = set(map(str.__add__, text, text[1:]))
        self.seconds = Counter([pair[1] for pair in self.pairs])
        self.known: dict[str, Counter[str]] = {}

    def share(self, character: str) -> float:
        """Return for how much of the different pairs a character is the second.

        Not how much of the text it is: what always follows the same character is unlikely after another one.
        """
        return self.seconds.get(character, 0) / (len(self.pairs) or 1)

    def after(self, character: str) -> Counter[str]:
        """Count what follows a character."""
        known = self.known.get(character)
        if known is None:
            known = self.known[character] = self._following(character)
        return known

    def after_two(self, before: str, character: str) -> Counter[str]:
        """Count what follows a character where another one stands before it."""
        both = before + character
        return self._following(both) if both in self.pairs else _NONE

    def _following(self, characters: str) -> Counter[str]:
        text, size, found = self.text, len(characters), []
        at = text.find(characters)
        while at >= 0:
            found.append(text[at + size])
            at = text.find(characters, at + 1)
        counts = Counter(found)
        counts.pop(_NOTHING, None)
        return counts


_NONE: Final[Counter[str]] = Counter()
