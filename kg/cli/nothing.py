"""Why a query may have found nothing, as ``kg query`` says it below an empty answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from kg.cli.terminal import tell
from kg.query import query
from kg.query.library import NamedQuery, Parameter
from kg.query.unknown import unknown

_CALLED: Final = """SELECT DISTINCT ?name {{ ?thing skos:prefLabel ?name ; skos:prefLabel|skos:altLabel ?called .
  FILTER (STR(?called) = STR({0})) }} ORDER BY ?name"""


def tell_why(folder: Path, sparql: str, asked: NamedQuery | None, given: Mapping[str, str]) -> None:
    """Name what no export has in a query written by hand; of the library a default, or a value that names nothing."""
    for reason in unknown(sparql) if asked is None else _of_parameters(folder, asked, given):
        tell(f"kg: nothing found{reason if asked else f': {reason}'}")


def _of_parameters(folder: Path, asked: NamedQuery, given: Mapping[str, str]) -> Iterator[str]:
    for parameter in asked.parameters:
        if parameter.name not in given:
            if parameter.default:
                yield f" with {parameter.name}={parameter.default}, the default; choose: --param {parameter.name}=…"
        elif parameter.type == "label":
            yield from _unnamed(folder, parameter, given[parameter.name])


def _unnamed(folder: Path, parameter: Parameter, value: str) -> Iterator[str]:
    names = [row[0].value for row in query(folder, _CALLED.format(parameter.term(value))).rows]  # type: ignore[union-attr]
    if value not in names:
        yield f": {value} is another name of {', '.join(names)}" if names else f": nothing in this build is called {value}"
