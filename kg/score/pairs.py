"""Gold facts and found rows, paired one to one: as many pairs as can be, facts that count before optional ones."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.score.found import Row
from kg.score.match import LENIENT, STRICT, GoldFact, Mode, matches
from kg.score.tally import Tally


@dataclass(slots=True)
class Pairs:
    """What came of pairing. Optional gold facts take rows out of the count, and are never counted themselves."""

    hits: list[tuple[GoldFact, Row]] = field(default_factory=list)
    missed: list[GoldFact] = field(default_factory=list)
    wrong: list[Row] = field(default_factory=list)

    def tally(self) -> Tally:
        """Their counts."""
        right = len(self.hits)
        return Tally(right, right + len(self.wrong), right + len(self.missed))


def pair(kind: str, gold: list[GoldFact], rows: list[Row], mode: Mode) -> Pairs:
    """The pairs of one kind in one document. Leniently, what matches strictly is paired first."""
    seating = _Seating(kind, sorted(gold, key=_optional), rows)
    seating.fill(STRICT)
    if mode == LENIENT:
        seating.fill(LENIENT)
    return seating.pairs()


def _optional(fact: GoldFact) -> bool:
    return bool(fact.get("optional"))


class _Seating:
    """A largest matching, by augmenting paths: a fact may take a row from another one that finds a row elsewhere."""

    def __init__(self, kind: str, gold: list[GoldFact], rows: list[Row]) -> None:
        self.kind = kind
        self.gold = gold
        self.rows = rows
        self.fits: dict[Mode, list[list[int]]] = {mode: [self._fitting(fact, mode) for fact in gold] for mode in (STRICT, LENIENT)}
        self.owner: dict[int, tuple[int, Mode]] = {}
        """By row: the number of the fact that it is paired with, and how."""

    def _fitting(self, fact: GoldFact, mode: Mode) -> list[int]:
        return [number for number, row in enumerate(self.rows) if matches(self.kind, fact, row, mode)]

    def fill(self, mode: Mode) -> None:
        """Pair the facts that have no row yet."""
        seated = {fact for fact, _ in self.owner.values()}
        for fact in range(len(self.gold)):
            if fact not in seated:
                self._seat(fact, mode, set())

    def _seat(self, fact: int, mode: Mode, seen: set[int]) -> bool:
        for row in self.fits[mode][fact]:
            if row not in seen:
                seen.add(row)
                if row not in self.owner or self._seat(*self.owner[row], seen):
                    self.owner[row] = (fact, mode)
                    return True
        return False

    def pairs(self) -> Pairs:
        """The pairs of facts that count, the facts left over, and the rows that are nothing, not even like an optional fact."""
        seated = {fact for fact, _ in self.owner.values()}
        like_optional = {row for fact, rows in zip(self.gold, self.fits[LENIENT], strict=True) if _optional(fact) for row in rows}
        return Pairs(
            [(self.gold[fact], self.rows[row]) for row, (fact, _) in self.owner.items() if not _optional(self.gold[fact])],
            [fact for n, fact in enumerate(self.gold) if n not in seated and not _optional(fact)],
            [row for n, row in enumerate(self.rows) if n not in self.owner and n not in like_optional],
        )
