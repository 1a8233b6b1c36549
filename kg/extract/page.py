"""What extractors look at: one document, read, repaired and cut up."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import accumulate, islice
from typing import NamedTuple

import rjieba

from kg.aligned import Aligned
from kg.extract.scan import Hit, Scanner
from kg.lexicon.stops import VERBS
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
    _sentence_starts: list[int] = field(init=False)
    _mined: list[int] = field(init=False)
    _marks: array[int] = field(init=False)
    _words: list[str] = field(init=False)
    _word_starts: list[int] = field(init=False)
    _tokens: dict[tuple[int, int], tuple[Token, ...]] = field(init=False, default_factory=dict)
    _hits: dict[Scanner, tuple[Hit, ...]] = field(init=False, default_factory=dict)
    _of_minorities: bool | None = field(init=False, default=None)

    text: str = field(init=False)
    """The repaired text."""

    def __post_init__(self) -> None:
        self.text = self.aligned.text
        self._sentence_starts = [sentence.start for sentence in self.segments.sentences]
        self._mined = [bound for s in self.segments.sentences if s.zone in MINED for bound in (s.start, s.end)]
        self._marks = array("q", [match.start() for match in _MARK.finditer(self.text)])
        self._words = words_of(self.text)
        self._word_starts = _starts(self._words, 0)

    @property
    def of_minorities(self) -> bool:
        """Whether the page is about a region where names are often transliterated."""
        if self._of_minorities is None:
            self._of_minorities = _MINORITIES.search(self.text) is not None
        return self._of_minorities

    def sentence_at(self, position: int) -> SentenceAt | None:
        """The sentence that holds ``position``."""
        number = bisect_right(self._sentence_starts, position) - 1
        if number < 0:
            return None
        sentence = self.segments.sentences[number]
        return sentence if position < sentence.end else None

    def mined(self, position: int) -> bool:
        """Whether ``position`` lies in a zone that is mined for facts."""
        return bisect_right(self._mined, position) % 2 == 1

    def article_at(self, position: int) -> int:
        """The number of the article that holds ``position``."""
        if len(self.segments.articles) == 1:
            return 0
        sentence = self.sentence_at(position)
        return sentence.article if sentence else 0

    def breaks(self, position: int) -> bool:
        """Whether no word of the text reaches over ``position``."""
        return self._word_starts[bisect_left(self._word_starts, position)] == position

    def word_before(self, position: int) -> Token | None:
        """The word that ends at ``position``, if one does."""
        number = bisect_left(self._word_starts, position)
        if not number or self._word_starts[number] != position:
            return None
        word = self._words[number - 1]
        return Token(word, self._word_starts[number - 1], position, tag_of(word))

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        """The words of ``text[start:end]``, by dictionary alone (no guessed words, which would swallow names).

        Between two breaks these are the words of the text, as the likeliest way through a text is made of the likeliest
        ways through its parts; any other stretch is cut up by itself.
        """
        found = self._tokens.get((start, end))
        if found is None:
            starts = self._word_starts
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            if starts[first] == start and starts[last] == end:
                found = _tokens(self._words[first:last], starts[first : last + 1])
            else:
                words = words_of(self.text[start:end])
                found = _tokens(words, _starts(words, start))
            self._tokens[start, end] = found
        return found

    def hits(self, scanner: Scanner) -> tuple[Hit, ...]:
        """What ``scanner`` finds in the text: looked for once, whoever asks."""
        found = self._hits.get(scanner)
        if found is None:
            found = self._hits[scanner] = tuple(scanner.scan(self.text))
        return found

    def clause(self, position: int) -> tuple[int, int]:
        """The bounds of the clause around ``position``: from one mark of punctuation to the next."""
        number = bisect_left(self._marks, position)
        start = self._marks[number - 1] + 1 if number else 0
        if number < len(self._marks) and self._marks[number] == position:
            return start, position
        return start, self._marks[number] if number < len(self._marks) else len(self.text)

    def clause_start(self, position: int, reach: int) -> int:
        """Where the clause around ``position`` starts; of one that starts farther back than ``reach``, the start of the word that stands there.

        Who asks for the few words before a position asks for no more of them than that, however long a text goes on without marks.
        """
        start, _ = self.clause(position)
        if position - start <= reach:
            return start
        return max(start, self._word_starts[bisect_right(self._word_starts, position - reach) - 1])


_MINORITIES = re.compile("自治[区州县旗]|兵团|嘎查|苏木|族(?<=[\u4e00-\u9fff]族)[乡自群]|蒙古|西藏|新疆|旗(?<=[\u4e00-\u9fff]旗)[委政]")
_VERB_AND_LEVEL = "会同县"
"""A county in the dictionary, and far more often a verb and 县: 组织部|会同|县财政局. Whether it is one, who reads places tells."""
_MARK = re.compile("[，。；：！？、“”‘’（）《》 \n]")


def words_of(text: str) -> list[str]:
    """The words of ``text``, which together are ``text``."""
    words: list[str] = rjieba.cut(text, False)  # noqa: FBT003 - rjieba takes it by position: no guessing of new words
    if _VERB_AND_LEVEL in text:
        return [part for word in words for part in ((word[:-1], word[-1]) if word == _VERB_AND_LEVEL else (word,))]
    return words


def _starts(words: list[str], at: int) -> list[int]:
    """Where ``words`` start, the first of them at ``at``, and where the last one ends."""
    return list(accumulate(map(len, words), initial=at))


def _tokens(words: list[str], starts: list[int]) -> tuple[Token, ...]:
    return tuple(map(_token, zip(words, starts, islice(starts, 1, None), map(tag_of, words))))  # noqa: B905 - starts is one longer


_token: Callable[[tuple[str, int, int, str]], Token] = partial(tuple.__new__, Token)
"""``Token._make`` without a call of Python's: tokens are made by the million."""


@lru_cache(maxsize=1 << 16)
def tag_of(word: str) -> str:
    """The part of speech of a word, which the dictionary knows whatever stands around it; verbs that it has for names are verbs (荣获)."""
    tag: str = rjieba.tag(word, False)[0][1]  # noqa: FBT003 - as above
    return "v" if tag == "nr" and word in VERBS else tag
