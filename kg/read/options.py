"""What a user may say about how documents are read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.read.limits import LARGEST


@dataclass(frozen=True, slots=True)
class Options:
    """``fields`` name the fields of records, as (text, 正文); ``max_bytes`` bounds each file and what is unpacked from it."""

    fields: tuple[tuple[str, str], ...] = ()
    max_bytes: int = LARGEST
