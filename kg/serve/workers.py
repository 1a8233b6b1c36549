"""Queries in processes of their own: pyoxigraph cannot stop a query, so one that takes too long is stopped with its process."""

from __future__ import annotations

import asyncio
import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from kg.errors import KgError, QueryError
from kg.query.run import answer
from kg.query.store import open_store
from kg.serve.answers import Answer, answered

_SPAWN: Final = multiprocessing.get_context("spawn")
_START: Final = 30.0
"""Seconds that a process may take to start, on top of those of its first query."""


class TooLongError(KgError):
    """A query that was ended because it took too long."""


class Pool:
    """A few processes, each of which answers one query at a time."""

    def __init__(self, folder: Path, workers: int, timeout: float, rows: int) -> None:
        """Processes are started when they are first needed."""
        self._folder, self._timeout, self._rows = folder, timeout, rows
        self._idle: asyncio.Queue[_Worker | None] = asyncio.Queue()
        for _ in range(workers):
            self._idle.put_nowait(None)

    async def ask(self, sparql: str, accept: str) -> Answer:
        """The answer in the form that ``accept`` (a header) asks for.

        :class:`~kg.errors.QueryError` for a bad query, :class:`TooLongError` for one that is not done in time; it is ended, and
        others go on meanwhile.
        """
        worker = await self._idle.get()
        try:
            worker = worker or _Worker(self._folder)
            done = await asyncio.to_thread(worker.ask, sparql, accept, self._rows, self._timeout)
        except BaseException:
            if worker:
                worker.end()
            self._idle.put_nowait(None)
            raise
        self._idle.put_nowait(worker)
        if isinstance(done, KgError):
            raise done
        return done

    def end(self) -> None:
        """End every process that is idle."""
        while not self._idle.empty():
            if worker := self._idle.get_nowait():
                worker.end()


class _Worker:
    """One process, and the pipe to it."""

    def __init__(self, folder: Path) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(theirs, str(folder)), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def ask(self, sparql: str, accept: str, rows: int, timeout: float) -> Answer | KgError:
        """The answer, or the error that the query met."""
        if not self._ready and not self._pipe.poll(_START):
            raise TooLongError("the server could not start a process for the query; try again")
        if not self._ready:
            self._pipe.recv()
            self._ready = True
        self._pipe.send((sparql, accept, rows))
        if not self._pipe.poll(timeout):
            raise TooLongError(f"the query took longer than {timeout:g} seconds and was ended; ask for less, or raise --timeout")
        try:
            done: Answer | KgError = self._pipe.recv()
        except EOFError:
            return QueryError("the query could not be answered: its process ended, perhaps for want of memory")
        return done

    def end(self) -> None:
        """Kill the process."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _work(pipe: Connection, folder: str) -> None:
    """What a process does: answer queries from its pipe until the pipe is closed."""
    store = open_store(Path(folder))
    pipe.send("ready")
    try:
        while True:
            sparql, accept, rows = pipe.recv()
            try:
                done: Answer | KgError = answered(answer(store, sparql, most=rows), accept)
            except KgError as error:
                done = error
            pipe.send(done)
    except (EOFError, OSError, KeyboardInterrupt):
        pass
