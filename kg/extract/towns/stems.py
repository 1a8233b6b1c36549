"""What is no name of a town or village: stems that make another word before 镇, 乡, 村, and what makes one behind it."""

from __future__ import annotations

import re
from typing import Final

from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.words import TOWN_FOLLOWERS, TOWN_STEMS_NOT, TOWN_STEMS_NOT_BEHIND

_FOLLOWING: Final = re.compile("（(?:街道|乡|镇|村|社区)|民(?![族政生营])|办(?!事处)|工作(?![队组])")
"""What makes another word of 镇, 乡, 村 behind it beside the followers of the table: but not 镇|办事处, 村|工作队."""
_BEHIND_A_PLACE: Final = re.compile("(?:.*[镇乡][原现]|(?:.*[各全县市区城])?乡)$|[\u4e00-\u9fff]?[全各]")


def is_no_stem(stem: str) -> bool:
    """Whether ``stem`` makes another word or phrase before 镇, 乡, 村: 示范|村."""
    return stem.endswith(TOWN_STEMS_NOT)


def is_no_stem_behind_a_place(stem: str) -> bool:
    """Whether it is no name even right behind a place: 长沙县各|镇, 彰武县农|村."""
    return stem.endswith(TOWN_STEMS_NOT_BEHIND) or _BEHIND_A_PLACE.match(stem) is not None


def is_market(stem: str, word: str) -> bool:
    """Whether ``stem`` is a surname and 集 or 村 before 镇, or ends with 镇 before 乡: 胡集|镇, 张村|镇, 盐镇|乡."""
    if len(stem) != 2:
        return False
    return (word == "镇" and stem[1] in "集村" and stem[0] in COMMON_SURNAMES) or (
        word == "乡" and stem[1] == "镇" and stem[0] not in "各全城集乡"
    )


def is_other_word(text: str, match: re.Match[str]) -> bool:
    """Whether what follows makes another word of it: 镇|级, 村|民, 乡|村振兴."""
    if match[0] in ("镇", "乡") and text.startswith("村", match.end()):
        return True
    if match[0] in ("乡", "村") and text.startswith("镇", match.end()):  # 虞乡|镇, 张村|镇
        return True
    return text.startswith(TOWN_FOLLOWERS, match.end()) or _FOLLOWING.match(text, match.end()) is not None
