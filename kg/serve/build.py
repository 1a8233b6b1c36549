"""The build that is served, as long as the server runs: a new export of it is served as soon as its store is made."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.query.store import open_store, state
from kg.serve import Limits
from kg.serve.workers import Pool

_LOOK: Final = 1.0
"""Seconds between looks at the export."""


class Served:
    """A folder and the processes that answer from its store."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder = folder
        self.pool = Pool(folder, limits)

    @asynccontextmanager
    async def lifespan(self, _: object) -> AsyncIterator[None]:
        """Until the server ends."""
        watching = asyncio.create_task(self._watch(state(self.folder)))
        yield
        watching.cancel()
        self.pool.end()

    async def _watch(self, known: str) -> None:
        """Make the store of every new export, then have the processes open it; those of a broken one stay with the last."""
        while True:
            await asyncio.sleep(_LOOK)
            now = state(self.folder)
            if now not in ("", known):
                known = now
                with suppress(KgError, OSError):
                    await asyncio.to_thread(open_store, self.folder)
                    self.pool.renew()
