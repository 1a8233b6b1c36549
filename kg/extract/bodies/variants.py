"""Names of one body that differ by words that names of such bodies have or lack: leading groups with 工作, 活动 and without, 青年联合会 and 青联."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.bodies.canonical import line
from kg.extract.bodies.mentions import BodyMention
from kg.extract.refs import BodyRef
from kg.lexicon.words import BODY_VARIANTS

_GROUP: Final = re.compile("(?:活动)?(?:工作)?领导小组$")
_GROUPS: Final = "领导小组"
_LONG: Final = re.compile(f"(?:{'|'.join(sorted(BODY_VARIANTS, key=lambda long: (-len(long), long)))})$")


def settled(mentions: list[BodyMention]) -> list[BodyMention]:
    """``mentions`` with each body under the longest of the names that the page gives it, and what is inside of it likewise."""
    variants: dict[str, dict[str, BodyRef]] = {}
    for body in dict.fromkeys(body for mention in mentions for body in line(mention.body)):
        variants.setdefault(_shortest(body.name), {}).setdefault(body.name, body)
    fuller = {
        name: max(named.values(), key=lambda body: (len(body.name), body.name))
        for named in variants.values()
        if len(named) > 1
        for name in named
    }
    if not fuller:
        return mentions
    return [mention._replace(body=_renamed(mention.body, fuller)) for mention in mentions]


def _shortest(name: str) -> str:
    """``name`` in the shortest of its forms."""
    group = _GROUP.search(name)
    if group is not None:
        return name[: group.start()] + _GROUPS
    long = _LONG.search(name)
    return name[: long.start()] + BODY_VARIANTS[long[0]] if long is not None else name


def _renamed(body: BodyRef, fuller: dict[str, BodyRef]) -> BodyRef:
    """``body``, or its fuller form; what is inside of a body that is renamed is renamed with it."""
    if body.name in fuller:
        return fuller[body.name]
    parent = _renamed(body.parent, fuller) if body.parent is not None else None
    if body.parent is None or parent is None or parent == body.parent:
        group, word, inside = body.name.partition(_GROUPS)  # …领导小组|办公室
        return replace(body, name=fuller[group + word].name + inside) if group + word in fuller else body
    name = body.name.removeprefix(body.parent.name)
    return replace(body, name=parent.name + name if name != body.name else name, parent=parent)
