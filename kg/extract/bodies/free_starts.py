"""Where a name of its own starts that is read leftwards from its suffix: behind what is none of it, with what the segmenter cuts off."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import LEVELS, level_ending
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.starts import name_start
from kg.extract.bodies.words import TWO_BODIES
from kg.extract.names import ends_behind_title
from kg.extract.scan import Hit
from kg.lexicon.stops import INSIDE_NAMES
from kg.lexicon.towns import is_town
from kg.lexicon.words import SUFFIXES

NUMBER: Final = re.compile("[〇零一二三四五六七八九]{3,5}$")
"""A firm's name that is a number: 三五二六|公司."""
_LONGEST_NUMBER: Final = 5
BANK: Final = "银行"
_FIRMS: Final = (BANK, "公司", "集团", "有限公司", "有限责任公司", "股份有限公司")
_AT_EVENT: Final = re.compile("(?:会|会议|仪式|活动|典礼|论坛|晚会|比赛)上")
"""Before a name: where something was said (仪式上|团委书记)."""
_AT_PLACE: Final = re.compile("在(?![线职校建岗营册野外])")
"""Inside what the segmenter reads as one word with the name before it: 慕德|贵在|四渡赤水培训学院."""
_ROLE: Final = re.compile("(?:开发|投资|供货|供应|承包|经销|代理|运营)商|(?:施工|建设|监理|中标|承建|设计)(?:单位|方)|辖区内?|当地")
"""Before a firm: what it is there: 开发商|恒昌公司."""
_ELSEWHERE: Final = re.compile("(?:[省市县区州国境]内?外|[省市县区州]内)(?=[\u4e00-\u9fff]{2})")
"""Before a firm: that it is within or beyond the place: 省外|内蒙古某煤矿."""
_LANDS: Final = ("公园", "保护区", "名胜区", "风景区")
_LAND: Final = re.compile("|".join(_LANDS))
_PARK: Final = re.compile(
    "(?:^|[、，。；：\n])([\u4e00-\u9fff]{2,5}(?:国家级?|省级|市级)?(?:森林|湿地|地质|沙漠|矿山)?(?:自然|风景)?(?:公园|保护区|名胜区|风景区))"
)
"""A park that a list or a clause begins with, by the name of its mountain or lake, which the segmenter cuts up: 、|幕阜山国家森林公园|管理处."""
_LONGEST_PARK: Final = 18
_CHINA, _SHORTEST_NAME = "中国", 2
"""With what names of associations of the nation begin, whoever is named before, by two characters or more."""
_AND_ALSO: Final = re.compile("兼任?|自[办建筹]|[新上本首]一?届(?=[\u4e00-\u9fff])")
"""Before a second post, what somebody runs, or which of several committees: 部长赵惠兼|办公室主任, 党员甲自办|塑料厂, 新一届|学院党总支."""
_FACULTY, _ONE_FIELD = "学院", frozenset("商法医理工文农药")
_RECTIFIED: Final = ("教育整顿", "专项整治", "集中整治", "科学发展观活动")
_OWN_CAMPAIGN: Final = re.compile(
    "[，、。；：由]((?:学校|[院校局厅委狱部])(?:(?:[\u4e00-\u9fff]{2,6})?(?:教育整顿|专项整治|集中整治)|深入学习实践科学发展观活动))$"
)
"""、|院队伍教育整顿|领导小组, 、|厅深入学习实践…活动|领导小组: the campaign of the body whose heads are listed."""
_LONGEST_CAMPAIGN: Final = 18
_PORT: Final = "口岸"
_AT_PORT: Final = re.compile("(?:^|[、，。；：\n 与和对到在旗县市州盟])([\u4e00-\u9fff]{2,5})$")
"""Where a port of entry lies, by which it is called: 、巴音塔拉|口岸管委会."""
_LONGEST_PORT: Final = 6
_DONE_WELL: Final = frozenset("用建管办守抓")
"""Verbs that with 好 say what is done with a house, whatever the dictionary has them for: 用|好|纪念馆, as 发挥|好|农业银行."""
_MONTH: Final = re.compile("月份?")
_NEW: Final = "新"
_TOWN_OF_THREE: Final = 3
"""Characters of a town's name of which the first is a word of its own to the segmenter."""
_CHAMBER, _ALL_CHAMBERS = "商会", "全联"
"""What chambers of the nation's federation of industry and commerce begin with: 全联|旅游业商会."""
_NOT_OF_FIRMS: Final = frozenset(
    "和与及在由为对向从到是有经按把被将让等各该我本某以并还又也共赴访见请获含给驻投该原前现其此这那每全多几两如即则但而或"
)
"""Characters that alone before a firm are none of its name."""
_LEFT: Final = (*_FIRMS, "厂", "煤矿")
"""What one character may be left before."""
_MARKS: Final = ("、", "，", "。", "；", "：", "（", "“", "\n")
_MARKS_BEFORE: Final = ("", "了", *_MARKS)
FUNCTION_TAGS: Final = frozenset("tdcprf")
"""First letters of the tags of words that make no name: when, how, and, this."""


