"""How sure a claim is."""

from __future__ import annotations

from typing import Final

BINS: Final = (0.9, 0.8, 0.6, 0.0)
"""The least confidence of each bin, the surest first."""


def bin_of(sure: float) -> float:
    """The least confidence of the bin that ``sure`` falls into."""
    return next(least for least in BINS if sure >= least)
