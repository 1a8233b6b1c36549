"""Names of one body that differ by a word that names of such bodies have or lack: leading groups with 工作 and without."""

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
    short = next((name for name in fuller if body.name.startswith(name)), "")
    parent = _renamed(body.parent, fuller) if body.parent is not None else None
    return replace(body, name=fuller[short].name + body.name.removeprefix(short), parent=parent) if short else body
