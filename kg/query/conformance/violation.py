"""A broken rule, as people can act on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple, cast

import pyoxigraph as ox

from kg.query.around import beginning, ending
from kg.vocab import PREFIXES, shorten

SHAPES: Final = "https://w3id.org/zhengmai/shapes#"
OF_EVIDENCE: Final = frozenset({"Mentioned", "Claim", "Holding", "Fact", "Term", "Target", "Position", "Quote"})
"""Shapes that ask for evidence."""

_ABOUT: Final = """
SELECT ?thing ?label ?before ?exact ?after ?source ?title WHERE {
  OPTIONAL { ?thing skos:prefLabel ?label FILTER (langMatches(lang(?label), "zh-Hans")) }
  OPTIONAL {
    { ?claim rdf:subject ?thing ; oa:hasTarget ?target } UNION { ?thing oa:hasTarget ?target } UNION
    { ?thing oa:hasSelector ?any BIND (?thing AS ?target) } UNION { ?target oa:hasSelector ?thing }
    ?target oa:hasSource ?source ; oa:hasSelector ?quotation .
    ?quotation oa:exact ?exact ; oa:prefix ?before ; oa:suffix ?after .
    OPTIONAL { ?source dcterms:title ?title }
  }
} ORDER BY ?target ?label LIMIT 1
"""


class Fault(NamedTuple):
    """A thing (its IRI), the name of the shape that it breaks, what the rule says, and the value at fault, if there is one."""

    thing: str
    shape: str
    message_zh: str
    message_en: str
    value: str


@dataclass(frozen=True, slots=True)
class Violation:
    """A :class:`Fault` with the label of the thing, the sentence of a source that speaks of it, and the title of that source.

    A long sentence is cut at what stands around the quotation in the export.
    """

    thing: str
    label: str
    shape: str
    message_zh: str
    message_en: str
    value: str
    words: str
    source: str

    def __str__(self) -> str:
        """What is wrong with which thing, in one line, and the words of a source in a second."""
        value = f" ({self.value})" if self.value else ""
        said = f"\n    “{self.words}”  {self.source}" if self.words else ""
        return f"{self.label or shorten(self.thing)}: {self.message_en} {self.message_zh}{value} [{self.shape}] <{self.thing}>{said}"


def described(fault: Fault, store: ox.Store) -> Violation:
    """``fault`` with what ``store`` knows of its thing."""
    bound: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {ox.Variable("thing"): ox.NamedNode(fault.thing)}
    found = cast("ox.QuerySolutions", store.query(_ABOUT, prefixes=dict(PREFIXES), substitutions=bound))
    _, label, before, exact, after, source, title = next(iter(found))
    sentence = (beginning(before.value) + exact.value + ending(after.value)).strip() if exact else ""
    words = (sentence, (title or source).value) if exact else ("", "")
    value = shorten(fault.value) if fault.value != fault.thing else ""
    return Violation(fault.thing, label.value if label else "", fault.shape, fault.message_zh, fault.message_en, value, *words)
