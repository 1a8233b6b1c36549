"""``python -m bench.growth``: one document that grows, of many facts of one kind, each with a name of its own.

For each row of growth.tsv, the CPU seconds of reading, repairing and extracting one document of so many bytes, and how many times the
seconds of the next shorter one they are; the factor of the lengths stands in the heading. The last row is one document of the whole mix.
A sentence repeated as it is hides what grows with the number of different names, so that no two are alike here. The collector
of cycles is off, as its passes fall where they fall. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import csv
import gc
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from time import process_time

from bench import mix
from kg.document import analyse

_ROWS = Path(__file__).with_name("growth.tsv")
_SYLLABLES = "东南西北春夏秋冬金木水火土日月星山川河湖江林田草花松竹梅兰菊荷云雨雪泉石桥塘岭坪"
"""Characters of which names are drawn that no two sentences share."""
_FACTOR = 4
_LENGTHS = 3


def main() -> None:
    """Measure every row at each length, print."""
    options = _options()
    sizes = [round(options.size * 1e6 / _FACTOR**step) for step in reversed(range(_LENGTHS))]
    print(
        "CPU seconds (times the one before), each document", _FACTOR, "times as long:", ", ".join(f"{size / 1e6:.2f} MB" for size in sizes)
    )
    analyse("平江县召开会议。".encode())
    gc.disable()
    for kind, sentence in _sentences():
        print(f"{kind:<24}", *_measured(_filled(sentence, sizes[-1]), sizes), sep="  ", flush=True)
    whole = "\n".join(document.text for document in mix.documents(sizes[-1]))
    print(f"{'the mix':<24}", *_measured(whole, sizes), sep="  ", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.growth", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=float, default=0.4, metavar="MB", help="size of the longest document of each kind (default: 0.4)")
    return parser.parse_args()


def _sentences() -> Iterator[tuple[str, str]]:
    """The kinds and the sentences of growth.tsv, in which {} stands for a name."""
    with _ROWS.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        for row in rows:
            yield row["kind"], row["sentence"]


def _filled(sentence: str, size: int) -> str:
    """So many different copies of ``sentence`` as make a document of ``size`` bytes."""
    number = size // len(sentence.replace("{}", "名名名").encode()) + 1
    names = ("".join(characters) for characters in product(_SYLLABLES, repeat=3))
    return "".join(sentence.replace("{}", name) for name, _ in zip(names, range(number), strict=False))


def _measured(text: str, sizes: list[int]) -> list[str]:
    """The seconds of each length of ``text``, with their growth."""
    data, cells, before = text.encode(), [], 0.0
    for size in sizes:
        part = data[:size].decode(errors="ignore").encode()
        start = process_time()
        analyse(part)
        seconds = process_time() - start
        gc.collect()
        cells.append(f"{seconds:7.2f}" + (f" ({seconds / before:4.1f})" if before else ""))
        before = seconds
    return cells


if __name__ == "__main__":
    main()
