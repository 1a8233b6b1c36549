"""Finding many strings at once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Final, NamedTuple, Protocol, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind


class Placed(Protocol):
    """Anything that stands at a place in a text."""

    @property
    def start(self) -> int:
        """Where it starts."""


T = TypeVar("T", bound=Placed)
_start = attrgetter("start")


def within(items: Sequence[T], low: int, high: int) -> Sequence[T]:
    """Those of ``items`` (in order of their starts) that start in ``text[low:high]``: found by bisection."""
    return items[bisect_left(items, low, key=_start) : bisect_left(items, high, key=_start)]


def last_within(items: Sequence[T], low: int, high: int) -> T | None:
    """The last of ``items`` (in order of their starts) that starts in ``text[low:high]``."""
    number = bisect_left(items, high, key=_start) - 1
    return items[number] if number >= 0 and items[number].start >= low else None


def made_of(text: str, parts: re.Pattern[str]) -> bool:
    """Whether ``text`` can be cut up into matches of ``parts``, in any number; a match with a group may end anywhere behind it.

    Each place is looked at once. ``(?:parts)*`` would try every way of cutting: 就就就… has more of them than anyone can wait for.
    """
    reached = {0}
    for at in range(len(text)):
        match = parts.match(text, at) if at in reached else None
        if match is not None:
            reached.update(range(match.end(match.lastindex or 0), match.end() + 1))
    return len(text) in reached


class Stretches:
    """Stretches of a text, for asking whether a position lies in one of them; they may overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(stretches):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, position: int) -> bool:
        """Whether ``position`` lies in one of them."""
        number = bisect_left(self._starts, position + 1) - 1
        return number >= 0 and position < self._ends[number]


_MOST: Final = 10_000
"""Patterns of an automaton that is a DFA, which takes half the time and ten times the memory of an NFA (here below 20 MB)."""


class Hit(NamedTuple):
    """``text[start:end]`` is one of the strings of a scanner."""

    start: int
    end: int
    text: str


_hit: Callable[[tuple[int, int, str]], Hit] = partial(tuple.__new__, Hit)
"""``Hit._make`` without a call of Python's: hits are made by the hundred thousand."""


class Scanner:
    """An automaton over a set of strings; of overlapping hits the leftmost, then the longest, is kept."""

    def __init__(self, patterns: Iterable[str], *, once: bool = False) -> None:
        """``once``: only one text will be scanned, so that the automaton should be made quickly."""
        self.patterns = sorted(set(patterns))
        implementation = Implementation.ContiguousNFA if once or len(self.patterns) > _MOST else Implementation.DFA
        self._automaton = AhoCorasick(self.patterns, matchkind=MatchKind.LeftmostLongest, implementation=implementation)

    def scan(self, text: str) -> Iterator[Hit]:
        """The hits in ``text``, in order, not overlapping."""
        found = self._automaton.find_matches_as_indexes(text)
        if not found:
            return iter(())
        numbers, starts, ends = zip(*found, strict=True)
        return map(_hit, zip(starts, ends, map(self.patterns.__getitem__, numbers), strict=True))
