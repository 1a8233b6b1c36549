"""Engines: what maps a function over the documents of a build.

Each gives its results in the order of the documents, so that what is written is the same whichever did it. A new one is a module
with a ``mapped`` of the same shape, and a line of :func:`engine`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TypeVar

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


def engine(jobs: int) -> Engine:
    """What maps with ``jobs`` processes (0: as many as there are cores): this one alone, or others beside it.

    Raises :class:`~kg.errors.InputError` for a negative number.
    """
    if jobs < 0:
        raise InputError(f"jobs is {jobs}; it must be 0 (one a core) or more")
    number = jobs or cores()
    return local.mapped if number == 1 else partial(processes.mapped, jobs=number)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
