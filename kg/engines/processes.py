"""Several processes of this machine, each with some documents at a time.

Processes are started anew (by a server process where the system has one), not forked: this one may have threads, of a progress bar or a
notebook, and a fork of those may hang.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from typing import Final, TypeVar

from kg.errors import EngineError

Key = TypeVar("Key")
Value = TypeVar("Value")
Result = TypeVar("Result")

_AHEAD: Final = 8
"""Values for each process that are taken ahead of the results: no more of an archive than those is in memory at a time."""


def mapped(
    function: Callable[[Value], Result], pairs: Iterable[tuple[Key, Value | None]], /, *, jobs: int
) -> Iterator[tuple[Key, Result | None]]:
    """Each key with the result for its value, made in ``jobs`` processes; ``function`` and values are pickled, keys stay here.

    Raises :class:`~kg.errors.EngineError` where a process ends before its work is done, and what ``function`` raises.
    """
    pool = ProcessPoolExecutor(jobs, _started(function.__module__), _prepare)
    waiting: deque[tuple[Key, Future[Result] | None]] = deque()
    try:
        for key, value in pairs:
            waiting.append((key, None if value is None else pool.submit(function, value)))
            yield from _made(waiting, jobs * _AHEAD)
        yield from _made(waiting, 0)
    except BrokenProcessPool as error:
        message = "a process ended before its documents were read, perhaps for want of memory; try again with fewer jobs"
        raise EngineError(message) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _made(waiting: deque[tuple[Key, Future[Result] | None]], left: int) -> Iterator[tuple[Key, Result | None]]:
    """The first results, until no more than ``left`` wait."""
    while len(waiting) > left:
        key, future = waiting.popleft()
        yield key, None if future is None else future.result()


def _started(module: str) -> BaseContext:
    """How processes are started: copies of a server that has loaded ``module``, where there is such a thing."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context


def _prepare() -> None:
    """In each process: who interrupts a build interrupts the one that started it; no search for cycles, of which documents make none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
