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
#: A word has so many characters on average, so a mark is that much more frequent among words than among characters.
_WORD_LENGTH: Final = 1.6
_COMMON: Final = 2_500
_RAREST: Final = 3e-8
#: Weight of the level below in each estimate: characters, pairs, threes.
_ONE, _TWO, _THREE = 3000.0, 2.0, 2.5
#: A mark straight after another mark, unless the second is a quotation mark or closes something, costs so much more.
_MARK_AFTER_MARK: Final = 5.0
_STOPS: Final = frozenset("\uff0c。、\uff1b\uff1a\uff01\uff1f\n")
#: Marks that end a clause are one as far as their neighbours go: what a comma may follow a full stop may follow.
_CLAUSE: Final = "\uff0c"
_ENDS: Final = str.maketrans(dict.fromkeys("。\uff1b\uff1a\uff01\uff1f\n", _CLAUSE))
_END_SHARES: Final = {
    mark: _OTHERS[mark] / sum(_OTHERS[end] for end in "\uff0c。\uff1b\uff1a\uff01\uff1f\n")
    for mark in "\uff0c。\uff1b\uff1a\uff01\uff1f\n"
}
#: Our sentences count so much less than the page.
_OURS: Final = 0.7

Cost = Callable[[str, str, str], float]


class Characters(NamedTuple):
    """Statistics of characters in the word list, as probabilities."""

    anywhere: dict[str, float]
    first: dict[str, float]
    weight: dict[str, float]
    last: dict[str, float]
    pairs: dict[str, float]


class Words(NamedTuple):
    """Words with cost and part of speech, and the cost of one part of speech after another."""

    known: dict[str, tuple[float, int]]
    after: list[list[float]]
    before_mark: list[float]
    after_mark: list[float]


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
    return Characters(
        anywhere=_with_others(inside, 1.0),
        first=_with_others(first, _WORD_LENGTH),
        weight=inside,
        last=last,
        pairs=_merged((pairs[2 * at : 2 * at + 2], exp(value)) for at, value in enumerate(_numbers(weights))),
    )


def _with_others(weights: dict[str, float], factor: float) -> dict[str, float]:
    """Make probabilities of weights, with room for what the word list does not hold."""
    others = {character: factor * share for character, share in _OTHERS.items()}
    others[_CLAUSE] = sum(others.pop(end) for end in _END_SHARES)
    total = sum(weights.values()) / (1 - sum(others.values()))
    return {**others, **{character: weight / total for character, weight in weights.items()}}


