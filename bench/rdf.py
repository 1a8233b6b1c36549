"""``python -m bench.rdf``: RDF of a million triples, made by replicating the build of seeds/: writing, loading and asking beside rdflib.

Every task has a process of its own; figures are CPU seconds, all of one run, and the peak memory of the whole process. What is done is
told on stderr. The longest step by far is rdflib's writing of Turtle, which compares each IRI with every namespace that it has met, and
each quotation opens one: a seventh of a million triples take it half a minute, a million a quarter of an hour. After ``--most`` seconds
of CPU it is given up; what is printed then is a bound. N-Triples, which need none of this, stand beside it. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

import kg
from bench.clock import on_one_core
from bench.copies import copies
from bench.mix import SEEDS
from bench.rdf_child import GIVEN_UP, QUERIES
from kg.export.rdf.quads import quads
from kg.export.sqlite import write_sqlite
from kg.model import Knowledge

FORMATS = ("turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml")
Figures = dict[str, float]


def main() -> None:
    """Replicate, measure, print."""
    options = _options()
    pinned = on_one_core()
    one = kg.build(SEEDS).knowledge
    number = ceil(options.triples / sum(1 for _ in quads(one)))
    print(f"{number} copies of the build of seeds/, {'one core' if pinned else 'not kept on one core'}, Python {sys.version.split()[0]}")
    with TemporaryDirectory(prefix="kg-bench-") as temporary:
        few, many = Path(temporary, "few"), Path(temporary, "many")
        _database(one, ceil(number / 4), few)
        _database(one, number, many)
        figures = {f"few {name}": _child("write", few, name) for name in FORMATS}
        figures |= {name: _child("write", many, name) for name in FORMATS}
        turtle = many / "graph.ttl"
        figures |= {"pyoxigraph": _child("pyoxigraph", turtle), "rdflib": _child("rdflib", turtle, options.most)}
    _print(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.rdf", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, default=1_000_000, metavar="N", help="about as many triples (default: 1000000)")
    parser.add_argument("--most", type=float, default=1800, metavar="SECONDS", help="give rdflib's Turtle up after so many (default: 1800)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    return parser.parse_args()


def _database(knowledge: Knowledge, number: int, folder: Path) -> None:
    folder.mkdir()
    write_sqlite(copies(knowledge, number), folder / "facts.sqlite")


def _child(*arguments: object) -> Figures:
    """What a task took, told step by step."""
    figures: Figures = {}
    command = [sys.executable, "-m", "bench.rdf_child", *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        for line in child.stdout or ():
            figures |= json.loads(line)
            print(*arguments[:1], *arguments[2:], line.strip(), file=sys.stderr, flush=True)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return figures


def _print(figures: dict[str, Figures]) -> None:
    theirs, ours = figures["rdflib"], figures["pyoxigraph"]
    print(f"\n{ours['triples']:.0f} triples\n\n{'':<34} {'CPU s':>9} {'rdflib':>9} {'ratio':>8} {'peak MB':>9} {'of a quarter':>13}")
    for name in FORMATS:
        took, few = figures[name], figures[f"few {name}"]
        ratio = _beside(theirs, name, took["write"])
        title = f"write {name} from facts.sqlite"
        print(f"{title:<34} {took['write']:9.2f} {ratio} {took['peak'] / 1e6:9.0f} {few['peak'] / 1e6:13.0f}")
    for name in ("load", "load onto a disk", *QUERIES):
        beside = theirs[name.partition(" ")[0]]
        print(f"{name + ' (pyoxigraph)':<34} {ours[name]:9.3f} {beside:9.3f} {beside / max(ours[name], 1e-6):7.1f}x")
    print(f"\nrdflib: peak {theirs['peak'] / 1e6:.0f} MB")


def _beside(theirs: Figures, name: str, ours: float) -> str:
    """What rdflib took for a format, and how many times our figure that is; "more than" where it was given up."""
    given_up = name == "turtle" and GIVEN_UP in theirs
    seconds = theirs[GIVEN_UP] if given_up else theirs.get(f"write {name}")
    more = ">" if given_up else ""
    return f"{f'{more}{seconds:.2f}':>9} {f'{more}{seconds / ours:.1f}x':>8}" if seconds else " " * 18


if __name__ == "__main__":
    main()
