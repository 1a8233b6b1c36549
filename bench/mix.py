"""The text that is measured: our own documents, redrawn until there is enough, in the states that pages are found in.

Each document is one of the sample corpus or of ``bench/prose/`` with its people, places and numbers drawn anew and its sentences in another
order, so that no two are alike and nothing is gained by remembering. The same size and seed give the same bytes. What
is done here leans on OpenCC, pypinyin and the tables, and on nothing that is measured.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any, Final

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, GIVEN

ROOT: Final = Path(__file__).parents[1]
SEEDS: Final = ROOT / "seeds"
PROSE: Final = ROOT / "bench" / "prose"
FORWARD_MODEL: Final = ROOT / "tests" / "repair" / "forward_model.py"

SHARES: Final = {"simplified": 0.60, "traditional": 0.15, "glossed": 0.15, "html": 0.05, "damaged": 0.05}
"""Of the bytes of the mix."""

SOURCES: Final = {SEEDS: 0.18, PROSE: 0.82}
"""Of the bytes of each state. The documents of ``seeds/`` are short and full of cases, 45 claims a KB; the five real
pages have 10, most of their length being speech and set phrases, which ``prose/`` (2 a KB) stands for."""

GLOSSED: Final = 40
"""Characters of a glossed document that get their reading behind them, wherever they stand."""

SPOT_EVERY: Final = 5000
"""Characters of a damaged document to one spot of lost bytes."""

GLOSS: Final = re.compile(r"\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*\)")
_NUMBER: Final = re.compile(r"<[^>]*>|(?<![\d.])(?:19|20)\d\d(?=[年-])|\d+(?=[月日])|\d+")
_LOST: Final = (("確?;顒?dòng)", "確保活動"), ("?;顒?dòng)", "。活動"), ("?;鶎狱h", "。基層黨"))
"""The lost bytes of the sample corpus itself, and what they were: the mix has such spots in its damaged share alone."""

_SENTENCE: Final = re.compile(r"[^。！？]*[。！？]+[”』）]*|[^。！？]+$")
_PARAGRAPH: Final = re.compile(r"(<p>)(　*)([^<>\n]{60,})(</p>)|(?m:^)()([ 　]*)([^<>\n]{60,})()(?m:$)")
_LEVELS: Final = {"prefecture": "市", "county": "市县区"}


@dataclass(frozen=True, slots=True)
class Seed:
    """A document of our own in simplified characters, with the names in it that can be drawn anew."""

    text: str
    people: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    """(stem, last character) of the divisions in it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of the mix: its state, the name of its file, and its text."""

    state: str
    name: str
    text: str


class Draw:
    """Redraws documents of the sources in turn, so that each has its share of what is drawn."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._taken = dict.fromkeys(SOURCES, 0)

    @property
    def source(self) -> Path:
        """The source that is furthest behind its share."""
        return min(SOURCES, key=lambda source: self._taken[source] / SOURCES[source])

    def plain(self) -> str:
        """A document of that source as plain text."""
        return self.of(self.source, ".txt")

    def of(self, source: Path, suffix: str) -> str:
        """A document of ``source`` whose file ends in ``suffix``."""
        text = redrawn(self.random.choice(_seeds(source, suffix)), self.random)
        self._taken[source] += len(text.encode())
        return text


def documents(size: int, seed: int = 1) -> Iterator[Document]:
    """Documents of together ``size`` bytes of UTF-8 or a little more, in the shares of :data:`SHARES`."""
    random = Random(seed)
    draws = {state: Draw(random) for state in SHARES}
    made = dict.fromkeys(SHARES, 0)
    for number in count(1):
        if sum(made.values()) >= size:
            return
        state = min(SHARES, key=lambda name: made[name] / SHARES[name])
        text = _STATES[state](draws[state])
        made[state] += len(text.encode())
        yield Document(state, f"{number:05}.{'html' if state == 'html' else 'txt'}", text)


def has_forward_model() -> bool:
    """Whether the model of lost bytes is at hand; without it that share is simplified text."""
    return FORWARD_MODEL.is_file()


# ---------------------------------------------------------------- redrawing


def redrawn(seed: Seed, random: Random) -> str:
    """``seed`` with other people, places and numbers, its sentences in another order."""
    names = {name: another_person(name, random) for name in seed.people}
    names |= {stem: another_place(stem, last, random) for stem, last in seed.places}
    text = _shuffled(seed.text, random)
    if names:
        pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        text = re.sub(pattern, lambda match: names[match[0]], text)
    return _NUMBER.sub(lambda match: _number(match[0], random), text)


def _shuffled(text: str, random: Random) -> str:
    """``text`` with the sentences of its longer paragraphs in another order, as many to a paragraph as before."""
    paragraphs = [_SENTENCE.findall(match[3] or match[7]) for match in _PARAGRAPH.finditer(text)]
    pool = [sentence for sentences in paragraphs for sentence in sentences]
    random.shuffle(pool)
    sentences, lengths = iter(pool), iter(map(len, paragraphs))

    def refilled(match: re.Match[str]) -> str:
        opened, indent, _, closed = match.groups()[:4] if match[3] else match.groups()[4:]
        return opened + indent + "".join(next(sentences) for _ in range(next(lengths))) + closed

    return _PARAGRAPH.sub(refilled, text)


def another_person(name: str, random: Random) -> str:
    """Another name of as many characters (names with · stay)."""
    if "·" in name or not 2 <= len(name) <= 3:
        return name
    surnames, seconds, lasts = _names()
    return random.choice(surnames) + "".join(random.choice(seconds) for _ in name[2:]) + random.choice(lasts)


