"""Characters that bytes allow, in the order in which they are likely."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.repair.lost_bytes.codec import FIRST_LEAD, Half, by_lead, by_trail, decoded, encoded, simplified, unseen
from kg.repair.lost_bytes.language import followers
from kg.repair.lost_bytes.rows import row, table
from kg.repair.lost_bytes.tables import readings

#: Second characters that are tried whatever stands before.
_SECOND_HALVES: Final = 12
#: Characters that are tried behind another one.
_FOLLOWERS: Final = 500
#: Characters less frequent than this are names' or nobody's.
_RARE: Final = 2e-6


@cache
def keys(syllable: str) -> dict[int, tuple[Half, ...]]:
    """For each first byte return the second bytes that make a character of converted text with this reading, and it."""
    found: dict[int, list[Half]] = {}
    for character in sorted(readings().said.get(syllable, ())):
        data = encoded(character)
        if data and data[1] >= FIRST_LEAD - 1 and decoded(*data):
            found.setdefault(data[0], []).append(Half(data[1], character, simplified(character)))
    return {lead: tuple(halves) for lead, halves in found.items()}


@cache
def key_leads(syllable: str) -> list[tuple[str, int]]:
    """List the characters (simplified) of this reading, with their first bytes."""
    return [(half.simple, lead) for lead, found in keys(syllable).items() for half in found]


@cache
def common(trail: int) -> list[tuple[str, int]]:
    """List the most frequent characters (simplified) that end in this byte, with their first bytes."""
    anywhere = table().anywhere
    found = [(half.simple, half.byte) for half in by_trail(trail) if _is_second(half.byte)]
    return sorted(found, key=lambda pair: (-anywhere.get(pair[0], 0.0), pair))[:_SECOND_HALVES]


@cache
def following(first: str) -> list[tuple[str, int]]:
    """List what follows ``first`` in the language at large, as far as it matters, likeliest first, with first bytes."""
    return [(second, lead) for second in followers(first)[:_FOLLOWERS] for lead, _ in forms().get(second, ())]


@cache
def ending(first: str, trail: int) -> list[tuple[str, int]]:
    """List characters (simplified) that follow ``first`` and end in a byte, likeliest first, with their first bytes."""
    after = row(first).after
    places = ((after.find(half.simple, 1), half) for half in by_trail(trail))
    found = sorted((after[place + 1], half.simple, half.byte) for place, half in places if place > 0)
    return [(simple, lead) for _, simple, lead in found]


@cache
def forms() -> dict[str, tuple[tuple[int, int], ...]]:
    """For each simplified character return the bytes of what converted text may write for it."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for lead in range(FIRST_LEAD, 0xFF):
        for half in by_lead(lead):
            found[half.simple] = (*found.get(half.simple, ()), (lead, half.byte))
    return found


@cache
def by_frequency(halves: tuple[Half, ...]) -> tuple[tuple[Half, ...], tuple[Half, ...]]:
    """Part characters that any text may hold from rare ones."""
    anywhere = table().anywhere
    rare = tuple(half for half in halves if anywhere.get(half.simple, 0.0) < _RARE)
    return tuple(half for half in halves if anywhere.get(half.simple, 0.0) >= _RARE), rare


@cache
def before_vanished(lead: int) -> tuple[Half, ...]:
    """List the characters of this first byte whose second one can be the first of a pair that left no trace."""
    return tuple(half for half in by_lead(lead) if half.byte in unseen())


@cache
def _is_second(byte: int) -> bool:
    """Whether a byte can be the second one of a pair that left no trace."""
    return any(byte in trails for trails in unseen().values())
