"""The links of a program: who runs it, where, and what it is part of."""

from __future__ import annotations

from typing import Final

from kg.model import Relation
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


def link_tallies(gold: GoldFact, row: Row) -> dict[str, Tally]:
    """Of a program that was found: for each kind of link how many are right, found and wanted."""
    tallies = {}
    for name, (relation, norm) in PROGRAM_LINKS.items():
        wanted = gold.get(name) or []
        wanted = [wanted] if wanted and name == "parent" else wanted  # one parent, perhaps in several right forms
        found = set(row.links.get(relation, ()))
        right = sum(any(equal(forms(one), name_found, norm) for name_found in found) for one in wanted)
        tallies[name] = Tally(right, len(found), len(wanted))
    return tallies
