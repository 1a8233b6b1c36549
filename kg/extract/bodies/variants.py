"""Names of one body that differ by words that such names have or lack: groups with 工作 and without, 青年联合会 and 青联, 集团 and 集团有限公司."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, TypeAlias

from kg.extract.bodies.canonical import line
from kg.extract.bodies.mentions import BodyMention
from kg.extract.refs import BodyRef
from kg.lexicon.words import BODY_VARIANTS

_Named: TypeAlias = tuple[str, str]
_Fuller: TypeAlias = dict[_Named, BodyRef]

_GROUP: Final = re.compile("(?:活动)?(?:工作)?领导小组$")
_GROUPS: Final = "领导小组"
_COMPANY_INSIDE: Final = re.compile("(?:股份)?(?:有限)?(?:责任)?分?公司(?=[\u4e00-\u9fff]{2,8}[厂矿]$)")
"""What names of works leave out: 某油田|分公司|采油厂."""
_OF_GROUP: Final = re.compile("(?<=.{2}集团)(?:控股|股份|总)?(?:有限)?(?:责任)?公司$")
"""What a group is by law, which its name is as often without: 某建工集团|控股有限公司."""
_LONG: Final = re.compile(f"(?:{'|'.join(sorted(BODY_VARIANTS, key=lambda long: (-len(long), long)))})$")


def settled(mentions: list[BodyMention]) -> list[BodyMention]:
    """``mentions`` with each body under the longest of the names that the page gives it, and what is inside of it likewise."""
    variants: dict[_Named, dict[str, BodyRef]] = {}
    for body in dict.fromkeys(body for mention in mentions for body in line(mention.body)):
        variants.setdefault(_named(_shortest(body.name), body), {}).setdefault(body.name, body)
    fuller: _Fuller = {}
    for named in variants.values():
        longest = max(named.values(), key=lambda body: (len(body.name), body.name))
        fuller.update((_named(name, longest), longest) for name in named if len(named) > 1)
    if not fuller:
        return mentions
    return [mention._replace(body=_renamed(mention.body, fuller)) for mention in mentions]


def _named(name: str, body: BodyRef) -> _Named:
    """What tells ``body`` under that name from others of the page: two cities may have a 桥西区妇联 each."""
    return name, body.jurisdiction.id if body.jurisdiction is not None else ""


def _shortest(name: str) -> str:
    """``name`` in the shortest of its forms."""
    group = _GROUP.search(name)
    if group is not None:
        return name[: group.start()] + _GROUPS
    name = _OF_GROUP.sub("", _COMPANY_INSIDE.sub("", name))
    long = _LONG.search(name)
    return name[: long.start()] + BODY_VARIANTS[long[0]] if long is not None else name


def _renamed(body: BodyRef, fuller: _Fuller) -> BodyRef:
    """``body``, or its fuller form; what is inside of a body that is renamed is renamed with it."""
    if (own := fuller.get(_named(body.name, body))) is not None:
        return own
    parent = _renamed(body.parent, fuller) if body.parent is not None else None
    if body.parent is None or parent is None or parent == body.parent:
        group, word, inside = body.name.partition(_GROUPS)  # …领导小组|办公室
        whole = fuller.get(_named(group + word, body))
        return replace(body, name=whole.name + inside) if whole is not None else body
    name = body.name.removeprefix(body.parent.name)
    return replace(body, name=parent.name + name if name != body.name else name, parent=parent)
