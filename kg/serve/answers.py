"""Answers in the form that a client accepts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import pyoxigraph as ox

from kg.query.results import Result, to_csv, to_json, to_tsv
from kg.serve.pages import result_page
from kg.vocab import PREFIXES


class Answer(NamedTuple):
    """A media type and the bytes."""

    media: str
    content: bytes


def _xml(result: Result) -> bytes:
    read = ox.parse_query_results(to_json(result).encode(), format=ox.QueryResultsFormat.JSON)
    return read.serialize(format=ox.QueryResultsFormat.XML) or b""


def _graph(form: ox.RdfFormat) -> Callable[[Result], bytes]:
    def write(result: Result) -> bytes:
        triples = (ox.Triple(*row) for row in result.rows)  # type: ignore[arg-type]
        content = ox.serialize(triples, format=form, prefixes=None if form == ox.RdfFormat.N_TRIPLES else dict(PREFIXES)) or b""
        return _ordered(content) if form == ox.RdfFormat.TURTLE else content

    return write


def _ordered(turtle: bytes) -> bytes:
    """``turtle`` with its prefixes in order: pyoxigraph's is another one each time."""
    lines = turtle.split(b"\n")
    head = [line for line in lines[: len(PREFIXES)] if line.startswith(b"@prefix ")]
    return b"\n".join([*sorted(head), *lines[len(head) :]])


_ROWS: Final[Mapping[str, Callable[[Result], bytes]]] = {
    "application/sparql-results+json": lambda result: to_json(result).encode(),
    "application/sparql-results+xml": _xml,
    "text/csv": lambda result: to_csv(result).encode(),
    "text/tab-separated-values": lambda result: to_tsv(result).encode(),
    "text/html": lambda result: result_page(result).encode(),
    "application/json": lambda result: to_json(result).encode(),
    "application/xml": _xml,
}
TRIPLES: Final[Mapping[str, Callable[[Result], bytes]]] = {
    "text/turtle": _graph(ox.RdfFormat.TURTLE),
    "application/n-triples": _graph(ox.RdfFormat.N_TRIPLES),
    "application/ld+json": _graph(ox.RdfFormat.JSON_LD),
    "application/rdf+xml": _graph(ox.RdfFormat.RDF_XML),
    "text/html": lambda result: result_page(result).encode(),
    "application/json": _graph(ox.RdfFormat.JSON_LD),
    "application/xml": _graph(ox.RdfFormat.RDF_XML),
    "text/plain": _graph(ox.RdfFormat.N_TRIPLES),
}
"""The forms of rows and of triples, by their media types; the first is the usual one."""
MEDIA: Final = tuple(dict.fromkeys((*_ROWS, *TRIPLES)))


def answered(result: Result, accept: str) -> Answer:
    """``result`` in the first form that ``accept`` prefers, or in the usual one."""
    writers = TRIPLES if result.kind == "construct" else _ROWS
    media = preferred(accept, tuple(writers))
    return Answer(media, writers[media](result))


def preferred(accept: str, offered: tuple[str, ...]) -> str:
    """Which of ``offered`` the header ``accept`` likes best; the first of them where it likes all the same, or none.

    What it does not name is still better than what it refuses (``q=0``).
    """
    liking: dict[str, float] = {}
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        quality = next((value.removeprefix("q=") for value in parameters if value.startswith("q=")), "1")
        liking[name] = _number(quality)

    def liked(media: str) -> tuple[float, bool]:
        quality = liking.get(media, liking.get(f"{media.partition('/')[0]}/*", liking.get("*/*")))
        return quality or 0.0, quality is None

    return max(offered, key=liked)  # the first of several


def _number(text: str) -> float:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return 0.0
