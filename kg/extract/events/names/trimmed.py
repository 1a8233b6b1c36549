"""What stands at the head of a name that was read back and only leads to it: 中央和|省委农村工作会议, 安排部署|全省造林会议."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.names.name import REACH, YEAR

_OWN: Final = "省市州盟县区旗镇乡村校局院厂"
_BESIDE_SPIRIT: Final = re.compile("精神[和、及与](?![^。]*精神)")
"""党的十九大精神和|省委十一届五次全会: what is studied beside a session is no part of its name, unless both have 精神."""
_MONTH: Final = "月份"
_GRADE: Final = re.compile(r"(?:19|20)\d\d$")
_PAPER: Final = re.compile("(?:相关|有关)?(?:文件|讲话|通知|意见|决定)(?:精神)?[和及与、]")
"""…号文件和全国科技大会精神: what is studied beside a meeting."""
_SESSION_BESIDE: Final = re.compile("届第?[一二三四五六七八九十0-9]{1,3}次[、和及与](?=[^，。；、]{2,12}届)")
"""省委八届七次、|市委五届八次全会: the session of another body."""
_LEVEL_BESIDE: Final = re.compile("(?:中央|全?[国省市县区州旗]委?)[和及与](?=(?:全[省市县区州旗]|[省市县区州旗]委))")
_ARRANGED: Final = re.compile(
    "(?:等?方式)?(?:安排|部署|研究|讨论|审议|督查|督导|检查)+(?=[全我本][国省市县区州旗镇乡校系]|[省市州县区旗]委)"
)
"""安排部署全省造林会议, 等方式督查市委工作会议: what is done before the name begins."""
_HELD_SOMEHOW: Final = re.compile("(?:积极|认真|扎实|大力|精心|隆重|热烈)(?:开展|组织|举办|召开|举行)")
"""积极开展|公判大会."""


def trimmed(text: str, low: int, start: int, at: int) -> int:
    """Where the name begins once what only leads to it is left out, and the year of 2022年度 is taken in."""
    beside = max(text.rfind("》" + joint, start, at) for joint in "和与及、")
    start = beside + 2 if beside >= 0 else start  # 《…报告》和|会议精神
    while start < at and text[start] in "、的和与及暨好":
        start += 1
    start += text[start - 1 : start] == "该" and text[start] in _OWN  # 该乡|教师节庆祝活动
    spirit = _BESIDE_SPIRIT.search(text, start, at)
    start = spirit.end() if spirit is not None else start
    beside_level = _LEVEL_BESIDE.match(text, start, at)
    start = beside_level.end() if beside_level is not None else start  # 中央和|省委农村工作会议
    start = max([start, *(session.end() for session in _SESSION_BESIDE.finditer(text, start, at))])
    arranged = _ARRANGED.match(text, start, at)
    start = arranged.end() if arranged is not None else start
    start = max([start, *(held.end() for held in _HELD_SOMEHOW.finditer(text, start, at))])
    start += len(_MONTH) if text.startswith(_MONTH, start) and text[start - 1 : start].isdecimal() else 0  # 12|月份|重点项目开工仪式
    paper = _PAPER.match(text, start, at)
    start = paper.end() if paper is not None else start
    year = _GRADE.search(text, max(low, start - YEAR), start) if text[start] == "级" else None
    start = year.start() if year is not None else start  # 2018|级新生开学典礼
    dated = text.startswith("年度", start) and start - YEAR >= low and text[start - YEAR : start].isdecimal()
    start = start - YEAR if dated else start
    marked = text.rfind("“", max(low, start - REACH), start) if dated and text[start - 1] == "”" else -1
    return marked if marked >= 0 else start  # “最美岳州人”2012年度|人物颁奖典礼
