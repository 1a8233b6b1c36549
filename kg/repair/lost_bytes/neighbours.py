"""What stands beside what on a page, counted for those characters that are asked for."""

from __future__ import annotations

from collections import Counter, defaultdict


class Neighbours:
    """A text, with where each character stands in it."""

    def __init__(self, text: str) -> None:
        """Note the places."""
        self.text = text
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        places = self.places
        for at, character in enumerate(text[:-1]):
            places[character].append(at)
        self.shares = {character: len(found) / len(text) for character, found in places.items()}
        self.known: dict[str, Counter[str]] = {}

    def share(self, character: str) -> float:
        """Return how often a character stands anywhere."""
        return self.shares.get(character, 0.0)

    def after(self, character: str) -> Counter[str]:
        """Count what follows a character."""
        known = self.known.get(character)
        if known is None:
            text = self.text
            known = Counter([text[at + 1] for at in self.places.get(character, ())])
            self.known[character] = known
        return known

    def after_two(self, before: str, character: str) -> Counter[str]:
        """Count what follows a character where another one stands before it."""
        text = self.text
        return Counter([text[at + 1] for at in self.places.get(character, ()) if text[at - 1] == before and at])
