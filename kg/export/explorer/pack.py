"""Knowledge as the compact data of the page: columns of numbers, each string and each document once.

What the columns mean is said in the classes here; ``page/data.js`` and ``page/proofs.js`` read them. The page parses the
parts one by one: ``graph`` when it opens, the others when they are first needed.
"""

from __future__ import annotations

from typing import TypedDict

from kg.export.explorer.atlas import Atlas, whole_map
from kg.export.explorer.edges import Edges, Literals, Mentions, edge_columns, literal_columns
from kg.export.explorer.numbers import Numbers, Row
from kg.export.explorer.opening import Opening, open_view, without_office
from kg.export.explorer.proofs import Proofs, Texts, claim_columns, text_columns
from kg.export.explorer.things import About, Names, Nodes, name_columns, node_columns, property_columns
from kg.graph import Network, network
from kg.model import Kind, Knowledge


class GraphPart(TypedDict):
    """What the page draws. ``kinds`` and ``strings`` are what numbers of kinds and of words stand for."""

    kinds: list[str]
    strings: list[str]
    nodes: Nodes
    edges: Edges
    literals: Literals
    mentions: Mentions
    private: Row
    opening: Opening
    whole: bool


class Page(TypedDict):
    """All data of the page. Confidences are in hundredths; dates are as precise as stated; every other number is an index."""

    graph: GraphPart
    atlas: Atlas
    names: Names
    about: About
    proofs: Proofs
    texts: Texts


def pack(knowledge: Knowledge, graph: Network | None = None) -> Page:
    """The data of the page for ``knowledge``; equal knowledge gives equal data."""
    graph = graph or network(knowledge)
    at = {node.id: number for number, node in enumerate(graph.nodes)}
    strings, claims = Numbers[str](("",)), Numbers[str]()
    kinds = [*(str(kind) for kind in Kind), "source"]
    nodes = node_columns(graph, at, knowledge, kinds, strings)
    edges, mentions = edge_columns(graph, at, knowledge, strings, claims)
    literals = literal_columns(knowledge, at, claims)
    private = without_office(nodes, edges, kinds)
    opening, whole = open_view(nodes, edges, set(private), kinds)
    proofs = claim_columns(knowledge, at, claims)
    return Page(
        graph=GraphPart(
            kinds=kinds,
            strings=list(strings),
            nodes=nodes,
            edges=edges,
            literals=literals,
            mentions=mentions,
            private=private,
            opening=opening,
            whole=whole,
        ),
        atlas=whole_map(nodes, edges, private, kinds),
        names=name_columns(graph, knowledge),
        about=property_columns(graph, at, knowledge),
        proofs=proofs,
        texts=text_columns(knowledge, at),
    )
