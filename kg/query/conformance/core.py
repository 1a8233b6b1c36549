"""The core constraints of SHACL, by pyshacl."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.query.conformance.violation import OF_EVIDENCE, SHAPES, Fault
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


def core_faults(turtle: bytes, shapes: bytes) -> Iterator[Fault]:
    """What breaks the core constraints of ``shapes`` in ``turtle``."""
    import pyshacl  # noqa: PLC0415 - an extra
    from rdflib import SH, Graph  # noqa: PLC0415 - takes longer to load than most commands take

    graph, rules = Graph().parse(turtle, format="turtle"), Graph().parse(shapes, format="turtle")
    chosen = [SHAPES + name for name in sorted(_names(rules, has_evidence=_has_evidence(graph)))]
    rules.remove((None, SH.sparql, None))
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=rules, use_shapes=chosen)
    if not conforms:
        yield from _faults(report, rules)


def _has_evidence(graph: Graph) -> bool:
    from rdflib import RDF, URIRef  # noqa: PLC0415

    return (None, RDF.type, URIRef(PREFIXES["zm"] + "Claim")) in graph


def _names(rules: Graph, *, has_evidence: bool) -> set[str]:
    from rdflib import SH  # noqa: PLC0415

    targets = (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf)
    names = {str(shape).removeprefix(SHAPES) for target in targets for shape in rules.subjects(target)}
    return names if has_evidence else names - OF_EVIDENCE


def _faults(report: Graph, rules: Graph) -> Iterator[Fault]:
    from rdflib import RDF, SH  # noqa: PLC0415

    for result in report.subjects(RDF.type, SH.ValidationResult):
        said = {str(getattr(text, "language", None) or "").lower(): str(text) for text in report.objects(result, SH.resultMessage)}
        shape = _name(report.value(result, SH.sourceShape), rules)
        thing, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        yield Fault(str(thing), shape, said.get("zh-hans", ""), said.get("en") or said.get("", ""), str(value or ""))


def _name(shape: Node | None, rules: Graph) -> str:
    """The name of the shape that ``shape`` is, or that it is part of."""
    while shape is not None and not str(shape).startswith(SHAPES):
        shape = next(rules.subjects(None, shape), None)
    return str(shape or "").removeprefix(SHAPES)
