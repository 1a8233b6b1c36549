"""Columns of nodes: things and sources, in the order of the graph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict

from kg.export.explorer.numbers import Numbers, Row
from kg.graph import Network
from kg.model import Knowledge, Properties, Source

_DATES: Final = frozenset({"date", "start", "end"})
_SEEN_ELSEWHERE: Final = frozenset({"jurisdiction", "parent", "division"})
"""Properties that the page shows as a relation, or in an id."""


class Nodes(TypedDict):
    """One entry a node in ``kind`` and ``label``.

    ``parts`` holds pairs of an article and the document that holds it,
    ``dates`` pairs of a node and (the number of) a date of its own.
    """

    kind: Row
    label: list[str]
    parts: Row
    dates: Row


class Names(TypedDict):
    """One entry a node: its id, and how else it is written (other names, traditional script, pinyin)."""

    id: list[str]
    aliases: list[Sequence[str]]


class About(TypedDict):
    """For each node pairs of a property (a number in ``names``) and its value: text, or the number of a node."""

    names: list[str]
    properties: list[list[int | str]]


def node_columns(graph: Network, at: dict[str, int], knowledge: Knowledge, kinds: Sequence[str], strings: Numbers[str]) -> Nodes:
    """The columns that are needed to draw. ``at`` numbers the nodes."""
    number = {kind: place for place, kind in enumerate(kinds)}
    dates: Row = []
    for node, source in knowledge.sources.items():
        if source.date:
            dates += (at[node], strings[source.date])
    for node, thing in knowledge.things.items():
        if node in at:
            for name, value in thing.properties:
                if name in _DATES:
                    dates += (at[node], strings[value])
    parts = [(at[source.id], at[source.part_of]) for source in knowledge.sources.values() if source.part_of in at]
    return Nodes(
        kind=[number[node.values[0]] for node in graph.nodes],
        label=[node.values[1] for node in graph.nodes],
        parts=[place for pair in parts for place in pair],
        dates=dates,
    )


def name_columns(graph: Network, knowledge: Knowledge) -> Names:
    """The columns that are needed to search."""
    sources = knowledge.sources
    return Names(id=[node.id for node in graph.nodes], aliases=[() if node.id in sources else node.values[2] for node in graph.nodes])


def property_columns(graph: Network, at: dict[str, int], knowledge: Knowledge) -> About:
    """What the panel shows of each node beside its facts."""
    names = Numbers[str]()
    things, sources = knowledge.things, knowledge.sources
    rows: list[list[int | str]] = []
    for node, *_ in graph.nodes:
        row: list[int | str] = []
        for name, value in things[node].properties if node in things else _of_source(sources[node], knowledge):
            if name not in _SEEN_ELSEWHERE:
                row += (names[name], at.get(value, value))
        rows.append(row)
    return About(names=list(names), properties=rows)


def _of_source(source: Source, knowledge: Knowledge) -> Properties:
    """What the panel shows of a source; the name of its file stands in only for a missing title."""
    publisher = knowledge.things.get(source.publisher)
    pairs = (
        ("date", source.date),
        ("publisher", publisher.label if publisher else source.publisher),
        ("author", source.author),
        ("url", source.url),
    )
    return tuple((name, value) for name, value in pairs if value)
