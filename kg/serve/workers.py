"""Queries in processes of their own: pyoxigraph cannot stop a query, so one that takes too long is stopped with its process."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import KgError, QueryError
from kg.query.store import open_store
from kg.serve import Limits
from kg.serve.answers import Answer
from kg.serve.memory import bound

Task = Callable[[ox.Store, int], Answer]
"""What a process is asked to do with the store and the number of rows that an answer may have; it must be picklable."""

_SPAWN: Final = multiprocessing.get_context("spawn")
_START: Final = 30.0
"""Seconds that a process may take to start, on top of those of its first query."""


class TooLongError(KgError):
    """A query that was ended because it took too long, or that found no process in time."""


class Pool:
    """A few processes, each of which answers one query at a time."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        """Processes are started when they are first needed."""
        self._folder, self._limits = folder, limits
        self._store = 0
        self._workers: set[_Worker] = set()
        self._idle: asyncio.LifoQueue[_Worker | None] = asyncio.LifoQueue()
        for _ in range(limits.workers):
            self._idle.put_nowait(None)

    async def ask(self, task: Task) -> Answer:
        """What ``task`` gives.

        :class:`~kg.errors.QueryError` for a bad query, :class:`TooLongError` for one that is not done in time; it is ended, and
        others go on meanwhile.
        """
        try:
            idle = await asyncio.wait_for(self._idle.get(), self._limits.timeout)
        except TimeoutError:
            raise TooLongError("the server is busy with other queries; try again") from None
        worker = idle
        try:
            if worker is None or worker.store != self._store:
                worker = await asyncio.to_thread(self._started, idle)
            done = await asyncio.to_thread(worker.ask, task, self._limits)
        except BaseException:
            self._end(worker)
            self._idle.put_nowait(None)
            raise
        self._idle.put_nowait(worker)
        if isinstance(done, KgError):
            raise done
        return done

    def renew(self) -> None:
        """From now on, answer from the store that the folder has now."""
        self._store += 1

    def end(self) -> None:
        """End every process, whatever it does."""
        for worker in self._workers:
            worker.kill()

    def _started(self, old: _Worker | None) -> _Worker:
        self._end(old)
        worker = _Worker(self._folder, self._store, self._limits.memory)
        self._workers.add(worker)
        return worker

    def _end(self, worker: _Worker | None) -> None:
        if worker:
            self._workers.discard(worker)
            worker.end()


class _Worker:
    """One process, and the pipe to it; ``store`` is the number of the store that it has open."""

    def __init__(self, folder: Path, store: int, memory: int) -> None:
        self.store = store
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(theirs, str(folder), memory), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def ask(self, task: Task, limits: Limits) -> Answer | KgError:
        """The answer, or the error that the query met."""
        if not self._ready and not self._pipe.poll(_START):
            raise TooLongError("the server could not start a process for the query; try again")
        try:
            if not self._ready:
                self._ready = bool(self._pipe.recv())
            self._pipe.send((task, limits.rows))
            if not self._pipe.poll(limits.timeout):
                raise TooLongError(f"the query took longer than {limits.timeout:g} seconds and was ended; ask for less, or raise --timeout")
            done: Answer | KgError = self._pipe.recv()
        except (EOFError, OSError):
            raise QueryError("the query could not be answered: its process ended, for want of memory or of stack") from None
        return done

    def kill(self) -> None:
        """Kill the process; who waits for its answer is told."""
        self._process.kill()

    def end(self) -> None:
        """Kill the process, wait for its end, and close the pipe."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection, folder: str, memory: int) -> None:
    """What a process does: tasks from its pipe until the pipe is closed."""
    store = open_store(Path(folder))
    bound(memory)
    pipe.send(True)  # noqa: FBT003 - the store is open
    try:
        while True:
            task, rows = pipe.recv()
            try:
                done: Answer | KgError = task(store, rows)
            except KgError as error:
                done = error
            pipe.send(done)
    except (EOFError, OSError, KeyboardInterrupt):
        pass
