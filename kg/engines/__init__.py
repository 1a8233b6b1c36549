"""Engines: what maps a function over the documents of a build.

Each gives its results in the order of the documents, so that what is written is the same whichever did it. A new one is a module
with a ``mapped`` of the same shape, and a line of :data:`ENGINES`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final, NamedTuple, Protocol, TypeVar

from kg.engines import local, processes
from kg.errors import InputError

Key = TypeVar("Key")
Value = TypeVar("Value")
Result = TypeVar("Result")


class Engine(Protocol):
    """Maps a function over values, each with a key that comes back beside its result; a pair without a value passes unchanged."""

    def __call__(
        self, function: Callable[[Value], Result], pairs: Iterable[tuple[Key, Value | None]], /
    ) -> Iterator[tuple[Key, Result | None]]:
        """The keys, each with the result for its value, in order."""


class Registered(NamedTuple):
    """An engine: with how many processes at most it maps (none: with any number), and how it is made for so many."""

    most: int | None
    made_for: Callable[[int], Engine]


ENGINES: Final = (
    Registered(1, lambda _jobs: local.mapped),
    Registered(None, lambda jobs: partial(processes.mapped, jobs=jobs)),
)
"""The first that maps with as many processes as are asked for does."""


def engine(jobs: int) -> Engine:
    """What maps with ``jobs`` processes (0: as many as there are cores): this one alone, or others beside it.

    Raises :class:`~kg.errors.InputError` for a negative number.
    """
    if jobs < 0:
        raise InputError(f"jobs is {jobs}; it must be 0 (one a core) or more")
    number = jobs or cores()
    return next(member.made_for(number) for member in ENGINES if member.most is None or number <= member.most)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
