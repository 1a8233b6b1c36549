"""Why a query may have found nothing, as ``kg query`` says it below an empty answer."""

from __future__ import annotations

from collections.abc import Iterable

from kg.cli.terminal import tell
from kg.query.library import NamedQuery
from kg.query.unknown import unknown


def tell_why(sparql: str, asked: NamedQuery | None, given: Iterable[str]) -> None:
    """Name the defaults that a query of the library was asked with, or what no export has in one that was written by hand."""
    if asked is None:
        for reason in unknown(sparql):
            tell(f"kg: nothing found: {reason}")
        return
    for parameter in asked.parameters:
        if parameter.name not in given:
            tell(f"kg: nothing found with {parameter.name}={parameter.default}, the default; choose: --param {parameter.name}=…")
