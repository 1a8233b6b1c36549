"""Terms of Turtle as strings, for pyoxigraph to read: the only place where text is escaped.

Having strings read is faster than making term objects one by one; see :mod:`kg.export.rdf`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from kg.errors import InputError

Pairs = list[tuple[str, list[str]]]
"""Predicates and their objects, as terms."""

SPECIAL: Final = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff'
    "\U0001fffe-\U0010ffff]"
)
"""What does not stand as itself in a literal, as Turtle or a reader's eye would trip over it; and everything from the end of plane 1
on, most of which does: a class with the noncharacters of 16 planes takes five times as long to search for."""

_SHORT: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_PLANE_0: Final = 0xFFFF
_DATES: Final = (
    (re.compile(r"-?[0-9]{4}-[0-9][0-9]-[0-9][0-9]"), "xsd:date"),
    (re.compile(r"-?[0-9]{4}-[0-9][0-9]"), "xsd:gYearMonth"),
    (re.compile(r"-?[0-9]{4}"), "xsd:gYear"),
    (re.compile(r"--[0-9][0-9]-[0-9][0-9]"), "xsd:gMonthDay"),
    (re.compile(r"--[0-9][0-9]"), "xsd:gMonth"),
)
_PLAIN_ID: Final = re.compile(r"[a-z][a-z0-9-]*(?:/[A-Za-z0-9_-]+)+")
_BASE: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?/(?:[A-Za-z0-9._~%+-]+/)*")
_URL: Final = re.compile(r"(https?)://([^/?#]*)([^#]*)(?:#(.*))?", re.DOTALL | re.IGNORECASE)
_HOST: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")
_BAD_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NEXT: Final = " ;\n    "
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DECIMAL: Final = re.compile(r"[+-]?[0-9]*\.[0-9]+")


def escape(text: str) -> str:
    """``text`` as it stands between the quotation marks of a Turtle string.

    Lone surrogates, noncharacters and control characters other than tab, CR and LF, which some reader of RDF would
    refuse, become U+FFFD one for one; invisible characters become escapes, which readers turn back.
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return text
    return SPECIAL.sub(_escape_one, text)


def _escape_one(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    if code < 0x20 or 0xD800 <= code <= 0xDFFF or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return "\ufffd"
    return char if code > _PLANE_0 else f"\\u{code:04X}"


class Iris(dict[str, bytes]):
    """The IRIs of ids, relative to the base, in UTF-8, each made when first asked for."""

    def __init__(self, canonical: Callable[[str], str]) -> None:
        """``canonical`` gives the id that stands for an id."""
        super().__init__()
        self._canonical = canonical

    def __missing__(self, identifier: str) -> bytes:
        self[identifier] = iri = relative(self._canonical(identifier)).encode()
        return iri


def string(text: str) -> str:
    """A plain string literal."""
    return f'"{escape(text)}"'


def chinese(text: str, language: str = "zh-Hans") -> str:
    """A literal with a language tag."""
    return f'"{escape(text)}"@{language}'


@lru_cache(maxsize=65536)
def date(text: str) -> str:
    """A literal for ``text``, typed by how precise it is; nothing if ``text`` is not a date."""
    for form, datatype in _DATES:
        if form.fullmatch(text):
            return f'"{text}"^^{datatype}' if _possible(text) else ""
    return ""


def _possible(text: str) -> bool:
    """Whether month and day of a well-formed date exist."""
    year, month, day = _date_parts(text)
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    lengths = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return year != 0 and 1 <= month <= 12 and 1 <= day <= lengths[month - 1]


def _date_parts(text: str) -> tuple[int | None, int, int]:
    """Year (none in ``--02-27``), month and day, 1 where not stated."""
    numbers = [int(part) for part in text.removeprefix("--").lstrip("-").split("-")]
    year = None if text.startswith("--") else numbers.pop(0)
    month, day = (*numbers, 1, 1)[:2]
    return year, month, day


def number(text: str) -> str:
    """An integer or decimal as Turtle writes it; nothing if ``text`` is neither."""
    if _INTEGER.fullmatch(text) or _DECIMAL.fullmatch(text):
        return text
    whole = text.removesuffix(".")
    return whole if _INTEGER.fullmatch(whole) else ""


@lru_cache(maxsize=4096)
def confidence(value: float) -> str:
    """A decimal from 0.0 to 1.0, with a decimal point."""
    text = f"{min(1.0, max(0.0, value)):.4f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


@lru_cache(maxsize=65536)
def relative(identifier: str) -> str:
    """The IRI of an id, relative to the base: ``<person/wei-qi-ming-0123456789ab>``. Anything unusual is escaped."""
    if _PLAIN_ID.fullmatch(identifier):
        return f"<{identifier}>"
    parts = [quote(part, safe="", errors="replace").replace(".", "%2E").replace("~", "%7E") for part in identifier.split("/")]
    return f"<{'/'.join(part for part in parts if part)}>"


def url(text: str) -> str:
    """The IRI of a web address, made legal; nothing if ``text`` is not an http(s) address."""
    match = _URL.fullmatch(text.strip())
    if not match:
        return ""
    scheme, authority, path, fragment = match.groups()
    host = _ascii_host(authority)
    if not _HOST.fullmatch(host):
        return ""
    rest = _quoted(path) + (f"#{_quoted(fragment)}" if fragment else "")
    return f"<{scheme.lower()}://{host}{rest}>"


def _ascii_host(authority: str) -> str:
    """A host name in ASCII; nothing where it has none."""
    if authority.isascii():
        return authority
    try:
        return authority.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _quoted(part: str) -> str:
    """A part of an address with everything percent-encoded that an IRI may not hold; what is encoded stays so."""
    return _BAD_PERCENT.sub("%25", quote(part, safe="/?:@!$&'()*+,;=~%-._", errors="replace"))


def checked_base(base: str) -> str:
    """``base`` itself; :class:`~kg.errors.InputError` unless it is a plain http(s) address that ends in a slash."""
    if not _BASE.fullmatch(base):
        raise InputError(f"the base {base!r} is not an http(s) address in ASCII that ends in '/'")
    return base


def block(subject: str, pairs: Iterable[tuple[str, list[str]]]) -> str:
    """Everything that is said of one subject; predicates without objects are left out, repeated objects are joined."""
    said = [f"{predicate} {objects[0] if len(objects) == 1 else joined(objects)}" for predicate, objects in pairs if objects]
    return f"{subject} {_NEXT.join(said)} .\n" if said else ""


def joined(objects: Iterable[str]) -> str:
    """Objects of one predicate, each once."""
    return " , ".join(dict.fromkeys(objects))


def given(term: str) -> list[str]:
    """A list of ``term``, empty if there is none."""
    return [term] if term else []
