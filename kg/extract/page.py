"""What extractors look at: one document, read, repaired and cut up."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

import rjieba

from kg.aligned import Aligned
from kg.read.raw import Raw
from kg.segment import Segments, SentenceAt, Zone

MINED = frozenset(Zone) - {Zone.BOILERPLATE}
"""Zones that are mined for facts; page chrome yields none, save publisher and credits."""


class Token(NamedTuple):
    """A word of the segmenter with its part of speech; positions in the repaired text."""

    text: str
    start: int
    end: int
    tag: str


@dataclass(slots=True)
class Page:
    """One document. All positions are positions in ``text``, the repaired text, unless said otherwise."""

    source: str
    sha256: str
    raw: Raw
    aligned: Aligned
    segments: Segments
    _starts: list[int] = field(init=False)
    _marks: array[int] = field(init=False)
    _tokens: dict[tuple[int, int], tuple[Token, ...]] = field(init=False, default_factory=dict)

    text: str = field(init=False)
    """The repaired text."""

    def __post_init__(self) -> None:
        self.text = self.aligned.text
        self._starts = [sentence.start for sentence in self.segments.sentences]
        self._marks = array("q", [match.start() for match in _MARK.finditer(self.text)])

    def sentence_at(self, position: int) -> SentenceAt | None:
        """The sentence that holds ``position``."""
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return None
        sentence = self.segments.sentences[number]
        return sentence if position < sentence.end else None

    def mined(self, position: int) -> bool:
        """Whether ``position`` lies in a zone that is mined for facts."""
        sentence = self.sentence_at(position)
        return sentence is not None and sentence.zone in MINED

    def article_at(self, position: int) -> int:
        """The number of the article that holds ``position``."""
        sentence = self.sentence_at(position)
        return sentence.article if sentence else 0

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        """The words of ``text[start:end]``, by dictionary alone (no guessed words, which would swallow names)."""
        found = self._tokens.get((start, end))
        if found is None:
            found = tuple(tokenise(self.text[start:end], start))
            self._tokens[start, end] = found
        return found

    def clause(self, position: int) -> tuple[int, int]:
        """The bounds of the clause around ``position``: from one mark of punctuation to the next."""
        number = bisect_left(self._marks, position)
        start = self._marks[number - 1] + 1 if number else 0
        if number < len(self._marks) and self._marks[number] == position:
            return start, position
        return start, self._marks[number] if number < len(self._marks) else len(self.text)


_MARK = re.compile("[，。；：！？、“”‘’（）《》 \n]")


def tokenise(text: str, at: int = 0) -> list[Token]:
    """The words of ``text`` with their tags; ``at`` is the position of its first character."""
    tokens = []
    for word, tag in rjieba.tag(text, False):  # noqa: FBT003 - rjieba takes it by position: no guessing of new words
        tokens.append(Token(word, at, at + len(word), tag))
        at += len(word)
    return tokens
