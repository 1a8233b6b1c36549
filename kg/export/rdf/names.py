"""What ids of the model stand for in an export: the ids of memberships and roles, merged things, clean labels."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg import ids
from kg.model import Basis, Kind

CLASSES: Final[dict[Kind, str]] = {
    Kind.PERSON: "zm:Person",
    Kind.BODY: "zm:Body",
    Kind.PLACE: "zm:Place",
    Kind.PROGRAM: "zm:Program",
    Kind.EVENT: "schema:Event",
    Kind.FIGURE: "schema:Observation",
    Kind.DOCUMENT: "zm:OfficialDocument",
    Kind.POST: "org:Post",
}
"""The class of each kind of thing: the object of the claim that says what it is."""

SUPER_CLASSES: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.PERSON: ("foaf:Person",),
    Kind.BODY: ("org:Organization",),
    Kind.PLACE: ("schema:AdministrativeArea",),
    Kind.DOCUMENT: ("schema:CreativeWork",),
}

BASES: Final[dict[Basis, str]] = {
    Basis.STATED: "zm:Stated",
    Basis.CONTEXT: "zm:FromContext",
    Basis.DERIVED: "zm:Derived",
}

DIVISIONS: Final = "<https://w3id.org/zhengmai/id/table/divisions>"
"""The table of administrative divisions."""

_MARKS: Final = re.compile("[\\s\"'“”‘’「」『』＂＇«»‹›„‟\u200b\ufeff]+")


@cache
def role_id(title: str) -> str:
    """The id of an office, relative to the namespace of concepts: ``role/fu-bu-zhang-0123456789ab``."""
    return ids.thing_id("role", title, title)


@cache
def role(title: str) -> str:
    """The prefixed name of an office."""
    return role_id(title).replace("/", ":", 1)


def membership_id(person: str, post: str, start: str = "") -> str:
    """The id of a person's time in a post; ``start`` only for a second spell that is disjoint from the first."""
    return f"membership/{ids.digest('membership', person, post, *filter(None, (start,)))[: ids.HASH_DIGITS]}"


def clean_label(label: str) -> str:
    """``label`` without quotation marks and spaces (unless nothing else would be left)."""
    if not _MARKS.search(label):
        return label
    return _MARKS.sub("", label) or label


def whole_label(label: str) -> str:
    """``label`` as an export gives it: clean, and without U+FFFD, which stands in quotations and titles alone; perhaps empty."""
    return _MARKS.sub("", label.replace("\ufffd", ""))


class Merged:
    """Which id stands for an id."""

    def __init__(self, same_as: dict[str, str]) -> None:
        """``same_as`` maps ids of merged things to those that stand for them, perhaps in several steps."""
        self._same_as = same_as

    def __call__(self, identifier: str) -> str:
        """The id that stands for ``identifier``."""
        if identifier not in self._same_as:
            return identifier
        seen = {identifier}
        while (following := self._same_as.get(identifier, identifier)) not in seen:
            seen.add(following)
            identifier = following
        return identifier
