"""Columns of facts: those between two nodes, those whose object is a literal, and which source names which thing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict

from kg.export.explorer.numbers import Numbers, Row, hundredths
from kg.graph import HELD, MENTIONS, Edge, Network
from kg.model import LITERAL_RELATIONS, Knowledge

_SAID: Final = ("title", "status", "start", "end", "attested", "ended", "proposed", "rank")


class Edges(TypedDict):
    """One entry a fact between two nodes, but for ``held`` and ``more``.

    ``look`` is a number in ``looks``: relation, basis, confidence. ``when`` is (the number of) the first date of a
    document that states it; ``claims`` holds the one claim of a fact, or all where there are several or none. ``held``
    lists the facts that are holdings, ``more`` for each of them the numbers of :data:`_SAID`;
    several dates of one name are one string, parted by blanks.
    """

    a: Row
    b: Row
    look: Row
    when: Row
    claims: list[int | Row]
    held: Row
    more: list[Row]
    looks: list[tuple[str, str, int]]


class Literals(TypedDict):
    """One entry a fact whose object is a literal (the start of a program)."""

    node: Row
    relation: list[str]
    value: list[str]
    basis: list[str]
    confidence: Row
    claims: list[Row]


class Mentions(TypedDict):
    """One entry for each source and thing that it names."""

    source: Row
    thing: Row


def edge_columns(
    graph: Network, at: dict[str, int], knowledge: Knowledge, strings: Numbers[str], claims: Numbers[str]
) -> tuple[Edges, Mentions]:
    """All edges of ``graph``. ``claims`` is told the claims that they rest on."""
    named = [edge for edge in graph.edges if edge.key == MENTIONS]
    facts = [edge for edge in graph.edges if edge.key != MENTIONS]
    looks = Numbers[tuple[str, str, float]]()
    look = [looks[edge.values[:3]] for edge in facts]
    grounds: list[tuple[str, ...]] = [edge.values[3] for edge in facts]
    when = _first_dates(grounds, knowledge, strings)
    held = [number for number, edge in enumerate(facts) if len(edge.values) >= len(HELD)]
    edges = Edges(
        a=[at[edge.start] for edge in facts],
        b=[at[edge.end] for edge in facts],
        look=look,
        when=when,
        claims=[claims[one[0]] if len(one) == 1 else [claims[claim] for claim in one] for one in grounds],
        held=held,
        more=[_holding(facts[number], strings) for number in held],
        looks=[(relation, basis, hundredths(confidence)) for relation, basis, confidence in looks],
    )
    return edges, Mentions(source=[at[edge.start] for edge in named], thing=[at[edge.end] for edge in named])


def _holding(edge: Edge, strings: Numbers[str]) -> Row:
    """Title, status, dates and rank, without the empty ones at the end."""
    said: dict[str, str] = dict(zip(edge.names, edge.values, strict=True))
    more = [strings[said.get(name, "")] for name in _SAID]
    while more and not more[-1]:
        more.pop()
    return more


def _first_dates(grounds: Sequence[Sequence[str]], knowledge: Knowledge, strings: Numbers[str]) -> Row:
    """For each list of claims the earliest date of a document that makes one of them, or nothing."""
    sources, claims = knowledge.sources, knowledge.claims
    whole = {name: sources[source.part_of].date for name, source in sources.items() if source.part_of in sources}
    dates = {name: source.date or whole.get(name, "") for name, source in sources.items()}
    numbers = {name: strings[date] for name, date in dates.items()}
    return [
        numbers.get(claims[one[0]].source, 0)
        if len(one) == 1
        else strings[min(filter(None, [dates.get(claims[claim].source) for claim in one]), default="")]
        for one in grounds
    ]


def literal_columns(knowledge: Knowledge, at: dict[str, int], claims: Numbers[str]) -> Literals:
    """The facts that are no edges."""
    rows = Literals(node=[], relation=[], value=[], basis=[], confidence=[], claims=[])
    for fact in knowledge.facts:
        if fact.relation in LITERAL_RELATIONS and fact.subject in at and fact.object not in knowledge.things:
            rows["node"].append(at[fact.subject])
            rows["relation"].append(str(fact.relation))
            rows["value"].append(fact.object)
            rows["basis"].append(str(fact.basis))
            rows["confidence"].append(hundredths(fact.confidence))
            rows["claims"].append([claims[claim] for claim in fact.claims])
    return rows
