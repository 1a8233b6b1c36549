"""Names that no export has, as far as a query shows them."""

from __future__ import annotations

import pytest

from kg.query.library import library
from kg.query.unknown import unknown

SCHEMA = "PREFIX schema: <http://schema.org/> SELECT ?x { ?x a schema:Event }"
ASKED = [
    ("SELECT ?x { ?x a zm:Persn }", ["zm:Persn; it may have zm:Person"]),
    ("ASK { ?x zm:holds ?y ; schema:startdate ?d }", ["zm:holds; it may have org:holds", "schema:startdate; it may have schema:startDate"]),
    ("SELECT ?x { ?x org:classification kind:curt }", ["kind:curt; it may have kind:court"]),
    ("SELECT ?x { ?x zm:jurisdictionOf ?y }", ["zm:jurisdictionOf; it may have zm:jurisdiction"]),
    (SCHEMA, ["schema:Event <http://schema.org/Event>; it may have schema:Event"]),
    ("SELECT ?x { ?x a zm:Person ; skos:prefLabel 'zm:Persn' } # zm:Persn", []),
    ("SELECT ?x { ?x xsd:foo <https://w3id.org/zhengmai/ontology#Persn> , <a:zm:Persn> }", []),
]


@pytest.mark.parametrize(("text", "said"), ASKED)
def test_what_no_export_has_is_named(text: str, said: list[str]) -> None:
    """With the name that is most like it; strings, IRIs and comments hold no names."""
    assert list(unknown(text)) == [f"no export has {one}" for one in said]


@pytest.mark.parametrize("name", list(library()))
def test_the_library_asks_for_nothing_unknown(name: str) -> None:
    """Each of its names is one that exports have."""
    assert list(unknown(library()[name].text)) == []
