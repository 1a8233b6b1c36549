"""Makes ``kg/lexicon/divisions.tsv`` from two dated sources.

    python -m kg.lexicon.generate.divisions --china-division DIR -o FILE

In: the PyPI package ``gb2260`` (installed) and DIR, the unpacked npm package ``china-division`` (DIR holds ``dist/``).
Out: the table; the same bytes for the same sources. The script itself never uses the network.

The work, in order: read the revisions as snapshots (code -> name), follow every name from snapshot to snapshot
(a new code is the same division, a new name is not), link what vanished to what took its place, print.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from kg.lexicon.generate.command import write_table
from kg.lexicon.generate.division_names import is_word, ordinary_words, short_forms, stem
from kg.lexicon.generate.division_readings import slug

GB2260_VERSION = "0.4.1"
CHINA_DIVISION_VERSION = "2.7.0"
LAST_GB2260 = 2014  # the year of its undated, latest revision
LAST_SOURCE = 2023

HEADER = f"""\
# Administrative divisions of China, province to county, 2002 to {LAST_SOURCE}. Generated: do not edit, run
#   python -m kg.lexicon.generate.divisions --china-division DIR -o FILE
#
# Policy. One row is one official name at one level over one stretch of time. A new name or level is a new row
# (replaced_by leads on); a new code alone is not, and a code given to another name is another row. An id never changes
# once published. Statutory divisions only: the placeholders of the code list (市辖区, 省直辖县级行政区划 ...) and the
# development zones of the statistical list (codes ending in 71 to 79) are left out. Precision before quantity: a
# successor or a year stands here only where the sources show it; misspelt names of a revision are corrected.
#
# id           the first code it bore and its reading (`lv` is lü), with the year where two would sound alike
# name         the full official name
# level        province | prefecture | county
# codes        every code it bore, in order, with the first and last year at whose end it is attested; an open end: the
#              latest source has it
# parent       id of the division above it, the latest known; counties run by a province have the province
# valid_from   the year it appeared, empty if it was there in the first revision or the year is not known
# valid_until  the year it vanished, empty if it still exists or the year is not known
# changed      an interval: it appeared (last code open) or vanished (last code closed) between these years
# replaced_by  ids of what took its place: the same code or the same stem in the next revision, the extended stem of a
#              one-character name (滦县 -> 滦州市), or the one new district where one county of a prefecture vanished
# short        short forms as officials write them, longest first, separated by `|`
# word         1 if a short form is also an ordinary word or the name of something else
#
# Years are those of the revisions: what was decided late in a year may show in the next one only. A few such years are
# put right by hand (EXACT_YEARS in the script: 上虞区 2013).
#
# Sources. gb2260 {GB2260_VERSION} (PyPI, BSD): GB/T 2260, 17 revisions, 2002 to {LAST_GB2260}.
# china-division {CHINA_DIVISION_VERSION} (npm, MIT by its package.json, WTFPL by its LICENSE file): the statistical
# divisions of {LAST_SOURCE}, cut-off 2023-06-30.
# `word` is derived from the dictionary of jieba 0.42.1 (MIT), the readings from pypinyin (MIT), both corrected by hand.
#
# Known gap. Nothing is dated between {LAST_GB2260} and {LAST_SOURCE}: of a change in between only that interval
# is known, and a division that came and went in between is missing. Nothing is known of the time before 2002.
# Hong Kong, Macao and Taiwan have no divisions below them in the sources.
"""
COLUMNS = (
    "id", "name", "level", "codes", "parent", "valid_from", "valid_until", "changed", "replaced_by", "short", "word",
)  # fmt: skip

#: Lines of the code list that group counties and name no division.
PLACEHOLDERS = frozenset(
    {
        "市辖区", "县", "市", "晋城市市辖区", "省直辖行政单位", "省直辖县级行政单位", "省直辖县级行政区划",
        "自治区直辖县级行政单位", "自治区直辖县级行政区划",
    }
)  # fmt: skip

#: Names that one revision misspells and a later one puts right: no renaming took place.
MISSPELT = {
    "虎亭区": "猇亭区",
    "墉桥区": "埇桥区",
    "师河区": "浉河区",
    "乔口区": "硚口区",
    "华莹市": "华蓥市",
    "荷泽市": "菏泽市",
    "廛河回族区": "瀍河回族区",
    "荔蒲县": "荔浦县",
    "江洲区": "江州区",
    "杨凌区": "杨陵区",
}

#: Code -> code that replaced it: where both stand in one revision, the old line was only forgotten.
LEFT_OVER = {152600: 150900}  # 乌兰察布盟, beside 乌兰察布市

#: Entries that exist throughout although a source leaves them out.
NEVER_GONE = frozenset({710000, 810000, 820000})

#: Zones that are older than their codes: their first appearance is no founding.
OLDER_THAN_CODE = frozenset({"加格达奇区", "松岭区", "新林区", "呼中区", "大柴旦行政委员会"})

#: The year in which a change took effect, where it is known to be the year before the revision that shows it.
#: Keyed by the name that vanished or appeared.
EXACT_YEARS = {
    "襄樊市": 2010, "襄阳市": 2010,
    "胶南市": 2012, "四方区": 2012, "姜堰市": 2012, "姜堰区": 2012, "揭东县": 2012, "揭东区": 2012,
    "清新县": 2012, "清新区": 2012, "小河区": 2012, "观山湖区": 2012,
    "绍兴县": 2013, "柯桥区": 2013, "上虞市": 2013, "上虞区": 2013, "南康市": 2013, "南康区": 2013,
    "兖州市": 2013, "兖州区": 2013, "梅县": 2013, "梅县区": 2013,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One revision of the code list: the year it stands for, and code -> name without placeholders."""

    year: int
    names: dict[int, str]


