"""Names of one body that differ by words that names of such bodies have or lack: leading groups with 工作, 活动 and without."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.extract.bodies.canonical import line
from kg.extract.bodies.mentions import BodyMention
from kg.extract.refs import BodyRef

_GROUP: Final = re.compile("(?:活动)?(?:工作)?领导小组$")


def settled(mentions: list[BodyMention]) -> list[BodyMention]:
    """``mentions`` with leading groups under the longest of the names that the page gives them, and what is inside of them likewise."""
    groups: dict[str, dict[str, BodyRef]] = {}
    for mention in mentions:
        for body in line(mention.body):
            if _GROUP.search(body.name):
                groups.setdefault(_GROUP.sub("", body.name), {}).setdefault(body.name, body)
    fuller = {
        name: max(named.values(), key=lambda body: (len(body.name), body.name))
        for named in groups.values()
        if len(named) > 1
        for name in named
    }
    if not fuller:
        return mentions
    return [mention._replace(body=_renamed(mention.body, fuller)) for mention in mentions]


def _renamed(body: BodyRef, fuller: dict[str, BodyRef]) -> BodyRef:
    if body.name in fuller:
        return fuller[body.name]
    short = next((name for name in fuller if body.name.startswith(name)), "")
    parent = _renamed(body.parent, fuller) if body.parent is not None else None
    return replace(body, name=fuller[short].name + body.name.removeprefix(short), parent=parent) if short else body
