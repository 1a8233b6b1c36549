"""What the bytes of GBK can be: the facts that carry the search, none of them about language."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from kg.repair.lost_bytes.tables import impossible, to_simplified

#: A full-width mark and the ASCII one that later cleaning wrote for it.
WIDE: Final = {
    ",": "\uff0c", ";": "\uff1b", ":": "\uff1a", "!": "\uff01", "?": "\uff1f", "(": "\uff08", ")": "\uff09"
}  # fmt: skip
NARROW: Final = {wide: narrow for narrow, wide in WIDE.items()}
#: Marks in front of which the site cut the bytes, as they now stand.
MARKS: Final = frozenset(",;:!?()\u3002\u3001\u201c\u201d") | frozenset(NARROW)
FIRST_LEAD: Final = 0x81
FIRST_TRAIL: Final = 0x40


class Half(NamedTuple):
    """One way to complete a known byte: the byte at the other side and the character that both make, simplified too."""

    byte: int
    character: str
    simple: str


@cache
def encoded(character: str) -> tuple[int, int] | None:
    """Return the two bytes of a character of GBK; ASCII marks are taken for full-width ones."""
    try:
        data = WIDE.get(character, character).encode("gbk")
    except UnicodeEncodeError:
        return None
    return (data[0], data[1]) if len(data) == 2 else None  # a double-byte character


@cache
def decoded(lead: int, trail: int) -> str | None:
    """Return the character of two bytes if converted text can hold it: Han in traditional form, or a common mark."""
    try:
        character = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    if "\u4e00" <= character <= "\u9fff":
        return None if character in impossible() else character
    return character if character in PLAUSIBLE else None


#: Characters other than Han that official text holds in full width.
PLAUSIBLE: Final = frozenset("\u3000\uff0c\uff1b\uff1a\uff01\uff1f\uff08\uff09。、“”‘’《》〈〉【】「」『』—…·％〔〕○①②③④⑤⑥⑦⑧⑨⑩")


@cache
def by_lead(lead: int) -> tuple[Half, ...]:
    """Every trail byte of a lead byte that is itself the lead of something, with the character."""
    found = ((trail, decoded(lead, trail)) for trail in range(FIRST_LEAD, 0xFF))
    return tuple(Half(trail, character, simplified(character)) for trail, character in found if character)


@cache
def by_trail(trail: int) -> tuple[Half, ...]:
    """Every lead byte of a trail byte, with the character."""
    found = ((lead, decoded(lead, trail)) for lead in range(FIRST_LEAD, 0xFF))
    return tuple(Half(lead, character, simplified(character)) for lead, character in found if character)


def simplified(character: str) -> str:
    """Return a character as the language model knows it."""
    return to_simplified().get(ord(character), character)


def is_unseen(lead: int, trail: int) -> bool:
    """Whether the decoder made a private-use character of the pair, which was deleted later."""
    try:
        bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return True
    return False


@cache
def unseen() -> dict[int, frozenset[int]]:
    """For each lead byte the trail bytes of pairs that left no trace (those that can be a lead byte in turn)."""
    pairs = {lead: frozenset(t for t in range(FIRST_LEAD, 0xFF) if is_unseen(lead, t)) for lead in range(0x81, 0xFF)}
    return {lead: trails for lead, trails in pairs.items() if trails}
