"""People whom the phrase around a name tells: 握着甲的手, 在甲的带动下, 据甲介绍, 来到甲家, “最美村官”甲的事迹."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import names
from kg.extract.posts.register import Register
from kg.lexicon import divisions
from kg.lexicon.people import COMMON_SURNAMES, COMPOUND_SURNAMES, TRANSLITERATION

_NAME: Final = "([\u4e00-\u9fff]{2,4}?|[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6})"
_PHRASES: Final = (
    re.compile(f"[握拉][着住]{_NAME}的(?:双)?手"),
    re.compile(
        f"在{_NAME}(?:同志)?的(?:带动|带领|帮助|影响|倡议|指导|支持|陪同|感召|努力|精心)(?:[和与、][\u4e00-\u9fff]{{2}}|[\u4e00-\u9fff]{{2}})?下"
    ),
    re.compile(f"(?:见到|遇到|找到|采访){_NAME}时(?=，)"),
    re.compile(f"据{_NAME}(?:介绍|透露|回忆|反映|说)"),
    re.compile(f"(?:来到|走进|走访|看望|慰问)了?{_NAME}(?:的)?家(?=[，。；、里中])"),
    re.compile(
        f"(?:听取了?[^，。；]{{2,40}}和|听取了?){_NAME}(?:同志)?(?:所作的|关于[^，。；]{{2,24}}的)[^，。；]{{0,8}}(?:汇报|报告|介绍|发言)"
    ),
    re.compile(f"以{_NAME}(?:同志|先生|校友|大姐|师姐|师兄|老师|书记)?为(?:榜样|楷模|标杆|镜)"),
    re.compile(f"”{_NAME}(?:同志)?的(?:先进|感人|优秀|模范)?事迹"),
)
"""What stands around a name, which is all that stands there."""
_STUDIO: Final = "工作室"
_OF_A_STUDIO: Final = re.compile(
    f"[，、：和及到了在以]以?{_NAME}(?:劳模|劳动模范|(?:技能)?大师|创新|名师|名校长|名班主任|法官|调解|书记)工作室"
)
"""甲|劳模工作室: called after who leads it; looked for only where the word stands, as it may begin anywhere."""
_NOBODY: Final = re.compile("[户庄店村寨]$|^(?:公司|高校|全家|本人|大家|群众|农户)")
"""Families, settlements and people in general."""


def put_in_phrases(register: Register) -> None:
    """Add those whom such phrases name."""
    page = register.around.page
    for pattern in (*_PHRASES, _OF_A_STUDIO) if _STUDIO in register.text else _PHRASES:
        for match in pattern.finditer(register.text):
            start, name = match.start(1), match[1]
            if (
                start not in register.people
                and page.mined(start)
                and _is_somebody(name)
                and not register.around.in_body(start, match.end(1))
            ):
                register.add_name(start, match.end(1), "in a phrase", 0.85)


def _is_somebody(name: str) -> bool:
    """Whether ``name`` is one: a common surname first, no place, no word for people."""
    if "·" in name:
        return TRANSLITERATION.issuperset(name.replace("·", ""))  # not 村民买买提·艾力的
    if _NOBODY.search(name) or name in divisions.load().by_short:
        return False
    return names.is_whole(name) and (name[0] in COMMON_SURNAMES or name[:2] in COMPOUND_SURNAMES)
