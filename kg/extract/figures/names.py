"""The names of a page, which are no part of what a figure counts; but a body or program right before a number may be what it counts."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.scan import Stretches


class Names:
    """People, places, dates and documents of a page as stretches of its text, and bodies and programs, which may be ``counted``."""

    def __init__(self, names: Iterable[tuple[int, int]], counted: Iterable[tuple[int, int]]) -> None:
        counted = list(counted)
        self._closed = Stretches([*names, *counted])
        self._counted = {end: start for start, end in counted}

    def hold(self, position: int) -> bool:
        """Whether ``position`` lies in a name."""
        return self._closed.hold(position)

    def thing_before(self, position: int) -> int:
        """Where the name of a body or a program that ends at ``position`` starts; -1 where none does."""
        return self._counted.get(position, -1)
