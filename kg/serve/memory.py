"""A bound on the memory of a process, where the system has one."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

_STATM: Final = Path("/proc/self/statm")
_DATA: Final = 5
"""Which number of it counts the pages of data."""


def bound(more: int) -> None:
    """Let this process take no more than ``more`` bytes on top of what it has; nothing where the system does not count them (Linux does).

    What asks for more is ended by the system: pyoxigraph cannot go on without.
    """
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        most = int(_STATM.read_text().split()[_DATA]) * resource.getpagesize() + more
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
