"""One document after the other, in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
Result = TypeVar("Result")


def mapped(function: Callable[[Value], Result], pairs: Iterable[tuple[Key, Value | None]], /) -> Iterator[tuple[Key, Result | None]]:
    """Each key with the result for its value."""
    return ((key, None if value is None else function(value)) for key, value in pairs)
