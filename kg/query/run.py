"""Answering a query from the store of a build."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Final, TypeVar

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query.check import check
from kg.query.results import Label, Result
from kg.query.store import open_store
from kg.query.totals import TOTALS
from kg.vocab import PREFIXES, vocabulary

T = TypeVar("T")
Found = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
_LABEL: Final = ox.NamedNode(PREFIXES["skos"] + "prefLabel")
_SHORT: Final = 4000
"""Characters. A query with one pattern or two is shorter, and reading it for shortcuts takes longer than in proportion to it."""
TRIPLE: Final = ("subject", "predicate", "object")


def query(folder: str | Path, sparql: str) -> Result:
    """The answer of the build in ``folder`` to ``sparql``; the prefixes of :data:`kg.vocab.PREFIXES` are declared.

    :class:`~kg.errors.QueryError` for a query that is malformed, changes data, or leaves the build.
    """
    store = open_store(Path(folder))
    if len(sparql) <= _SHORT:
        return answer(store, sparql)
    from kg.query.deep import on_a_deep_stack  # noqa: PLC0415 - few queries are so long

    return on_a_deep_stack(partial(answer, store, sparql))


def answer(store: ox.Store, sparql: str, *, most: int | None = None) -> Result:
    """The answer of ``store`` to ``sparql``; :class:`~kg.errors.QueryError` if it has more than ``most`` rows."""
    check(sparql)
    try:
        return _result(_found(store, sparql), store, most)
    except SyntaxError as error:
        from kg.query.faults import syntax_error  # noqa: PLC0415 - only a bad query needs it

        raise syntax_error(sparql, error) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from None


def _found(store: ox.Store, sparql: str) -> Found:
    """What the engine answers, by a shorter way to the same answer where there is one.

    Of what graph is told here, so that no FROM that :mod:`kg.query.check` would not see changes it; named graphs there are none.
    """
    if len(sparql) <= _SHORT and sparql.count("{") == 1 and store.contains_named_graph(TOTALS):
        from kg.query.counts import over_totals  # noqa: PLC0415 - most queries have no use for either
        from kg.query.stars import by_hashes  # noqa: PLC0415

        if instead := over_totals(sparql):
            return store.query(instead, prefixes=dict(PREFIXES), default_graph=TOTALS, named_graphs=[])
        sparql = by_hashes(store, sparql) or sparql
    return store.query(sparql, prefixes=dict(PREFIXES), default_graph=ox.DefaultGraph(), named_graphs=[])


def _result(found: Found, store: ox.Store, most: int | None) -> Result:
    if isinstance(found, ox.QueryBoolean):
        return Result("ask", (), (), boolean=bool(found))
    label = labels(store)
    if isinstance(found, ox.QueryTriples):
        triples = tuple((triple.subject, triple.predicate, triple.object) for triple in _limited(found, most))
        return Result("construct", TRIPLE, triples, label=label)
    columns = tuple(variable.value for variable in found.variables)
    rows = tuple(tuple(solution[number] for number in range(len(columns))) for solution in _limited(found, most))
    return Result("select", columns, rows, label=label)


def _limited(found: Iterable[T], most: int | None) -> Iterator[T]:
    for number, one in enumerate(found):
        if number == most:
            raise QueryError(f"the answer has more than {most} rows; add a LIMIT")
        yield one


def labels(store: ox.Store) -> Label:
    """What finds the Chinese label of an IRI, in ``store`` or in the vocabulary."""

    @cache
    def label(iri: str) -> str:
        return _stored(ox.NamedNode(iri), store) or vocabulary().labels.get((iri, "zh-hans"), "")

    return label


def _stored(node: ox.NamedNode, store: ox.Store) -> str:
    for quad in store.quads_for_pattern(node, _LABEL, None, None):
        if isinstance(quad.object, ox.Literal) and (quad.object.language or "").lower() == "zh-hans":
            return quad.object.value
    return ""
