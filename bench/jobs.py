"""``python -m bench.jobs``: reading the mix with one process, two, and so on up to one a core.

For each number of processes the wall-clock seconds of a build that writes nothing, start-up of the processes included, and how many
times as fast as one process it is: the median of ``--repeat`` runs, taken in turn. Other work on the machine shows in them. Nothing is
asserted.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import mix
from kg.engines import cores
from kg.pipeline import build


def main() -> None:
    """Measure, print."""
    options = _options()
    with TemporaryDirectory() as folder:
        number = _written(Path(folder), round(options.size * 1e6))
        seconds: dict[int, list[float]] = {jobs: [] for jobs in range(1, cores() + 1)}
        for _ in range(options.repeat):
            for jobs, runs in seconds.items():
                start = perf_counter()
                build(folder, jobs=jobs)
                runs.append(perf_counter() - start)
    print(f"{options.size} MB in {number} documents; seconds by the clock, and times as fast as one process")
    for jobs, runs in seconds.items():
        print(f"{jobs:>3}  {median(runs):7.2f}  {median(seconds[1]) / median(runs):5.2f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.jobs", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=2, metavar="MB", help="size of the mix (default: 2)")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="runs of each (default: 3)")
    return parser.parse_args()


def _written(folder: Path, size: int) -> int:
    """Write the mix, a file each; how many there are."""
    documents = list(mix.documents(size))
    for document in documents:
        (folder / document.name).write_text(document.text, "utf-8")
    return len(documents)


if __name__ == "__main__":
    main()
