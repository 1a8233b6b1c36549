"""How likely a stretch of text is: characters in sequence, and words with their parts of speech.

Everything is in simplified script with full-width marks and ``0`` for any digit (see ``tables.to_simplified``). Costs
are ``-log`` of probabilities. Character statistics come from the word list, from our own sentences and, weighing most,
from the sound rest of the page itself: what a page is about stands in it more than once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from math import exp, expm1, log
from operator import itemgetter
from typing import Final, NamedTuple

from kg.repair.lost_bytes.tables import MERGED, language_lines, sentences

_STEP: Final = 0.1
#: How often marks and digits stand in official text; the word list does not know.
_OTHERS: Final = {
    "\uff0c": 0.055, "。": 0.025, "、": 0.018, "“": 0.006, "”": 0.006, "\uff1b": 0.004, "\uff1a": 0.004,
    "\uff08": 0.003, "\uff09": 0.003, "《": 0.002, "》": 0.002, "\uff01": 0.0006, "\uff1f": 0.0006, "0": 0.02,
    "\n": 0.008,
}  # fmt: skip
_OTHERS_SHARE: Final = sum(_OTHERS.values())
_RAREST: Final = 3e-8
#: Weight of the level below in each estimate: characters, pairs, threes.
_ONE, _TWO, _THREE = 3000.0, 4.0, 2.5
#: A mark straight after another mark, unless the second is a quotation mark or closes something, costs so much more.
_MARK_AFTER_MARK: Final = 5.0
_STOPS: Final = frozenset("\uff0c。、\uff1b\uff1a\uff01\uff1f\n")
#: Our sentences count so much less than the page.
_OURS: Final = 0.7

Cost = Callable[[str, str, str], float]


class Characters(NamedTuple):
    """Statistics of characters in the word list, as probabilities."""

    anywhere: dict[str, float]
    first: dict[str, float]
    count: dict[str, float]
    last: dict[str, float]
    pairs: dict[str, float]


class Words(NamedTuple):
    """Words with cost and part of speech, and the cost of one part of speech after another."""

    known: dict[str, tuple[float, int]]
    after: list[list[float]]


def _numbers(column: str) -> list[float]:
    return [(ord(letter) - 32) * _STEP for letter in column]


@cache
def characters() -> Characters:
    """Read the character statistics."""
    lines = language_lines()
    pairs, weights = lines[5], lines[6]
    inside, first, last = (
        _merged(zip(lines[7], map(expm1, _numbers(lines[at])), strict=True)) for at in (8, 9, 10)
    )
    share = 1 - _OTHERS_SHARE
    all_inside, all_first = sum(inside.values()) / share, sum(first.values()) / share
    return Characters(
        anywhere={**_OTHERS, **{c: n / all_inside for c, n in inside.items()}},
        first={**_OTHERS, **{c: n / all_first for c, n in first.items()}},
        count=inside,
        last=last,
        pairs=_merged((pairs[2 * at : 2 * at + 2], exp(value)) for at, value in enumerate(_numbers(weights))),
    )


def _merged(weights: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Add up what is said of two forms of one character."""
    found = dict(weights)
    old, new = MERGED
    for name in [name for name in found if old in name]:
        merged = name.replace(old, new)
        found[merged] = found.get(merged, 0.0) + found.pop(name)
    return found


@cache
def followers() -> dict[str, list[str]]:
    """For each character those that follow it in words, most frequent first."""
    found: dict[str, list[str]] = {}
    for pair in sorted(characters().pairs.items(), key=itemgetter(1), reverse=True):
        found.setdefault(pair[0][0], []).append(pair[0][1])
    return found


@cache
def words() -> Words:
    """Read the words."""
    lines = language_lines()
    known = dict(
        zip(lines[0].split(" "), zip(_numbers(lines[1]), (ord(c) - 48 for c in lines[2]), strict=True), strict=True)
    )
    old, new = MERGED
    for word in [word for word in known if old in word]:
        known[word.replace(old, new)] = known.pop(word)
    after = [[value - 10 for value in _numbers(row)] for row in lines[4].split(" ")]
    return Words(known, after)


@cache
def _ours() -> tuple[Counter[str], Counter[str], Counter[str]]:
    counts = _counted(sentences())
    for counter in counts:
        for key in counter:
            counter[key] *= _OURS  # type: ignore[assignment]
    return counts


def _counted(text: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    return (
        Counter(text),
        Counter(map(str.__add__, text, text[1:])),
        Counter([text[at : at + 3] for at in range(len(text) - 2)]),
    )


def cost_of_characters(page: str) -> Cost:
    """Return the cost of a character after two others, learnt from the word list, our sentences and ``page``."""
    anywhere, first, count, last, pairs = characters()
    one, two, three = _counted(page)
    our_one, our_two, our_three = _ours()
    total = sum(one.values())
    followers = Counter(map(itemgetter(0), two)).get
    get_any, get_first, get_count, get_last, get_pair = anywhere.get, first.get, count.get, last.get, pairs.get
    get1, get2, get3 = one.get, two.get, three.get
    our1, our2, our3 = our_one.get, our_two.get, our_three.get
    memory: dict[tuple[str, str, str], float] = {}

    def cost(before: str, last_one: str, character: str) -> float:
        key = (before, last_one, character)
        known = memory.get(key)
        if known is not None:
            return known
        alone = (get1(character, 0) + _ONE * get_any(character, _RAREST)) / (total + _ONE)
        seen = get_count(last_one, 0.0)
        start = 0.8 * get_first(character, _RAREST) + 0.2 * alone
        pair = last_one + character
        static = (get_pair(pair, 0.0) + (get_last(last_one, 0.0) + 50.0) * start) / (seen + 50.0) if seen else start
        static = 0.97 * static + 0.03 * alone
        second = get2(pair, 0) + our2(pair, 0.0)
        back = _TWO + followers(last_one, 0)
        p2 = (second + back * static) / (get1(last_one, 0) + our1(last_one, 0.0) + back)
        triple = before + pair
        third = get3(triple, 0) + our3(triple, 0.0)
        p3 = (third + _THREE * p2) / (get2(before + last_one, 0) + our2(before + last_one, 0.0) + _THREE)
        result = -log(p3)
        if last_one in _STOPS and character in _STOPS:
            result += _MARK_AFTER_MARK
        memory[key] = result
        return result

    return cost


_LONGEST: Final = 5
_UNKNOWN: Final = 4.0
_TAG_WEIGHT: Final = 0.6


def cost_of_words(text: str) -> float:
    """Return the cost of the best way to cut ``text`` into words, each depending on the part of speech before it."""
    known, after = words()
    anywhere = characters().anywhere
    size = len(text)
    # best[end] maps the part of speech of the word that ends there to the cost so far (-1: none)
    best: list[dict[int, float]] = [{} for _ in range(size + 1)]
    best[0][-1] = 0.0
    for start in range(size):
        arrived = best[start]
        if not arrived:
            continue
        for end in range(start + 1, min(start + _LONGEST, size) + 1):
            found = known.get(text[start:end])
            if found is None:
                if end > start + 1:
                    continue
                character = text[start]
                found = (-log(anywhere.get(character, _RAREST)) + (0.0 if character in _OTHERS else _UNKNOWN), -1)
            price, tag = found
            cheapest = min(
                so_far + (_TAG_WEIGHT * after[before][tag] if before >= 0 and tag >= 0 else 0.0)
                for before, so_far in arrived.items()
            )
            here = best[end]
            if cheapest + price < here.get(tag, 1e9):
                here[tag] = cheapest + price
    return min(best[size].values())