@dataclass(slots=True, eq=False)
class Row:
    """One division while it is followed through the snapshots; ``codes`` holds (code, first, last) snapshot numbers."""

    name: str
    level: str
    codes: list[tuple[int, int, int]]
    parent: Row | None = None
    successors: list[Row] = field(default_factory=list)

    @property
    def code(self) -> int:
        """The latest code."""
        return self.codes[-1][0]

    @property
    def first(self) -> int:
        """The number of the snapshot in which it appeared."""
        return self.codes[0][1]

    @property
    def last(self) -> int:
        """The number of the last snapshot that has it."""
        return self.codes[-1][2]


def level_of(code: int) -> str:
    """The level that a six-digit code stands for."""
    if code % 10000 == 0:
        return "province"
    return "prefecture" if code % 100 == 0 else "county"


def read_snapshots(china_division: Path) -> list[Snapshot]:
    """All revisions in the order of time, the statistical list last."""

    def date(revision: int | None) -> tuple[int, int]:
        if revision is None:
            return (LAST_GB2260, 12)
        return (revision, 12) if revision < 10000 else (revision // 100, revision % 100)

    data: dict[int | None, dict[int, str]] = import_module("gb2260.data").data
    revisions = sorted(data.items(), key=lambda item: date(item[0]))
    snapshots = [Snapshot(date(revision)[0], dict(names)) for revision, names in revisions]
    snapshots.append(Snapshot(LAST_SOURCE, read_china_division(china_division / "dist")))
    return [_cleaned(snapshot, snapshots[0].names) for snapshot in snapshots]


def read_china_division(folder: Path) -> dict[int, str]:
    """Six-digit code -> name of the three upper levels, without development zones and cities repeated as counties."""
    names: dict[int, str] = {}
    for file in ("provinces.csv", "cities.csv", "areas.csv"):
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            for record in csv.DictReader(lines):
                code = int(record["code"].ljust(6, "0"))
                is_zone = level_of(code) == "county" and 71 <= code % 100 <= 79
                if not is_zone and names.get(code // 100 * 100) != record["name"]:
                    names[code] = record["name"]
    return names


def _cleaned(snapshot: Snapshot, first: dict[int, str]) -> Snapshot:
    """The snapshot without placeholders and slips, with the entries that a source leaves out."""
    names = {
        code: MISSPELT.get(name, name)
        for code, name in snapshot.names.items()
        if name not in PLACEHOLDERS and LEFT_OVER.get(code) not in snapshot.names
    }
    names.update({code: first[code] for code in NEVER_GONE})
    return Snapshot(snapshot.year, dict(sorted(names.items())))


def follow(snapshots: list[Snapshot]) -> list[Row]:
    """The rows of the table: every name followed through the snapshots, with parents and successors."""
    rows: list[Row] = []
    current: dict[int, Row] = {}
    for number, snapshot in enumerate(snapshots):
        before = current
        current = {}
        for code, name in snapshot.names.items():
            row = before.get(code)
            if row is not None and row.name == name:
                row.codes[-1] = (code, row.codes[-1][1], number)
                current[code] = row
        gone = [row for code, row in before.items() if code not in current]
        dormant = [row for row in rows if row.last < number - 1 and not row.successors]
        new: list[Row] = []
        for code in [code for code in snapshot.names if code not in current]:
            name = snapshot.names[code]
            same = _same_division(code, name, gone) or _returned(code, name, dormant)
            if same is None:
                same = Row(name, level_of(code), [])
                new.append(same)
            elif same in gone:
                gone.remove(same)
            else:
                dormant.remove(same)
            _attest(same, code, number)
            current[code] = same
        rows += new
        for code, row in current.items():
            row.parent = current.get(code // 100 * 100) if row.level == "county" else None
            if row.parent is None and row.level != "province":
                row.parent = current[code // 10000 * 10000]
        link_successors(gone, new)
    return rows


def _attest(row: Row, code: int, number: int) -> None:
    """Note that the row bears the code in a snapshot; a code that returns after a gap goes on."""
    if row.codes and row.code == code:
        row.codes[-1] = (code, row.codes[-1][1], number)
    else:
        row.codes.append((code, number, number))


def _same_division(code: int, name: str, gone: Iterable[Row]) -> Row | None:
    """The row of the same name, level and province that lost its code in this step; of several, the one next door."""
    found = [r for r in gone if r.name == name and r.level == level_of(code) and r.code // 10000 == code // 10000]
    near = [row for row in found if row.code // 100 == code // 100]
    candidates = near or found
    return candidates[0] if len(candidates) == 1 else None


def _returned(code: int, name: str, dormant: Iterable[Row]) -> Row | None:
    """The row of the same name in the same prefecture that earlier revisions had and later ones left out."""
    found = [r for r in dormant if r.name == name and r.level == level_of(code) and r.code // 100 == code // 100]
    return found[0] if len(found) == 1 else None


def link_successors(gone: list[Row], new: list[Row]) -> None:
    """Fill ``successors`` of what vanished in one step from what appeared in it, the strongest evidence first."""
    _link_each(gone, new, lambda old, row: old.code == row.code)
    _link_each(gone, new, lambda old, row: _same_stem(old, row) and old.level == row.level and _neighbours(old, row))
    reached = {row for old in gone for row in old.successors}
    _link_each(gone, [row for row in new if row not in reached], _same_stem_other_level)
    _link_each(gone, new, _extended_stem)
    _link_left_over(gone, new)


def _link_each(gone: list[Row], new: list[Row], fits: Callable[[Row, Row], bool]) -> None:
    """Link every row that has no successor yet to the one new row that fits it."""
    for old in gone:
        if not old.successors:
            found = [row for row in new if fits(old, row)]
            if len(found) == 1:
                old.successors.append(found[0])


def _same_stem(old: Row, row: Row) -> bool:
    """上虞市 and 上虞区; also 赣县 and 赣县区. One-character stems (城区, 郊区) say nothing."""
    return len(stem(row.name)) > 1 and stem(row.name) in (stem(old.name), old.name)


def _neighbours(old: Row, row: Row) -> bool:
    """Whether two rows of one level lie in one province and, as counties, in the same or the renamed prefecture."""
    if old.code // 10000 != row.code // 10000 or old.level != "county":
        return old.code // 10000 == row.code // 10000
    return row.parent is old.parent or (old.parent is not None and row.parent in old.parent.successors)


def _same_stem_other_level(old: Row, row: Row) -> bool:
    """A county raised to a prefecture or a prefecture that became a county of its name (儋州市, 莱芜市 -> 莱芜区)."""
    return old.level != row.level and _same_stem(old, row) and old.code // 10000 == row.code // 10000


def _extended_stem(old: Row, row: Row) -> bool:
    """滦县 -> 滦州市: a one-character stem needs a second one before 市 or 区."""
    stems = stem(old.name), stem(row.name)
    return len(stems[0]) == 1 and old.name[1:] == "县" and len(stems[1]) == 2 and stems[1][0] == stems[0] and (
        _neighbours(old, row)
    )  # fmt: skip


def _link_left_over(gone: list[Row], new: list[Row]) -> None:
    """Link the one county or county-level city that vanished in a prefecture to the one district that appeared there.

    In a prefecture that was itself refounded (毕节地区 -> 毕节市) this is its old seat (毕节市 -> 七星关区), elsewhere
    a county that took another name on becoming a district (绍兴县 -> 柯桥区).
    """
    reached = {row for old in gone for row in old.successors}
    old_by_parent: dict[Row, list[Row]] = defaultdict(list)
    for old in gone:
        if old.level == "county" and not old.successors and not old.name.endswith("区") and old.parent is not None:
            old_by_parent[(old.parent.successors or [old.parent])[0]].append(old)
    new_by_parent: dict[Row, list[Row]] = defaultdict(list)
    for row in new:
        if row.level == "county" and row not in reached and row.name.endswith("区") and row.parent is not None:
            new_by_parent[row.parent].append(row)
    for parent, old_rows in old_by_parent.items():
        new_rows = new_by_parent[parent]
        if parent.level == "prefecture" and len(old_rows) == len(new_rows) == 1:
            old_rows[0].successors.append(new_rows[0])


def printed_codes(row: Row, snapshots: list[Snapshot]) -> str:
    """The column ``codes``: ``469025:2002-2006,469021:2007-``."""
    parts = []
    for code, first, last in row.codes:
        start, end = snapshots[first].year, snapshots[last].year
        if last + 1 < len(snapshots):
            # A later revision of the same year lacks the code, so the year did not end with it.
            end = max(start, end - 1) if snapshots[last + 1].year == end else end
            parts.append(f"{code}:{start}-{end}")
        else:
            parts.append(f"{code}:{start}-")
    return ",".join(parts)


def validity(row: Row, snapshots: list[Snapshot]) -> tuple[str, str, str]:
    """The columns ``valid_from``, ``valid_until`` and ``changed``."""
    start = end = changed = ""
    interval = f"{LAST_GB2260}/{LAST_SOURCE}"
    if row.first > 0 and row.name not in OLDER_THAN_CODE:
        year = snapshots[row.first].year
        if year == LAST_SOURCE:
            changed = interval
        else:
            start = str(EXACT_YEARS.get(row.name, year))
    if row.last + 1 < len(snapshots):
        year = snapshots[row.last + 1].year
        if year == LAST_SOURCE:
            changed = interval
        else:
            end = str(EXACT_YEARS.get(row.name, year))
    return start, end, changed


def make_ids(rows: list[Row], snapshots: list[Snapshot]) -> dict[Row, str]:
    """The id of every row; the later of two that sound alike (吴旗县, 吴起县) has its first year behind it."""
    ids: dict[Row, str] = {}
    taken: set[str] = set()
    for row in sorted(rows, key=lambda row: (row.first, row.codes[0][0])):
        name = slug(row.codes[0][0], row.name)
        if name in taken:
            name = f"{name}-{snapshots[row.first].year}"
        if name in taken:
            raise ValueError(f"two divisions would have the id {name}")
        taken.add(name)
        ids[row] = name
    return ids


def table_lines(rows: list[Row], snapshots: list[Snapshot], dictionary: Traversable) -> Iterator[str]:
    """The lines of the table below its header, sorted by id."""
    ordinary = ordinary_words(dictionary)
    ids = make_ids(rows, snapshots)
    yield "\t".join(COLUMNS)
    for row in sorted(rows, key=lambda row: ids[row]):
        start, end, changed = validity(row, snapshots)
        short = short_forms(row.name)
        yield "\t".join(
            (
                ids[row],
                row.name,
                row.level,
                printed_codes(row, snapshots),
                ids[row.parent] if row.parent else "",
                start,
                end,
                changed,
                " ".join(sorted(ids[successor] for successor in row.successors)),
                "|".join(short),
                "1" if is_word(short, ordinary) else "0",
            )
        )


def generate(china_division: Path) -> str:
    """The whole table as text, from the folder of the unpacked npm package."""
    snapshots = read_snapshots(china_division)
    dictionary = files("jieba") / "dict.txt"
    return HEADER + "".join(line + "\n" for line in table_lines(follow(snapshots), snapshots, dictionary))


if __name__ == "__main__":
    write_table("Make the table of administrative divisions.", generate)
