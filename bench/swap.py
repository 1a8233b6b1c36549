"""``python -m bench.swap``: how accuracy holds when every person, place and number of the gold documents is another one.

What is extracted must not hang on the names of the documents that rules were written with. People get surnames of the table and common
given characters, divisions become others of their kind that lie in each other likewise, towns and villages get made-up names, the
numbers of figures other digits; the gold is rewritten with them. Names of other peoples than Han stay, as no table draws such; so do dates,
which decide what divisions are called. Facts of all documents and redraws are pooled.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any, Final

from bench import swap_numbers, swap_people, swap_places
from bench.compare import Row, print_rows, rows
from bench.gold import Document, documents, rewritten
from bench.scoring import names, score
from kg import analyse
from kg.lexicon import divisions
from kg.score.names import forms
from kg.score.tally import Tally

REDRAWS: Final = 20

_BLANKS: Final = " \u3000"
"""Names may be spaced out."""
_CODE_OR_DATE: Final = re.compile(r"\d{6}|\d{4}(?:-\d\d){0,2}")


def redrawn(document: Document, random: Random) -> Document:
    """``document`` with other people, places and numbers, and its gold with them."""
    gold = document.gold
    numbers = swap_numbers.redrawn(gold["observations"], random)
    year = forms(gold["doc"]["date"])[0][:4]
    named = [(name, code) for place in gold["places"] if (code := forms(place.get("code"))[0]) for name in forms(place["name"])]
    moved = swap_places.redrawn(named, int(year) if year else None, document.text, random)
    people = swap_people.redrawn([name for person in gold["persons"] for name in names(person)], document.text, random)
    change = _change(people | _places(document, moved, random), swap_numbers.replaced(numbers))
    new = rewritten(gold, lambda text: text if _CODE_OR_DATE.fullmatch(text) else change(text))
    for place, old in zip(new["places"], gold["places"], strict=True):
        place["code"] = _code(old, moved, int(year) if year else None)
    for figure, old in zip(new["observations"], gold["observations"], strict=True):
        figure["value"] = swap_numbers.value(old, numbers)
    return document._replace(text=change(document.text), gold=new)


def _places(document: Document, moved: dict[str, divisions.Division], random: Random) -> dict[str, str]:
    """All forms of the names of places, and new ones."""
    table = divisions.load()
    olds = ((old, moved[code]) for old in table for code, _, _ in old.codes if code in moved)
    named = {name for place in document.gold["places"] for name in names(place)}
    new = {form: spelling for old, other in olds if old.name in named for form, spelling in swap_places.spellings(old, other).items()}
    for place in document.gold["places"]:
        drawn = swap_places.town(forms(place["name"])[0], random) if not place.get("code") else None
        if drawn and drawn[0] not in new:
            new[drawn[0]] = drawn[1]
    return new


def _code(place: dict[str, Any], moved: dict[str, divisions.Division], year: int | None) -> str | None:
    code = forms(place.get("code"))[0]
    return divisions.load().code_at(moved[code], year) if code in moved else place.get("code")


def _change(new: dict[str, str], numbers: Callable[[str], str]) -> Callable[[str], str]:
    """Replaces names, the longest first and each once, with the blanks inside them; then numbers."""
    old = sorted((name for name in new if name != new[name]), key=lambda name: (-len(name), name))
    if not old:
        return numbers
    pattern = re.compile("|".join(f"[{_BLANKS}]*".join(map(re.escape, name)) for name in old))

    def spaced(match: re.Match[str]) -> str:
        old = "".join(char for char in match[0] if char not in _BLANKS)
        if len(new[old]) != len(old):
            return new[old]
        signs = iter(new[old])
        return "".join(char if char in _BLANKS else next(signs) for char in match[0])

    return lambda text: numbers(pattern.sub(spaced, text))


@cache
def original() -> tuple[dict[str, Tally], ...]:
    """The counts of each document as it is."""
    return tuple(score(document.gold, analyse(document.text.encode())) for document in documents())


def measured(redraws: range) -> Iterator[list[tuple[dict[str, Tally], dict[str, Tally]]]]:
    """For each redraw the counts of every document before and after."""
    for seed in redraws:
        new = (redrawn(document, Random(f"{seed} {document.name}")) for document in documents())
        yield [(before, score(after.gold, analyse(after.text.encode()))) for before, after in zip(original(), new, strict=True)]


def measure(redraws: range) -> list[Row]:
    """The counts of every kind, those of all redraws pooled."""
    return rows(both for redraw in measured(redraws) for both in redraw)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.swap", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--redraws", type=int, default=REDRAWS, metavar="N", help=f"(default: {REDRAWS})")
    options = parser.parse_args()
    changes: dict[str, list[float]] = {}
    pooled = []
    for redraw in measured(range(1, options.redraws + 1)):
        pooled += redraw
        for row in rows(redraw):
            changes.setdefault(row.kind, []).append(row.change)
    print(f"{options.redraws} redraws of {len(documents())} documents")
    print_rows(rows(pooled))
    print("lowest and highest change of a redraw")
    for kind, all_changes in changes.items():
        print(f"  {kind:13}{min(all_changes):+8.3f}{max(all_changes):+8.3f}")


if __name__ == "__main__":
    main()
