"""What the processes are asked to do. Each function is called with the store and the most rows of an answer behind its own arguments."""

from __future__ import annotations

import json

import pyoxigraph as ox

from kg.errors import InputError
from kg.query.results import Result, number
from kg.query.run import TRIPLE, answer, labels
from kg.serve.answers import TRIPLES, Answer, answered, preferred
from kg.serve.description import description


def sparql(query: str, accept: str, store: ox.Store, rows: int) -> Answer:
    """The answer to a query, in the form that ``accept`` (a header) asks for; :class:`~kg.errors.QueryError` for a bad one."""
    return answered(answer(store, query, most=rows), accept)


def described(endpoint: str, accept: str, store: ox.Store, _: int) -> Answer:
    """The description of the service at the address ``endpoint``, in the form of RDF that ``accept`` (a header) asks for.

    :class:`~kg.errors.InputError` if the address is no IRI.
    """
    (triples,) = answer(store, "SELECT (COUNT(*) AS ?triples) { ?s ?p ?o }").rows[0]
    try:
        turtle = description(ox.NamedNode(endpoint), number(triples)).encode()
    except ValueError:
        raise InputError("the address of the request is no IRI") from None
    if preferred(accept, tuple(TRIPLES)) == "text/turtle":
        return Answer("text/turtle", turtle)
    said = tuple((quad.subject, quad.predicate, quad.object) for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    return answered(Result("construct", TRIPLE, said, label=labels(store)), accept)


def labelled(iris: tuple[str, ...], store: ox.Store, rows: int) -> Answer:
    """A JSON object with the Chinese labels of ``iris``, of those that have one."""
    label = labels(store)
    found = {iri: text for iri in iris[:rows] if _is_iri(iri) and (text := label(iri))}
    return Answer("application/json", json.dumps(found, ensure_ascii=False).encode())


def _is_iri(text: str) -> bool:
    try:
        return bool(ox.NamedNode(text))
    except ValueError:
        return False
