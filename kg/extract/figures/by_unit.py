"""What a number counts where its unit has a say: what tells it by itself (一千多|人口), and companions, cases and people behind it."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import phrases
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page
from kg.lexicon.words import UNITS

_BY_THEMSELVES: Final = {**{division: division for division in "镇乡村市县区"}, "口人": "人口"}
"""Units that say what is counted, whatever stands around them."""
ALL: Final = {"户": "户数", "人": "人口"}
_DIMENSION: Final = re.compile("[长宽高深厚](?=、)")
"""80米|长、6米宽的道路."""
_HOUSEHOLDERS: Final = re.compile("人(?=[，。；、）]|$)")
"""540多户|人."""
_FOR: Final = "为期"
"""Before how long something lasted, which stands behind it: 为期|60天|的巡察工作."""
ONES: Final = ("名", "位")
_ARE_PEOPLE: Final = re.compile(
    "(?:干部|党员|群众|青年|人员|代表|教师|学生|医生|职工|农民|村民|老人|儿童|专家|人才|委员|官兵|民警|妇女|村官|书记|主任)$"
)
_COMPANIONS: Final = frozenset({"同志", "人", "名同志", "人员"})
_SENT_AS: Final = re.compile(
    r"同志?(?:成?为|任|荣?获|被授予)?[^，。；“”]{0,8}?“?([\u4e00-\u9fff]{2,12})(?:”(?:荣誉)?称号)"
    r"|同志?(?:成?为|任)“?([\u4e00-\u9fff]{2,12})"
)
_WHOSE_MATTER: Final = re.compile(r"的([\u4e00-\u9fff]{2,8})(?=[，。；、]|$)")
"""6名同志的免职议案."""
_MATTERS: Final = frozenset({"起", "件", "宗", "例", "项", "类", "种"})
"""Units of what is told at length: cases, affairs, measures."""
_CASES: Final = re.compile("(?![^，。；、]{0,10}的)[\u4e00-\u9fff]{2,12}?(?:案件|案|事故|纠纷|警情)(?=[，。；、（]|$)")
"""9起|盗窃案件."""
_OF_THE_NEXT: Final = frozenset({"总投资", "投资", "总产值", "产值", "总面积", "占地", "投资额", "总金额", "金额", "资金", "建筑面积"})
_FAR_BEHIND: Final = 40


def by_itself(page: Page, number: Number) -> tuple[str, str] | None:
    """What the unit says (口人, 一千多|人口), or what is worth so much."""
    if number.unit == "人" and page.text.startswith("口", number.end):
        return "人口", "unit"
    dimension = _DIMENSION.match(page.text, number.end) if UNITS.get(number.unit) == "length" else None
    if dimension is not None:
        return dimension[0], "unit"
    if number.unit == "户" and _HOUSEHOLDERS.match(page.text, number.end):
        return ALL["户"], "unit"
    if number.unit == "元" and (money := phrases.money(page, number.end)):
        return money, "noun behind"
    lasting = page.text.endswith(_FOR, 0, number.start) and page.text.startswith("的", number.end)
    if lasting and (what := phrases.behind(page, number.end + 1)):
        return what, "noun behind"
    if worth := phrases.worth(page, number.start, number.end):
        return worth, "noun behind"
    return (_BY_THEMSELVES[number.unit], "unit") if number.unit in _BY_THEMSELVES else None


def behind(page: Page, names: Names, number: Number, following: Number | None) -> str:
    """The nouns behind the unit; of companions (等15位同志辞去…) what they did or became; ``following`` is the next number."""
    if number.unit == "人" and page.text.startswith("民", number.end):
        return "人民"
    if number.unit in _MATTERS and (told := phrases.matter(page, number.end)):
        return told
    if number.unit in _MATTERS and (case := _CASES.match(page.text, number.end)):
        return case[0]
    after = phrases.behind(page, number.end)
    at = number.end + len(after)
    if number.unit in ONES and page.text.startswith("的", at) and _ARE_PEOPLE.search(who := phrases.behind(page, at + 1)):
        return who  # 41名|年轻有为的|后备干部
    if after not in _COMPANIONS:
        return _own(page, names, number.end, after, following)
    sent = _SENT_AS.match(page.text, number.end)
    of = _WHOSE_MATTER.match(page.text, at)
    decided = sent if sent is not None else of
    return decided[decided.lastindex or 1] if decided is not None else phrases.deed(page, at) or after


def _own(page: Page, names: Names, at: int, nouns: str, following: Number | None) -> str:
    """``nouns`` that begin at ``at``, without the name of a body or place beside them: 14名|人大代表|和某县法院干部.

    Nothing where they belong to the next figure: 项目30个|总投资2亿元.
    """
    if nouns in _OF_THE_NEXT and following is not None and following.start == at + len(nouns):
        return ""
    beside = nouns.find("和")
    at = page.text.find(nouns, at, at + _FAR_BEHIND) if beside > 1 else -1
    return nouns[:beside] if at >= 0 and names.hold(at + beside + 1) else nouns
