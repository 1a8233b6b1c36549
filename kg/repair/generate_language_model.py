"""Build ``data/language.txt.xz`` and ``data/readings.txt.xz``, the tables behind :mod:`kg.repair.bytes_out_of_step`.

Sources, all installed with the development tools and all under free licences: the word list of jieba (MIT: words with
frequency and part of speech, and the transitions between parts of speech), the readings of pypinyin (MIT), the
character tables of OpenCC (Apache 2.0). Run
``python -m kg.repair.generate_language_model`` after one of them has changed.

``language.txt.xz`` is one column to a line, in simplified script; costs are ``-log`` in steps of :data:`STEP`, one
character each (``chr(cost + 32)``)::

    words, their costs, their parts of speech (index into the next line, one character each)
    parts of speech
    for each part of speech the costs of all next ones, in the same order, as differences to the word alone
    pairs of characters inside words, their weights
    characters, their weights at any place, at the start and at the end of a word

``readings.txt.xz`` has a line for each toned syllable: the syllable, a blank, and all characters of GBK read so. A
second table in it, after an empty line, maps characters of GBK to simplified ones (two to a pair) and lists those that
cannot stand in a converted text.
"""

from __future__ import annotations

import lzma
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

DATA: Final = Path(__file__).parent / "data"

#: One step of a cost. A tenth of a nat is finer than any of these figures deserves.
STEP: Final = 0.1
#: Words below this frequency and above this length say little about running text.
LEAST_FREQUENCY, LONGEST = 4, 5
#: Pairs of characters below this weight are left to chance.
LEAST_PAIR: Final = 6
#: The most costly step; it keeps every code within one printable byte or two.
HIGHEST: Final = 400

Words = list[tuple[str, int, str]]


def letter(cost: float) -> str:
    """Write a cost as one character."""
    return chr(min(max(round(cost / STEP), 0), HIGHEST) + 32)


def words() -> Words:
    """Read the word list: word, frequency, part of speech."""
    import jieba  # noqa: PLC0415 - a development tool

    rows = (line.split() for line in jieba.get_dict_file().read().decode("utf-8").splitlines())
    return [(word, int(count), tag) for word, count, tag in rows if word >= "\u3000"]


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


def language() -> str:
    """Write the word and character statistics, one column to a line."""
    everything = words()
    total = sum(count for _, count, _ in everything)
    kept = sorted(row for row in everything if row[1] >= LEAST_FREQUENCY and len(row[0]) <= LONGEST)
    tags = sorted({tag for _, _, tag in kept})
    ratios = transitions()
    pairs: Counter[str] = Counter()
    inside, first, last = Counter[str](), Counter[str](), Counter[str]()
    for word, count, _ in everything:
        for at in range(len(word) - 1):
            pairs[word[at : at + 2]] += count
        for character in word:
            inside[character] += count
        first[word[0]] += count
        last[word[-1]] += count
    kept_pairs = sorted(pair for pair, weight in pairs.items() if weight >= LEAST_PAIR)
    characters = sorted(inside)
    return "\n".join(
        (
            " ".join(word for word, _, _ in kept),
            "".join(letter(-math.log(count / total)) for _, count, _ in kept),
            "".join(chr(tags.index(tag) + 48) for _, _, tag in kept),
            " ".join(tags),
            " ".join("".join(letter(10 - ratios.get((a, b), 0.0)) for b in tags) for a in tags),
            "".join(kept_pairs),
            "".join(letter(math.log(pairs[pair])) for pair in kept_pairs),
            "".join(characters),
            *("".join(letter(math.log1p(counts[c])) for c in characters) for counts in (inside, first, last)),
        )
    )


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
    said: dict[str, list[str]] = {}
    changed: list[str] = []
    impossible: list[str] = []
    for character in gbk():
        for syllable in pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")[0:1]:
            for one in syllable:
                said.setdefault(one, []).append(character)
        simple = simplify(character)
        if simple != character and len(simple) == 1:
            changed.append(character + simple)
        elif convert(character) != character and not character.encode("big5", "ignore"):
            impossible.append(character)
    lines = [f"{syllable} {''.join(characters)}" for syllable, characters in sorted(said.items())]
    return "\n".join([*lines, "", "".join(changed), "".join(impossible)])


def write(name: str, text: str) -> None:
    """Compress, in a way that gives the same bytes every time."""
    (DATA / name).write_bytes(lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


def main() -> None:
    """Write both tables."""
    write("language.txt.xz", language())
    write("readings.txt.xz", readings())


if __name__ == "__main__":
    main()
