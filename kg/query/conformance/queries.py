"""The constraints of the shapes that are written in SPARQL, each asked once for all things that its shape is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, cast

import pyoxigraph as ox

from kg.query.conformance.violation import OF_EVIDENCE, SHAPES, Fault
from kg.vocab import PREFIXES

_CONSTRAINTS: Final = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT ?shape ?select ?zh ?en ?class ?subjects ?objects WHERE {
  ?shape sh:sparql ?rule . ?rule sh:select ?select ; sh:message ?zh , ?en .
  FILTER (langMatches(lang(?zh), "zh") && langMatches(lang(?en), "en"))
  { ?shape sh:targetClass ?class } UNION { ?shape sh:targetSubjectsOf ?subjects } UNION { ?shape sh:targetObjectsOf ?objects }
} ORDER BY ?shape ?select ?class
"""


def query_faults(store: ox.Store, shapes: bytes) -> Iterator[Fault]:
    """What breaks the constraints in SPARQL of ``shapes`` in ``store``."""
    rules = ox.Store()
    rules.load(shapes, format=ox.RdfFormat.TURTLE)
    has_evidence = store.query("ASK { ?any a zm:Claim }", prefixes=dict(PREFIXES))
    for shape, select, zh, en, *targets in cast("ox.QuerySolutions", rules.query(_CONSTRAINTS)):
        name = shape.value.removeprefix(SHAPES)
        if not has_evidence and name in OF_EVIDENCE:
            continue
        asked = select.value.replace("WHERE {", f"WHERE {{ {_target(*targets)} ", 1)
        for found in cast("ox.QuerySolutions", store.query(asked, prefixes=dict(PREFIXES))):
            value = found["value"] if "?value" in select.value.partition("WHERE")[0] else None
            yield Fault(found["this"].value, name, zh.value, en.value, value.value if value is not None else "")


def _target(of_class: ox.NamedNode | None, subjects: ox.NamedNode | None, objects: ox.NamedNode | None) -> str:
    """What a shape is for, as a pattern of ``$this``."""
    if of_class:
        return f"$this a {of_class} ."
    return f"$this {subjects} [] ." if subjects else f"[] {objects} $this ."
