"""Other parties than the Communist Party, by name, and what their committees are called."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit

_PARTIES: Final = "民革|民盟|民建|民进|农工党|致公党|九三学社|台盟"
PARTIES: Final = frozenset(_PARTIES.split("|"))
"""Their names for short."""
_LEAGUE_IN_FULL: Final = "中国共产主义青年团"
_IN_FULL: Final = {
    _LEAGUE_IN_FULL: "共青团",
    "中国国民党革命委员会": "民革",
    "中国民主同盟": "民盟",
    "中国民主建国会": "民建",
    "中国民主促进会": "民进",
    "中国农工民主党": "农工党",
    "中国致公党": "致公党",
    "台湾民主自治同盟": "台盟",
}
"""Their names in full."""
OF_ANOTHER_PARTY: Final = re.compile(f"(?:{'|'.join(_IN_FULL)}|共青团|{_PARTIES})$")
"""Behind these, a 市委 is not the Communist Party's."""
_LEAGUE: Final = "共青团"
SOCIETY: Final = "九三学社"
_CALLED: Final = {"团": _LEAGUE, "社": SOCIETY}
_FOR_SHORT: Final = re.compile("(?<![\u4e00-\u9fff])[团社]$")
"""The Youth League and the September 3rd Society before their place: 团|邯郸市委, 社|湖北省委, not 集团|邯郸市委."""
SOCIETY_FOR_SHORT: Final = re.compile("(?<![\u4e00-\u9fff])社$")
"""The latter before a level word: 社|省委; 社|区委 would be a neighbourhood's."""
_NEARBY: Final = re.compile(f"(?:{_PARTIES})[\u4e00-\u9fff]{{0,8}}$")
_FAR: Final = 12
_COMMITTEES: Final = frozenset({"委", "委会", "委员会"})
_REGION, _REGIONAL = "自治区", "区委"
_OTHER_WORDS: Final = ("会议", "会见", "会同", "会员", "会客", "会商", "会签", "会诊")
"""What begins with 会 behind a committee and is none of its name: 民建岳阳市委|会员."""
_ORGANS: Final = frozenset({"基层委员会", "总支", "总支部", "支部", "支社", "工委"})
_NAMED: Final = re.compile(f"({_PARTIES})(?:[\u4e00-\u9fff]{{2,8}}?)?([省市县区州])委")
_OF_THE_COMMUNISTS: Final = re.compile(
    "(?<!中共)([省市县区州])委(?:副?书记|常委|[、和]?[省市县区州]政府|组织部|统战部|宣传部|办公厅|政法委|政研室|政策研究室|党校|农办|编办)"
)
"""What is said of the Communist Party's committee even without 中共."""


def of_party(party: str, place: PlaceRef) -> BodyRef:
    """The committee that a party or the Youth League has in ``place``."""
    return BodyRef(f"{party}{place.in_bodies}委", "mass-organisation" if party == "共青团" else "other", place)


def organ_of_party(before: str, place: PlaceRef, core: str) -> tuple[str, BodyRef] | None:
    """The party at the end of ``before`` and its committee or organ in ``place`` whose name ends with ``core``: 农工党|宿迁市|基层委员会."""
    if core == _REGIONAL and place.slot == _REGION:  # 共青团|新疆|区委
        core = core.removeprefix(place.slot[-1])
    if core in PARTIES or core == _LEAGUE:  # 宜昌市|民革, 西华|共青团
        return "", of_party(core, place)
    if core in _COMMITTEES and (called := _FOR_SHORT.search(before)) is not None:
        return called[0], of_party(_CALLED[called[0]], place)
    other = OF_ANOTHER_PARTY.search(before) if core in _COMMITTEES or core in _ORGANS else None
    if other is None:
        return None
    party = _IN_FULL.get(other[0], other[0])
    return other[0], of_party(party, place) if core in _COMMITTEES else BodyRef(party + place.in_bodies + core, "other", place)


def own_parties(text: str) -> dict[str, str]:
    """By level word, the party whose committee of that level a text may call 省委: one that it names, where it speaks of no other."""
    named: dict[str, set[str]] = {}
    for party, level in _NAMED.findall(text):
        named.setdefault(level, set()).add(party)
    communists = set(_OF_THE_COMMUNISTS.findall(text)) if named else set()
    return {level: parties.pop() for level, parties in named.items() if len(parties) == 1 and level not in communists}


def ends_committee(text: str, hit: Hit) -> int:
    """Where the name of a committee ends: behind 会 where another party's is called so, 民进长沙市委|会, but not 市委|会议."""
    if not hit.text.endswith("委") or not text.startswith("会", hit.end) or text.startswith(_OTHER_WORDS, hit.end):
        return hit.end
    return hit.end + (_NEARBY.search(text, max(0, hit.start - _FAR), hit.start) is not None)
