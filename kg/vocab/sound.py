"""What a vocabulary must keep to be relied on: its own terms are defined, documented, given a domain and a range, and reached.

A fault here would reach users as a term that means nothing, so a build stops at the first one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

Term = ox.Literal | str
"""A literal, an IRI, or a blank node (``_:x``)."""

Triple = tuple[str, str, Term]

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_PROPERTIES: Final = {_OWL + "ObjectProperty", _OWL + "DatatypeProperty"}
_CLASSES: Final = {_OWL + "Class", _RDFS + "Datatype"}
_ENDS: Final = (_RDFS + "domain", _RDFS + "range")
_LANGUAGES: Final = ("zh-hans", "en")


def faults(triples: Iterable[Triple], space: str, exported: Iterable[str]) -> Iterator[str]:
    """What is wrong with the terms below ``space``, one message each; ``exported`` are the names that exports use."""
    said: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    used: set[str] = set()
    for subject, predicate, value in triples:
        said[subject][predicate].append(value)
        used |= {term for term in (subject, predicate, value) if isinstance(term, str) and term.startswith(space)}
    defined = {term for term in used if said[term][_RDF + "type"]}
    for term in sorted(used - defined | ({space + name for name in exported} - defined)):
        yield f"zm:{term.removeprefix(space)} is used and not defined"
    reached = {space + name for name in exported} | _ends_of_properties(said)
    for term in sorted(defined):
        yield from (f"zm:{term.removeprefix(space)} {fault}" for fault in _faults(said[term], reached=term in reached))


def _faults(said: dict[str, list[Term]], *, reached: bool) -> Iterator[str]:
    """What is wrong with one term, of which ``said`` holds what is said."""
    for name in ("label", "comment"):
        languages = sorted(text.language or "" for text in said[_RDFS + name] if isinstance(text, ox.Literal) and text.value.strip())
        if languages != sorted(_LANGUAGES):
            yield f"has not one {name} in each of {', '.join(_LANGUAGES)}"
    types = set(said[_RDF + "type"])
    if types & _PROPERTIES and not all(said[end] for end in _ENDS):
        yield "has no domain or no range"
    if types & _CLASSES and not reached:
        yield "is a class that no export and no property leads to"


def _ends_of_properties(said: dict[str, dict[str, list[Term]]]) -> set[Term]:
    """Every class that is the domain or range of a property, or in a union that is."""
    found = {term for about in list(said.values()) for end in _ENDS for term in about[end]}
    return found | {term for about in list(said.values()) for term in about[_RDF + "first"]}
