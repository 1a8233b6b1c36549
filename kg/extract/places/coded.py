"""What the table of divisions says of a name: which of them it may mean, and as what a page refers to them."""

from __future__ import annotations

from functools import cache
from typing import Final

from kg.extract.refs import PlaceRef
from kg.extract.scan import Scanner
from kg.lexicon import divisions
from kg.lexicon.divisions import Division

_AUTONOMOUS: Final = ("自治州", "自治县", "自治旗")


@cache
def scanner() -> Scanner:
    """The automaton over all names, short forms and nicknames of more than one character."""
    table = divisions.load()
    short = (name for name in table.by_short if len(name) > 1)
    nicknames = (name for name in table.nicknames if len(name) > 1)
    return Scanner([*table.by_name, *short, *nicknames, *_without_peoples(table)])


def meant_by(table: divisions.Divisions, name: str) -> list[Division]:
    """The divisions that ``name`` may mean: full names first; a nickname or short form only where nothing is so named."""
    found = table.by_name.get(name, ()) or table.by_short.get(name, ()) or table.nicknames.get(name, ())
    return list(found or _without_peoples(table).get(name, ()))


@cache
def _without_peoples(table: divisions.Divisions) -> dict[str, list[Division]]:
    """Autonomous prefectures, counties and banners by their short names and what they are, without their peoples: 镇宁自治县, 甘南自治州."""
    found: dict[str, list[Division]] = {}
    for division in table:
        for short in division.short if division.name.endswith(_AUTONOMOUS) else ():
            name = short + division.name[-len(_AUTONOMOUS[0]) :]
            if short[-1] != division.name[-1] and name not in table.by_name:
                found.setdefault(name, []).append(division)
    return found


def is_name(name: str) -> bool:
    """Whether a division is so called in full."""
    return name in divisions.load().by_name


def alive(table: divisions.Divisions, options: list[Division], year: int | None) -> list[Division]:
    """``options`` that existed in ``year``; undated, of one lineage the latest; all of them where none fits."""
    if year is not None:
        return [option for option in options if table.alive_at(option, year)] or options
    replaced = {option.id for option in options if any(other.id in option.replaced_by for other in options)}
    return [option for option in options if option.id not in replaced]


def is_full(division: Division, name: str) -> bool:
    """Whether ``name`` is the division's official name, or a shorter one with the same last word (玉龙县, 恩施州, 西乌旗, 锡盟)."""
    return division.name == name or (name[-1] == division.name[-1] and name[-1] in "州盟旗县" and (len(name) > 2 or name[-1] == "盟"))


def named(text: str, year: int | None = None, *, shorts: bool = False) -> list[PlaceRef]:
    """The coded places that a short text (a publisher's name, a breadcrumb) names beyond doubt.

    ``shorts`` takes short names of counties as well, if they are no words and mean one alone (高邮日报).
    """
    table = divisions.load()
    found = []
    for hit in scanner().scan(text):
        options = alive(table, meant_by(table, hit.text), year)
        options = [one for one in options if one.level != "county" or one.name == hit.text or (shorts and not one.word)]
        if len(options) == 1:
            found.append(place_ref(options[0]))
    return found


def place_ref(division: Division) -> PlaceRef:
    """The reference to a row of the table, with its chain of parents."""
    return _ref(division.id)


@cache
def _ref(division_id: str) -> PlaceRef:
    table = divisions.load()
    division = table.by_id[division_id]
    return PlaceRef(
        name=division.name,
        level=division.level,
        slot=slot_of(division.name),
        division=division.id,
        codes=tuple(code for code, *_ in division.codes),
        parent=_ref(division.parent) if division.parent else None,
    )


def slot_of(name: str) -> str:
    """The word at the end of a division's name by which officials refer to it (我市, 县委, 州政府)."""
    for slot in ("自治区", "省", "市", "县", "区", "州", "盟", "旗", "地区", "镇", "乡", "苏木", "街道", "村", "社区", "嘎查"):
        if name.endswith(slot) and not (slot == "区" and name.endswith(("自治区", "地区"))):
            return slot
    return ""
