"""The vocabulary in ``ontology/``: namespaces, and what it says of the terms that exports use, checked when loaded.

The files are read with pyoxigraph at the first call of :func:`vocabulary`, within
a few milliseconds; importing this module reads nothing. The folder is ``kg/ontology`` in an installed package and
``ontology`` beside ``kg`` in a checkout.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

import pyoxigraph as ox

from kg.errors import TableError
from kg.vocab.sound import Term, Triple, faults

ZM: Final = "https://w3id.org/zhengmai/ontology#"
CONCEPTS: Final = "https://w3id.org/zhengmai/id/"
"""The namespace of concepts, whatever the base of a build."""

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "zm": ZM,
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "org": "http://www.w3.org/ns/org#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "role": CONCEPTS + "role/",
        "kind": CONCEPTS + "kind/",
        "level": CONCEPTS + "level/",
        "rank": CONCEPTS + "rank/",
        "person-role": CONCEPTS + "person-role/",
    }
)
"""The prefixes of the contract, those of RDF itself, and one for each scheme of concepts."""

FILES: Final = ("zhengmai.ttl", "schemes.ttl")
"""The files that are read; the offices of ``offices.ttl`` carry their labels in every export."""

EXPORTED: Final = frozenset(
    "Person Official Body Place Program OfficialDocument SourceDocument Claim Stated FromContext Derived personRole "
    "jurisdiction singleSeat rank post attestedOn endedBy proposedOn status divisionCode level validFrom validUntil "
    "candidate program qualifier documentNumber textSHA256 start end basis confidence extractor rule derivedBy".split()
)
"""Every own term that the Turtle export may use, without its prefix."""

SCHEMES: Final = ("kind", "level", "rank", "person-role")

_RDF_TYPE: Final = PREFIXES["rdf"] + "type"
_LABEL: Final = PREFIXES["rdfs"] + "label"
_PREF_LABEL: Final = PREFIXES["skos"] + "prefLabel"


class Display(NamedTuple):
    """How a kind of thing, or a concept, is shown: labels, colour (``#rrggbb``), icon (one character), order."""

    name: str
    label_zh: str
    label_en: str
    colour: str
    icon: str
    order: int


class Vocabulary(NamedTuple):
    """What the files of the ontology say.

    ``terms`` are the own terms that are defined (without prefix); ``labels`` maps an IRI and a language to a label;
    ``kinds`` are the kinds of thing by the values of :class:`kg.model.Kind` and ``source``; ``concepts`` are the
    concepts of each of :data:`SCHEMES`, by the last part of their IRI.
    """

    terms: frozenset[str]
    labels: Mapping[tuple[str, str], str]
    kinds: Mapping[str, Display]
    concepts: Mapping[str, Mapping[str, Display]]


def folder() -> Path:
    """The folder of the ontology; :class:`~kg.errors.TableError` if there is none."""
    package = Path(__file__).resolve().parents[1]
    for path in (package / "ontology", package.parent / "ontology"):
        if (path / FILES[0]).is_file():
            return path
    raise TableError(f"{FILES[0]}: no folder 'ontology' in the package kg or beside it")


def expand(name: str) -> str:
    """The IRI of a prefixed name (``org:holds``)."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def shorten(iri: str) -> str:
    """The prefixed name of ``iri`` by the longest namespace that fits, or ``iri`` itself."""
    fitting = [(len(space), prefix) for prefix, space in PREFIXES.items() if iri.startswith(space)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    local = iri[length:]
    return f"{prefix}:{local}" if "/" not in local and "#" not in local else iri


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of :func:`folder`, read once and checked."""
    return load(folder())


def load(path: Path) -> Vocabulary:
    """Read the ontology in ``path``; :class:`~kg.errors.TableError` where it is malformed, unsound or lacks an exported term."""
    triples = [triple for name in FILES for triple in _triples(path / name)]
    for fault in faults(triples, ZM, EXPORTED):
        raise TableError(f"{FILES[0]}: {fault}")
    facts = _Facts(triples)
    terms = frozenset(iri.removeprefix(ZM) for iri in facts.typed if iri.startswith(ZM))
    concepts = {scheme: _concepts(facts, scheme) for scheme in SCHEMES}
    if empty := [scheme for scheme, found in concepts.items() if "other" not in found and scheme != "rank"]:
        raise TableError(f"{FILES[1]}: no concept 'other' in the scheme of {empty[0]}")
    return Vocabulary(terms, facts.labels, _kinds(facts), concepts)


class _Facts:
    """The triples of the ontology, by what is asked of them."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.typed: dict[str, list[str]] = {}
        self.labels: dict[tuple[str, str], str] = {}
        self.display: dict[str, dict[str, str]] = {}
        for subject, predicate, value in triples:
            if predicate == _RDF_TYPE and isinstance(value, str):
                self.typed.setdefault(subject, []).append(value)
            elif isinstance(value, ox.Literal):
                if predicate in (_LABEL, _PREF_LABEL):
                    self.labels[subject, value.language or ""] = value.value
                elif predicate.startswith(ZM):
                    self.display.setdefault(subject, {})[predicate.removeprefix(ZM)] = value.value

    def show(self, iri: str, name: str) -> Display:
        """How ``iri`` is shown."""
        notes = self.display.get(iri, {})
        zh, en = (self.labels.get((iri, language), "") for language in ("zh-hans", "en"))
        return Display(name, zh, en, notes.get("colour", ""), notes.get("icon", ""), int(notes.get("order", "0")))


def _kinds(facts: _Facts) -> dict[str, Display]:
    named = [(notes["kindName"], iri) for iri, notes in facts.display.items() if "kindName" in notes]
    shown = sorted((facts.show(iri, name) for name, iri in named), key=lambda display: display.order)
    return {display.name: display for display in shown}


def _concepts(facts: _Facts, scheme: str) -> dict[str, Display]:
    space = PREFIXES[scheme]
    names = [iri.removeprefix(space) for iri in facts.typed if iri.startswith(space) and iri != space]
    shown = sorted((facts.show(space + name, name) for name in names), key=lambda display: (display.order, display.name))
    return {display.name: display for display in shown}


def _triples(path: Path) -> Iterable[Triple]:
    """The triples of a Turtle file."""
    try:
        for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield str(_plain(triple.subject)), triple.predicate.value, _plain(triple.object)
    except SyntaxError as error:
        raise TableError(f"{path.name}: line {error.lineno}: {error.msg}") from None
    except OSError as error:
        raise TableError(f"{path.name}: {error.strerror or error}") from None


def _plain(term: object) -> Term:
    """IRIs as strings, blank nodes as ``_:x``, literals as they are."""
    if isinstance(term, ox.NamedNode):
        return term.value
    return term if isinstance(term, ox.Literal) else str(term)
