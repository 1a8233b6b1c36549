"""How many gold facts of a document were found: strict counts for each kind, as ``docs/accuracy.md`` defines them.

Optional gold facts absorb what is found of them and are never counted; of a fact with several right forms one is enough.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from kg import Analysis, Knowledge, resolve
from kg.model import Kind, Relation, Status, Thing

Fact = dict[str, Any]

KINDS: Final = ("persons", "holdings", "places", "orgs", "programs", "observations", "events", "documents")

_DROPPED: Final = re.compile(r"[\s\"'“”‘’「」『』《》〈〉()•・·.,，。、:：;；\-—_/]+")
_HEADS: Final = re.compile("(?<=..)(?:主题实践活动|主题活动|教育实践活动|活动|工程|行动|计划|项目|机制|制度|模式)$")


class Counts(NamedTuple):
    """Facts that are right, that were found, and that are wanted."""

    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def total(counts: Iterable[Counts]) -> Counts:
    """Counts pooled."""
    return Counts(*map(sum, zip(Counts(0, 0, 0), *counts, strict=True)))


def score(gold: dict[str, Any], analysis: Analysis) -> dict[str, Counts]:
    """The counts of each of :data:`KINDS` for one document."""
    found = _found(resolve([analysis]))
    return {kind: _counts(gold[kind], found[kind], _STRICT[kind], _LOOSE[kind]) for kind in KINDS}


def _counts(gold: Sequence[Fact], found: Sequence[Fact], strict: _Match, loose: _Match) -> Counts:
    order = sorted(gold, key=lambda fact: bool(fact.get("optional")))
    seats = _paired(order, found, strict)
    taken = [order[number] for number in seats.values()]
    right = sum(not fact.get("optional") for fact in taken)
    optional = [fact for fact in gold if fact.get("optional")]
    wrong = sum(at not in seats and not any(loose(fact, row) for fact in optional) for at, row in enumerate(found))
    return Counts(right, right + wrong, len(gold) - len(optional))


def _paired(gold: Sequence[Fact], found: Sequence[Fact], match: _Match) -> dict[int, int]:
    """One to one, as many as can be (by augmenting paths): numbers of found facts to those of gold ones, the first ones first."""
    fits = [[at for at, row in enumerate(found) if match(fact, row)] for fact in gold]
    seats: dict[int, int] = {}

    def seat(number: int, seen: set[int]) -> bool:
        for at in fits[number]:
            if at not in seen:
                seen.add(at)
                if at not in seats or seat(seats[at], seen):
                    seats[at] = number
                    return True
        return False

    for number in range(len(gold)):
        seat(number, set())
    return seats


# ---------------------------------------------------------------- what was found

def _found(knowledge: Knowledge) -> dict[str, list[Fact]]:
    mentioned = {knowledge.same_as.get(mention.thing, mention.thing) for mention in knowledge.mentions}
    things = {kind: [thing for thing in knowledge.things.values() if thing.kind is kind] for kind in Kind}
    named = {kind: [{"name": thing.label} for thing in things[kind] if thing.id in mentioned] for kind in Kind}
    return {
        "persons": _once(named[Kind.PERSON]),
        "holdings": _once(_holdings(knowledge)),
        "places": named[Kind.PLACE],
        "orgs": named[Kind.BODY],
        "programs": named[Kind.PROGRAM],
        "observations": [{key: thing.get(key) for key in ("value", "unit", "measure")} for thing in things[Kind.FIGURE]],
        "events": [{"name": thing.label, "date": thing.get("date") or thing.get("start")} for thing in things[Kind.EVENT]],
        "documents": _once([{"name": thing.label} for thing in things[Kind.DOCUMENT]]),
    }


def _holdings(knowledge: Knowledge) -> Iterator[Fact]:
    for fact in knowledge.facts:
        if fact.relation is Relation.HOLDS and fact.status != Status.PROPOSED and fact.object in knowledge.things:
            post = knowledge.things[fact.object]
            body = knowledge.things.get(knowledge.same_as.get(post.get("body"), post.get("body")))
            person: Thing = knowledge.things[fact.subject]
            yield {"person": person.label, "title": post.get("role"), "org": body.label if body else ""}


def _once(facts: Iterable[Fact]) -> list[Fact]:
    return list({tuple(fact.values()): fact for fact in facts}.values())


# ---------------------------------------------------------------- when two facts are the same

_Match = Callable[[Fact, Fact], bool]


@lru_cache(maxsize=1 << 15)
def _plain(text: object) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", str(text or "")))


@lru_cache(maxsize=1 << 15)
def _body(text: object) -> str:
    name = re.sub("^(?:中国共产党|中共)", "", _plain(text))
    name = re.sub("(省|市|县|区|旗|州|盟|镇|乡|街道|集团)委员会", r"\1委", name)
    return name.replace("人民政府", "政府").replace("纪律检查委员会", "纪委")


def _program(text: object) -> str:
    return _HEADS.sub("", _plain(text))


def forms(value: object) -> list[str]:
    """The right answers that a gold field allows, the preferred first."""
    return [str(form or "") for form in (value if isinstance(value, list) else [value])]


def names(fact: Fact) -> list[str]:
    """Every name that the gold gives a thing."""
    return forms(fact["name"]) + [form for alias in fact.get("aliases", ()) for form in forms(alias)]


def _same(gold: object, found: str, norm: Callable[[object], str] = _plain) -> bool:
    return norm(found) in map(norm, forms(gold))


def _near(gold: object, found: str, least: float, norm: Callable[[object], str] = _plain) -> bool:
    return _same(gold, found, norm) or any(_dice(norm(form), norm(found)) >= least for form in forms(gold))


def _dice(one: str, other: str) -> float:
    first, second = ({a + b for a, b in pairwise(text)} or {text} for text in (one, other))
    return 2 * len(first & second) / (len(first) + len(second))


def _office(gold: Fact, row: Fact) -> bool:
    return _same(gold["person"], row["person"]) and _same(gold["title"], row["title"])


def _value(gold: Fact, row: Fact) -> bool:
    return abs(gold["value"] - float(row["value"] or "nan")) <= 1e-6 * max(1.0, abs(gold["value"]))


def _counted(gold: Fact, row: Fact) -> bool:
    return _same(gold.get("unit"), row["unit"]) and _near(gold.get("measure"), row["measure"], 0.4)


def _date(gold: Fact, row: Fact) -> bool:
    return gold.get("date") is None or any(row["date"].startswith(day) or day.startswith(row["date"] or "?") for day in forms(gold["date"]))


_STRICT: Final[dict[str, _Match]] = {
    "persons": lambda gold, row: _same(names(gold), row["name"]),
    "holdings": lambda gold, row: _office(gold, row) and (gold.get("org") is None or _same(gold["org"], row["org"], _body)),
    "places": lambda gold, row: _same(gold["name"], row["name"]),
    "orgs": lambda gold, row: _same(gold["name"], row["name"], _body),
    "programs": lambda gold, row: _same(gold["name"], row["name"], _program),
    "observations": lambda gold, row: _value(gold, row) and _counted(gold, row),
    "events": lambda gold, row: _date(gold, row) and _near(gold["name"], row["name"], 0.5),
    "documents": lambda gold, row: _near(gold["title"], row["name"], 0.9),
}
_LOOSE: Final[dict[str, _Match]] = {
    "persons": _STRICT["persons"],
    "holdings": _office,
    "places": lambda gold, row: _same(names(gold), row["name"]),
    "orgs": lambda gold, row: _same(names(gold), row["name"], _body) or _near(gold["name"], row["name"], 0.8, _body),
    "programs": lambda gold, row: _near(names(gold), row["name"], 0.7, _program),
    "observations": _value,
    "events": lambda gold, row: _date(gold, row) and _near(gold["name"], row["name"], 0.3),
    "documents": lambda gold, row: _near(gold["title"], row["name"], 0.6),
}
