"""The dictionary of Lucene's smartcn, as Java wrote it: words with their counts, and the hash by which pairs are known."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

from kg.repair import newspaper

FOLDER = "org/apache/lucene/analysis/cn/smart/hhmm/"


class Writer:
    """Writes arrays as Java does: a class in full the first time, by its number afterwards."""

    def __init__(self) -> None:
        self.data = b"\xac\xed\x00\x05"
        self.handles: dict[str, int] = {}
        self.count = 0

    def write(self, kind: str, values: list | None) -> None:
        """One array of a kind as Java names it, ``[C`` or ``[[I``; nothing for one that is not there."""
        if values is None:
            self.data += b"\x70"
            return
        self.data += b"\x75"
        if kind in self.handles:
            self.data += b"\x71" + struct.pack(">i", 0x7E0000 + self.handles[kind])
        else:
            self.data += b"\x72" + struct.pack(">H", len(kind)) + kind.encode() + bytes(8) + b"\x02\x00\x00\x78\x70"
            self.handles[kind] = self.count
            self.count += 1
        self.count += 1
        self.data += struct.pack(">i", len(values))
        for value in values:
            if kind[1] == "[":
                self.write(kind[1:], value)
            else:
                self.data += struct.pack({"S": ">h", "C": ">H", "I": ">i", "J": ">q"}[kind[1]], value)


def test_words_are_read_with_their_counts(tmp_path: Path) -> None:
    """A word is its first character and the rest that its row holds; those that never came up are left out."""
    writer = Writer()
    writer.write("[S", [1, -1, 0])
    writer.write("[C", [ord("会"), 0, ord("的")])
    writer.write("[[[C", [[None], [[ord("议")], list(map(ord, "计室"))]])
    writer.write("[[I", [[9], [5, 0]])
    with zipfile.ZipFile(tmp_path / "a.jar", "w") as jar:
        jar.writestr(FOLDER + "coredict.mem", writer.data)
    assert newspaper.words(tmp_path / "a.jar") == {"会议": 5, "的": 9}


def test_pairs_are_known_by_the_hash_of_their_words() -> None:
    """FNV-1a over the lower and the upper byte of each character, in 64 bits."""
    assert newspaper.hashed("") == 0xCBF29CE484222325
    assert newspaper.hashed("a") == ((((0xCBF29CE484222325 ^ 0x61) * 1099511628211) % 2**64) * 1099511628211) % 2**64


def test_pairs_are_found_by_their_hashes(tmp_path: Path) -> None:
    """Of all pairs of known words those are found whose hash the dictionary holds, each with its count; 0 is an empty place."""
    codes = [newspaper.hashed(pair) for pair in ("会议@召开", "召开@会议", "会议@无人")]
    writer = Writer()
    writer.write("[J", [0, *(code - (code >> 63 << 64) for code in codes)])
    writer.write("[I", [4, 3, 2, 1])
    with zipfile.ZipFile(tmp_path / "a.jar", "w") as jar:
        jar.writestr(FOLDER + "bigramdict.mem", writer.data)
    found = newspaper.pairs(tmp_path / "a.jar", {"会议": 5, "召开": 2})
    assert sorted(found) == [("会议", "召开", 3), ("召开", "会议", 2)]


def test_stand_ins_are_written_as_the_language_model_writes_them() -> None:
    """A number is 0, what begins a sentence a line end; a person's name is nothing, and a word is simplified."""
    found = [newspaper.as_text(word, {ord("會"): "会"}) for word in ("未##数", "始##始", "未##人", "會")]
    assert found == ["0", "\n", "", "会"]
