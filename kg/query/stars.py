"""Counts over all things of a class by what they have: the patterns are joined by a table of hashes.

For ``?c a zm:Claim ; zm:basis ?b`` the engine looks up each claim's basis in turn, which takes some ten times as long a claim as going
through all claims and all bases does. It does the latter where each pattern is a query within the query. That says the same: the
solutions of patterns without blank nodes are the join of the solutions of each.
"""

from __future__ import annotations

import re
from typing import Final

import pyoxigraph as ox

from kg.query.conditions import FILTER
from kg.query.results import number
from kg.query.totals import CLASS, NUMBER, PREDICATE, TOTALS
from kg.query.words import NAME, VARIABLE, words
from kg.vocab import PREFIXES

_GROUP: Final = re.compile(rf"{{ (?P<thing>{VARIABLE}) (?P<items>.+?)(?: [.;])?(?P<filters>(?: {FILTER}(?: \.)?)*) }}")
_ITEM: Final = re.compile(rf"(?P<predicate>a|{NAME}) (?P<object>{VARIABLE}|{NAME})")
_COUNTS: Final = re.compile(r"\b(?:COUNT|GROUP)\b", re.IGNORECASE)
_NEEDED: Final = {"SELECT", "{"}
"""A CONSTRUCT WHERE may hold no query, and a brace in a comment opens nothing."""
_DECLARED: Final = re.compile(r"\bPREFIX\s+([\w.-]*):\s*<([^<>]*)>", re.IGNORECASE)
_TYPE: Final = PREFIXES["rdf"] + "type"
_WORTH: Final = 8
"""Triples that are gone through in the time in which one is looked up."""


def by_hashes(store: ox.Store, sparql: str) -> str:
    """``sparql`` so written that the engine joins by hashes; nothing where that takes longer, or where it counts no things of one kind."""
    start, end = sparql.find("{"), sparql.rfind("}") + 1
    group = _GROUP.fullmatch(words(sparql[start:end]))
    if group is None or not _COUNTS.search(sparql) or not set(words(sparql).split(" ")) >= _NEEDED:
        return ""
    items = [_ITEM.fullmatch(item) for item in group["items"].replace(f" . {group['thing']} ", " ; ").split(" ; ")]
    spaces = {**PREFIXES, **dict(_DECLARED.findall(sparql))}
    sizes = [_size(store, item, spaces) if item else 0 for item in items]
    if len(sizes) == 1 or not all(sizes) or sum(sizes) > _WORTH * min(sizes):
        return ""
    queries = " ".join(f"{{ SELECT * {{ {group['thing']} {item[0]} }} }}" for item in items if item)
    return f"{sparql[:start]}{{ {queries}{group['filters']} }}{sparql[end:]}"


def _size(store: ox.Store, item: re.Match[str], spaces: dict[str, str]) -> int:
    """How many triples fit ``item``, 0 where that is not known."""
    predicate, of = (_iri(item[part], spaces) for part in ("predicate", "object"))
    kind, key = (PREDICATE, predicate) if not of else (CLASS, of if predicate == _TYPE else "")
    for total in store.quads_for_pattern(None, kind, ox.NamedNode(key), TOTALS) if key else ():
        for triples in store.quads_for_pattern(total.subject, NUMBER, None, TOTALS):
            return number(triples.object)
    return 0


def _iri(term: str, spaces: dict[str, str]) -> str:
    """The IRI that ``term`` stands for; nothing for a variable and for what has none."""
    if term == "a":
        return _TYPE
    if term[0] in "?$<":
        return term[1:-1] if term[0] == "<" and "\\" not in term and ":" in term else ""
    prefix, _, local = term.partition(":")
    return spaces[prefix] + local if ":" in spaces.get(prefix, "") else ""
