"""``python -m bench.damage``: how accuracy holds on damaged text, for each kind of damage that pages are found with.

Clean documents with gold are damaged by rule and read again. Facts of all documents are pooled: strict F1 on the clean text, on the
damaged one, and the difference; a kind with few facts stands with an interval (bootstrap over documents).
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from random import Random
from typing import Any, Final, NamedTuple

from bench import chrome
from bench.compare import Row, print_rows, rows
from bench.gold import Document, documents
from bench.mix import GLOSS, converted, forward_model, glossed, has_forward_model, in_gbk, spotted
from bench.scoring import names, score
from kg import Analysis, analyse
from kg.lexicon import divisions
from kg.score.found import KINDS
from kg.score.names import forms

SPOT_EVERY: Final = 550
"""Characters of clean text to one spot of lost bytes: the density of the real page with such damage."""

_CLOSING: Final = frozenset("，。、；：！？”’）》」』,.;:!?)")

WRONG: Final = dict(zip("干扎制里余范征布占志台面后表系周准谷斗松只着", "乾紮製裡餘範徵佈佔誌臺麵後錶係週準穀鬥鬆隻著", strict=True))
"""What a converter without regard to words makes of characters that have several traditional forms."""

Damage = Callable[[Document, Random], Document | None]
"""A document damaged, with its gold as far as that is left; nothing where such damage cannot befall it."""


# ---------------------------------------------------------------- the damages


def _script(converter: str, document: Document, _random: Random) -> Document:
    return document._replace(text=converted(document.text, converter))


def _glosses(most: int, document: Document, random: Random) -> Document:
    """One to one to traditional characters, readings behind some of them, marks in ASCII."""
    text = glossed(str(forward_model().traditional(document.text)), random, most)
    return document._replace(text=text.translate(forward_model().CLEANED))


def _wrong_conversions(document: Document, _random: Random) -> Document:
    text = str(forward_model().traditional(document.text.replace("为了", "為瞭")))
    return document._replace(text="".join(WRONG.get(char, char) for char in text))


def _wrong_qian(document: Document, _random: Random) -> Document:
    """Simplified text that has been through such a converter and back by a table: 乾 is in both scripts and stays."""
    return document._replace(text=document.text.replace("干", "乾"))


def _lost_bytes(document: Document, random: Random) -> Document | None:
    if document.is_html:
        return None
    clean = in_gbk(document.text)
    page = spotted(clean, len(clean) / SPOT_EVERY, random)
    left = _simplified(_without_spots(page))
    gold = {key: [_optional_if_lost(fact, left) for fact in facts] if key in KINDS else facts for key, facts in document.gold.items()}
    return document._replace(text=str(page.text), gold=gold)


def _without_spots(page: Any) -> str:  # noqa: ANN401 - the model is loaded by its path
    pieces, at = [], 0
    for spot in sorted(page.spots):
        pieces.append(page.text[at : spot.start])
        at = max(at, spot.end)
    return "\ufffd".join([*pieces, page.text[at:]])


def _simplified(text: str) -> str:
    return converted(GLOSS.sub("", text), "t2s")


def _optional_if_lost(fact: dict[str, Any], left: str) -> dict[str, Any]:
    """``fact``, which nobody can be asked for if none of its words are left."""
    words = [fact["evidence"]] if fact.get("evidence") else names(fact) if "name" in fact else forms(fact["title"])
    kept = any(_simplified(in_gbk(word).translate(forward_model().CLEANED)) in left for word in words)
    return fact if kept else fact | {"optional": True}


def _broken_lines(page: int, document: Document, random: Random) -> Document | None:
    """Lines broken at one width, in the middle of words; a number behind each ``page`` of so many lines, or none."""
    if document.is_html:
        return None
    width = random.randint(26, 40)
    wrap = random.choice((_cut, _typeset))
    lines = [piece for line in document.text.splitlines() for piece in wrap(line, width)]
    for number, at in enumerate(range(page, len(lines), page + 1) if page else (), start=1):
        lines.insert(at, f"- {number} -")
    return document._replace(text="\n".join(lines) + "\n")


def _cut(line: str, width: int) -> list[str]:
    """A line in pieces of so many characters."""
    return [line[at : at + width] for at in range(0, max(1, len(line)), width)]


def _typeset(line: str, width: int) -> list[str]:
    """A line as a printer breaks it: ASCII is half as wide, and no line begins with a mark that closes."""
    pieces, room = [""], 2 * width
    for char in line:
        room -= 1 + (char >= "\u2e80")
        if room < 0 and char not in _CLOSING:
            pieces.append("")
            room = 2 * width - 1 - (char >= "\u2e80")
        pieces[-1] += char
    return pieces


def _chrome(document: Document, random: Random) -> Document | None:
    """The article of a site, which the gold does not name and the page may."""
    if document.is_html:
        return None
    about = document.gold["doc"]
    anchor = forms(about["anchor_place"])[0] or "本地"
    known = divisions.load().by_name.get(anchor)
    site = (known[0].short[0] if known and known[0].short else re.sub("(?<=..)[村乡镇]$", "", anchor)) + random.choice(chrome.SITES)
    text = chrome.page(random.choice(chrome.TEMPLATES), document.text, forms(about["title"])[0], site, random)
    return document._replace(text=text, gold=document.gold | {"orgs": [*document.gold["orgs"], {"name": site, "optional": True}]})


_DAMAGES: Final[dict[str, Damage]] = {
    "traditional (s2t)": partial(_script, "s2t"),
    "traditional, Taiwan (s2tw)": partial(_script, "s2tw"),
    "traditional, Hong Kong (s2hk)": partial(_script, "s2hk"),
    "glosses, short list": partial(_glosses, 41),
    "glosses, long list": partial(_glosses, 104),
    "lost bytes": _lost_bytes,
    "wrong conversions": _wrong_conversions,
    "乾 for 干": _wrong_qian,
    "broken lines": partial(_broken_lines, 0),
    "broken lines, page numbers": partial(_broken_lines, 20),
    "page chrome": _chrome,
}
DAMAGES: Final = tuple(_DAMAGES) if has_forward_model() else ()
"""Their names; without the forward model none is measured."""


# ---------------------------------------------------------------- measuring


class Pair(NamedTuple):
    """A document as it was and as it was damaged, read; the gold is what can be asked of both."""

    gold: dict[str, Any]
    clean: Analysis
    damaged: Analysis


def pairs(damage: str, seed: int = 1) -> Iterator[Pair]:
    """Every document that the damage can befall."""
    for document in documents():
        if damaged := _DAMAGES[damage](document, Random(f"{seed} {damage} {document.name}")):
            yield Pair(damaged.gold, _clean(document.text), analyse(damaged.text.encode(), document.name))


@cache
def _clean(text: str) -> Analysis:
    return analyse(text.encode())


def measure(measured: Iterable[Pair]) -> list[Row]:
    """The counts of every kind."""
    return rows((score(gold, clean), score(gold, damaged)) for gold, clean, damaged in measured)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.damage", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument("--only", default="", metavar="NAME", help="damages whose name begins so")
    options = parser.parse_args()
    for damage in (name for name in DAMAGES if name.startswith(options.only)):
        measured = list(pairs(damage, options.seed))
        print(f"\n{damage} ({len(measured)} documents)")
        print_rows(measure(measured))


if __name__ == "__main__":
    main()