def _merged(weights: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Add up what is said of two forms of one character."""
    found = dict(weights)
    old, new = MERGED
    for name in [name for name in found if old in name]:
        merged = name.replace(old, new)
        found[merged] = found.get(merged, 0.0) + found.pop(name)
    return found


@cache
def _after() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for pair in characters().pairs:
        found.setdefault(pair[0], []).append(pair)
    return found


@cache
def followers(character: str) -> list[str]:
    """Return what follows a character in words, most frequent first."""
    weight = characters().pairs
    return [pair[1] for pair in sorted(_after().get(character, ()), key=lambda pair: -weight[pair])]


@cache
def common_characters() -> frozenset[str]:
    """Return the characters that make up nearly all of official text, and its marks."""
    weight = characters().weight
    return frozenset(sorted(weight, key=lambda character: -weight[character])[:_COMMON]) | frozenset(_OTHERS)


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
    tags = lines[3].split(" ")
    return Words(
        known,
        [[_TAG_WEIGHT * value for value in row] for row in after],
        [_BEFORE_MARK.get(tag, 0.0) for tag in tags],
        [_AFTER_MARK.get(tag, 0.0) for tag in tags],
    )


@cache
def _ours() -> tuple[Counter[str], Counter[str], Counter[str]]:
    counts = _counted(sentences().translate(_ENDS))
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


def _kinds(two: Counter[str], three: Counter[str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Count different surroundings: characters after each one, characters before each pair, both around each one.

    A pair that stands in one phrase only, however often, says little about that pair elsewhere (Kneser and Ney).
    """
    return (
        Counter(map(itemgetter(0), two)),
        Counter(map(itemgetter(slice(1, 3)), three)),
        Counter(map(itemgetter(1), three)),
    )


def cost_of_characters(page: str) -> Cost:
    """Return the cost of a character after two others, learnt from the word list, our sentences and ``page``."""
    anywhere, first, count, last, pairs = characters()
    one, two, three = _counted(page.translate(_ENDS))
    our_one, our_two, our_three = _ours()
    total = sum(one.values())
    kinds = _kinds(two, three)
    kinds_after, kinds_of_pair, kinds_around = kinds[0].get, kinds[1].get, kinds[2].get
    get_any, get_first, get_count, get_last, get_pair = anywhere.get, first.get, count.get, last.get, pairs.get
    get1, get2, get3 = one.get, two.get, three.get
    our1, our2, our3 = our_one.get, our_two.get, our_three.get
    memory: dict[tuple[str, str, str], float] = {}
    end_cost = {mark: -log(share) for mark, share in _END_SHARES.items()}.get
    as_clause = dict.fromkeys(_END_SHARES, _CLAUSE).get

    def cost(before: str, last_one: str, character: str) -> float:
        key = (before, last_one, character)
        known = memory.get(key)
        if known is not None:
            return known
        clause = end_cost(character)
        if clause is not None:
            after_stop = last_one in _STOPS and character != "\n"
            character = _CLAUSE
        before, last_one = as_clause(before, before), as_clause(last_one, last_one)
        alone = (get1(character, 0) + _ONE * get_any(character, _RAREST)) / (total + _ONE)
        seen = get_count(last_one, 0.0)
        start = 0.8 * get_first(character, _RAREST) + 0.2 * alone
        pair = last_one + character
        static = (get_pair(pair, 0.0) + (get_last(last_one, 0.0) + 50.0) * start) / (seen + 50.0) if seen else start
        static = 0.97 * static + 0.03 * alone
        back = _TWO + kinds_after(last_one, 0)
        second = kinds_of_pair(pair, 0) + our2(pair, 0.0)
        p2 = (second + back * static) / (kinds_around(last_one, 0) + our1(last_one, 0.0) + back)
        triple = before + pair
        third = get3(triple, 0) + our3(triple, 0.0)
        p3 = (third + _THREE * p2) / (get2(before + last_one, 0) + our2(before + last_one, 0.0) + _THREE)
        result = -log(p3)
        if clause is not None:
            result += clause + (_MARK_AFTER_MARK if after_stop else 0.0)
        memory[key] = result
        return result

    return cost


_LONGEST: Final = 5
_UNKNOWN: Final = 4.0
_TAG_WEIGHT: Final = 0.6
#: What a mark costs after a word of each part of speech, and such a word after a mark: an adverb, preposition or
#: conjunction hardly ends a clause, a particle or measure word hardly begins one.
_BEFORE_MARK: Final = {"d": 2.5, "p": 3.5, "c": 2.5, "uj": 1.5, "r": 1.5, "m": 1.0, "u": 1.0, "ad": 2.5, "b": 1.5}
_AFTER_MARK: Final = {"uj": 5.0, "y": 5.0, "q": 2.0, "k": 4.0, "u": 2.0, "ul": 5.0, "uz": 5.0, "f": 1.0}
_NO_TAG, _MARK = -1, -2


def cost_of_words(text: str) -> float:
    """Return the cost of the best way to cut ``text`` into words, each depending on the part of speech before it."""
    known = words().known
    size = len(text)
    # best[end] maps the part of speech of the word that ends there to the cost so far
    best: list[dict[int, float]] = [{} for _ in range(size + 1)]
    best[0][_NO_TAG] = 0.0
    for start in range(size):
        arrived = best[start]
        if not arrived:
            continue
        for end in range(start + 1, min(start + _LONGEST, size) + 1):
            found = known.get(text[start:end])
            if found is None:
                if end > start + 1:
                    continue
                found = _unknown(text[start])
            price, tag = found
            price += min([so_far + _link(before, tag) for before, so_far in arrived.items()])
            here = best[end]
            if price < here.get(tag, 1e9):
                here[tag] = price
    return min(best[size].values())


@cache
def _unknown(character: str) -> tuple[float, int]:
    """Return cost and part of speech of a character that is no word."""
    if character in _OTHERS:
        return -log(_WORD_LENGTH * _OTHERS[character]), _MARK if character in _STOPS and character != "\n" else _NO_TAG
    return _UNKNOWN - log(characters().anywhere.get(character, _RAREST)), _NO_TAG


@cache
def _link(before: int, tag: int) -> float:
    """Return what a word of one part of speech costs after another."""
    _, after, before_mark, after_mark = words()
    if before >= 0:
        return after[before][tag] if tag >= 0 else before_mark[before] if tag == _MARK else 0.0
    if before == _MARK:
        return after_mark[tag] if tag >= 0 else _MARK_AFTER_MARK if tag == _MARK else 0.0
    return 0.0
