"""Bodies of the whole nation: 中共中央 (党中央, and 中央 where it acts), 国务院, 中组部, 海关总署."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef
from kg.extract.scan import Hit
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.words import NATIONAL_BODIES, SUFFIXES
from kg.model import Basis

_DEPARTMENTS_TOO: Final = frozenset("文化部 建设部 人事部 商务部 财政部 卫生部 信息产业部 工业部 农业部 交通部".split())
"""Names of ministries which in the paper of an organisation are as often those of its own departments."""
_RULE: Final = "centre"
_FUSED_WITH: Final = ("组织", "劳动")
"""What with 人事部 is a department of a school or a firm: 组织|人事部."""
_STATE: Final = ("中华人民共和国", "国家")
_ACTS: Final = re.compile(
    "和(?!地方|各|(?:省|自治区|市)级)|、|，|提出|要求|精神|部署|决定|关于|召开|印发|指出|强调|批准|同意|确定|认为|作出|八项规定|“?八项规定|有关(?:部门|文件|规定|精神)|的?(?:重大)?决策|政治局|组织部|宣传部|统战部|办公厅|纪委|文明办|政法委|党校|决策|号召"
)
"""What behind 中央 says that it is the Central Committee, not an adjective (中央领导, 中央财政, 中央大街)."""

_MEMBER: Final = re.compile(r"[\n：] ?([\u4e00-\u9fff]{2,3})$")
_LONGEST_MEMBER: Final = 5
_STATE_COUNCIL: Final = "国务院"
_DOING: Final = ("落实好", "执行好", "学习好", "领会好", "按照", "根据")
"""What before 中央 is no part of a name."""


_INSPECTORS: Final = ("巡视组", "督导组", "指导组", "检查组", "督查组", "巡回督导组", "巡回指导组")
_SENT: Final = re.compile(
    "(?:中共)?中央(?:(?:第[一二三四五六七八九十]{1,3}批)?(?:党的)?(?:深入)?[\u4e00-\u9fff“”]{2,20}?(?:活动|教育))?(?:第[一二三四五六七八九十]{1,3})?(?:巡回)?$"
)
_LONGEST_SENT: Final = 40


def centre(reader: Reader, hit: Hit) -> BodyMention | None:
    """中共中央 (党中央, and 中央 where it acts), and the other bodies of the nation: 国务院, 中组部, 海关总署."""
    if hit.text in NATIONAL_BODIES:
        return _of_the_nation(reader, hit)
    begins = reader.words.left_boundary(hit.start) or reader.text.endswith(_DOING, 0, hit.start)
    acts = hit.text == "中央" and begins and _ACTS.match(reader.text, hit.end)
    if acts or hit.text in ("中共中央", "党中央"):
        return BodyMention(hit.start, hit.end, BodyRef("中共中央", "party-committee"), Basis.STATED, _RULE, 0.9)
    return None


def inspects_for_centre(reader: Reader, hit: Hit) -> BodyMention | None:
    """中央第四|巡视组, 中央第二批…活动第六巡回|检查组: inspectors whom the centre sends."""
    sent = _SENT.search(reader.text, max(0, hit.start - _LONGEST_SENT), hit.start) if hit.text in _INSPECTORS else None
    if sent is None or not reader.words.left_boundary(sent.start()):
        return None
    name = reader.text[sent.start() : hit.end].removeprefix("中共")
    return BodyMention(sent.start(), hit.end, BodyRef(name, SUFFIXES[hit.text].kind), Basis.STATED, "free name", 0.9)


def _of_the_nation(reader: Reader, hit: Hit) -> BodyMention | None:
    nation = NATIONAL_BODIES[hit.text]
    state = next((state for state in _STATE if reader.text.endswith(state, 0, hit.start)), "")
    start = hit.start - len(state)  # 国家|卫生部, 中华人民共和国|教育部
    last = reader.found[-1] if reader.found else None
    in_row = last is not None and last.rule == _RULE and reader.text[last.end : start] == "、"  # 国务院、|财政部
    own = (reader.context(hit).self_bodies and not in_row) or reader.text.endswith(_FUSED_WITH, 0, start)
    doubtful = start == hit.start and hit.text in _DEPARTMENTS_TOO and own
    made = reader.text[start - 1 : start] in ("为", "任") and reader.words.opens_post(hit)  # 任命张勇为|教育部|副部长
    if doubtful or not (made or reader.words.left_boundary(start) or _heads_member(reader, start, hit)):
        return None
    return BodyMention(start, hit.end, BodyRef(nation.name, nation.kind), Basis.STATED, _RULE, 0.95)


def _heads_member(reader: Reader, start: int, hit: Hit) -> bool:
    """Whether a line of a list of members names one right before the body, and a title follows: 张宝川|农业部|副部长."""
    member = _MEMBER.search(reader.text, max(0, start - _LONGEST_MEMBER), start)
    titled = reader.words.opens_post(hit) or hit.text == _STATE_COUNCIL
    return member is not None and titled and member[1][0] in COMMON_SURNAMES
