"""Write ``data/word_pairs.bin``, which :mod:`kg.repair.lost_bytes.pairs` reads, out of :mod:`kg.repair.newspaper`."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from kg.repair.lost_bytes.marks import SHARES, WORD_LENGTH
from kg.repair.lost_bytes.pairs import LINE_END
from kg.repair.lost_bytes.rows import STEP
from kg.repair.newspaper import START, Pair

#: What is taken off each count for pairs that did not come up, and what is left for these at least.
_DISCOUNT: Final = 0.8
_LEAST_BACK: Final = 0.02
#: Marks that end a sentence; what begins one follows them.
_ENDS: Final = "。\uff01\uff1f"
_RAREST: Final = 1e-7


def word_pairs(known: Mapping[str, int], pairs: list[Pair], shares: Mapping[str, float]) -> bytes:
    """Write the table; ``shares`` is how likely words are by themselves."""
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for first, second, count in pairs:
        rows[first][second] += count
    rows |= dict.fromkeys(_ENDS, rows[START])
    counts = {**known, **dict.fromkeys(_ENDS, known[START])}
    words = sorted({*rows, *(word for row in rows.values() for word in row)}, key=lambda word: (-counts.get(word, 0), word))
    places = {word: place for place, word in enumerate(words)}
    sizes, seconds, back, costs = array("H"), array("H"), bytearray(), bytearray()
    for word in words:
        row = rows.get(word, Counter())
        whole = max(counts.get(word, 0), row.total()) + 1
        left = max(1 - sum(count - _DISCOUNT for count in row.values()) / whole, _LEAST_BACK)
        sizes.append(len(row))
        back.append(_coded(left))
        for second in sorted(row, key=places.__getitem__):
            share = shares.get(second) or WORD_LENGTH * SHARES.get(second, 0.0) or _RAREST
            seconds.append(places[second])
            costs.append(_coded((row[second] - _DISCOUNT) / whole + left * share))
    head = "\t".join(words).replace("\n", LINE_END).encode() + b"\n"
    return head + _little(sizes) + bytes(back) + _little(seconds) + bytes(costs)


def _coded(share: float) -> int:
    return min(max(round(-math.log(share) / STEP), 0), 0xFF)


def _little(numbers: array[int]) -> bytes:
    return b"".join(number.to_bytes(2, "little") for number in numbers)
