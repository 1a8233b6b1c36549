"""graph.ttl: Turtle for people to read as well, as pyoxigraph writes it: grouped, prefixed, under a heading for each section.

pyoxigraph puts the prefixes in an order of its own each time, writes no comment and no blank line, gives language tags in lower case and
writes invisible characters as themselves. Each piece that it has written therefore loses its prefixes, which stand once at the top, in
order, and is dressed for a reader's eye. No line ends inside a literal, so that every " ." before an end of line ends a statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.export.rdf.parts import DECLARED, Parts, header, joined
from kg.export.rdf.records import Records
from kg.export.rdf.tags import TAGS
from kg.ids import DATA
from kg.model import Knowledge
from kg.vocab import PREFIXES

_ABOUT: Final = b"""\
# A knowledge graph that zhengmai read from Chinese official documents, in the vocabulary <https://w3id.org/zhengmai/ontology>:
# the things by their kind, behind each person the terms in office; then the documents, each with its claims and the words that make them.

"""
_INNER: Final = "base://inner/"
"""The base between reading and writing. With the real one, every address of its scheme would be written relative to it, too."""

_PREFIXES: Final = re.compile(rb"(?:@[^\n]*\n)+")
_NEXT: Final = re.compile(rb" \.\n(?=[a-z]|<(?!membership/|source/[^#>]*#))")
"""Where a statement ends and what follows is neither a term in office nor a quotation, which stand with what they belong to."""

_TAG: Final = re.compile(rb'"@(%b)\b' % "|".join(TAGS).encode())
"""A tag behind a literal, or the like of it inside one, where a backslash stands before the quotation mark."""

_ESCAPE: Final = b"\\u"
_SPELT: Final = {tag.encode(): b'"@' + spelt.encode() for tag, spelt in TAGS.items()}
_INVISIBLE: Final = re.compile(
    rb"\xc2[\x80-\x9f\xad]|\xd8\x9c|\xe2(?:\x80[\x8b-\x8f\xa8-\xae]|\x81[\xa0-\xaf])|\xef(?:\xbb\xbf|\xbf[\xb9-\xbb])"
)
"""What :data:`kg.export.rdf.turtle.SPECIAL` has of characters that are not seen and of such as turn a line around, in UTF-8."""


def write_turtle(build: Knowledge | Records, path: Path, base: str = DATA, *, evidence: bool = True) -> None:
    """Write ``build`` to ``path`` as Turtle, things below ``base`` (an http(s) address that ends in a slash).

    Without ``evidence``, facts alone: no claims and no quotations. :class:`~kg.errors.InputError` for a base that ids cannot hang on.
    """
    with path.open("wb") as file:
        file.writelines(turtle_blocks(build, base, evidence=evidence))


def turtle_blocks(build: Knowledge | Records, base: str = DATA, *, evidence: bool = True) -> Iterator[bytes]:
    """The pieces of the export of ``build``, in UTF-8, none of them much larger than a quarter of a megabyte."""
    yield _ABOUT + header(base)
    prefixes = dict(PREFIXES)
    for section, parts in groupby(Parts(build, evidence=evidence), key=lambda part: part.section):
        yield f"\n# ---- {section}\n".encode()
        for text in joined(parts):
            quads = ox.parse(DECLARED + text, ox.RdfFormat.TURTLE, base_iri=_INNER)
            written = ox.serialize(quads, format=ox.RdfFormat.TURTLE, prefixes=prefixes, base_iri=_INNER) or b""
            yield _dressed(written, unseen=_ESCAPE in text)


def _dressed(turtle: bytes, *, unseen: bool) -> bytes:
    """What pyoxigraph wrote, without its prefixes, with blank lines between the things, the tags of the contract and nothing invisible.

    ``unseen`` says whether it may hold anything invisible: what it was made of has it as escapes.
    """
    said = turtle[found.end() :] if (found := _PREFIXES.match(turtle)) else turtle
    said = _NEXT.sub(b" .\n\n", said.rstrip(b"\n"))
    said = _TAG.sub(_spelt, said)
    return b"\n" + (_INVISIBLE.sub(_escaped, said) if unseen else said) + b"\n"


def _spelt(tag: re.Match[bytes]) -> bytes:
    """The tag as the contract spells it; what stands inside a literal stays, and so does the tag of one that ends in a backslash."""
    inside = tag.string[tag.start() - 1 : tag.start()] == b"\\"
    return tag[0] if inside else _SPELT[tag[1]]


def _escaped(char: re.Match[bytes]) -> bytes:
    return b"\\u%04X" % ord(char[0].decode())
