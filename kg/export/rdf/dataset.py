"""dataset.ttl: what an export is, in VoID and DCAT: how much it says of what, in which vocabularies, and which files hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export.rdf.held import records_of
from kg.export.rdf.quads import quads
from kg.export.rdf.records import Records
from kg.export.rdf.turtle import chinese, relative, string
from kg.ids import DATA
from kg.model import Knowledge
from kg.vocab import PREFIXES, shorten

_HEAD: Final = """@prefix void: <http://rdfs.org/ns/void#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
"""
_NEXT: Final = " ;\n    "
_TYPE: Final = PREFIXES["rdf"] + "type"
_MEDIA: Final = {
    "graph.ttl": "text/turtle",
    "graph.nt": "application/n-triples",
    "graph.nq": "application/n-quads",
    "graph.trig": "application/trig",
    "graph.jsonld": "application/ld+json",
    "graph.rdf": "application/rdf+xml",
}
_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"


def write_dataset(build: Knowledge | Records, path: Path, base: str = DATA, *, evidence: bool = True) -> None:
    """Write to ``path`` the description of the export of ``build``; files are named relative to it. Nothing in it tells the time."""
    classes, predicates = _counted(quads(build, base, evidence=evidence))
    sources = [document.id for document in records_of(build).documents(evidence=False) if document.sources]
    lines = [
        "a void:Dataset , dcat:Dataset",
        f"dcterms:title {chinese('政脉知识图谱')} , {chinese('Knowledge graph of zhengmai', 'en')}",
        f"dcat:version {string(version('zhengmai'))}",
        f"void:uriSpace {string(base)}",
        f"void:triples {sum(predicates.values())}",
        f"void:classes {len(classes)}",
        f"void:properties {len(predicates)}",
        f"void:documents {len(sources)}",
        *(f"dcterms:source <{base}{relative(source)[1:-1]}>" for source in sources),
        f"void:vocabulary {' , '.join(f'<{iri}>' for iri in _vocabularies({*classes, *predicates}))}",
        *(f"void:classPartition [ void:class {shorten(name)} ; void:entities {count} ]" for name, count in sorted(classes.items())),
        *(f"void:propertyPartition [ void:property {shorten(name)} ; void:triples {count} ]" for name, count in sorted(predicates.items())),
        *(f"void:dataDump <{name}>" for name in _MEDIA if (path.parent / name).is_file()),
        *(_distribution(name, media) for name, media in _MEDIA.items() if (path.parent / name).is_file()),
    ]
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    path.write_text(f"{_HEAD}{prefixes}\n<> {_NEXT.join(lines)} .\n", "utf-8")


def _counted(found: Iterator[ox.Quad]) -> tuple[Counter[str], Counter[str]]:
    """How many things there are of each class, and triples of each predicate."""
    classes: Counter[str] = Counter()
    predicates: Counter[str] = Counter()
    for quad in found:
        predicates[quad.predicate.value] += 1
        if quad.predicate.value == _TYPE and isinstance(quad.object, ox.NamedNode):
            classes[quad.object.value] += 1
    return classes, predicates


def _vocabularies(terms: set[str]) -> list[str]:
    """The namespaces of the classes and predicates in use."""
    return sorted({space for space in PREFIXES.values() if any(name.startswith(space) for name in terms)})


def _distribution(name: str, media: str) -> str:
    return f"dcat:distribution [ a dcat:Distribution ; dcat:downloadURL <{name}> ; dcat:mediaType <{_MEDIA_TYPES}{media}> ]"
