"""Marks and digits as the language model sees them, and how often they stand in official text.

The word list does not know them. Everything is in simplified script with full-width marks and ``0`` for any digit (see
``tables.to_simplified``).
"""

from __future__ import annotations

from math import log
from typing import Final

#: Converted pages write the second for the first, too: the language model knows only one of them.
ALWAYS_MERGED: Final = ("着", "著")
#: Marks that end a clause are one as far as their neighbours go: what a comma may follow a full stop may follow.
CLAUSE: Final = "\uff0c"
_ENDS: Final = {
    CLAUSE: 0.055, "。": 0.025, "\uff1b": 0.004, "\uff1a": 0.004, "\uff01": 0.0006, "\uff1f": 0.0006, "\n": 0.008
}  # fmt: skip
ENDS: Final = str.maketrans(dict.fromkeys(_ENDS, CLAUSE))
#: What each of them costs, once it is known that one of them comes.
END_COSTS: Final = {mark: -log(share / sum(_ENDS.values())) for mark, share in _ENDS.items()}
OTHERS: Final = {
    CLAUSE: sum(_ENDS.values()), "、": 0.018, "“": 0.006, "”": 0.006, "\uff08": 0.003, "\uff09": 0.003, "《": 0.002,
    "》": 0.002, "0": 0.02,
}  # fmt: skip
#: How often each mark stands among characters.
SHARES: Final = {**OTHERS, **_ENDS}
#: A word has so many characters on average, so a mark is that much more frequent among words than among characters.
WORD_LENGTH: Final = 1.6
#: Marks after which another mark is unlikely, unless it is a quotation mark or closes something.
STOPS: Final = frozenset(_ENDS) | {"、"}
#: What such a mark costs more after another.
MARK_AFTER_MARK: Final = 5.0
