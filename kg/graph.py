"""Knowledge as a graph: things and sources are nodes, facts are edges that name their evidence.

Exporters read it row by row (:class:`Network`); users of the library get a networkx graph of the same rows.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kg.model import HOLDING, Basis, Fact, Kind, Knowledge, Relation, Source, Thing

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

Names = tuple[str, ...]
Values = tuple[Any, ...]
"""Texts, numbers, and tuples of texts."""

MENTIONS: Final = "schema:mentions"
"""The relation of the edge from a source to each thing that its text names."""
EDGE: Final[Names] = ("relation", "basis", "confidence", "claims")
"""What every edge says first; a holding says more."""
HELD: Final[Names] = (*EDGE, "title", "post", "status")

_OF_SOURCE: Final[Names] = ("kind", "label", "date", "publisher", "url")
_OF_THING: Final[Names] = ("kind", "label", "aliases")
_MENTIONED: Final[Values] = (MENTIONS, "stated", 1.0, ())
_RELATIONS: Final = {relation: str(relation) for relation in Relation}
_BASES: Final = {basis: str(basis) for basis in Basis}
_KINDS: Final = {kind: str(kind) for kind in Kind}


class Node(NamedTuple):
    """A thing or a source: the names of what is said of it (kind and label first, then a thing's aliases), and the values."""

    id: str
    names: Names
    values: Values


class Edge(NamedTuple):
    """A fact between two nodes, or that a source mentions a thing; ``key`` tells those between the same two nodes apart.

    ``names`` begin with :data:`EDGE`.
    """

    start: str
    end: str
    key: str
    names: Names
    values: Values


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes in the order of ids, sources first; edges in the order of the nodes that they start from, those between two nodes together."""

    nodes: list[Node]
    edges: list[Edge]


def network(knowledge: Knowledge) -> Network:
    """The graph of ``knowledge``, row by row: what :func:`to_networkx` says of its attributes holds of names and values."""
    nodes = [*_sources(knowledge), *_things(knowledge)]
    beside: dict[str, dict[str, list[Edge]]] = {node.id: defaultdict(list) for node in nodes}
    for fact in knowledge.facts:
        edge = _edge(fact, knowledge)
        if edge.start in beside and edge.end in beside:
            parallel = beside[edge.start][edge.end]
            again = bool(parallel) and parallel[-1].key.startswith(edge.key)  # a post that is held twice; facts are in order
            parallel.append(edge._replace(key=f"{edge.key} {dict(fact.dates).get('start', '')}") if again else edge)
    for source, thing in sorted({(mention.source, mention.thing) for mention in knowledge.mentions}):
        if thing in beside:
            beside[source][thing].append(Edge(source, thing, MENTIONS, EDGE, _MENTIONED))
    return Network(nodes, [edge for ends in beside.values() for parallel in ends.values() for edge in parallel])


def to_networkx(knowledge: Knowledge) -> Graph:
    """The graph of ``knowledge``; nodes and edges are added in the order of ids, so equal knowledge gives equal graphs.

    Nodes carry ``kind`` (a :class:`~kg.model.Kind` or ``source``), ``label``, ``aliases`` and the properties of the
    thing (several values of one name joined by a blank). Edges carry ``relation``, ``basis``, ``confidence``,
    ``claims`` (ids), and for a holding ``title``, ``post``, ``status`` and its dates. A holding runs from the person
    to the body, or to the post where the source leaves the body open.
    """
    import networkx as nx  # noqa: PLC0415 - slow to load, and exporters do without

    rows = network(knowledge)
    graph: Graph = nx.MultiDiGraph()
    for node in rows.nodes:
        graph.add_node(node.id, **dict(zip(node.names, node.values, strict=True)))
    for edge in rows.edges:
        graph.add_edge(edge.start, edge.end, key=edge.key, **dict(zip(edge.names, edge.values, strict=True)))
    return graph


def _sources(knowledge: Knowledge) -> list[Node]:
    things = knowledge.things
    return [
        Node(source.id, _OF_SOURCE, _source_values(source, things[source.publisher].label if source.publisher in things else ""))
        for source in knowledge.sources.values()
    ]


def _source_values(source: Source, publisher: str) -> Values:
    return ("source", source.title or source.name, source.date, publisher, source.url)


def _things(knowledge: Knowledge) -> list[Node]:
    """All things but posts in a known body, which are edges."""
    loose = {fact.object for fact in knowledge.facts if fact.relation in HOLDING}
    return [
        _thing(thing) for thing in knowledge.things.values() if thing.kind is not Kind.POST or (thing.id in loose and not thing.get("body"))
    ]


def _thing(thing: Thing) -> Node:
    values: dict[str, str] = {}
    for key, value in thing.properties:
        name = "kind_of_body" if key == "kind" else key
        values[name] = f"{values[name]} {value}" if name in values else value
    return Node(thing.id, (*_OF_THING, *values), (_KINDS[thing.kind], thing.label, thing.spellings(), *values.values()))


def _edge(fact: Fact, knowledge: Knowledge) -> Edge:
    """The edge of ``fact``, whether or not its ends are nodes."""
    relation = _RELATIONS[fact.relation]
    key, values = f"{relation} {fact.object}", (relation, _BASES[fact.basis], fact.confidence, fact.claims)
    if fact.relation not in HOLDING:
        return Edge(fact.subject, fact.object, key, EDGE, values)
    post = knowledge.things[fact.object]
    dates: dict[str, str] = {}
    for name, value in fact.dates:
        dates[name] = f"{dates[name]} {value}" if name in dates else value
    held = (*values, post.get("role"), post.id, fact.status, *dates.values())
    return Edge(fact.subject, post.get("body") or post.id, key, (*HELD, *dates), held)
