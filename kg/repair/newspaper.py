"""Words of newspapers and the words that follow them, with how often: what the language model knows of running text.

They stand in ``lucene-analyzers-smartcn`` 8.7 (Apache 2.0; Debian's ``liblucene8-java``), which cuts Chinese text into
words: ``coredict.mem`` holds words, ``bigramdict.mem`` how often each of 330,000 pairs came up in some six million
words, marks among them; of a pair it keeps the hash of ``first@second`` only. A pair is therefore found by hashing every word behind
every other one, which takes numpy some minutes. Nothing of this is needed to run.
"""

from __future__ import annotations

import struct
from array import array
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

_FOLDER: Final = "org/apache/lucene/analysis/cn/smart/hhmm/"
#: Stand-ins of the dictionary, as the language model writes them; it has nothing for the others.
START: Final = "\n"
STAND_INS: Final = {"始##始": START, "未##数": "0"}

# Hashes: FNV over the two bytes of each character.
_OFFSET, _PRIME, _ALL = 0xCBF29CE484222325, 1099511628211, (1 << 64) - 1
#: Bits of a hash by which most pairs that are none are told at once.
_SIEVE: Final = 24

_PRIMITIVES: Final = {"J": "q", "I": "i", "S": "h", "C": "H"}
_REFERENCE: Final = 0x71
_FIRST_HANDLE: Final = 0x7E0000


class _Arrays:
    """Reads arrays, and arrays of arrays, as Java writes objects."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 4  # behind the magic number and version
        self.seen: list[Any] = []

    def take(self, form: str) -> Any:  # noqa: ANN401 - a number
        (value,) = struct.unpack_from(">" + form, self.data, self.at)
        self.at += struct.calcsize(form)
        return value

    def read(self) -> Any:  # noqa: ANN401 - arrays of any depth
        match self.take("B"):
            case 0x70:
                return None
            case 0x71:
                return self.seen[self.take("i") - _FIRST_HANDLE]
            case _:
                return self._array()

    def _array(self) -> Any:  # noqa: ANN401
        of = self._class()[1]  # behind the bracket of the array, what it is one of
        self.seen.append(None)
        slot, size = len(self.seen) - 1, self.take("i")
        if of in _PRIMITIVES:
            found: Any = array(_PRIMITIVES[of])
            found.frombytes(self.data[self.at : self.at + size * found.itemsize])
            found.byteswap()
            self.at += size * found.itemsize
        else:
            found = [self.read() for _ in range(size)]
        self.seen[slot] = found
        return found

    def _class(self) -> str:
        if self.take("B") == _REFERENCE:
            return str(self.seen[self.take("i") - _FIRST_HANDLE])
        size = self.take("H")
        name = self.data[self.at : self.at + size].decode()
        self.at += size + 8 + 1 + 2 + 1 + 1  # version, flags, no fields, end, no parent
        self.seen.append(name)
        return name


class Pair(NamedTuple):
    """Two words, one behind the other, and how often they came up so."""

    first: str
    second: str
    times: int


def words(jar: Path) -> dict[str, int]:
    """Read the words that came up, with how often each did."""
    arrays = _Arrays(ZipFile(jar).read(_FOLDER + "coredict.mem"))
    rows, firsts, rests, counts = (arrays.read() for _ in range(4))
    found: Counter[str] = Counter()
    for row, first in zip(rows, firsts, strict=True):
        if row >= 0 and rests[row] is not None:
            for rest, count in zip(rests[row], counts[row], strict=True):
                found[chr(first) + "".join(map(chr, rest or ()))] += count
    return {word: count for word, count in sorted(found.items()) if count}


def pairs(jar: Path, known: dict[str, int]) -> Iterator[Pair]:
    """Find the pairs of ``known`` words that came up, with how often each did."""
    import numpy as np  # noqa: PLC0415 - only for making the tables; rustworkx brings it

    arrays = _Arrays(ZipFile(jar).read(_FOLDER + "bigramdict.mem"))
    hashes, counts = arrays.read(), arrays.read()
    sought = {code & _ALL: count for code, count in zip(hashes, counts, strict=True) if code}
    sieve = np.zeros(1 << _SIEVE, dtype=bool)
    sieve[np.array(list(sought), dtype=np.uint64) >> np.uint64(64 - _SIEVE)] = True
    firsts = list(known)
    behind = np.array([hashed(first + "@") for first in firsts], dtype=np.uint64)
    for second in known:
        codes = behind.copy()
        for byte in second.encode("utf-16-le"):
            codes ^= np.uint64(byte)
            codes *= np.uint64(_PRIME)
        for at in np.flatnonzero(sieve[codes >> np.uint64(64 - _SIEVE)]):
            if (count := sought.get(int(codes[at]))) is not None:
                yield Pair(firsts[at], second, count)


def hashed(text: str) -> int:
    """Hash ``text`` as the dictionary does."""
    code = _OFFSET
    for byte in text.encode("utf-16-le"):
        code = (code ^ byte) * _PRIME & _ALL
    return code


def as_text(word: str, simplify: dict[int, str]) -> str:
    """Return a word of the dictionary as the language model writes it; nothing for the name of a person and the like."""
    return STAND_INS.get(word, "") if "##" in word else word.translate(simplify)


def read(jar: Path, simplify: dict[int, str]) -> tuple[Counter[str], list[Pair]]:
    """Read words and pairs as the language model writes them."""
    known = words(jar)
    text = {word: as_text(word, simplify) for word in known}
    counts: Counter[str] = Counter()
    for word, count in known.items():
        counts[text[word]] += count
    del counts[""]
    found = (Pair(text[first], text[second], times) for first, second, times in sorted(pairs(jar, known)))
    return counts, [pair for pair in found if pair.first and pair.second]
