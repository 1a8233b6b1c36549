"""Things as Turtle: persons, bodies, places, programs, events, figures, cited documents and posts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from kg.export.rdf.holdings import Holdings
from kg.export.rdf.names import CLASSES, DIVISIONS, SUPER_CLASSES, Merged, clean_label, role
from kg.export.rdf.turtle import Pairs, block, chinese, date, given, number, relative, string
from kg.lexicon import divisions
from kg.lexicon.words import OFFICES
from kg.model import LANGUAGE_TAGS, LITERAL_RELATIONS, Basis, Kind, Knowledge, Relation, Thing
from kg.vocab import vocabulary

_CLASSES: Final = {kind: [name, *SUPER_CLASSES.get(kind, ())] for kind, name in CLASSES.items()}
_OFFICIAL: Final = ["zm:Official", *_CLASSES[Kind.PERSON]]

_EDGES: Final = frozenset(Relation) - LITERAL_RELATIONS - {Relation.TYPE, Relation.HOLDS}


class Things:
    """Writes the things of a build; what each kind says of itself is one method."""

    def __init__(self, knowledge: Knowledge, merged: Merged, holdings: Holdings) -> None:
        """Index the facts of ``knowledge`` by subject."""
        self.things = knowledge.things
        self.merged = merged
        self._by_kind: dict[Kind, list[Thing]] = {kind: [] for kind in Kind}
        for identifier in sorted(knowledge.things):
            self._by_kind[knowledge.things[identifier].kind].append(knowledge.things[identifier])
        self.posts = holdings.held_posts()
        self.holders = holdings.holders()
        self.edges, self.tabled = _edges(knowledge)
        self.twins = _twins(knowledge.things.values())
        self.titles: set[str] = set()
        self.candidates: set[str] = set()
        self.concepts: set[tuple[str, str]] = set()
        self._known_concepts = vocabulary().concepts
        self._details: dict[Kind, Callable[[Thing], Pairs]] = {
            Kind.PERSON: self._person,
            Kind.BODY: self._body,
            Kind.PLACE: self._place,
            Kind.PROGRAM: self._program,
            Kind.EVENT: self._event,
            Kind.FIGURE: self._figure,
            Kind.DOCUMENT: self._document,
            Kind.POST: self._post,
        }

    def blocks(self, kind: Kind) -> Iterable[str]:
        """Turtle for the things of ``kind``, in the order of ids."""
        return map(self.block, self._by_kind[kind])

    def block(self, thing: Thing) -> str:
        """Turtle for one thing: classes, labels, what its kind says of itself, links."""
        kind = thing.kind
        official = kind is Kind.PERSON and thing.get("role") == "official" and thing.id in self.posts
        labels = [] if kind is Kind.FIGURE else _labels(thing)
        pairs = self._details[kind](thing)
        if edges := self.edges.get(thing.id):
            pairs = _joined([*pairs, *edges])
        return block(relative(thing.id), [("a", _OFFICIAL if official else _CLASSES[kind]), *labels, *pairs])

    def _concept(self, scheme: str, name: str) -> list[str]:
        """The concept ``name`` of ``scheme``, or its "other"."""
        known = self._known_concepts[scheme]
        name = name if name in known else "other"
        self.concepts.add((scheme, name))
        return [f"{scheme}:{name}"]

    def _known(self, identifiers: Iterable[str]) -> list[str]:
        return [relative(found) for identifier in identifiers if (found := self.merged(identifier)) in self.things]

    def _person(self, thing: Thing) -> Pairs:
        return [
            ("zm:personRole", self._concept("person-role", thing.get("role"))),
            ("org:holds", [relative(post) for post in sorted(self.posts.get(thing.id, ()))]),
        ]

    def _body(self, thing: Thing) -> Pairs:
        return [
            ("org:classification", self._concept("kind", thing.get("kind"))),
            ("zm:jurisdiction", self._known(thing.all("jurisdiction"))),
        ]

    def _place(self, thing: Thing) -> Pairs:
        tabled = thing.id in self.tabled or thing.get("division") or thing.get("code")
        row = divisions.load().by_id.get(thing.get("division")) if thing.get("division") else None
        return [
            ("zm:level", self._concept("level", thing.get("level"))),
            ("zm:divisionCode", [string(code) for code in thing.all("code")]),
            ("zm:validFrom", _dates(thing, "valid_from") or _year(row.valid_from if row else None)),
            ("zm:validUntil", _dates(thing, "valid_until") or _year(row.valid_until if row else None)),
            ("dcterms:isReplacedBy", self._known(f"place/{name}" for name in (row.replaced_by if row else ()))),
            ("zm:candidate", [term for name in thing.all("candidate") for term in self._candidate(name)]),
            ("dcterms:source", [DIVISIONS] if tabled else []),
        ]

    def _candidate(self, identifier: str) -> list[str]:
        """A place that an undecided name may be; one that the build does not know is taken from the table."""
        if identifier not in self.things:
            if identifier.removeprefix("place/") not in divisions.load().by_id:
                return []
            self.candidates.add(identifier.removeprefix("place/"))
        return [relative(identifier)]

    def candidate_blocks(self) -> Iterable[str]:
        """Turtle for the places of the table that only undecided names lead to."""
        for name in sorted(self.candidates):
            row = divisions.load().by_id[name]
            codes = [("code", code) for code, _, _ in row.codes]
            properties = (*codes, ("division", name), ("level", row.level))
            yield self.block(Thing(f"place/{name}", Kind.PLACE, row.name, (), properties))

    def _program(self, thing: Thing) -> Pairs:
        twins = [relative(twin) for twin in self.twins.get(thing.id, ())]
        return [
            ("schema:startDate", _dates(thing, "start")),
            ("schema:endDate", _dates(thing, "end")),
            ("skos:closeMatch", twins),
        ]

    def _event(self, thing: Thing) -> Pairs:
        return [
            ("schema:startDate", _dates(thing, "date") or _dates(thing, "start")),
            ("schema:endDate", _dates(thing, "end")),
        ]

    def _figure(self, thing: Thing) -> Pairs:
        said = dict(reversed(thing.properties))  # the first value of each name
        unit, measure, qualifier = said.get("unit"), said.get("measure"), said.get("qualifier")
        return [
            ("schema:value", given(number(said.get("value", "")))),
            ("schema:unitText", [chinese(unit)] if unit else []),
            ("schema:variableMeasured", [chinese(measure)] if measure else []),
            ("schema:observationDate", _dates(thing, "date") if "date" in said else []),
            ("zm:qualifier", [string(qualifier)] if qualifier else []),
        ]

    def _document(self, thing: Thing) -> Pairs:
        number_of = thing.get("number")
        return [
            ("dcterms:title", [chinese(thing.label)]),
            ("dcterms:issued", _dates(thing, "date")),
            ("zm:documentNumber", [string(number_of)] if number_of else []),
        ]

    def _post(self, thing: Thing) -> Pairs:
        title = thing.get("role")
        self.titles.add(title)
        office = OFFICES.get(title)
        alone = office is not None and office.single and self.holders.get(thing.id) == 1
        return [
            ("org:role", [role(title)]),
            ("org:postIn", self._known(thing.all("body"))),
            ("zm:singleSeat", ["true"] if alone and thing.get("body") else []),
        ]


def _labels(thing: Thing) -> Pairs:
    label = clean_label(thing.label)
    labels: Pairs = [("skos:prefLabel", [chinese(label)])]
    if thing.aliases:
        labels.append(("skos:altLabel", [term for alias in thing.aliases if (term := _alias(alias, label))]))
    return labels


def _alias(alias: str, label: str) -> str:
    """The term of an alias; nothing if it says the same as the label, or is damaged: that stands in quotations alone."""
    if alias.startswith(LANGUAGE_TAGS):
        tag, _, text = alias.partition(":")
        term = chinese(text, tag)
    else:
        term = chinese(alias) if alias not in ("", label) else ""
    return "" if "\ufffd" in term else term


def _dates(thing: Thing, name: str) -> list[str]:
    return [term for value in thing.all(name) for term in given(date(value))]


def _year(year: int | None) -> list[str]:
    return given(date(f"{year:04}")) if year else []


def _joined(pairs: Pairs) -> Pairs:
    """``pairs`` with each predicate once."""
    joined: dict[str, list[str]] = {}
    for predicate, objects in pairs:
        joined.setdefault(predicate, []).extend(objects)
    return list(joined.items())


def _edges(knowledge: Knowledge) -> tuple[dict[str, Pairs], set[str]]:
    """The links of each thing to others, and the ids of the things whose containment comes from a table."""
    edges: dict[str, Pairs] = defaultdict(list)
    tabled: set[str] = set()
    for fact in knowledge.facts:
        if fact.subject not in knowledge.things:
            continue
        if fact.relation in _EDGES and fact.object in knowledge.things and fact.relation is not Relation.PROPOSED:
            edges[fact.subject].append((str(fact.relation), [relative(fact.object)]))
            if fact.relation is Relation.CONTAINED_IN and fact.basis is Basis.TABLE:
                tabled.add(fact.subject)
        elif fact.relation in LITERAL_RELATIONS and (term := date(fact.object)):
            edges[fact.subject].append((str(fact.relation), [term]))
    return {subject: sorted(pairs) for subject, pairs in edges.items()}, tabled


def _twins(things: Iterable[Thing]) -> dict[str, list[str]]:
    """Programs of one name: each is linked with the first of them, both ways, so that links stay linear in programs."""
    named: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        if thing.kind is Kind.PROGRAM:
            named[thing.label].append(thing.id)
    twins: dict[str, list[str]] = {}
    for found in named.values():
        first, *others = sorted(found)
        twins |= {other: [first] for other in others} | ({first: others} if others else {})
    return twins


@cache
def broader(title: str) -> str:
    """The office that ``title`` is a variant of (代市长: 市长), or nothing."""
    return OFFICES[title].broader if title in OFFICES else ""
