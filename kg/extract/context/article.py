"""What one article says about itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.refs import BodyRef, PlaceRef


@dataclass(slots=True)
class Context:
    """What one article says about itself. ``own`` maps a level word (市, 县 …) to the article's place at that level."""

    date: str = ""
    year: int | None = None
    publisher: str = ""
    """As written."""
    medium: BodyRef | None = None
    """The body that the publisher is, once bodies are found."""
    author: str = ""
    title: str = ""
    own: dict[str, PlaceRef] = field(default_factory=dict)
    faint: frozenset[str] = frozenset()
    """The level words whose own place the article hardly names, nor one of its own that lies in it."""
    others: frozenset[PlaceRef] = frozenset()
    """Places of a level that the article has a place of its own of, which they are said not to be: 郧西县考察团来我县."""
    anchor: PlaceRef | None = None
    """The place that the article calls its own and is about."""
    home: PlaceRef | None = None
    """The anchor, or the one county or prefecture that the article names without calling it its own: whose its departments are, not who runs things."""
    self_bodies: dict[str, BodyRef] = field(default_factory=dict)
    """What 集团, 我局, 公司, 学校 … stand for: by the last word of the body's name."""