@cache
def _names() -> tuple[list[str], list[str], list[str]]:
    def often(field: str) -> list[str]:
        return sorted(char for char, given in GIVEN.items() if getattr(given, field) >= 20)

    return sorted(COMMON_SURNAMES), often("second"), often("last")


def another_place(stem: str, last: str, random: Random) -> str:
    """The stem of another division of the same kind and length."""
    return random.choice(_stems()[last, len(stem)])


@cache
def _stems() -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    for division in divisions.load():
        if division.current and division.name[-1] in _LEVELS.get(division.level, ""):
            found.setdefault((division.name[-1], len(division.name) - 1), []).append(division.name[:-1])
    return found


def _number(text: str, random: Random) -> str:
    """A number of as many digits; months and days stay dates, and tags stay as they are."""
    if text[0] == "<":
        return text
    if len(text) == 4 and text[:2] in ("19", "20"):
        return str(random.randint(2003, 2019))
    if len(text) <= 2 and int(text) <= 31:
        return str(random.randint(1, 12 if int(text) <= 12 else 28)).zfill(len(text))
    return str(random.randint(1, 9)) + "".join(str(random.randint(0, 9)) for _ in text[1:])


# ---------------------------------------------------------------- the sources


@cache
def _seeds(source: Path, suffix: str) -> tuple[Seed, ...]:
    return tuple(_seed(path) for path in sorted(source.glob(f"*{suffix}")))


def _seed(path: Path) -> Seed:
    text = cleaned(decoded(path.read_bytes()))
    gold = json.loads((path.parent / ("gold" if path.parent == SEEDS else "") / f"{path.stem}.json").read_text("utf-8"))
    people = tuple(dict.fromkeys(person["name"] for person in gold["persons"]))
    names = [place["name"] for place in gold["places"] if place.get("code")]
    places = {name[:-1]: name[-1] for name in names if (name[-1], len(name) - 1) in _stems() and len(name) > 2}
    return Seed(text, people, tuple(places.items()))


def decoded(data: bytes) -> str:
    """The text of one of our own files."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030")


def cleaned(text: str) -> str:
    """``text`` of our own without its glosses and lost bytes, in simplified characters."""
    for lost, was in _LOST:
        text = text.replace(lost, was)
    return converted(GLOSS.sub("", text), "t2s")


# ---------------------------------------------------------------- the states


def _traditional(draw: Draw) -> str:
    return converted(draw.plain(), "s2t")


def _glossed(draw: Draw) -> str:
    return glossed(_traditional(draw), draw.random)


def glossed(text: str, random: Random, most: int = GLOSSED) -> str:
    """Traditional text with the reading behind every occurrence of at most so many characters that conversion changed."""
    changed = sorted({char for char in text if converted(char, "t2s") != char})
    chosen = set(random.sample(changed, min(most, len(changed))))
    return "".join(f"{char}({_reading(char)})" if char in chosen else char for char in text)


def _html(draw: Draw) -> str:
    """The page of the sample corpus, with the paragraphs of prose in it that its share asks for."""
    page, paragraphs = draw.of(SEEDS, ".html"), ""
    while draw.source == PROSE:
        paragraphs += "".join(f"<p>{line}</p>\n" for line in draw.plain().splitlines() if line.strip())
    return page.replace('<div class="content">\n', f'<div class="content">\n{paragraphs}', 1)


def _damaged(draw: Draw) -> str:
    """Some documents run together, converted and glossed bytewise, with a spot of lost bytes here and there."""
    if not has_forward_model():
        return draw.plain()
    clean = ""
    while len(clean) < SPOT_EVERY:
        clean += in_gbk(draw.plain()) + "\n"
    return str(spotted(clean, len(clean) / SPOT_EVERY, draw.random).text)


def in_gbk(text: str) -> str:
    """``text`` in traditional characters, one for one, without those that the model of lost bytes cannot hold."""
    return str(forward_model().traditional(text)).encode("gbk", "ignore").decode("gbk")


def spotted(clean: str, wanted: float, random: Random) -> Any:  # noqa: ANN401 - the model is loaded by its path
    """Glossed ``clean`` (of :func:`in_gbk`) with about as many spots of lost bytes as are wanted: the model's ``Damaged``."""
    model = forward_model()
    tries = []
    for common in (GLOSSED, GLOSSED // 2, GLOSSED // 4, GLOSSED // 8):
        for _ in range(3):
            seed = random.randrange(1 << 30)
            page = model.damage(clean, model.glossed_characters(clean, common, 0, seed), cut=0.1, seed=seed)
            tries.append(page)
            if 1 <= len(page.spots) <= 1.5 * wanted:
                return page
    return min(tries, key=lambda page: abs(len(page.spots) - wanted))


_STATES: Final[dict[str, Callable[[Draw], str]]] = {
    "simplified": Draw.plain,
    "traditional": _traditional,
    "glossed": _glossed,
    "html": _html,
    "damaged": _damaged,
}


@cache
def forward_model() -> ModuleType:
    """The model of lost bytes; call :func:`has_forward_model` before."""
    spec = importlib.util.spec_from_file_location("forward_model", FORWARD_MODEL)
    if spec is None or spec.loader is None:
        raise ImportError(str(FORWARD_MODEL))
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def converted(text: str, converter: str) -> str:
    """``text`` after one of OpenCC's conversions (s2t, s2tw, t2s …)."""
    return str(_converter(converter).convert(text))


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)


@cache
def _reading(char: str) -> str:
    return str(lazy_pinyin(char, style=Style.TONE)[0])
