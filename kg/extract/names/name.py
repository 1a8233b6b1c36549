"""A personal name in a text."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """``text[start:end]`` reads as a personal name; ``confidence`` by the name alone."""

    start: int
    end: int
    confidence: float
