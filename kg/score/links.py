"""The links of a program: who runs it, where, and what it is part of."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.model import Claim, Relation
from kg.score.found import Row
from kg.score.match import GoldFact
from kg.score.names import Norm, body, equal, forms, plain, program
from kg.score.tally import Tally

PROGRAM_LINKS: Final[dict[str, tuple[Relation, Norm]]] = {
    "organizers": (Relation.ORGANIZER, body),
    "places": (Relation.LOCATION, plain),
    "parent": (Relation.PART_OF, program),
}
"""By the name of the gold's field: the relation that says the same, and how names are compared."""


class Compared(NamedTuple):
    """The links of one kind of a program: ``hits`` of the gold, those of it that are ``missed``, and those found that are ``wrong``."""

    hits: int
    missed: list[object]
    wrong: dict[str, list[Claim]]

    def tally(self, found: int) -> Tally:
        """Their counts; several of the ``found`` may say one of the gold."""
        return Tally(self.hits, found, self.hits + len(self.missed))


def compared(gold: GoldFact, row: Row, name: str) -> Compared:
    """The links in the gold's field ``name``; a missed one is as the gold has it, a wrong one is a name with its claims."""
    relation, norm = PROGRAM_LINKS[name]
    wanted = gold.get(name) or []
    wanted = [wanted] if wanted and name == "parent" else wanted  # one parent, perhaps in several right forms
    found = row.links.get(relation, {})
    missed = [one for one in wanted if not any(equal(forms(one), other, norm) for other in found)]
    wrong = {other: claims for other, claims in found.items() if not any(equal(forms(one), other, norm) for one in wanted)}
    return Compared(len(wanted) - len(missed), missed, wrong)


def link_tallies(gold: GoldFact, row: Row) -> dict[str, Tally]:
    """Of a program that was found: for each kind of link how many are right, found and wanted."""
    return {name: compared(gold, row, name).tally(len(row.links.get(relation, {}))) for name, (relation, _) in PROGRAM_LINKS.items()}
