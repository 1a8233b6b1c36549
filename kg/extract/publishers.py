"""The bodies that published the articles of a page: the one that the text names, or the medium of the name that stands beside 来源."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import places
from kg.extract.bodies import BodyMention, canonical, level_beginning
from kg.extract.context import Context
from kg.extract.refs import BodyRef
from kg.lexicon.words import SUFFIXES

_TWICE: Final = re.compile("([省市县区州旗])\\1(?=委|政府)")
"""卢氏县|县政府."""


_LOW: Final = ("镇", "乡", "街道", "村", "社区")
_LEVELS: Final = ("县", "区", "市", "旗")
_LONGEST_TOWN: Final = 5


def settle(contexts: list[Context], bodies: list[BodyMention]) -> None:
    """Set the ``medium`` of each context with a publisher: the body of ``bodies`` with that name, so that a paper is one thing."""
    mentioned = {mention.body.name: mention.body for mention in reversed(bodies)}
    for context in contexts:
        name = _TWICE.sub(r"\1", re.sub(r"\s+", "", context.publisher))
        if name:
            context.medium = (
                mentioned.get(name)
                or _of_own_place(name, context)
                or (None if _is_place(name, context.year) else _medium(name, context.year))
            )


def _of_own_place(name: str, context: Context) -> BodyRef | None:
    """县融媒体中心, 区妇联: that of the place of that level which the article calls its own, or is about."""
    level = level_beginning(name)
    home = context.home if context.home is not None and context.home.slot == level else None
    place = context.own.get(level) or home
    core = name[len(level) :]
    suffix = SUFFIXES.get(name) or SUFFIXES.get(core)
    if not level or place is None or suffix is None:
        return None
    return BodyRef(canonical(place, core), suffix.kind, place)


def _is_place(name: str, year: int | None) -> bool:
    """Whether ``name`` is that of a town or county and nothing more (来源：五里镇), which is no medium."""
    if name.endswith(_LOW) and len(name) <= _LONGEST_TOWN:
        return True
    return name.endswith(_LEVELS) and any(place.name.endswith(name) for place in places.named(name, year))


def _medium(name: str, year: int | None) -> BodyRef:
    """The medium ``name``, or the body that its last word says it is, of the place that its name tells beyond doubt."""
    told = places.named(name, year)
    suffix = next((SUFFIXES[name[start:]] for start in range(len(name)) if name[start:] in SUFFIXES), None)
    kind = suffix.kind if suffix is not None and suffix.strength == "strong" else "medium"
    place = told[0] if len(told) == 1 else None
    if place is not None and kind != "medium" and name.startswith(place.name):  # 平江县|人民政府
        name = canonical(place, name.removeprefix(place.name))
    return BodyRef(name, kind, place)
