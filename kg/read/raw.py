"""What a reader hands on: the raw text that positions refer to, and what the container says about it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.aligned import Span


@dataclass(frozen=True, slots=True)
class Raw:
    """The text of one document as it was read, before any repair.

    ``chrome`` are the stretches that the container marks as navigation, links and the like; ``lost`` counts characters
    that could not be decoded. The other fields are metadata of the container, empty where it has none.
    """

    text: str
    title: str = ""
    date: str = ""
    publisher: str = ""
    author: str = ""
    url: str = ""
    chrome: tuple[Span, ...] = ()
    lost: int = 0
