"""Administrative divisions of China from 2002 to 2023: what ``divisions.tsv`` and ``nicknames.tsv`` know.

One :class:`Division` is one official name at one level over one stretch of time. :func:`load` gives the one
:class:`Divisions` of the process; its tables must not be changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kg.errors import TableError
from kg.lexicon.tables import read_rows

LEVELS = ("province", "prefecture", "county")
COLUMNS = (
    "id", "name", "level", "codes", "parent", "valid_from", "valid_until", "changed", "replaced_by", "short", "word",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Division:
    """One row of the table; its head says what each column means."""

    id: str
    name: str
    level: str
    #: (code, first year, last year) in the order of time; no last year: borne in the latest source.
    codes: tuple[tuple[str, int, int | None], ...]
    parent: str | None
    valid_from: int | None
    valid_until: int | None
    #: The years between which it appeared (last code open) or vanished (last code closed), where no year is known.
    changed: tuple[int, int] | None
    replaced_by: tuple[str, ...]
    #: Short forms, longest first.
    short: tuple[str, ...]
    #: Whether a short form is also an ordinary word.
    word: bool

    @property
    def current(self) -> bool:
        """Whether the latest source has it."""
        return self.codes[-1][2] is None


class Divisions:
    """All divisions, by id, full name, short form and nickname. Several under one name: the name is ambiguous."""

    def __init__(self, divisions: Iterable[Division], nicknames: Iterable[tuple[str, str]] = ()) -> None:
        """Index the divisions; ``nicknames`` are pairs of a name and the id that it means."""
        #: id -> division, in the order of the table.
        self.by_id: dict[str, Division] = {division.id: division for division in divisions}
        everything = self.by_id.values()
        #: Full official name -> every division that bears or bore it.
        self.by_name = _grouped((division.name, division) for division in everything)
        #: Short form -> divisions.
        self.by_short = _grouped((short, division) for division in everything for short in division.short)
        #: Nickname (冰城) or one-character abbreviation (鲁) -> divisions.
        self.nicknames = _grouped((name, self.by_id[division]) for name, division in nicknames)
        self._predecessors: dict[str, list[Division]] = defaultdict(list)
        for division in everything:
            for successor in division.replaced_by:
                self._predecessors[successor].append(division)

    def __iter__(self) -> Iterator[Division]:
        """The divisions in the order of the table."""
        return iter(self.by_id.values())

    def __len__(self) -> int:
        """How many divisions there are."""
        return len(self.by_id)

    def ancestors(self, division: Division) -> tuple[Division, ...]:
        """The divisions above it, the nearest first; empty for a province."""
        found = []
        while division.parent is not None:
            division = self.by_id[division.parent]
            found.append(division)
        return tuple(found)

    def is_within(self, inner: Division, outer: Division) -> bool:
        """Whether ``inner`` is ``outer`` or lies in it.

        The table knows the latest parent only, so what an ancestor replaced at its own level holds too: 襄城区 is
        within 襄阳市 and within the 襄樊市 of old.
        """
        if inner.id == outer.id:
            return True
        return any(outer in self._line_of(ancestor) for ancestor in self.ancestors(inner))

    def code_at(self, division: Division, year: int | None) -> str:
        """The code in force at the end of the year, the latest one for None.

        In a year for which no revision attests a code (2015 to 2022 above all) this is the next code attested; before
        the first and after the last attested year it is the first and the last code.
        """
        if year is not None:
            for code, _, last in division.codes:
                if last is None or year <= last:
                    return code
        return division.codes[-1][0]

    def alive_at(self, division: Division, year: int | None) -> bool:
        """Whether it may have existed at some time in the year; for None, whether the latest source has it.

        Years of a change belong to both sides. Inside an interval in which something changed at an unknown date
        neither side can be ruled out, and what the first revision has is taken to have been there before.
        """
        if year is None:
            return division.current
        earliest, latest = division.valid_from, division.valid_until
        if division.changed is not None:
            if division.current:
                earliest = division.changed[0]
            else:
                latest = division.changed[1]
        return (earliest is None or year >= earliest) and (latest is None or year <= latest)

    def _line_of(self, division: Division) -> list[Division]:
        """The division and everything that it succeeded at its own level, directly or not."""
        line = [division]
        for member in line:
            line += (old for old in self._predecessors.get(member.id, ()) if old.level == division.level)
        return line


@cache
def load() -> Divisions:
    """The divisions of the package; read once for each process."""
    table = files("kg.lexicon") / "divisions.tsv"
    divisions = parse_divisions(table.read_text(encoding="utf-8"), "divisions.tsv")
    known = {division.id for division in divisions}
    nicknames = []
    rows = read_rows("nicknames")
    next(rows)
    for name, division, _ in rows:
        if division not in known:
            raise TableError(f"nicknames.tsv, row {name!r}: there is no division {division!r}")
        nicknames.append((name, division))
    return Divisions(divisions, nicknames)


def parse_divisions(text: str, file: str) -> list[Division]:
    """The divisions in the text of a table; ``file`` is named, with the line, in the error for a malformed one."""
    divisions: list[Division] = []
    lines: list[int] = []
    header = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        try:
            if not header:
                _check(tuple(cells) == COLUMNS, "the header is not " + " ".join(COLUMNS))
                header = True
                continue
            divisions.append(_division(cells))
        except ValueError as error:
            raise TableError(f"{file}, line {number}: {error}") from None
        lines.append(number)
    _check_references(divisions, lines, file)
    return divisions


def _division(cells: list[str]) -> Division:
    """One row; ValueError says what is wrong with it."""
    _check(len(cells) == len(COLUMNS), f"{len(cells)} cells where the header has {len(COLUMNS)}")
    identifier, name, level, codes, parent, start, end, changed, replaced_by, short, word = cells
    _check(bool(identifier) and identifier.isascii(), f"the id {identifier!r} is empty or not ASCII")
    _check(bool(name), "no name")
    _check(level in LEVELS, f"{level!r} is no level")
    _check(word in ("0", "1"), f"word is {word!r}, not 0 or 1")
    return Division(
        identifier,
        name,
        level,
        tuple(map(_code, codes.split(","))),
        parent or None,
        int(start) if start else None,
        int(end) if end else None,
        _interval(changed) if changed else None,
        tuple(replaced_by.split(" ")) if replaced_by else (),
        tuple(short.split("|")) if short else (),
        word == "1",
    )


def _code(cell: str) -> tuple[str, int, int | None]:
    """``469025:2002-2006`` or, still borne, ``469021:2007-``."""
    code, _, years = cell.partition(":")
    first, dash, last = years.partition("-")
    _check(len(code) == 6 and code.isdecimal() and bool(dash), f"{cell!r} is not a code with its years")
    return code, int(first), int(last) if last else None


def _interval(cell: str) -> tuple[int, int]:
    """``2014/2023``."""
    first, slash, last = cell.partition("/")
    _check(bool(slash), f"{cell!r} is not an interval of years")
    return int(first), int(last)


def _check_references(divisions: list[Division], lines: list[int], file: str) -> None:
    """Every id is unique, every parent and successor exists, and only provinces have no parent."""
    levels = {division.id: LEVELS.index(division.level) for division in divisions}
    seen: set[str] = set()
    for division, line in zip(divisions, lines, strict=True):
        if division.id in seen:
            raise TableError(f"{file}, line {line}: the id {division.id!r} stands in an earlier row")
        seen.add(division.id)
        for successor in division.replaced_by:
            if successor not in levels:
                raise TableError(f"{file}, line {line}: there is no division {successor!r}")
        if division.parent is None:
            if division.level != "province":
                raise TableError(f"{file}, line {line}: a {division.level} without a parent")
        elif levels.get(division.parent, 99) >= levels[division.id]:
            # A parent of a higher level also rules out circles.
            raise TableError(f"{file}, line {line}: the parent {division.parent!r} does not exist at a higher level")


def _check(holds: bool, message: str) -> None:  # noqa: FBT001 - reads as what it is: check(holds, else)
    """Raise ValueError with the message unless the condition holds."""
    if not holds:
        raise ValueError(message)


def _grouped(pairs: Iterable[tuple[str, Division]]) -> dict[str, tuple[Division, ...]]:
    """Name -> the divisions that it was paired with, in order, each once."""
    groups: dict[str, dict[str, Division]] = defaultdict(dict)
    for name, division in pairs:
        groups[name][division.id] = division
    return {name: tuple(group.values()) for name, group in groups.items()}
