"""The repairs of a text, for a person or for programs."""

from __future__ import annotations

import json
from typing import Final

from rich.table import Table
from rich.text import Text

from kg.cli.styled import OUT
from kg.cli.terminal import clean, escaped, write
from kg.repair import Repair, repairs

_VISIBLE: Final = str.maketrans("\n\r\t \u3000", "⏎⏎⇥␣␣")
_LONGEST_CELL: Final = 30


def print_repairs(text: str, *, as_json: bool) -> None:
    """What the steps change in ``text``: a table, or one JSON object a line."""
    made = repairs(text)
    if as_json:
        for repair in made:
            write(_object(repair) + "\n")
        return
    table = Table("where", "was", "became", "step", "why", "sure", box=None)
    for step, change in made:
        note = change.note or "removed" * (not change.new)
        where = f"{change.start}-{change.end}"
        table.add_row(where, _shown(change.old), _shown(change.new), step, Text(clean(note)), f"{change.confidence:.2f}")
    OUT.print(table if made else "nothing was repaired")


def _object(repair: Repair) -> str:
    step, change = repair
    row = {"step": step, "start": change.start, "end": change.end, "was": change.old, "became": change.new}
    return escaped(json.dumps(row | {"confidence": change.confidence, "note": change.note}, ensure_ascii=False))


def _shown(text: str) -> Text:
    """A stretch of text in a cell: short, in one line, and with its blanks to be seen."""
    short = text if len(text) <= _LONGEST_CELL else text[:_LONGEST_CELL] + "…"
    return Text(clean(short).translate(_VISIBLE))
