"""What the name of an event is as it is read, and what the rooms that read parts of it share."""

from __future__ import annotations

from typing import Final, NamedTuple

LONGEST: Final = 44
"""Characters before the last word of a name, at most."""
REACH: Final = 24
"""How far one step looks for words: names are short between marks."""
TOGETHER: Final = "暨"
"""Between two that were held as one: 总结会|暨|部署会."""
SPIRIT: Final = "精神"
"""What is studied of a session: 全会|精神|培训班."""
YEAR: Final = 4
"""Digits of a year."""


class Name(NamedTuple):
    """Where a name starts, whether it is numbered, and whether its words are more than a kind of meeting."""

    start: int
    numbered: bool
    named: bool
