"""Numbers without a unit that count or measure all the same: a population, people, a rate, a sum behind its label."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.extract.figures import phrases
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page

_POPULATION: Final = re.compile(
    r"(?:[全我本][省市州盟县区旗镇乡村]|以[上下]的?)?([\u4e00-\u9fff]{0,4}人口|[\u4e00-\u9fff]{2,6}人[员数])(?:是|约|有|为|达|近|共|超过|突破|将近|约有|约为|减少了?|增加了?|减至|增至|下降到了?|上升到了?)*$"
)
_PEOPLE: Final = re.compile(
    r"人口|群众|居民|党员|干部|职工|农民工|农民|村民|市民|牧民|移民|学生|师生|百姓|侨胞|华侨|乡亲|游客|旅客|观众|志愿者|务工人员|劳动力|考生|网民|老年人|老人|儿童|妇女|青少年|青年|教师|工人|用户"
)
_HOUSES: Final = re.compile(r"(?:农|牧|用|贫困|困难|住)户$|家庭$")
_ORGANISATIONS: Final = re.compile("(?:党组织|党支部|党委|社会组织|企业|合作社|学校)$")
_TEN_THOUSAND: Final = 10_000
_RATE: Final = re.compile(
    r"(?:集团|公司|全[省市县区镇村]|我[省市县区镇局])?([\u4e00-\u9fff]{2,10}(?:率|系数|指数|比例))(?:为|达|达到|下降到|下降至|降到|降至|上升到|提高到|控制在)$"
)
_LABEL: Final = re.compile(r"([\u4e00-\u9fff]{2,10})：$")
_SUM: Final = re.compile(r"(?:资金|经费|捐款|贷款|投资|补贴|补助|收入|产值|利润|税收|慰问金)(?:约|共|共计|为|达|达到|近|超过|突破)*$")
_FAR: Final = 28
_LONGEST_SUM: Final = 9
_MONEY: Final = ("金额", "资金", "经费", "款", "费", "收入", "支出", "结余", "余额", "合计")


class Found(NamedTuple):
    """A number with the unit that it has by what it counts."""

    number: Number
    measure: str
    rule: str
    confidence: float


def read(page: Page, names: Names, number: Number) -> Found | None:
    """What ``number`` of ``page`` counts, if it is one that needs no unit."""
    text = page.text
    if text.startswith((":", "："), number.end):  # 7.2:50.3:42.5
        return None
    population = _POPULATION.search(text, max(0, number.start - 12), number.start)
    if population is not None:  # 总人口30万
        return Found(number._replace(unit="人"), population[1], "noun before", 0.8)
    return _sum(page, names, number) or _of_people(page, number) or _rate(text, number) or _labelled(text, number)


def _of_people(page: Page, number: Number) -> Found | None:
    """1.12万贫困人口, 43万农户."""
    if number.value < _TEN_THOUSAND or page.text[number.end - 1] not in "万亿余多":
        return None
    after = phrases.behind(page, number.end)
    of = number.end + len(after)
    if after and page.text.startswith("的", of):  # 旅居各地的侨胞
        after = phrases.behind(page, of + 1) or after
    people = _PEOPLE.search(after)
    if people is not None:
        return Found(number._replace(unit="人"), after[: people.end()], "noun behind", 0.8)
    unit = "户" if _HOUSES.search(after) else "个" if _ORGANISATIONS.search(after) else ""
    return Found(number._replace(unit=unit), after, "noun behind", 0.8) if unit else None


def _sum(page: Page, names: Names, number: Number) -> Found | None:
    """帮扶资金1970万."""
    if number.value < _TEN_THOUSAND or page.text[number.end - 1] not in "万亿余多":
        return None
    if _SUM.search(page.text, max(0, number.start - _LONGEST_SUM), number.start) is None:
        return None
    what = phrases.before(page, names, max(0, number.start - _FAR), number.start).text
    return Found(number._replace(unit="元"), what, "noun before", 0.7) if what else None


def _rate(text: str, number: Number) -> Found | None:
    """死亡率下降到0.05."""
    rate = _RATE.search(text, max(0, number.start - 16), number.start)
    return Found(number, rate[1], "rate", 0.7) if rate is not None and number.value < 1000 else None


def _labelled(text: str, number: Number) -> Found | None:
    """金额：86412.50."""
    label = _LABEL.search(text, max(0, number.start - 11), number.start)
    if label is None or number.value == int(number.value):
        return None
    return Found(number._replace(unit="元" if label[1].endswith(_MONEY) else ""), label[1], "label", 0.7)
