"""Deputies written with a character of the same or a like sound: 县委付书记王磊, 市总工会幅主席李强 are a 副书记 and a 副主席.

付 is a surname, too (付主任 alone is Director Fu), and 幅 counts pictures (一幅主席像): either is taken for 副 only where what it
stands on is a body, a post or a mark between posts, and a name follows the title.
"""

from __future__ import annotations

import re
from typing import Final

from kg.aligned import Edit
from kg.lexicon.people import SURNAMES
from kg.lexicon.words import OFFICES

_WRITTEN: Final = re.compile("[付幅]")
_TITLES: Final = sorted((title[1:] for title in OFFICES if title.startswith("副")), key=len, reverse=True)
_DEPUTY: Final = re.compile(f"[付幅](?:{'|'.join(map(re.escape, _TITLES))})(?P<next>.{{0,2}})")
_BEFORE: Final = re.compile(
    r"(?:[委会局院府协联办司厅处校部组庭所站科室社镇乡县市区团盟旗州党]|常务|专职|常委|书记|主席|[局处科院校站所组部会]长|主任|[、，和兼任])$"
)
_LONGEST_BEFORE: Final = 2
_NO_NAMES: Final = frozenset("和与及于从向同任对由说在的")
"""Surnames, and no surnames, with which behind a title the sentence rather goes on: 付书记和…."""


def find(text: str) -> list[Edit]:
    """An edit for each such character, one for one."""
    if _WRITTEN.search(text) is None:
        return []
    return [
        Edit(match.start(), match.start() + 1, "副", note="a deputy, by another character of like sound")
        for match in _DEPUTY.finditer(text)
        if _leads_on(match["next"]) and _BEFORE.search(text, max(0, match.start() - _LONGEST_BEFORE), match.start())
    ]


def _leads_on(behind: str) -> bool:
    """Whether a name follows, or another title of the same person."""
    if behind[:1] == "、":
        return True
    return behind[:1] not in _NO_NAMES and (behind[:1] in SURNAMES or behind in SURNAMES)
