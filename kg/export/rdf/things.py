"""Things as Turtle: persons, bodies, places, programs, events, figures, cited documents and posts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from kg.export.rdf.holdings import Membership, membership_block, memberships
from kg.export.rdf.names import CLASSES, DIVISIONS, SUPER_CLASSES, role, whole_label
from kg.export.rdf.records import Entry, Records
from kg.export.rdf.turtle import Pairs, block, chinese, date, given, number, relative, string
from kg.lexicon import divisions
from kg.lexicon.words import OFFICES
from kg.model import LANGUAGE_TAGS, LITERAL_RELATIONS, Basis, Fact, Kind, Relation, Thing
from kg.resolve import romanised
from kg.vocab import vocabulary

_CLASSES: Final = {kind: [name, *SUPER_CLASSES.get(kind, ())] for kind, name in CLASSES.items()}
_OFFICIAL: Final = ["zm:Official", *_CLASSES[Kind.PERSON]]

_EDGES: Final = frozenset(Relation) - LITERAL_RELATIONS - {Relation.TYPE, Relation.HOLDS}
"""Relations that stand as they are beside what a thing says of itself."""


class Things:
    """Writes the things of a build; what each kind says of itself is one method."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.titles: set[str] = set()
        self._tabled: set[str] = set()
        self.concepts: set[tuple[str, str]] = set()
        self._known_concepts = vocabulary().concepts
        self._details: dict[Kind, Callable[[Entry], Pairs]] = {
            Kind.BODY: self._body,
            Kind.PLACE: self._place,
            Kind.PROGRAM: self._program,
            Kind.EVENT: self._event,
            Kind.FIGURE: self._figure,
            Kind.DOCUMENT: self._document,
            Kind.POST: self._post,
        }

    def blocks(self, kind: Kind) -> Iterator[str]:
        """Turtle for the things of ``kind``, in the order of ids; behind each person the memberships."""
        for entry in self._records.entries(kind):
            yield self._person(entry) if kind is Kind.PERSON else _block(entry, _CLASSES[kind], self._details[kind](entry))

    def _person(self, entry: Entry) -> str:
        spells, thing = memberships(entry.facts), entry.thing
        posts = [spell.post for spell in spells if spell.held]
        official = bool(posts) and thing.get("role") == "official"
        details: Pairs = [
            ("zm:personRole", self._concept("person-role", thing.get("role"))),
            ("org:holds", [relative(post) for post in sorted(posts)]),
        ]
        said = _block(entry, _OFFICIAL if official else _CLASSES[Kind.PERSON], details)
        return said + "".join(map(self._membership, spells))

    def _membership(self, spell: Membership) -> str:
        post = self._records.thing(spell.post)
        self.concepts |= {("rank", name) for name in spell.dates.get("rank", ())}
        return membership_block(spell, post) if post else ""

    def _concept(self, scheme: str, name: str) -> list[str]:
        """The concept ``name`` of ``scheme``, or its "other"."""
        known = self._known_concepts[scheme]
        name = name if name in known else "other"
        self.concepts.add((scheme, name))
        return [f"{scheme}:{name}"]

    def _known(self, identifiers: Iterable[str]) -> list[str]:
        found = map(self._records.canonical, identifiers)
        return [relative(identifier) for identifier in found if self._records.thing(identifier)]

    def _body(self, entry: Entry) -> Pairs:
        thing = entry.thing
        return [
            ("org:classification", self._concept("kind", thing.get("kind"))),
            ("zm:jurisdiction", self._known(thing.all("jurisdiction"))),
        ]

    def _place(self, entry: Entry) -> Pairs:
        thing = entry.thing
        tabled = thing.get("division") or thing.get("code") or any(_is_tabled(fact) for fact in entry.facts)
        row = divisions.load().by_id.get(thing.get("division")) if thing.get("division") else None
        return [
            ("zm:level", self._concept("level", thing.get("level"))),
            ("zm:divisionCode", [string(code) for code in thing.all("code")]),
            ("zm:validFrom", _dates(thing, "valid_from") or _year(row.valid_from if row else None)),
            ("zm:validUntil", _dates(thing, "valid_until") or _year(row.valid_until if row else None)),
            ("schema:containedInPlace", self._row_above(row) if row and not any(map(_is_tabled, entry.facts)) else []),
            ("dcterms:isReplacedBy", self._known(f"place/{name}" for name in (row.replaced_by if row else ()))),
            ("zm:candidate", [term for place in thing.all("candidate") for term in self._of_table(place)]),
            ("dcterms:source", [DIVISIONS] if tabled else []),
        ]

    def _row_above(self, row: divisions.Division) -> list[str]:
        """The place that contains a place of the table, as far as the build does not say so itself."""
        return self._of_table(f"place/{row.parent}") if row.parent else []

    def _of_table(self, identifier: str) -> list[str]:
        """A place that an undecided name may be, or that contains another; one that the build does not know is taken from the table."""
        if not self._records.thing(identifier):
            row = divisions.load().by_id.get(identifier.removeprefix("place/"))
            if row is None:
                return []
            above = (other.id for other in divisions.load().ancestors(row))
            self._tabled |= {row.id, *(name for name in above if not self._records.thing(f"place/{name}"))}
        return [relative(identifier)]

    def tabled_blocks(self) -> Iterable[str]:
        """Turtle for places that the build does not know: what undecided names may be, and what contains other places."""
        for name in sorted(self._tabled):
            row = divisions.load().by_id[name]
            codes = [("code", code) for code, _, _ in row.codes]
            properties = (*codes, ("division", name), ("level", row.level))
            entry = Entry(romanised(Thing(f"place/{name}", Kind.PLACE, row.name, (), properties)), [])
            yield _block(entry, _CLASSES[Kind.PLACE], self._place(entry))

    def _program(self, entry: Entry) -> Pairs:
        thing = entry.thing
        return [
            ("schema:startDate", _dates(thing, "start")),
            ("schema:endDate", _dates(thing, "end")),
            ("skos:closeMatch", [relative(twin) for twin in entry.namesakes]),
        ]

    def _event(self, entry: Entry) -> Pairs:
        thing = entry.thing
        return [
            ("schema:startDate", _dates(thing, "date") or _dates(thing, "start")),
            ("schema:endDate", _dates(thing, "end")),
        ]

    def _figure(self, entry: Entry) -> Pairs:
        thing = entry.thing
        said = dict(reversed(thing.properties))  # the first value of each name
        unit, measure, qualifier = said.get("unit"), said.get("measure"), said.get("qualifier")
        return [
            ("schema:value", given(number(said.get("value", "")))),
            ("schema:unitText", [chinese(unit or "")]),
            ("schema:variableMeasured", [chinese(measure)] if measure else []),
            ("schema:observationDate", _dates(thing, "date") if "date" in said else []),
            ("zm:qualifier", [string(qualifier)] if qualifier else []),
        ]

    def _document(self, entry: Entry) -> Pairs:
        thing = entry.thing
        number_of = thing.get("number")
        return [
            ("dcterms:title", [chinese(thing.label)]),
            ("dcterms:issued", _dates(thing, "date")),
            ("zm:documentNumber", [string(number_of)] if number_of else []),
        ]

    def _post(self, entry: Entry) -> Pairs:
        thing = entry.thing
        title = thing.get("role")
        self.titles.add(title)
        office = OFFICES.get(title)
        alone = office is not None and office.single and entry.holders == 1
        return [
            ("org:role", [role(title)]),
            ("org:postIn", self._known(thing.all("body"))),
            ("zm:singleSeat", ["true"] if alone and thing.get("body") else []),
        ]


