"""Numbers in place of what would be repeated."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Row = list[int]
Point = tuple[int, int]
Size = tuple[int, int]
"""Width and height."""
Key = TypeVar("Key", bound=Hashable)


class Numbers(dict[Key, int]):
    """The number of each key, counted from 0 in the order in which keys are first asked for; iterating gives the keys."""

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        super().__init__((key, number) for number, key in enumerate(keys))

    def __missing__(self, key: Key) -> int:
        number = self[key] = len(self)
        return number


def hundredths(confidence: float) -> int:
    """A confidence as a whole number of hundredths."""
    return round(confidence * 100)
