"""Names that were found once, wherever they stand."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from kg.extract.posts.register import Register
from kg.extract.posts.titles import chains, leads_to_a_name
from kg.extract.scan import Scanner

AGAIN: Final = "again"
"""The rule by which a name is read wherever it stands, as it was found somewhere."""
_TOLD: Final = (AGAIN, "before 同志")
"""The rules of people whose names are sure, whatever stands before them."""


def put_again(register: Register) -> None:
    """Every other place where a name that was found stands."""
    known = {person.name for person in register.people.values()}
    if not known:
        return
    spans = sorted((person.start, person.end) for person in register.people.values())
    starts = [start for start, _ in spans]
    for hit in Scanner(known, once=True).scan(register.text):
        number = bisect_left(starts, hit.end) - 1
        if number < 0 or spans[number][1] <= hit.start:
            register.add_name(hit.start, hit.end, AGAIN, 0.9)


def put_known(register: Register) -> None:
    """Whoever is named right behind titles that nobody holds holds them, if something else tells the name: 市长|韩正|在…接见, 组长|于广洲|同志.

    That is another place where the page names that person, or a word behind the name.
    """
    for chain in chains(register.around, register.titles):
        person = register.people.get(chain[-1].end)
        if person is not None and person.rule in _TOLD and not any(title.start in register.held for title in chain):
            register.hold(person, [title for title in chain if leads_to_a_name(title.title)])
