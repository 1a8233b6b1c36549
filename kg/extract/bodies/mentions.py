"""What is said of bodies: where one is named, and how that was read."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.refs import BodyRef
from kg.model import Basis


class BodyMention(NamedTuple):
    """``text[start:end]`` names ``body``; ``basis`` is CONTEXT where the context said whose it is."""

    start: int
    end: int
    body: BodyRef
    basis: Basis
    rule: str
    confidence: float
