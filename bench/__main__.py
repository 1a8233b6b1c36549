"""``python -m bench``: a table of throughputs, each also as a ratio to ``jieba.cut`` over the same text in the same run.

MB are 10^6 bytes of UTF-8 of the files as they are read. Figures are CPU seconds, medians of ``--repeat`` runs after one that does
not count, on one core. The mix is meant to be as full of
facts as real pages are: claims per KB of it stand at the end. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import jieba

from bench import stages
from bench.clock import Clock, medians, on_one_core, timed
from bench.mix import SEEDS, documents, has_forward_model

FIRST_FIVE = 5
"""Documents of seeds/ in the measure of a small build, start-up included."""


def main() -> None:
    """Make the mix, measure, print."""
    options = _options()
    pinned = on_one_core()
    jieba.setLogLevel(logging.WARNING)
    mix = list(documents(round(options.size * 1e6)))
    texts = [document.text for document in mix]
    size = sum(len(text.encode()) for text in texts)
    with TemporaryDirectory(prefix="kg-bench-") as temporary:
        inputs, output = Path(temporary, "in"), Path(temporary, "out")
        inputs.mkdir()
        output.mkdir()
        for document in mix:
            (inputs / document.name).write_text(document.text, encoding="utf-8", newline="")
        data = [text.encode() for text in texts]
        if options.profile:
            _profile(options.profile, data, output)
            return
        print(_heading(size, len(mix), sum(map(len, texts)), options.repeat, pinned=pinned), flush=True)
        figures = _measure(texts, data, inputs, output, options.repeat)
    figures["bytes"] = size
    _print_table(figures, size)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, default=4.0, metavar="MB", help="size of the mix (default: 4)")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="runs that count (default: 3)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the seconds as JSON, too")
    parser.add_argument("--profile", metavar="STAGE", help="only profile this row of the table: its 25 dearest functions")
    return parser.parse_args()


def _heading(size: int, count: int, characters: int, repeat: int, *, pinned: bool) -> str:
    shares = "" if has_forward_model() else "; no forward model at hand: simplified text instead of the damaged share"
    return (
        f"{size / 1e6:.2f} MB of UTF-8, {characters / 1e6:.2f} M characters, {count} documents{shares}\n"
        f"median of {repeat} after a warm-up, {'one core' if pinned else 'not kept on one core'}, Python {sys.version.split()[0]}"
    )


def _measure(texts: Sequence[str], data: Sequence[bytes], inputs: Path, output: Path, repeat: int) -> dict[str, Any]:
    jieba.initialize()
    reference = timed(lambda: [sum(1 for _ in jieba.cut(text)) for text in texts], repeat)
    stages.one_by_one(data[:50], Clock())
    runs = []
    for number in range(repeat):
        clock, folder = Clock(), output / f"run-{number}"  # a database is written once
        folder.mkdir()
        stages.one_by_one(data, clock)
        stages.together(data, clock, folder)
        runs.append(clock.seconds)
    return {
        "jieba.cut": reference,
        "stages": medians(runs),
        "build, turtle alone": _child(inputs, output, repeat, "turtle"),
        "build, default outputs": _child(inputs, output, repeat),
        "start": _starts(output, repeat),
    }


def _child(inputs: Path, output: Path, repeat: int, *formats: str) -> dict[str, float]:
    """The medians of a build in processes of their own."""
    command = [sys.executable, "-m", "bench.child", str(inputs), str(output), *formats]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(repeat)]
    return {name: median(run[name] for run in runs) for name in runs[0]}


def _starts(output: Path, repeat: int) -> dict[str, float]:
    """Seconds from nothing: a process that prints the version, and one that builds five documents."""
    five = [str(path) for path in sorted(SEEDS.glob("*.txt"))[:FIRST_FIVE]]
    kg = [sys.executable, "-m", "kg"]

    def run(*arguments: str) -> None:
        subprocess.run([*kg, *arguments], check=True, capture_output=True)

    return {
        "kg --version": timed(lambda: run("--version"), repeat, perf_counter),
        "kg build of five documents": timed(lambda: run("build", *five, "-o", str(output)), repeat, perf_counter),
    }


def _profile(stage: str, data: Sequence[bytes], output: Path) -> None:
    clock = Clock(stage)
    stages.one_by_one(data[:20], Clock())
    stages.one_by_one(data, clock)
    stages.together(data, clock, output)
    if stage not in clock.seconds:
        sys.exit(f"there is no stage {stage!r}; there are: {', '.join(clock.seconds)}")
    clock.report()


def _print_table(figures: dict[str, Any], size: int) -> None:
    reference: float = figures["jieba.cut"]
    seconds: dict[str, float] = figures["stages"]

    def row(name: str, took: float) -> None:
        speed = f"{size / 1e6 / took:10.2f} {reference / took:10.2f}" if took else f"{'-':>10} {'-':>10}"
        print(f"{name:<36} {took:9.3f} {speed}")

    def rows(title: str, names: Sequence[str]) -> None:
        row(title, sum(seconds[name] for name in names))
        for name in names:
            row(f"  {name}", seconds[name])

    print(f"\n{'':<36} {'CPU s':>9} {'MB/s':>10} {'x jieba':>10}")
    row("jieba.cut, HMM on", reference)
    row("read", seconds["read"])
    rows("repair", stages.REPAIR)
    row("segment", seconds["segment"])
    rows("extract", stages.EXTRACT)
    row(stages.ANALYSE, seconds[stages.ANALYSE])
    for name in stages.JOIN:
        row(name, seconds[name])
    rows("export", stages.EXPORT)
    row(f"    html, {stages.LAYOUT}", seconds[stages.LAYOUT])
    for name in ("build, turtle alone", "build, default outputs"):
        row(name, figures[name]["seconds"])
    print()
    for name in ("build, turtle alone", "build, default outputs"):
        built = figures[name]
        print(f"{name}: peak {built['peak'] / 1e6:.0f} MB ({built['before'] / 1e6:.0f} MB after one document); "
              f"{built['things']:.0f} things, {built['facts']:.0f} facts, {built['claims']:.0f} claims")  # fmt: skip
    print(f"claims per KB of the mix: {figures['build, turtle alone']['claims'] / size * 1e3:.1f}")
    for name, took in figures["start"].items():
        print(f"{name}: {took:.2f} s on the wall, start-up included")


if __name__ == "__main__":
    main()
