"""Counts of all triples by predicate, and of all things by class, from the totals of the store.

``SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p`` goes through every triple, though :mod:`kg.query.totals` knows the answer. A total
stands for as many solutions as its number says, all with the same key. So where what is counted varies within a total, COUNT is the
SUM over the totals; what depends on the key alone (FILTER, groups, DISTINCT) is the same over the totals as over the solutions; and what
comes after the groups (HAVING, ORDER BY, LIMIT) stays as it is. A query of another form is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

import pyoxigraph as ox

from kg.query.conditions import FILTER
from kg.query.quiet import IRI
from kg.query.totals import CLASS, HAS, OF, PREDICATE, term
from kg.query.words import COUNT, NAME, VARIABLE, variables, words
from kg.vocab import PREFIXES


class _Form(NamedTuple):
    """A pattern that totals stand for.

    ``keys`` are its parts that a total has, by what it has them. ``different`` says by what a total has the number of different ones
    of another part, and ``first`` by what it has its share in those of all totals.
    """

    pattern: re.Pattern[str]
    keys: Mapping[str, ox.NamedNode]
    different: Mapping[str, str]
    first: Mapping[str, str]


_RDF: Final = re.escape(PREFIXES["rdf"])
_TYPE: Final = rf"(?:a|rdf:type|<{_RDF}type>)"
_FORMS: Final = (
    _Form(
        re.compile(rf"(?P<s>{VARIABLE}) (?P<p>{VARIABLE}) (?P<o>{VARIABLE})"),
        {"p": PREDICATE},
        different={"s": "subjects", "o": "objects"},
        first={"s": "first_subjects", "o": "first_objects"},
    ),
    _Form(
        re.compile(rf"(?P<s>{VARIABLE}) {_TYPE} (?P<c>{VARIABLE})"),
        {"c": CLASS},
        different={"s": "number"},
        first={"s": "first_subjects"},
    ),
    _Form(
        re.compile(rf"(?P<s>{VARIABLE}) {_TYPE} (?P<c>{VARIABLE}|{NAME}) (?:;|\. (?P=s)) (?P<p>{VARIABLE}) (?P<o>{VARIABLE})"),
        {"c": OF, "p": HAS},
        different={},
        first={},
    ),
)
_QUERY: Final = re.compile(
    rf"(?P<prologue>(?:PREFIX (?:rdf: <{_RDF}>|(?!rdf:)[\w.-]*: {IRI}) )*)"
    rf"SELECT (?P<distinct>DISTINCT )?(?P<columns>(?:{VARIABLE} |\( {COUNT} AS {VARIABLE} \) )+)(?:WHERE )?"
    rf"{{ (?P<pattern>[^{{}}]+?)(?P<filters>(?: (?:\. )?{FILTER})*)(?: \.)? }}"
    rf"(?P<group>(?: GROUP BY(?: {VARIABLE})+)?)(?P<having>(?: HAVING \( {COUNT} (?:[<>!]?=|[<>]) [0-9]+ \))?)"
    rf"(?P<order>(?: ORDER BY(?: {VARIABLE}| (?:ASC|DESC) \( (?:{VARIABLE}|{COUNT}) \))+)?)(?P<slice>(?: LIMIT [0-9]+)?(?: OFFSET [0-9]+)?)"
)
"""One pattern, conditions on its key, and around it nothing but variables and counts; words with a space between them."""


def over_totals(sparql: str) -> str:
    """The query that has the answer of ``sparql`` when it is asked of :data:`~kg.query.totals.TOTALS`; nothing where there is none."""
    query = _QUERY.fullmatch(words(sparql))
    if query is None or "total_" in sparql:
        return ""
    for form in _FORMS:
        if match := form.pattern.fullmatch(query["pattern"]):
            parts = match.groupdict()
            return _written(query, form, parts) if _sound(query, form, parts) else ""
    return ""


def _written(query: re.Match[str], form: _Form, parts: Mapping[str, str]) -> str:
    """``query`` over totals; nothing if they do not have all that it counts."""
    instead = {count: _instead(count, query, form, parts) for count in _counts(query)}
    if not all(instead.values()):
        return ""
    columns, having, order = (re.sub(COUNT, lambda count: instead[count[0]], query[part]) for part in ("columns", "having", "order"))
    measures = [name for name in variables(columns + having + order) if name.startswith("total_")]
    has = {kind: parts[part] for part, kind in form.keys.items()} | {term(name.removeprefix("total_")): f"?{name}" for name in measures}
    pattern = "?total_ " + " ; ".join(f"{predicate} {value}" for predicate, value in has.items())
    head = f"{query['prologue']}SELECT {query['distinct'] or ''}{columns}"
    return f"{head}{{ {pattern}{query['filters']} }}{query['group']}{having}{order}{query['slice']}"


def _counts(query: re.Match[str]) -> list[str]:
    return [count for part in ("columns", "having", "order") for count in re.findall(COUNT, query[part])]


def _instead(count: str, query: re.Match[str], form: _Form, parts: Mapping[str, str]) -> str:
    """What has the value of ``count`` over totals; nothing if nothing does."""
    if "DISTINCT" not in count:
        return "SUM(?total_number)"
    part = next(part for part, said in parts.items() if variables(said) == variables(count))
    if part in form.keys:
        return count
    alone = not query["group"] and not query["filters"]
    measure = form.first.get(part) if alone else form.different.get(part) if query["group"] else ""
    return f"SUM(?total_{measure})" if measure else ""


def _sound(query: re.Match[str], form: _Form, parts: Mapping[str, str]) -> bool:
    """Whether each variable stands where its value is known over totals.

    Keys stand in groups and conditions. A count is of a variable of the pattern. What is asked for and ordered by is a group, a count,
    or, where each solution is wanted once and none is counted, a key.
    """
    keys, pattern = (variables(" ".join(parts[part] for part in of)) for of in (form.keys, parts))
    named = variables(" ".join(re.findall(rf"{COUNT} AS ({VARIABLE})", query["columns"])))
    plain, ordered = (variables(re.sub(rf"{COUNT}(?: AS {VARIABLE})?", "", query[part])) for part in ("columns", "order"))
    group, counts = variables(query["group"]), _counts(query)
    each_once = query["distinct"] and not counts and not group
    return (
        len(set(pattern + named)) == len(pattern + named)
        and set(variables("".join(counts))) <= set(pattern)
        and set(variables(query["filters"]) + group) <= set(keys)
        and set(plain) <= set(keys if each_once else group)
        and set(ordered) <= set(plain if each_once else group + named)
        and bool(group or named or each_once)
    )
