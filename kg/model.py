"""The values that flow through the pipeline; see ``docs/architecture.md`` for the picture.

All are immutable. Those that a build makes by the hundred thousand are named tuples, which are made in a third of the time
that a frozen dataclass takes; the others are frozen dataclasses.

Positions are code points of the raw text of a source unless a docstring says otherwise. Ids are relative to the base
of a build (``person/wei-qi-ming-…``); only exporters put the base in front of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from kg.aligned import Span

Properties = tuple[tuple[str, str], ...]
"""Literal properties of a thing or claim, sorted by name; a name may be repeated (``code``)."""


LANGUAGE_TAGS: Final = ("zh-Hant:", "zh-Latn-pinyin:")
"""What an alias in another script than simplified characters begins with."""


class _Word(StrEnum):
    """An enumeration of strings that are looked up as strings: :class:`enum.Enum` hashes by a function of its own, which takes longer."""

    __hash__ = str.__hash__


class Kind(_Word):
    """The kinds of thing. All but POST are nodes of the graph."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    PROGRAM = "program"
    EVENT = "event"
    FIGURE = "figure"
    DOCUMENT = "document"
    POST = "post"


class Relation(_Word):
    """What a claim or fact says of its subject, by the term that the Turtle export uses for it."""

    TYPE = "rdf:type"
    HOLDS = "org:holds"
    PROPOSED = "zm:proposedOn"
    ENDED = "zm:endedBy"
    ATTESTED = "zm:attestedOn"
    START = "schema:startDate"
    END = "schema:endDate"
    JURISDICTION = "zm:jurisdiction"
    PARENT_BODY = "org:subOrganizationOf"
    ORGANIZER = "schema:organizer"
    LOCATION = "schema:location"
    ATTENDEE = "schema:attendee"
    PART_OF = "dcterms:isPartOf"
    ABOUT = "schema:observationAbout"
    PROGRAM = "zm:program"
    PUBLISHER = "dcterms:publisher"
    RANK = "zm:rank"
    CONTAINED_IN = "schema:containedInPlace"


HOLDING: Final = (Relation.HOLDS, Relation.PROPOSED)
"""Relations from a person to a post."""

LITERAL_RELATIONS: Final = frozenset({Relation.PROPOSED, Relation.ENDED, Relation.ATTESTED, Relation.START, Relation.END, Relation.RANK})
"""Relations whose object is a date, of RANK a concept of the scheme of ranks by its name.

Their subject is a membership (or, for START and END, a program or event).
"""


class Basis(_Word):
    """Where a fact comes from: the words themselves, the words and their context, a rule over other facts, or a table.

    A fact from a table (the province of a county) has no claim; its subject names the table as its source.
    """

    STATED = "stated"
    CONTEXT = "context"
    DERIVED = "derived"
    TABLE = "table"


class Status(_Word):
    """How the source presents the holder of a post; THEN is 时任: in office at a time that the source speaks of."""

    CURRENT = "current"
    FORMER = "former"
    THEN = "then"
    ACTING = "acting"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read, or an article inside one (then ``part_of`` is the document, ``start``, ``end`` its place).

    ``name`` is the file's name as the user gave it: for messages and reports, never for RDF.
    ``date`` is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, as precise as stated.
    """

    id: str
    sha256: str
    text_sha256: str
    name: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    part_of: str = ""
    start: int = 0
    end: int = 0


class Thing(NamedTuple):
    """Something that the graph is about. ``label`` is its canonical name in repaired, simplified Chinese.

    Properties by kind:

    ======== =====================================================================================================
    person   ``role`` (official, journalist, other)
    body     ``kind`` (a concept of the scheme of kinds), ``jurisdiction`` (place id)
    place    ``level``, ``code`` (each code it has borne), ``division`` (id in the table), ``candidate`` (place ids)
    program  ``start``, ``end``
    event    ``date``
    figure   ``value`` (decimal), ``unit``, ``measure``, ``qualifier``, ``date``
    document ``number``, ``date``
    post     ``role`` (title), ``body`` (body id, or nothing where the source leaves it open)
    ======== =====================================================================================================
    """

    id: str
    kind: Kind
    label: str
    aliases: tuple[str, ...] = ()
    properties: Properties = ()

    def spellings(self) -> tuple[str, ...]:
        """The aliases without the tag of a language that some begin with (``zh-Hant:``, ``zh-Latn-pinyin:``)."""
        return tuple([alias.partition(":")[2] if alias.startswith(LANGUAGE_TAGS) else alias for alias in self.aliases])

    def get(self, name: str, default: str = "") -> str:
        """The first value of property ``name``."""
        for key, value in self.properties:
            if key == name:
                return value
        return default

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of property ``name``."""
        return tuple([value for key, value in self.properties if key == name])


class Claim(NamedTuple):
    """One thing that one source says, where it says it, which rule found it and how sure that is.

    ``object`` is the id of a thing, or a date for :data:`LITERAL_RELATIONS`, or the kind for ``rdf:type``.
    ``spans`` are the targets in the raw text; a derived claim has none. ``qualifiers`` holds ``status`` of a holding;
    of a date of a holding the ``post``, and for a later spell in it the ``spell``, by its start.
    """

    id: str
    source: str
    subject: str
    relation: Relation
    object: str
    spans: tuple[Span, ...]
    basis: Basis
    confidence: float
    extractor: str
    rule: str
    qualifiers: Properties = ()


class Mention(NamedTuple):
    """A place in a source where a thing is named; ``surface`` is the repaired spelling."""

    source: str
    thing: str
    span: Span
    surface: str


class Sentence(NamedTuple):
    """A sentence's raw stretch and its zone (headline, body, caption, boilerplate …)."""

    span: Span
    zone: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be done for one input, and what the user can do about it."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one document says: the result of the one pure function from bytes to claims.

    ``sources`` holds the document first and then its articles.
    """

    sources: tuple[Source, ...]
    text: str
    things: tuple[Thing, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...]
    problems: tuple[Problem, ...] = ()


class Fact(NamedTuple):
    """What one or more claims say together: one edge of the graph.

    ``subject`` and ``object`` are ids after resolution. For holdings ``object`` is the post; ``status`` is that of the
    latest source. ``claims`` are the ids of the claims that it rests on, in order of source and position.
    """

    subject: str
    relation: Relation
    object: str
    basis: Basis
    confidence: float
    claims: tuple[str, ...]
    status: str = ""
    dates: Properties = ()
    """Of a holding: ``start``, ``end``, ``attested``, ``ended``, ``proposed``, each perhaps several times;
    and its ``rank``, where one is stated."""


@dataclass(slots=True)
class Knowledge:
    """Everything a build knows after resolution, each collection in a fixed order (by id).

    ``texts`` maps a document's source id to its raw text, ``sentences`` to its sentences. ``same_as`` maps the ids of
    merged things to the id that stands for them.
    """

    sources: dict[str, Source] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, tuple[Sentence, ...]] = field(default_factory=dict)
    same_as: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
