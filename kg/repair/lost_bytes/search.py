"""Search the lost bytes of one spot: a bounded beam over the pieces of damaged text.

In step, the reader of the bytes stands between two characters; out of step, it holds the first byte of a character
(:attr:`Path.lead`) when it comes to the next piece. A lost byte takes it out of step and the next loss, or a stray
ASCII letter, puts it back. Each path is one way to fill in the lost bytes, with the text that results and its cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest
from math import inf
from typing import Final

from kg.repair.lost_bytes.candidates import keys
from kg.repair.lost_bytes.codec import FIRST_LEAD, FIRST_TRAIL, MARKS, Half, by_lead, by_trail, decoded, encoded, simplified
from kg.repair.lost_bytes.document import Page
from kg.repair.lost_bytes.paths import BEAM, BEHIND, MOST_VANISHED, Path, best
from kg.repair.lost_bytes.tables import readings, to_simplified
from kg.repair.lost_bytes.vanished import Vanished
from kg.repair.lost_bytes.window import Kind, Piece

#: Pieces in step after which the texts of all paths are compared.
CALM: Final = 4
#: Paths that try a vanished pair, and beginnings that each then tries for another one.
_BRANCHING, _CHAINING = 2, 1
#: Characters that each path tries for a lost byte that puts it back into step.
_BACK: Final = 12

# Costs of what the damage may have done, from how often each happened in the page that we have.
_CUT: Final = 1.0
VANISHED: Final = 0.5
#: What the other character of a vanished pair costs at least, if the pair is to be the answer.
_SECOND_HALF: Final = 2.0
_SWALLOWED, _SWALLOWED_OTHER = 1.0, 5.0
_WRONG_READING: Final = 9.0
_UNCUT_MARK: Final = 3.0


class Search:
    """The search of one spot; ``context`` is the sound text before it."""

    def __init__(self, page: Page, context: str, pieces: list[Piece], then: str = "") -> None:
        """Start with one path that has read nothing; ``then`` is the character behind the pieces, if any."""
        self.page = page
        self.pieces = pieces
        self.then = then
        self.ranked: dict[tuple[str, str, int], list[Half]] = {}
        self.after = page.language.after
        self.vanished = Vanished(page)
        #: What is worse than this cannot be kept at the piece that is read.
        self.worst = inf
        before = ("\n\n" + context)[-2:].translate(to_simplified())
        data = encoded(context[-1]) if context else None
        start = pieces[0].start
        self.paths = [Path(0.0, 0, data[1] if data else 0, "", before[0], before[1], start, 0)]

    def run(self) -> list[Path]:
        """Return the paths that are in step at the end, best first, all having read the same pieces."""
        calm = 0
        for number, piece in enumerate(self.pieces):
            paths = self._all_read(number, piece)
            for path in self.paths[:_BRANCHING]:
                if path.lead:
                    for branch in self._vanish(path, piece):
                        paths.extend(self._read(branch, number, piece))
            if not paths:
                return []
            self.paths = best(paths)
            near = self.paths[0].cost + 8
            calm = calm + 1 if all(not path.lead for path in self.paths if path.cost < near) else 0
            if calm >= CALM or (calm and self._another_spot_follows(number)):
                break
        return sorted(path for path in self.paths if not path.lead)

    def _all_read(self, number: int, piece: Piece) -> list[Path]:
        """Read ``piece`` with each path, likeliest first; what is sure to be worse than can be kept is not tried."""
        self.worst = inf
        found: list[Path] = []
        for path in self.paths:
            if path.compared <= self.worst:
                for read in self._read(path, number, piece):
                    found.append(read)
                    self.worst = min(self.worst, read.cost + BEHIND)
        return found

    def _another_spot_follows(self, number: int) -> bool:
        return any(piece.kind in _LOSSES for piece in self.pieces[number + 1 : number + 3])

    def _read(self, path: Path, number: int, piece: Piece) -> Iterator[Path]:
        """All ways in which ``path`` can go on over ``piece``."""
        kind = piece.kind
        if kind is Kind.PAIR:
            return self._pair(path, piece)
        if kind is Kind.ASCII:
            return self._ascii(path, number, piece)
        if kind is Kind.GLOSS:
            return self._gloss(path, piece)
        if kind is Kind.LOST_AND_PINYIN:
            return self._lost_before_pinyin(path, piece)
        return self._lost(path, number, piece)

    def _pair(self, path: Path, piece: Piece) -> Iterator[Path]:
        first, second = piece.data
        if not path.lead:
            yield self._with(path, piece.character, lead=0, last=second)
            return
        if second < FIRST_LEAD:
            return  # a letter of the text that became half of a character: too rare to try
        character = decoded(path.lead, first)
        if character is not None:
            yield self._with(path, character, lead=second, last=second, extra=self._uncut(character))

    def _ascii(self, path: Path, number: int, piece: Piece) -> Iterator[Path]:
        byte = piece.data[0]
        if not path.lead:
            yield self._with(path, piece.character, lead=0, last=byte)
        elif byte >= FIRST_TRAIL:
            character = decoded(path.lead, byte)
            if character is not None:
                glossed = self._follows(number, Kind.GLOSS)
                yield self._with(path, character, lead=0, last=byte, end=piece.end, glossed=glossed)

    def _gloss(self, path: Path, piece: Piece) -> Iterator[Path]:
        """Compare a gloss with the character before it, where the reader is in step."""
        said = readings().said.get(piece.syllable)
        wrong = not path.lead and path.text and said and path.text[-1] not in said
        synced = piece.end if path.synced == piece.start else path.synced
        yield path._replace(cost=path.cost + (_WRONG_READING if wrong else 0.0), synced=synced)

    def _lost_before_pinyin(self, path: Path, piece: Piece) -> Iterator[Path]:
        """Fill in the lost byte: it and the one before it are a character of this reading."""
        for half in keys(piece.syllable).get(path.last, ()):
            extra = self.page.against_key(half.character, piece.syllable)
            if path.lead:
                yield self._with(path, half.character, lead=0, last=half.byte, end=piece.end, extra=extra, glossed=True)
            elif half.byte >= FIRST_LEAD:
                yield path._replace(cost=path.cost + extra, lead=half.byte, last=half.byte)

    def _lost(self, path: Path, number: int, piece: Piece) -> Iterator[Path]:
        marked = self._mark_follows(number)
        if not path.lead:
            yield self._with(path, "?", lead=0, last=0)
            if marked:
                following = self.pieces[number + 1]
                trail = following.data[0] if following.kind is Kind.PAIR else 0xA3
                for half in self._likeliest(path, self.page.possible(by_trail(trail)), BEAM[0] - 1):
                    yield path._replace(cost=path.cost + _CUT, lead=half.byte, last=half.byte)
            return
        if (character := decoded(path.lead, 0x80)) is not None:  # no lead byte, so nothing was eaten with it
            glossed = self._follows(number, Kind.GLOSS)
            yield self._with(path, character, lead=0, last=0x80, end=piece.end, extra=_CUT, glossed=glossed)
        after, most = self.after(path.before, path.previous), self.worst - path.compared
        for half in self._likeliest(path, self.page.possible(by_lead(path.lead)), _BACK):
            if after[half.simple] > most:
                break
            whole = self._with(path, half.character, lead=0, last=half.byte, end=piece.end)
            if marked or (not self.then and number + 1 == len(self.pieces)):
                yield whole
            else:
                eaten = self._eaten(whole.text, number)
                extra = _SWALLOWED if eaten == "\n" or self._counted(number) else _SWALLOWED_OTHER
                yield self._with(whole, eaten, lead=0, last=0, end=piece.end, extra=extra)
        character = decoded(path.lead, 0xA3)
        if character is not None:
            yield self._with(path, character, lead=0xBF, last=0xBF, extra=_CUT)

    def _likeliest(self, path: Path, halves: tuple[Half, ...], most: int) -> list[Half]:
        """Choose the likeliest of some characters after a path; many paths have the same last characters."""
        before, previous = path.before, path.previous
        key = (before, previous, id(halves))  # the tuples are cached, so that each has one identity
        known = self.ranked.get(key)
        if known is None:
            after = self.after(before, previous)
            likeliest = nsmallest(most, [(after[half.simple], half) for half in halves])
            known = self.ranked[key] = [half for _, half in likeliest]
        return known

    def _eaten(self, before: str, number: int) -> str:
        """Return the byte that was eaten with the lost one: a digit that nobody knows, or the end of a paragraph."""
        if number + 1 == len(self.pieces) and self.then == "\n" and self.page.has_blank_lines:
            return "\n"
        ended = before.rstrip("”")[-1:] in _SENTENCE_ENDS
        return "\n" if ended and not self._counted(number) else "\ufffd"

    def _counted(self, number: int) -> bool:
        """Whether the next piece goes on with a figure that has lost its first digit."""
        following = self.pieces[number + 1].character if number + 1 < len(self.pieces) else ""
        return following in _AFTER_DIGITS or following.isdigit()

    def _vanish(self, path: Path, piece: Piece) -> Iterator[Path]:
        """Before ``piece`` a pair of bytes is missing, or several; what is too bad by then is not followed."""
        worst = self.worst
        beginnings = [path]
        while beginnings := [path for path in beginnings if path.vanished < MOST_VANISHED and path.compared <= worst]:
            longer: list[Path] = []
            for begun in beginnings:
                most = worst - begun.compared - VANISHED - _SECOND_HALF
                yield from (self._without(begun, half, byte) for _, half, byte in self.vanished.before(begun, piece, most))
                longer += [self._without(begun, half, byte) for _, half, byte in self.vanished.before(begun, None, most)]
            beginnings = nsmallest(_CHAINING, longer)

    def _without(self, path: Path, half: Half, byte: int) -> Path:
        """``path`` with a missing pair."""
        grown = self._with(path, half.character, lead=half.byte, last=half.byte, extra=VANISHED)
        return grown._replace(lead=byte, last=byte, vanished=path.vanished + 1)

    def _with(
        self,
        path: Path,
        character: str,
        *,
        lead: int,
        last: int,
        end: int = -1,
        extra: float = 0.0,
        glossed: bool = False,
    ) -> Path:
        """``path`` with one more character of the restored text."""
        simple = simplified(character)
        cost = path.cost + extra + self.after(path.before, path.previous)[simple]
        text = path.text + character
        if path.lead:
            cost += self.page.against_form(character, simple, glossed=glossed)
        if end >= 0:
            return Path(cost, lead, last, text, path.previous, simple, end, len(text), path.vanished)
        return Path(cost, lead, last, text, path.previous, simple, path.synced, path.kept, path.vanished)

    def _uncut(self, character: str) -> float:
        """Return what speaks against a true mark inside a run: it would have ended the run."""
        return _UNCUT_MARK if character in _TRUE_MARKS else 0.0

    def _mark_follows(self, number: int) -> bool:
        """Whether the next piece is a mark, or a lost byte, which may be a question mark."""
        if number + 1 >= len(self.pieces):
            return False
        following = self.pieces[number + 1]
        return following.character in MARKS and following.kind in (Kind.PAIR, Kind.LOST)

    def _follows(self, number: int, kind: Kind) -> bool:
        return number + 1 < len(self.pieces) and self.pieces[number + 1].kind is kind


_SENTENCE_ENDS: Final = ("\u3002", "\uff01", "\uff1f")
_AFTER_DIGITS: Final = frozenset(
    "月日年时時分秒个個名人次件项項处處座亩畝吨噸元万萬亿億千百十多余岁歲公里米度届屆期号號种種条條家户戶所.%-"
)
_LOSSES: Final = (Kind.LOST, Kind.LOST_AND_PINYIN)
_TRUE_MARKS: Final = frozenset("\uff0c\uff1b\uff1a\uff01\uff1f。、")