def _block(entry: Entry, classes: list[str], details: Pairs) -> str:
    """Turtle for one thing: classes, labels, what its kind says of itself, links."""
    thing = entry.thing
    labels = [] if thing.kind is Kind.FIGURE else _labels(thing)
    if edges := _edges(entry.facts):
        details = _joined([*details, *edges])
    return block(relative(thing.id), [("a", classes), *labels, *details])


def _labels(thing: Thing) -> Pairs:
    label = whole_label(thing.label) or thing.label
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


def _edges(facts: Iterable[Fact]) -> Pairs:
    """The links of a thing to others, and its dates, in order."""
    edges: Pairs = []
    for fact in facts:
        if fact.relation in _EDGES:
            edges.append((str(fact.relation), [relative(fact.object)]))
        elif fact.relation in LITERAL_RELATIONS and (term := date(fact.object)):
            edges.append((str(fact.relation), [term]))
    return sorted(edges)


def _is_tabled(fact: Fact) -> bool:
    """Whether a table, not a text, says what contains a place."""
    return fact.relation is Relation.CONTAINED_IN and fact.basis is Basis.TABLE


@cache
def broader(title: str) -> str:
    """The office that ``title`` is a variant of (代市长: 市长), or nothing."""
    return OFFICES[title].broader if title in OFFICES else ""
