"""Finding many strings at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Hit(NamedTuple):
    """``text[start:end]`` is one of the strings of a scanner."""

    start: int
    end: int
    text: str


class Scanner:
    """An automaton over a set of strings; of overlapping hits the leftmost, then the longest, is kept."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.patterns = sorted(set(patterns))
        self._automaton = AhoCorasick(self.patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)

    def scan(self, text: str) -> Iterator[Hit]:
        """The hits in ``text``, in order, not overlapping."""
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            yield Hit(start, end, self.patterns[number])
