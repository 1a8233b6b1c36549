"""Names of one body that differ by a word that names of such bodies have or lack: 某领导小组 and 某工作领导小组 of one page."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.extract.bodies.canonical import line
from kg.extract.bodies.mentions import BodyMention
from kg.extract.refs import BodyRef

_GROUP: Final = "领导小组"
_WORKING: Final = "工作领导小组"


def settled(mentions: list[BodyMention]) -> list[BodyMention]:
    """``mentions`` with leading groups that the page also names with 工作 under that name, and what is inside of them likewise."""
    groups = {name: body for mention in mentions for body in line(mention.body) if (name := body.name).endswith(_GROUP)}
    fuller = {
        name: groups[working]
        for name in groups
        if not name.endswith(_WORKING) and (working := name.removesuffix(_GROUP) + _WORKING) in groups
    }
    if not fuller:
        return mentions
    return [mention._replace(body=_renamed(mention.body, fuller)) for mention in mentions]


def _renamed(body: BodyRef, fuller: dict[str, BodyRef]) -> BodyRef:
    if body.name in fuller:
        return fuller[body.name]
    if body.parent is None or (parent := _renamed(body.parent, fuller)) == body.parent:
        return body
    name = parent.name + body.name.removeprefix(body.parent.name) if body.name.startswith(body.parent.name) else body.name
    return replace(body, name=name, parent=parent)
