"""The solutions behind the rows of an answer: what a query went by, hidden variables and counted things included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, cast

import pyoxigraph as ox

from kg.query.quiet import quiet
from kg.query.results import Result, Term
from kg.vocab import PREFIXES

Terms = tuple[Term | None, ...]
_LOOKED_AT: Final = 100_000
"""Solutions; a row that none of so many leads to is left to itself."""
_SELECT: Final = re.compile(r"\bSELECT\b", re.IGNORECASE)


def behind(store: ox.Store, sparql: str, result: Result, most: int) -> list[list[Terms]]:
    """For each row of ``result``, the answer to ``sparql``, up to ``most`` solutions that it was made of, as far as can be told."""
    columns, solutions = _solutions(store, widened(sparql))
    shared = [name for name in result.columns if name in columns]
    if len(shared) == len(columns):
        return [[] for _ in result.rows]
    of_row, of_solution = ([names.index(name) for name in shared] for names in (result.columns, columns))
    keys = [tuple(row[at] for at in of_row) for row in result.rows]
    kept: dict[Terms, list[Terms]] = {key: [] for key in keys}
    wanting = len(kept)
    for solution in islice(solutions, _LOOKED_AT):
        found = kept.get(tuple(solution[at] for at in of_solution))
        if found is not None and len(found) < most:
            found.append(solution)
            wanting -= len(found) == most
        if not wanting:
            break
    return [kept[key] for key in keys]


def widened(sparql: str) -> str:
    """``sparql`` as it asks for all its variables, neither grouped nor counted; nothing if it is no SELECT."""
    bare = quiet(sparql)
    opened, closed, select = bare.find("{"), bare.rfind("}"), _SELECT.search(bare)
    if select is None or not select.end() <= opened < closed:
        return ""
    return f"{sparql[: select.end()]} * {sparql[opened : closed + 1]}"


def _solutions(store: ox.Store, sparql: str) -> tuple[tuple[str, ...], Iterator[Terms]]:
    """Variables and solutions; none if ``sparql`` is no query, as when braces stood in what was selected or behind GROUP BY."""
    if not sparql:
        return (), iter(())
    try:
        found = store.query(sparql, prefixes=dict(PREFIXES), default_graph=ox.DefaultGraph(), named_graphs=[])
    except SyntaxError:
        return (), iter(())
    solutions = cast("ox.QuerySolutions", found)
    return tuple(name.value for name in solutions.variables), (tuple(solution) for solution in solutions)
