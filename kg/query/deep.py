"""Room for a long query: the engine reads and runs chains of operators by recursion, and a usual stack ends at some thousands."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

T = TypeVar("T")
_STACK: Final = 256 << 20
"""Bytes. What is not used takes no memory."""


def on_a_deep_stack(task: Callable[[], T]) -> T:
    """What ``task`` gives or raises, on a stack that is some thirty times as deep as usual."""
    before = threading.stack_size(_STACK)
    try:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(task).result()
    finally:
        threading.stack_size(before)
