"""The processes that answer."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.serve import Limits
from kg.serve.tasks import sparql
from kg.serve.workers import Pool

COUNT = partial(sparql, "SELECT (COUNT(*) AS ?n) { ?p a zm:Person }", "text/csv")
HUNGRY = partial(sparql, "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f } }", "text/csv")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts the memory of data")
def test_a_query_that_takes_too_much_memory_is_ended(exported: Path) -> None:
    """It says so, and the next one is answered by a new process."""

    async def ask() -> None:
        pool = Pool(exported, Limits(timeout=60, memory=50_000_000, workers=1))
        before = await pool.ask(COUNT)
        with pytest.raises(QueryError, match="want of memory"):
            await pool.ask(HUNGRY)
        assert await pool.ask(COUNT) == before
        pool.end()

    # In a thread of its own: where a test before this one opened the browser, playwright's loop is this thread's.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, ask()).result()
