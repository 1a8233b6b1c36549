"""Ways to read the pieces of a damaged spot, and which of them are worth keeping."""

from __future__ import annotations

from typing import Final, NamedTuple

#: Paths kept after each piece (with no, one, two, … vanished pairs), and how much worse than the best one may be.
BEAM: Final = (24, 8, 5, 3)
BEHIND: Final = 9.0
#: Pairs that may have vanished in one spot, and what a character costs on average.
MOST_VANISHED: Final = len(BEAM) - 1
_AVERAGE: Final = 4.0


class Path(NamedTuple):
    """A way to read the pieces so far."""

    cost: float
    #: The byte that waits for its second half; 0 in step.
    lead: int
    #: The last byte, which a gloss may refer to.
    last: int
    text: str
    #: The last two characters as the language model knows them.
    before: str
    previous: str
    #: Where in the damaged text, and in ``text``, the reader last came back into step.
    synced: int
    kept: int
    vanished: int = 0

    @property
    def compared(self) -> float:
        """The cost less that of the characters which paths without vanished pairs do not have."""
        return self.cost - _AVERAGE * self.vanished


def best(paths: list[Path]) -> list[Path]:
    """Keep the best paths of each number of vanished pairs; with each they hold one character more to pay for.

    The path that takes ``?`` as it stands is always kept: it is what a repair is measured against.
    """
    paths.sort()
    worst = paths[0].cost + BEHIND
    kept: list[Path] = []
    room = list(BEAM)
    for path in paths:
        if path.compared > worst:
            continue
        if room[path.vanished] or path.text[:1] == "?":
            room[path.vanished] -= room[path.vanished] > 0
            kept.append(path)
    return kept
