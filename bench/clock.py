"""Timing: CPU seconds by stage, medians over repeats, and one core to run on.

CPU time, not the time on the wall: other work on the machine disturbs it less, and nothing that is measured waits.
"""

from __future__ import annotations

import cProfile
import os
import pstats
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from statistics import median
from time import process_time


class Clock:
    """Adds up the seconds of each stage; the stage named ``profiled`` runs under cProfile."""

    def __init__(self, profiled: str = "") -> None:
        self.seconds: dict[str, float] = {}
        self.profile = cProfile.Profile()
        self._profiled = profiled

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what runs inside."""
        wanted = name == self._profiled
        if wanted:
            self.profile.enable()
        start = process_time()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + process_time() - start
            if wanted:
                self.profile.disable()

    def report(self) -> None:
        """Print the 25 functions of the profiled stage that took most time themselves."""
        pstats.Stats(self.profile).strip_dirs().sort_stats("tottime").print_stats(25)


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    """The median of each stage over several runs."""
    return {name: median(run[name] for run in runs) for name in runs[0]}


def timed(function: Callable[[], object], repeat: int, clock: Callable[[], float] = process_time) -> float:
    """The median seconds of ``function`` by ``clock`` over ``repeat`` runs after one that does not count."""
    function()
    seconds = []
    for _ in range(repeat):
        start = clock()
        function()
        seconds.append(clock() - start)
    return median(seconds)


def on_one_core() -> bool:
    """Keep this process and its children on one core, where the system lets them be kept."""
    with suppress(AttributeError, OSError):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
        return True
    return False
