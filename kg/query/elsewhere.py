"""Whether a query asks another server. Nothing else keeps the engine from doing so, hence no reading of the query may."""

from __future__ import annotations

import re
from typing import Final

from kg.query.quiet import COMMENT, ESCAPED, IRI, STRING

_IRI: Final = re.compile(IRI)
_PROLOGUE: Final = re.compile(rf"(?:PREFIX\s+[\w.-]*:\s*{IRI}|BASE\s*{IRI}|{COMMENT}|\s)*+", re.IGNORECASE)
"""Declarations, in whose IRIs nothing is a keyword. Behind them the words may be part of a name, and ``<`` behind these compares."""
_STEP: Final = re.compile(
    rf"{STRING}|{COMMENT}|{ESCAPED}|[?$]\w*|:(?:\w[\w-]*)?|@[A-Za-z]*(?:-[A-Za-z0-9]+)*|(?P<service>service)|.",
    re.DOTALL | re.IGNORECASE,
)
"""What is read as a whole: strings, comments, marks in names, variables, names behind their prefix, tags of languages; else a character."""


def service(sparql: str) -> int | None:
    """Where the word SERVICE stands as a keyword, be it under one reading of several; nothing if it does not.

    Only the grammar knows whether ``<`` opens an IRI or compares, and so what is a string or a comment behind it; both ways are
    followed. The parser wants no blank before or behind a keyword: any place where a keyword could begin counts. In what may be an
    IRI it is none, as a blank, a brace or ``<`` would follow, unless a comment does.
    """
    prologue = _PROLOGUE.match(sparql)
    waiting, seen = [prologue.end() if prologue else 0], set[int]()
    while waiting:
        at, spared = waiting.pop(), range(0)
        while at < len(sparql) and at not in seen:
            seen.add(at)
            if iri := _IRI.match(sparql, at):
                waiting.append(iri.end())
                spared = range(sparql.rfind("#", at, iri.end()) + 1, iri.end())
            step = _STEP.match(sparql, at)
            if step is None or (step["service"] and at not in spared):
                return at
            at = step.end()
    return None
