"""Ceremonies that are named in two places: 培训班在党校举行开班典礼 tells of the 培训班开班典礼."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.events.mention import Around
from kg.extract.scan import within
from kg.segment import SentenceAt

CEREMONIES: Final = ("仪式", "典礼", "庆典", "开幕式", "闭幕式", "开班式", "结业式", "揭牌式", "启动式")
_FAR: Final = 80
_SHORTEST: Final = 4
_BEFORE: Final = re.compile(
    r"([\u4e00-\u9fff“”‘’（）·0-9]{4,40}?)(?:[在于][^，。；：]{2,30}?)?(?:正式|隆重|顺利|成功|如期|盛大|共同|联合)*(?:举行|举办|召开)了?(?:隆重的?|简短的?|盛大的?)?$"
)
_HELD_FOR: Final = re.compile(
    r"(?:[班园馆厂矿路桥站楼港校院村寺碑塔像庭室所]|项目|工程|基地|中心|公司|广场|生产线|小区|社区|学院|小学|中学|医院|活动|大赛|比赛|论坛|运动会|博览会|展览|支部|协会|联盟|[月周节]|[一二三四五六七八九十]期)[”）]?$"
)
_BUILT: Final = re.compile("[新扩改]建(?:成)?的([\u4e00-\u9fff]{4,16}?)(?:举行|举办)(?:了?[隆简盛]重?[\u4e00-\u9fff]?的?)?$")
"""What was built where somebody held the ceremony."""
_BEFORE_WORKS: Final = ("的", "为")
_MARKS: Final = re.compile("[，。；：！？、 ]|上午|下午|讯")
_LEADS: Final = re.compile(r"(?:我[省市县区州盟旗镇乡村校院局]|本[省市县区校院]|由)")


def held_for(around: Around, sentence: SentenceAt, at: int) -> int:
    """Where the words begin for what the ceremony named at ``at`` was held for; ``at`` where the clause says no such thing."""
    text = around.page.text
    low = max(sentence.start, at - _FAR)
    low = max([low, *(mark.end() for mark in _MARKS.finditer(text, low, at)), *(date.end for date in within(around.dates, low, at))])
    before = _BEFORE.search(text, low, at)
    if before is None:
        return at
    built = _BUILT.search(text, before.end(1), at)
    if built is not None:  # 县法院在某乡新建的|花里法庭|举行
        return built.start(1)
    begin = before.start(1) + max(map(before[1].rfind, _BEFORE_WORKS)) + 1  # 镇政府为|行政效能室|举行
    lead = _LEADS.match(text, begin, before.end(1))
    begin = lead.end() if lead else begin
    return begin if before.end(1) - begin >= _SHORTEST and _HELD_FOR.search(text, begin, before.end(1)) else at


def work(around: Around, begin: int, at: int) -> str:
    """What stands at ``begin``, without where and that the ceremony was held."""
    before = _BEFORE.match(around.page.text, begin, at)
    return before[1] if before else ""
