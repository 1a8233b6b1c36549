"""What names in a page stand for, before it becomes things of the graph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final, NamedTuple

from kg import ids
from kg.lexicon import divisions
from kg.model import Kind, Thing

_AUTONOMOUS: Final = ("自治州", "自治县")


@cache
def _called_for_short() -> dict[str, str]:
    """The prefectures that call themselves by one character of their names, by their ids: 克州."""
    names = {name: rows for name, rows in divisions.load().nicknames.items() if len(name) == len("克州") and name.endswith("州")}
    return {rows[0].id: name for name, rows in names.items() if len(rows) == 1 and rows[0].name.endswith("自治州")}


@dataclass(frozen=True)
class PlaceRef:
    """A place that a page names.

    ``slot`` is the last word of its kind of name (省 市 县 区 州 盟 旗 镇 乡 街道 村 …); ``division`` its id in the table
    of divisions, empty for places without code; ``candidates`` the divisions that an undecided name may be.
    ``scope`` is what the id hangs on where there is neither code nor parent: the source.
    """

    name: str
    level: str
    slot: str
    division: str = ""
    codes: tuple[str, ...] = ()
    parent: PlaceRef | None = None
    candidates: tuple[str, ...] = ()
    scope: str = ""

    def __hash__(self) -> int:
        """By the name alone: the fields that equality compares besides reach up through all parents."""
        return hash(self.name)

    @cached_property
    def id(self) -> str:
        """The place's id: its row in the table, or below its nearest coded ancestor, or in its source."""
        if self.division:
            return f"place/{self.division}"
        if self.parent is not None and not self.candidates:
            return f"{self.parent.id}/{ids.thing_id('place', self.name, self.parent.id, self.name).removeprefix('place/')}"
        return ids.thing_id("place", self.name, self.scope, self.name)

    @cached_property
    def in_bodies(self) -> str:
        """Its name in the names of its bodies: in full, but for autonomous prefectures and counties, which leave out their peoples (凉山州委, 孟连|县政府)."""
        if not self.division or not self.name.endswith(_AUTONOMOUS):
            return self.name
        short = divisions.load().by_id[self.division].short
        called = (_called_for_short().get(self.division), *(name for name in short if name.endswith(self.name[-1])))
        return next(filter(None, called), self.name)

    def chain(self) -> tuple[PlaceRef, ...]:
        """The place and what it lies in, nearest first."""
        return (self, *(self.parent.chain() if self.parent else ()))


class PlaceMention(NamedTuple):
    """``text[start:end]`` names ``place``; ``short`` where it is not its full name, ``venue`` where it only says where something was held."""

    start: int
    end: int
    place: PlaceRef
    short: bool = False
    venue: bool = False


@dataclass(frozen=True)
class BodyRef:
    """A body under its canonical name. ``resolved`` is false where the context left open whose body it is."""

    name: str
    kind: str
    jurisdiction: PlaceRef | None = None
    parent: BodyRef | None = None
    resolved: bool = True
    scope: str = ""

    def __hash__(self) -> int:
        """By the name alone: the fields that equality compares besides reach up through all parents."""
        return hash(self.name)

    def part(self, core: str, kind: str) -> BodyRef:
        """The body inside this one whose name goes on with ``core``: its 党委, its 办公室."""
        return BodyRef(self.name + core, kind, self.jurisdiction, self, self.resolved, self.scope)

    @cached_property
    def id(self) -> str:
        """Over name and jurisdiction; over the source, too, where the context left the body unresolved."""
        place = self.jurisdiction.id if self.jurisdiction else ""
        return ids.thing_id("body", self.name, self.name, place, *(() if self.resolved else (self.scope,)))


def post_thing(body: BodyRef | None, title: str, scope: str, person: str) -> Thing:
    """The post of ``title`` in ``body``; where the body is open, the post is this person's in this source."""
    label = (body.name if body else "") + title
    key = (body.id, title) if body else (scope, person, title)
    properties = [("role", title), *([("body", body.id)] if body else [])]
    return Thing(ids.thing_id("post", label, *key), Kind.POST, label, (), tuple(sorted(properties)))
