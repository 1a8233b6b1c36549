"""How much of an article speaks for each place, level by level."""

from __future__ import annotations

from collections import Counter
from typing import Final

from kg.extract.page import Page
from kg.extract.refs import PlaceMention, PlaceRef
from kg.segment import Zone

PROMINENT: Final = 4
"""What a mention in a headline weighs."""
_CLEAR: Final = 0.5
"""A place is a level's own when more than this share of the weight at its level speaks for it."""


def is_prominent(page: Page, mention: PlaceMention) -> bool:
    """Whether a headline, a caption or a dateline names the place."""
    sentence = page.sentence_at(mention.start)
    return sentence is not None and sentence.zone in (Zone.HEADLINE, Zone.CAPTION, Zone.DATELINE)


def clearest(weights: Counter[PlaceRef], slots: tuple[str, ...]) -> PlaceRef | None:
    """The one place with more than half of the weight at its level."""
    counted = {place: weight for place, weight in weights.items() if place.slot in slots}
    if not counted:
        return None
    place = min(counted, key=lambda place: (-counted[place], place.id))
    if counted[place] > _CLEAR * sum(counted.values()):
        return place
    tied = [other for other in counted if counted[other] == counted[place]]
    over_all = [other for other in tied if all(other in place.chain() for place in counted)]
    return over_all[0] if len(over_all) == 1 else None  # of a city and the cities that it governs, the former
