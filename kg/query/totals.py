"""Counts of all triples by predicate, or of all things by class, from totals that are taken once, when the store is made.

``SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p`` goes through every triple, though a store does not change: how many triples
each predicate has, and how many things each class, can be known beforehand. These totals are a graph of the store that no query sees.
A total ``[] predicate ?p ; number 7`` stands for the 7 solutions of ``?s ?p ?o`` with that ``?p``, so where the other two variables are
at most counted, COUNT is the SUM over the totals, DISTINCT is as distinct, and grouping, order and limit stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

import pyoxigraph as ox

from kg.query.quiet import COMMENT, IRI
from kg.query.store import TOTALS
from kg.vocab import PREFIXES

NUMBER: Final = ox.NamedNode(TOTALS.value + "#number")
PREDICATE: Final = ox.NamedNode(TOTALS.value + "#predicate")
CLASS: Final = ox.NamedNode(TOTALS.value + "#class")
_COUNTED: Final = ((PREDICATE, "?s ?key ?o"), (CLASS, "?s a ?key"))

_TOKEN: Final = re.compile(rf"{COMMENT}|{IRI}|[?$]\w+|[\w:-]+(?:\.+[\w:-]+)*|[^ \t\n\r]")
"""Blank is what is blank to SPARQL: a space of another kind is a token that stands nowhere."""
VARIABLE: Final = r"[?$]\w+"
_COUNT: Final = rf"COUNT \( (?:\*|{VARIABLE}) \)"
_RDF: Final = re.escape(PREFIXES["rdf"])
_QUERY: Final = re.compile(
    rf"(?P<prologue>(?:PREFIX (?:rdf: <{_RDF}>|(?!rdf:)[\w.-]*: {IRI}) )*)"
    rf"SELECT (?P<distinct>DISTINCT )?(?P<columns>(?:{VARIABLE} |\( {_COUNT} AS {VARIABLE} \) )+)(?:WHERE )?"
    rf"{{ (?P<subject>{VARIABLE}) (?P<predicate>{VARIABLE}|a|rdf:type|<{_RDF}type>) (?P<object>{VARIABLE}) (?:\. )?}}"
    rf"(?P<group>(?: GROUP BY {VARIABLE})?)"
    rf"(?P<order>(?: ORDER BY(?: {VARIABLE}| (?:ASC|DESC) \( (?:{VARIABLE}|{_COUNT}) \))+)?)(?P<slice>(?: LIMIT \d+)?(?: OFFSET \d+)?)"
)
"""One pattern, and around it nothing but variables and counts; tokens with a space between them."""


def totals(store: ox.Store) -> Iterator[ox.Quad]:
    """The totals of the default graph of ``store``, to be added to it."""
    for kind, pattern in _COUNTED:
        found = store.query(f"SELECT ?key (COUNT(*) AS ?number) {{ {pattern} }} GROUP BY ?key")
        for key, number in cast("ox.QuerySolutions", found):
            total = ox.BlankNode()
            yield from (ox.Quad(total, kind, key, TOTALS), ox.Quad(total, NUMBER, number, TOTALS))


def over_totals(sparql: str) -> str:
    """The query that has the answer of ``sparql`` when it is asked of :data:`TOTALS`; nothing where the triples must be gone through."""
    match = _QUERY.fullmatch(words(sparql))
    if match is None or "total_" in sparql or not _sound(match):
        return ""
    kind, key = (PREDICATE, match["predicate"]) if match["predicate"][0] in "?$" else (CLASS, match["object"])
    columns, order = (re.sub(_COUNT, "SUM(?total_number)", match[part]) for part in ("columns", "order"))
    pattern = f"?total_ {kind} {key} ; {NUMBER} ?total_number"
    return f"{match['prologue']}SELECT {match['distinct'] or ''}{columns}{{ {pattern} }}{match['group']}{order}{match['slice']}"


def words(sparql: str) -> str:
    """The tokens of a query without its comments, a space between them, keywords in capitals. What is in strings is torn apart."""
    return " ".join(_plain(token) for token in _TOKEN.findall(sparql) if token[0] != "#")


def _plain(word: str) -> str:
    """A keyword in capitals, another token as it is."""
    return word.upper() if word.isascii() and word.isalpha() and word != "a" else word


def _sound(match: re.Match[str]) -> bool:
    """Whether each variable of the query is the key, one of the pattern that is counted, or the name of a count.

    The key itself may be asked for where solutions are grouped by it or distinct.
    """
    pattern = _names(" ".join(match.group("subject", "predicate", "object")))
    key = pattern[1:2]
    named = [name for count in re.findall(rf"{_COUNT} (AS {VARIABLE})", match["columns"]) for name in _names(count)]
    counted = [name for count in re.findall(_COUNT, match["columns"] + match["order"]) for name in _names(count)]
    plain, ordered = (_names(re.sub(rf"{_COUNT}(?: AS {VARIABLE})?", "", match[part])) for part in ("columns", "order"))
    one_each = bool(match["group"]) or (bool(match["distinct"]) and not named)
    return (
        len(set(pattern + named)) == len(pattern + named)
        and set(counted) <= set(pattern)
        and _names(match["group"]) in ([], key)
        and set(plain) <= set(key if one_each else ())
        and set(ordered) <= set(key + named if one_each else ())
    )


def _names(text: str) -> list[str]:
    return re.findall(r"[?$](\w+)", text)
