"""The check in the other direction: a restored text, read as the site read it, must give the damaged one.

The search builds its paths piece by piece, with lookahead and shortcuts; this reads the bytes of the result once more
with nothing but the rules of the decoder, so that a mistake in the search cannot reach the text.
"""

from __future__ import annotations

from kg.repair.lost_bytes.codec import FIRST_TRAIL, encoded, is_unseen
from kg.repair.lost_bytes.window import Kind, Piece

_QUESTION = (0xA3, 0xBF)


def reads_as(text: str, pieces: list[Piece]) -> bool:
    """Whether the bytes of ``text``, from the lost one on, are shown as ``pieces`` (as many as they reach)."""
    data = _bytes(text)
    places = {0}
    for piece in pieces:
        if piece.kind is not Kind.GLOSS:
            places = {after for place in _past_unseen(data, places) for after in _after(data, place, piece)}
        if len(data) in places:
            return True
        if not places:
            return False
    return False


def _bytes(text: str) -> list[int]:
    """Encode; U+FFFD stands for a digit."""
    found: list[int] = []
    for character in text:
        if character in "?\ufffd\n":
            found.append(ord(character) if character != "\ufffd" else ord("0"))
        else:
            found.extend(encoded(character) or (ord(character) & 0x7F,))
    return found


def _past_unseen(data: list[int], places: set[int]) -> set[int]:
    """Add the places behind pairs of bytes that the decoder showed as nothing."""
    found = set(places)
    waiting = list(places)
    while waiting:
        at = waiting.pop()
        pair = data[at : at + 2]
        if len(pair) == 2 and pair[0] > 0x80 and pair[1] >= FIRST_TRAIL and is_unseen(*pair) and at + 2 not in found:
            found.add(at + 2)
            waiting.append(at + 2)
    return found


def _after(data: list[int], at: int, piece: Piece) -> set[int]:
    """Return the places that the reader can have come to with ``piece``."""
    one, two = data[at : at + 1], tuple(data[at : at + 2])
    if piece.kind is Kind.PAIR:
        return {at + 2} if two == piece.data else set()
    if piece.kind is Kind.ASCII:
        return {at + 1} if one == [piece.data[0]] else set()
    found = {at + 1} if one and (one[0] >= 0x80 or piece.character == chr(one[0])) else set()
    if piece.kind is Kind.LOST and found and len(two) > 1 and two[1] < FIRST_TRAIL:
        found.add(at + 2)
    if piece.kind is Kind.LOST and two == _QUESTION:
        found.add(at + 2)
    return found
