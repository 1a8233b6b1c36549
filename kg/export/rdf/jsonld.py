"""JSON-LD in the terms of ``ontology/context.jsonld``: one object a thing, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from kg.export.rdf.quads import quads
from kg.export.rdf.records import Records
from kg.export.rdf.tags import TAGS
from kg.ids import DATA
from kg.model import Knowledge
from kg.vocab import PREFIXES, folder

Object = ox.NamedNode | ox.Literal
"""What an export says of things: it has no blank nodes and no triples about triples."""

_TYPE: Final = PREFIXES["rdf"] + "type"
_STRING: Final = PREFIXES["xsd"] + "string"
_INTEGER: Final = PREFIXES["xsd"] + "integer"

_LARGEST: Final = 15
"""Digits of an integer that every reader of JSON takes for what it is."""


def write_jsonld(build: Knowledge | Records, path: Path, base: str = DATA, *, evidence: bool = True) -> None:
    """Write ``build`` to ``path`` as JSON-LD, with the context in it, as a stream."""
    context = json.loads((folder() / "context.jsonld").read_text("utf-8"))["@context"]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"@context": {json.dumps({"@base": base} | context, ensure_ascii=False, indent=1)},\n"@graph": [')
        between = "\n"
        for node in Compact(context, base).nodes(quads(build, base, evidence=evidence)):
            file.write(between + json.dumps(node, ensure_ascii=False, separators=(",", ":")))
            between = ",\n"
        file.write("\n]}\n")


class Compact:
    """Terms of RDF to what a context calls them."""

    def __init__(self, context: dict[str, Any], base: str) -> None:
        """``context`` maps terms to IRIs of :data:`kg.vocab.PREFIXES` or to definitions with a prefixed ``@id``."""
        self._base = base
        self._prefixes = {iri: name for name, iri in PREFIXES.items() if context.get(name) == iri}
        self._terms = {_id(said): (name, said if isinstance(said, dict) else {}) for name, said in context.items() if ":" in _id(said)}

    def nodes(self, found: Iterable[ox.Quad]) -> Iterator[dict[str, Any]]:
        """One object for each run of quads with one subject."""
        for subject, about in groupby(found, key=lambda quad: quad.subject):
            node: dict[str, Any] = {"id": self.iri(str(subject)[1:-1])}
            for quad in about:
                if isinstance(quad.object, ox.NamedNode | ox.Literal):
                    self._add(node, quad.predicate.value, quad.object)
            yield node

    def iri(self, iri: str) -> str:
        """``iri`` relative to the base, or with a prefix of the context, or whole."""
        if iri.startswith(self._base) and ":" not in iri[len(self._base) :]:
            return iri[len(self._base) :]
        return self._prefixed(iri)

    def _prefixed(self, iri: str) -> str:
        for space, name in self._prefixes.items():
            if iri.startswith(space):
                return f"{name}:{iri[len(space) :]}"
        return iri

    def _add(self, node: dict[str, Any], predicate: str, value: Object) -> None:
        if predicate == _TYPE and isinstance(value, ox.NamedNode):
            node.setdefault("type", []).append(self._prefixed(value.value))
            return
        short = self._prefixed(predicate)
        key, said = self._terms.get(short, (short, {}))
        if isinstance(value, ox.Literal) and value.language and "@language" in said.get("@container", ()):
            _put(node.setdefault(key, {}), TAGS.get(value.language, value.language), value.value)
        elif (plain := self._plain(value, said)) is not None:
            _put(node, key, plain)
        else:
            _put(node, short if said.keys() - {"@id"} else key, self._full(value))

    def _plain(self, value: Object, said: dict[str, Any]) -> object | None:
        """``value`` as the definition of its term lets it be written; nothing where that would change it."""
        if isinstance(value, ox.NamedNode):
            return self.iri(value.value) if said.get("@type") == "@id" else None
        if value.language:
            return value.value if value.language == said.get("@language", "").lower() else None
        if "@type" in said:
            wanted = PREFIXES["xsd"] + said["@type"].removeprefix("xsd:")
            return value.value if value.datatype.value == wanted else None
        return value.value if value.datatype.value == _STRING and "@language" not in said else None

    def _full(self, value: Object) -> object:
        if isinstance(value, ox.NamedNode):
            return {"@id": self.iri(value.value)}
        if value.language:
            return {"@value": value.value, "@language": TAGS.get(value.language, value.language)}
        if value.datatype.value == _INTEGER and len(value.value) <= _LARGEST and value.value == str(int(value.value)):
            return int(value.value)
        plain = {"@value": value.value}
        return plain if value.datatype.value == _STRING else plain | {"@type": self._prefixed(value.datatype.value)}


def _id(said: object) -> str:
    return str(said["@id"]) if isinstance(said, dict) else str(said)


def _put(node: dict[str, Any], key: str, value: object) -> None:
    """Add ``value``; a second one makes a list."""
    if key not in node:
        node[key] = value
    elif isinstance(node[key], list):
        node[key].append(value)
    else:
        node[key] = [node[key], value]
