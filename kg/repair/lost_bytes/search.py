"""Search the lost bytes of one spot: a bounded beam over the pieces of damaged text.

In step, the reader of the bytes stands between two characters; out of step, it holds the first byte of a character
(:attr:`Path.lead`) when it comes to the next piece. A lost byte takes it out of step and the next loss, or a stray
ASCII letter, puts it back. Each path is one way to fill in the lost bytes, with the text that results and its cost.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from heapq import nsmallest
from typing import Final, NamedTuple

from kg.repair.lost_bytes.codec import (
    FIRST_LEAD,
    FIRST_TRAIL,
    MARKS,
    Half,
    by_lead,
    by_trail,
    decoded,
    encoded,
    unseen,
)
from kg.repair.lost_bytes.document import Page
from kg.repair.lost_bytes.language import characters, followers
from kg.repair.lost_bytes.tables import readings, to_simplified
from kg.repair.lost_bytes.window import Kind, Piece

#: Paths kept after each piece (with no, one, two vanished pairs), and how much worse than the best one may be.
BEAM: Final = (24, 8, 5)
BEHIND: Final = 12.0
#: Pieces in step after which the texts of all paths are compared.
CALM: Final = 4
#: Pairs that may have vanished in one spot, and what a character costs on average.
MOST_VANISHED: Final = 2
_AVERAGE: Final = 4.0
#: Paths that try a vanished pair, first and second characters that each tries, and pairs that it then follows.
_BRANCHING, _FIRST_HALVES, _SECOND_HALVES, _PAIRS = 5, 4, 20, 6
#: Characters that each path tries for a lost byte that puts it back into step.
_BACK: Final = 10

# Costs of what the damage may have done, from how often each happened in the page that we have.
_CUT: Final = 1.0
VANISHED: Final = 0.5
_SWALLOWED, _SWALLOWED_OTHER = 1.0, 5.0
_UNCHANGED_KEY: Final = 4.0
_KEY_WITHOUT_GLOSS: Final = 5.0
_OTHER_FORM: Final = 3.0
_WRONG_READING: Final = 9.0
_UNCUT_MARK: Final = 3.0


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


@cache
def _keys(syllable: str) -> dict[int, tuple[Half, ...]]:
    """For each first byte the second bytes that make a character of this reading, with it."""
    found: dict[int, list[Half]] = {}
    for character in readings().said.get(syllable, ()):
        data = encoded(character)
        if data and data[1] >= FIRST_LEAD - 1:
            found.setdefault(data[0], []).append(Half(data[1], character))
    return {lead: tuple(halves) for lead, halves in found.items()}


@cache
def _common(trail: int) -> list[tuple[str, int]]:
    """List the most frequent characters (simplified) that end in this byte, with their first byte."""
    weight = characters().weight
    simple = to_simplified()
    found = [(half.character.translate(simple), half.byte) for half in by_trail(trail) if _is_second(half.byte)]
    return sorted(found, key=lambda pair: -weight.get(pair[0], 0.0))[:_SECOND_HALVES]


@cache
def _leads_of(first: str) -> list[tuple[str, int]]:
    """List the likeliest characters (simplified) in words after ``first``, with the first bytes of their forms."""
    following = followers(first)[:_SECOND_HALVES]
    return [(second, lead) for second in following for lead in _forms().get(second, ())]


@cache
def _forms() -> dict[str, tuple[int, ...]]:
    """For each simplified character the first bytes of what converted text may write for it."""
    found: dict[str, tuple[int, ...]] = {}
    simple = to_simplified()
    for lead in range(FIRST_LEAD, 0xFF):
        for half in by_lead(lead):
            key = half.character.translate(simple)
            if lead not in found.get(key, ()):
                found[key] = (*found.get(key, ()), lead)
    return found


@cache
def _before_vanished(lead: int) -> tuple[Half, ...]:
    """List the characters of this first byte whose second one can be the first of a pair that left no trace."""
    return tuple(half for half in by_lead(lead) if half.byte in unseen())


@cache
def _is_second(byte: int) -> bool:
    """Whether a byte can be the second one of a pair that left no trace."""
    return any(byte in trails for trails in unseen().values())


def _best(paths: list[Path]) -> list[Path]:
    """Keep the best paths of each number of vanished pairs; with each they hold one character more to pay for.

    The path that takes ``?`` as it stands is always kept: it is what a repair is measured against.
    """
    paths.sort()
    worst = paths[0].cost + BEHIND
    kept: list[Path] = []
    room = list(BEAM)
    for path in paths:
        if path.cost - _AVERAGE * path.vanished > worst:
            continue
        if room[path.vanished] or path.text[:1] == "?":
            room[path.vanished] -= room[path.vanished] > 0
            kept.append(path)
    return kept


class Search:
    """The search of one spot; ``context`` is the sound text before it."""

    def __init__(self, page: Page, context: str, pieces: list[Piece], *, ends: bool = False) -> None:
        """Start with one path that has read nothing; ``ends`` says that nothing follows the pieces."""
        self.page = page
        self.pieces = pieces
        self.ends = ends
        self.ranked: dict[tuple[str, str, int], list[Half]] = {}
        self.pairs: dict[tuple[str, str, int, int], list[tuple[Half, int]]] = {}
        self.cost = page.cost
        self.simple = to_simplified()
        before = ("\n\n" + context)[-2:].translate(self.simple)
        data = encoded(context[-1]) if context else None
        start = pieces[0].start
        self.paths = [Path(0.0, 0, data[1] if data else 0, "", before[0], before[1], start, 0)]

    def run(self) -> list[Path]:
        """Return the paths that are in step at the end, best first, all having read the same pieces."""
        calm = 0
        for number, piece in enumerate(self.pieces):
            paths: list[Path] = []
            for rank, path in enumerate(self.paths):
                paths.extend(self._read(path, number, piece))
                if path.lead and rank < _BRANCHING and path.vanished < MOST_VANISHED:
                    for branch in self._vanish(path, piece):
                        paths.extend(self._read(branch, number, piece))
            if not paths:
                return []
            self.paths = _best(paths)
            near = self.paths[0].cost + 8
            calm = calm + 1 if all(not path.lead for path in self.paths if path.cost < near) else 0
            if calm >= CALM or (calm and self._another_spot_follows(number)):
                break
        return sorted(path for path in self.paths if not path.lead)

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
        for half in _keys(piece.syllable).get(path.last, ()):
            extra = self._key(half.character, piece.syllable)
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
                for half in self._likeliest(path, by_trail(trail), BEAM[0] - 1):
                    yield path._replace(cost=path.cost + _CUT, lead=half.byte, last=half.byte)
            return
        if (character := decoded(path.lead, 0x80)) is not None:  # no lead byte, so nothing was eaten with it
            glossed = self._follows(number, Kind.GLOSS)
            yield self._with(path, character, lead=0, last=0x80, end=piece.end, extra=_CUT, glossed=glossed)
        for half in self._likeliest(path, by_lead(path.lead), _BACK):
            whole = self._with(path, half.character, lead=0, last=half.byte, end=piece.end)
            if marked or (self.ends and number + 1 == len(self.pieces)):
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
            cost, simple = self.cost, self.simple
            scored = [(cost(before, previous, simple.get(ord(half.character), half.character)), half) for half in halves]
            known = self.ranked[key] = [half for _, half in nsmallest(most, scored)]
        return known

    def _eaten(self, before: str, number: int) -> str:
        """Return the byte that was eaten with the lost one: a digit that nobody knows, or the end of a paragraph."""
        ended = before.rstrip("”")[-1:] in _SENTENCE_ENDS
        return "\n" if ended and not self._counted(number) else "\ufffd"

    def _counted(self, number: int) -> bool:
        """Whether the next piece goes on with a figure that has lost its first digit."""
        following = self.pieces[number + 1].character if number + 1 < len(self.pieces) else ""
        return following in _AFTER_DIGITS or following.isdigit()

    def _vanish(self, path: Path, piece: Piece) -> Iterator[Path]:
        """Before ``piece`` a pair of bytes is missing: the second half of a character and the first of the next."""
        key = (path.before, path.previous, path.lead, piece.start)
        found = self.pairs.get(key)
        if found is None:
            found = self.pairs[key] = self._vanished_pairs(path, piece)
        for half, byte in found:
            grown = self._with(path, half.character, lead=half.byte, last=half.byte, extra=VANISHED)
            yield grown._replace(lead=byte, last=byte, vanished=path.vanished + 1)

    def _vanished_pairs(self, path: Path, piece: Piece) -> list[tuple[Half, int]]:
        """Choose the likeliest missing pairs: the half that ends a character, and the byte that begins the next."""
        firsts = []
        for half in _before_vanished(path.lead):
            simple = self._simple(half.character)
            firsts.append((self.cost(path.before, path.previous, simple), simple, half))
        tries: list[tuple[float, Half, int]] = []
        for cost, simple, half in nsmallest(_FIRST_HALVES, firsts):
            allowed = unseen()[half.byte]
            tries.extend(
                (cost + self.cost(path.previous, simple, following), half, byte)
                for following, byte in self._second_halves(simple, piece)
                if byte in allowed
            )
        return [(half, byte) for _, half, byte in nsmallest(_PAIRS, tries)]

    def _second_halves(self, first: str, piece: Piece) -> list[tuple[str, int]]:
        """List the likeliest characters (simplified) after ``first`` that ``piece`` ends, with their first byte."""
        if piece.kind is Kind.LOST_AND_PINYIN:
            said = _keys(piece.syllable)
            return [(self._simple(found[0].character), lead) for lead, found in said.items()]
        if piece.kind is Kind.LOST:
            return _leads_of(first)
        trail = piece.data[0]
        return _common(trail) if piece.kind in (Kind.PAIR, Kind.ASCII) and trail >= FIRST_TRAIL else []

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
        simple = self._simple(character)
        cost = path.cost + extra + self.cost(path.before, path.previous, simple)
        text = path.text + character
        if path.lead:
            cost += self._form(character, simple, glossed=glossed)
        if end >= 0:
            return Path(cost, lead, last, text, path.previous, simple, end, len(text), path.vanished)
        return Path(cost, lead, last, text, path.previous, simple, path.synced, path.kept, path.vanished)

    def _simple(self, character: str) -> str:
        return self.simple.get(ord(character), character)

    def _form(self, character: str, simple: str, *, glossed: bool) -> float:
        """Return what a page says against a restored character: it writes another form, or would have glossed it."""
        against = 0.0
        if self.page.forms.get(simple, character) != character:
            against += _OTHER_FORM
        if not glossed and character in self.page.glossed:
            against += _KEY_WITHOUT_GLOSS
        return against

    def _key(self, character: str, syllable: str) -> float:
        """Return what speaks against a character as the one that was glossed here."""
        if self.page.glossed.get(character) == syllable:
            return 0.0
        if character not in readings().simplified:
            return _UNCHANGED_KEY
        return _KEY_WITHOUT_GLOSS if self.page.occurring.get(character, 0) > 1 else 1.0

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
