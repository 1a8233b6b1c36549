"""Text that remembers where each of its characters came from.

Every repair edits text through :class:`Aligned` and nothing else, so a position in repaired text always leads back to
the raw text. Edits are recorded as they are made; two texts are never compared to guess what happened between them
(a diff would align the wrong characters as soon as script conversion and deletions meet).

All positions are code points, starts inclusive and ends exclusive.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

_USUAL: Final = 1 << 16
"""Code points; few documents are longer."""


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``.

    ``new == ""`` removes, ``start == end`` inserts. Where ``new`` is as long as what it replaces, characters map one
    to one; otherwise every new character maps to the whole stretch that it replaces.
    ``confidence`` (0 to 1) and ``note`` are for the report on repairs, and change nothing.
    """

    start: int
    end: int
    new: str
    confidence: float = 1.0
    note: str = ""


class Span(NamedTuple):
    """A stretch of the raw text: ``raw[start:end]``."""

    start: int
    end: int


class Change(NamedTuple):
    """One edit as it was made, for a report: the raw stretch that it stands on, what stood there then, and what came instead."""

    start: int
    end: int
    old: str
    new: str
    confidence: float = 1.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text and, for each of its characters, the stretch of raw text that it stands for.

    ``starts[i]`` and ``ends[i]`` bound the raw stretch of ``text[i]``. While nothing was edited both are ranges, which
    cost nothing; afterwards they are arrays of machine integers, cut and joined by slices, so that a batch of edits
    takes time linear in the text.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    ordered: bool = True
    """Whether the raw stretches stand in the order of the text: until something is moved."""
    log: list[Change] | None = None
    """Where edits are written down, if somebody wants to know; shared by all texts that are made of this one."""

    @classmethod
    def of(cls, raw: str, log: list[Change] | None = None) -> Aligned:
        """``raw`` itself, each character standing for itself; edits to it, and to what comes of it, are added to ``log``."""
        return cls(raw, range(len(raw)), range(1, len(raw) + 1), log=log)

    def __len__(self) -> int:
        return len(self.text)

    def edit(self, edits: Iterable[Edit]) -> Aligned:
        """A new text with ``edits`` applied at once; their positions are positions in ``self.text``.

        Edits must be in order and must not overlap (``ValueError`` otherwise). Linear in text and edits.
        """
        edits = list(edits)
        pieces: list[str] = []
        resized: list[tuple[int, int, int]] = []
        at = 0
        for start, end, new, *_ in edits:
            if not at <= start <= end <= len(self.text):
                raise ValueError(f"edit {start}-{end} overlaps another, is out of order or outside the text")
            pieces += (self.text[at:start], new)
            at = end
            if len(new) != end - start:
                resized.append((start, end, len(new)))
        if not edits:
            return self
        if self.log is not None:
            self.log.extend(change for edit in edits for change in self._changes(Edit(*edit)))
        text = "".join([*pieces, self.text[at:]])
        if not resized:
            return Aligned(text, self.starts, self.ends, self.ordered, self.log)
        return Aligned(text, *self._resized(resized), self.ordered, self.log)

    def _resized(self, stretches: Iterable[tuple[int, int, int]]) -> tuple[array[int], array[int]]:
        """The raw bounds of all characters after ``text[start:end]`` became ``size`` others, for each of ``stretches``.

        What lies between two of them is copied as one piece of memory.
        """
        old_starts, old_ends = _in_memory(self.starts), _in_memory(self.ends)
        starts: list[memoryview | array[int]] = []
        ends: list[memoryview | array[int]] = []
        at = 0
        for start, end, size in stretches:
            starts.append(old_starts[at:start])
            ends.append(old_ends[at:start])
            at = end
            if size:
                raw_start, raw_end = self._hull(start, end)
                starts.append(array("q", [raw_start]) * size)
                ends.append(array("q", [raw_end]) * size)
        return array("q", b"".join([*starts, old_starts[at:]])), array("q", b"".join([*ends, old_ends[at:]]))

    def arrange(self, pieces: Iterable[tuple[int, int] | str]) -> Aligned:
        """A new text put together from ``pieces``: stretches of this one, in any order, and strings to insert.

        What no piece names is removed. Removing, moving and inserting many times over is one linear pass this way.
        """
        texts: list[str] = []
        starts, ends = array("q"), array("q")
        ordered, last = self.ordered, 0
        if self.log is not None:
            pieces = list(pieces)
            self.log.extend(self._arrangement(pieces))
        for piece in pieces:
            if isinstance(piece, str):
                at = ends[-1] if ends else 0
                texts.append(piece)
                starts.extend(array("q", [at]) * len(piece))
                ends.extend(array("q", [at]) * len(piece))
            else:
                ordered = ordered and piece[0] >= last
                last = piece[1]
                self._copy(*piece, texts, starts, ends)
        return Aligned("".join(texts), starts, ends, ordered, self.log)

    def move(self, start: int, end: int, to: int) -> Aligned:
        """A new text in which ``text[start:end]`` stands before what is now at ``to`` (outside the stretch)."""
        if not (0 <= start <= end <= len(self.text)) or not (0 <= to <= start or end <= to <= len(self.text)):
            raise ValueError(f"cannot move {start}-{end} to {to}")
        if to <= start:
            return self.arrange([(0, to), (start, end), (to, start), (end, len(self.text))])
        return self.arrange([(0, start), (end, to), (start, end), (to, len(self.text))])

    def span(self, start: int, end: int) -> Span:
        """The raw stretch that holds all of ``text[start:end]`` (its hull, where pieces were moved apart)."""
        if self.ordered and 0 <= start < end:
            return Span(self.starts[start], self.ends[end - 1])
        return Span(*self._hull(start, end))

    def spans(self, start: int, end: int, gap: int = 0) -> list[Span]:
        """The raw stretches of ``text[start:end]``, in raw order, joined where at most ``gap`` characters part them."""
        out: list[Span] = []
        for a, b in sorted(zip(self.starts[start:end], self.ends[start:end], strict=True)):
            if out and a <= out[-1].end + gap:
                out[-1] = Span(out[-1].start, max(b, out[-1].end))
            else:
                out.append(Span(a, b))
        return out or [self.span(start, end)]

    def _changes(self, edit: Edit) -> Iterator[Change]:
        """What an edit changes: itself, or of one that maps character by character the runs that differ."""
        start, end, new, confidence, note = edit
        old = self.text[start:end]
        if len(old) != len(new):
            yield Change(*self._hull(start, end), old, new, confidence, note)
            return
        differs = [one != other for one, other in zip(old, new, strict=True)]
        for changed, run in groupby(range(len(old)), key=differs.__getitem__):
            if changed:
                at = list(run)
                first, last = at[0], at[-1] + 1
                yield Change(*self._hull(start + first, start + last), old[first:last], new[first:last], confidence, note)

    def _arrangement(self, pieces: Sequence[tuple[int, int] | str]) -> list[Change]:
        """What putting the text together from ``pieces`` changes: stretches dropped and moved, and strings put in."""
        changes = []
        last = behind = 0  # the end of the text that stands in its order, and of the piece just placed
        for piece in pieces:
            if isinstance(piece, str):
                changes.append(Change(*self._hull(behind, behind), "", piece, note="put in"))
                continue
            start, behind = piece
            if start < last and start < behind:
                changes.append(Change(*self._hull(start, behind), self.text[start:behind], self.text[start:behind], note="moved"))
            last = max(last, behind)
        at = 0
        for start, end in sorted(piece for piece in pieces if not isinstance(piece, str)):
            if at < start:
                changes.append(Change(*self._hull(at, start), self.text[at:start], "", note="dropped"))
            at = max(at, end)
        if at < len(self.text):
            changes.append(Change(*self._hull(at, len(self.text)), self.text[at:], "", note="dropped"))
        return sorted(changes)

    def _hull(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            if self.ordered:
                return self.starts[start], self.ends[end - 1]
            return min(self.starts[start:end]), max(self.ends[start:end])
        before = self.ends[start - 1] if start else 0
        return (min(before, self.starts[start]) if start < len(self.text) else before), before

    def _copy(self, start: int, end: int, pieces: list[str], starts: array[int], ends: array[int]) -> None:
        if start < end:
            pieces.append(self.text[start:end])
            starts.extend(self.starts[start:end])
            ends.extend(self.ends[start:end])


def _in_memory(positions: Sequence[int]) -> memoryview:
    """Positions as machine integers; those of a text that was never edited, if it is no long one, are there already."""
    if isinstance(positions, range) and positions.stop <= _USUAL:
        return memoryview(_counted())[positions.start : positions.stop]
    return memoryview(positions if isinstance(positions, array) else array("q", positions))


@cache
def _counted() -> array[int]:
    return array("q", range(_USUAL))
