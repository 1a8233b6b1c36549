"""Names of events: where one begins whose last word is known, and what more of the words before it belongs to it."""

from __future__ import annotations

from kg.extract.events.names.back import read_back
from kg.extract.events.names.held import behind_holding
from kg.extract.events.names.name import Name
from kg.extract.events.names.wholes import DEEDS

__all__ = ["DEEDS", "Name", "behind_holding", "read_back"]