def free_start(reader: Reader, hit: Hit) -> int | None:
    """Where the name before ``hit`` starts: behind what is none of it, with what the segmenter cuts off; None where another body's deed is told between."""
    start = _short_start(reader, hit) or name_start(reader.words, hit)
    over = reader.places.before(hit.start)
    start = over.start if over is not None and over.start < start < over.end else start  # 土|城镇|游客接待中心
    start += reader.text[start] in "和与及" and reader.text[start + 1 : start + 2] in LEVELS  # 和|县水政监察大队
    start = max(
        [
            start,
            *(
                cut.end()
                for parts in (TWO_BODIES, _AT_EVENT, _AT_PLACE, _ROLE, _AND_ALSO)
                for cut in parts.finditer(reader.text, start, hit.start)
            ),
        ]
    )
    nation = reader.text.find(_CHINA, start + _SHORTEST_NAME, hit.start) if SUFFIXES[hit.text].kind == "association" else -1
    start = nation if nation >= 0 else start  # 授予|姚军|中国旅游协会
    start += 2 * (reader.text[start + 1 : start + 2] == "和" and ends_behind_title(reader.text, start + 1))  # 副市长张冬|云和|首钢总公司
    elsewhere = _ELSEWHERE.match(reader.text, start, hit.start)
    start = elsewhere.end() if elsewhere is not None else start
    last = reader.found[-1] if reader.found else None
    if last is not None and start < last.end < hit.start and _acts(reader, last.end, hit):  # 某银行某省分行|发挥|政策性银行
        return None
    if (number := NUMBER.search(reader.text, max(0, hit.start - _LONGEST_NUMBER), hit.start)) is not None:  # 三五二六|公司
        start = min(start, number.start())
    first = reader.page.tokens(start, hit.start)[:1]
    if (
        reader.text[start - 1 : start] == _NEW and first and first[0].end == start + 1 and first[0].tag[0] not in FUNCTION_TAGS
    ):  # 的|新久棉业有限公司
        start -= 1
    start -= start > 0 and is_town(reader.text[start - 1 : start - 1 + _TOWN_OF_THREE])  # 到|正阳关农场
    start -= (
        _is_left(reader, hit, start)
        or _one_left(reader, hit, start)
        or (hit.text == _CHAMBER and reader.text.startswith(_ALL_CHAMBERS, start - 1))
    )
    start += reader.text[start] == "记" and reader.text[start - 1 : start] in ("—", "－", "-")  # ——|记|某集团
    if reader.text.endswith(_LANDS, start, hit.start) or _LAND.search(hit.text) is not None:
        park = _PARK.search(reader.text, max(0, hit.start - _LONGEST_PARK), hit.end)
        start = min(start, park.start(1)) if park is not None else start
    start = _port_start(reader, start) if reader.text[start : hit.start] == _PORT else start
    if reader.text[start] == "月" and reader.text[start - 1 : start].isdigit() and (month := _MONTH.match(reader.text, start)):
        start = min(month.end(), hit.start)  # 5月份|学院
    if reader.text[start] == "好" and (verb := reader.page.word_before(start)) is not None and (verb.tag == "v" or verb.text in _DONE_WELL):
        start += 1
    return start


def _port_start(reader: Reader, start: int) -> int:
    """Where the name of the place starts by which the port of entry at ``start`` is called, or ``start``."""
    port = _AT_PORT.search(reader.text, max(0, start - _LONGEST_PORT), start)
    return start if port is None or reader.words.has_verb(port.start(1), start) else port.start(1)


def _short_start(reader: Reader, hit: Hit) -> int:
    """Where the name starts of a faculty that is called by one character (、|商学院|院长), or of what a body rectifies in itself; else 0."""
    if hit.text == _FACULTY and hit.start and reader.text[hit.start - 1] in _ONE_FIELD and reader.words.opens_post(hit):
        return hit.start - 1 if reader.page.breaks(hit.start - 1) else 0
    group = SUFFIXES[hit.text].kind == "leading-group" and reader.text.endswith(_RECTIFIED, 0, hit.start)
    own = _OWN_CAMPAIGN.search(reader.text, max(0, hit.start - _LONGEST_CAMPAIGN), hit.start) if group else None
    return own.start(1) if own is not None else 0


def _is_left(reader: Reader, hit: Hit, start: int) -> bool:
    """Whether one character is left between a mark and the name of a firm, which begins with it: 、|尧|柏水泥公司, ，|常|林股份公司."""
    text = reader.text
    if not hit.text.endswith(_LEFT) or start < 1 or text[start - 1] in _NOT_OF_FIRMS or not "\u4e00" <= text[start - 1] <= "\u9fff":
        return False
    word = reader.page.word_before(start)
    return text[start - 2 : start - 1] in _MARKS_BEFORE and word is not None and word.tag[0] not in "vpcru"


def _one_left(reader: Reader, hit: Hit, start: int) -> bool:
    """Whether all that is left of a group's name is one character, behind a verb of one at the head of a clause: ，|开|磷集团."""
    return hit.start - start == 1 and hit.text.startswith("集团") and reader.text[start - 2 : start - 1] in _MARKS


def level_of_group(reader: Reader, start: int) -> str:
    """The level word before the campaign of a group: 成立了由甲任组长的|市|基层组织建设年活动领导小组."""
    level = level_ending(reader.text, start)
    return level if level and reader.text[start - len(level) - 1 : start - len(level)] == "的" else ""


def _acts(reader: Reader, at: int, hit: Hit) -> bool:
    """Whether a verb of two characters begins at ``at``, behind a body, and a firm or branch ends at ``hit``, which is then another: 分行|发挥|政策性银行."""
    first = reader.page.tokens(at, hit.start)[0]
    if first.tag != "v" or len(first.text) < 2:
        return False
    return SUFFIXES[hit.text].kind == "party-branch" or (hit.text in _FIRMS and first.text not in INSIDE_NAMES)
