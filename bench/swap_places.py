"""Other places for those of a document: divisions of the same levels and kinds that stand to each other as the old ones do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from random import Random
from typing import Final

from kg.lexicon import divisions
from kg.lexicon.divisions import Division

_KIND: Final = re.compile("(?:自治|地|林|特)?[省市区县州盟旗]$")
_TOWN: Final = re.compile("([^族省市县区旗]{2,3})(街道|社区|苏木|嘎查|镇|乡|村)$")
_FIRST: Final = "大小东西南北新石青白黄金双长高清龙凤松柳梅杨竹云"
_MIDDLE: Final = "河山沟桥塘坪湾岭坡溪湖庙店林岩洞"
_LAST: Final = "铺寨堡屯庄营"


def redrawn(names: Iterable[tuple[str, str]], year: int | None, text: str, random: Random) -> dict[str, Division]:
    """By the code of each of the old divisions (names and codes), the new one; those that cannot be told or moved stay out."""
    table = divisions.load()
    known = (division for name, code in names for division in table.by_name.get(name, ()) if _bears(division, code))
    used = list({division.id: division for division in known}.values())
    families: dict[str, list[Division]] = defaultdict(list)
    for division in used:
        families[_line(division)[-1].id].append(division)
    fixed = {division.id for name, found in table.nicknames.items() if len(name) > 1 and name in text for division in found}
    moved: dict[str, Division] = {}
    for province, members in families.items():
        held = any(above.id in fixed for member in members for above in _line(member))
        moved |= _family(table.by_id[province], members, year, random, {division.id for division in moved.values()}, held=held)
    new = {division.id: moved[division.id] for division in used}
    return {code: new[old.id] for old in used for code, _, _ in old.codes if new[old.id] is not old}


def town(name: str, random: Random) -> tuple[str, str] | None:
    """The stem of a town's or village's name and another one; nothing for names that are built otherwise."""
    match = _TOWN.fullmatch(name)
    if match is None:
        return None
    table = divisions.load()
    drawn = ""
    while not drawn or drawn in table.by_short or drawn in table.nicknames:
        drawn = "".join(random.choice(signs) for signs in (_FIRST, _MIDDLE, _LAST)[: len(match[1])])
    return match[1], drawn


def spellings(old: Division, new: Division) -> dict[str, str]:
    """How each form of the old name is written of the new place."""
    bare = new.short[-1]
    long = next((short for short in new.short if short != bare and short[-1] == old.name[-1]), new.name)
    return {short: long if short[-1] == old.name[-1] and short != old.short[-1] else bare for short in old.short} | {old.name: new.name}


def _family(
    province: Division, members: list[Division], year: int | None, random: Random, taken: set[str], *, held: bool
) -> dict[str, Division]:
    """New divisions of one province for all of an old one; the old province itself where no other has them all, or a nickname names it."""
    others = [d for d in divisions.load() if _fits(d, province, year) and d.id not in taken and d is not province]
    random.shuffle(others)
    for other in [] if held else others:
        if found := _placed(province, other, members, year, random):
            return found
    found = None if held else _placed(province, province, members, year, random)
    return found or {above.id: above for member in members for above in _line(member)}


def _placed(province: Division, other: Division, members: list[Division], year: int | None, random: Random) -> dict[str, Division] | None:
    """The members and what is above them in the other province; nothing if it has not enough of a kind."""
    below: dict[str, set[str]] = defaultdict(set)
    table = divisions.load()
    for member in members:
        for lower, upper in zip(_line(member), _line(member)[1:], strict=False):
            below[upper.id].add(lower.id)
    moved = {province.id: other}
    waiting = [province]
    while waiting:
        upper = waiting.pop()
        for lower in sorted((table.by_id[name] for name in below[upper.id]), key=lambda d: (-len(below[d.id]), d.id)):
            wanted = Counter(_kind(table.by_id[name]) for name in below[lower.id])
            options = [d for d in _children(moved[upper.id]) if _fits(d, lower, year) and d not in moved.values() and _has(d, wanted, year)]
            if not options:
                return None
            moved[lower.id] = random.choice(options)
            waiting.append(lower)
    return moved


def _has(division: Division, wanted: Counter[str], year: int | None) -> bool:
    there = Counter(_kind(child) for child in _children(division) if _is_plain(child) and divisions.load().alive_at(child, year))
    return all(there[kind] >= count for kind, count in wanted.items())


def _fits(division: Division, old: Division, year: int | None) -> bool:
    """Whether a division can stand for another: of its level and kind, there in that year, with a short name that is no other word."""
    same = division.level == old.level and _kind(division) == _kind(old)
    return same and _is_plain(division) and divisions.load().alive_at(division, year)


def _is_plain(division: Division) -> bool:
    return bool(division.short) and len(division.short[-1]) > 1 and not division.word


def _kind(division: Division) -> str:
    match = _KIND.search(division.name)
    return match[0] if match else ""


def _bears(division: Division, code: str) -> bool:
    return any(borne == code for borne, _, _ in division.codes)


def _line(division: Division) -> list[Division]:
    return [division, *divisions.load().ancestors(division)]


def _children(division: Division) -> Iterator[Division]:
    return (child for child in divisions.load() if child.parent == division.id)
