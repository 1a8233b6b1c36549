"""The only maker of identifiers: content hashes, readable slugs, IRIs.

No text from a document reaches an IRI except through :func:`kg.lexicon.romanise.slug`, which lets ASCII letters,
digits and hyphens through and nothing else.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import Final

from kg.lexicon.romanise import slug

DATA: Final = "https://w3id.org/zhengmai/id/"
"""The base of things, and (whatever a build's base is) of the concepts of the ontology."""

HASH_DIGITS: Final = 12
SOURCE_DIGITS: Final = 16


def digest(*parts: str | int) -> str:
    """The SHA-256, in hexadecimal, of ``parts``.

    Each part is preceded by its length in characters, so that ("ab", "c") and ("a", "bc") differ.
    """
    return _hash("".join([f"{len(part)}:{part}" for part in map(str, parts)]))


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=32768)  # the same bodies, posts and people are named over and over
def thing_id(kind: str, label: str, *key: str | int) -> str:
    """``<kind>/<pinyin slug of label>-<12 hex digits over key>``: an id relative to the base."""
    return f"{kind}/{slug(label)}-{digest(kind, *key)[:HASH_DIGITS]}"


def claim_id(source: str, start: int, end: int, subject: str, predicate: str, obj: str) -> str:
    """The id of a claim: never dependent on its confidence or on the rule that found it."""
    low, high = str(start), str(end)
    said = (  # what digest() hashes, written out: this is asked for once a claim
        f"{len(source)}:{source}{len(low)}:{low}{len(high)}:{high}{len(subject)}:{subject}{len(predicate)}:{predicate}{len(obj)}:{obj}"
    )
    return f"claim/{sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:SOURCE_DIGITS]}"


def source_id(sha: str) -> str:
    """The id of a source document, from the SHA-256 of its bytes."""
    return f"source/{sha[:SOURCE_DIGITS]}"
