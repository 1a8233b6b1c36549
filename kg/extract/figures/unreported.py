"""Numbers that report nothing: who came and how many, what an advertisement offers, what works are to make, what was counted before."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.figures import phrases
from kg.extract.figures.mention import PEOPLE
from kg.extract.figures.names import Names
from kg.extract.figures.numbers import Number
from kg.extract.page import Page

_MAKES: Final = ("年产", "日产", "日处理", "年处理", "年加工", "年出栏")
_WORKS: Final = re.compile("(?:[^，。；、：]{1,30}?)?(?:项目|生产线|工程)")
"""Behind what works are to make: their name, and no figure."""
_LISTED_WORKS: Final = re.compile("[\u4e00-\u9fff]{2,20}?(?:项目|工程)(?:[、和及]|等)")
"""Behind the size of works: their name, in a list."""
_NOT_IN_WORKS: Final = ("元", "个", "项", "人", "户")
_ALL_HOMES: Final = "万家"
_WENT: Final = ("访问", "来", "到", "赴", "前往", "深入", "一行", "走访", "拜访", "应邀", "涉", "案")
_NOTHING: Final = re.compile(r"(?:免费(?:订阅|试用|试听|体验)|(?:阅读?|浏览|点击|热度|人气)[：: ]{0,2})$")
_NOTHING_LENGTH: Final = 4
_VOLTS: Final = ("千伏", "伏")
_NO_REPORT: Final = {
    "元": ("/美元", "/欧元"),
    "人": ("评论", "点赞", "收藏", "回复"),
    "家": ("争鸣", "讲坛"),
    "项": ("目",),
    "首": ("采", "批", "次", "届", "家", "期", "轮", "任", "创"),
}
"""By unit: what behind it says that nothing was counted: 6.32元/美元, 0人评论, 百家争鸣, 112201首采工作面."""
_POINTS: Final = ("明显", "显著", "更加", "进一步")
_OF_SIZE: Final = re.compile("(?:项目|工程|企业|公司|合作社|单位|园区|基地|大户|农户|商户|户|村|镇|能手|案件|合同|订单|设备)$")
"""What is told apart by sums that it reaches."""
_COMPANY: Final = re.compile("(?<![团队组])一行$|[这那]$")
"""Before so many who came, or who were counted before: no report, unless it says what they are."""
_LISTED: Final = re.compile("(?:^|[\u4e00-\u9fff])(?<![岁级人元亩名年分次里度成])(?:以下|下列|如下)$")
"""Before so many that are listed then: 有以下|3种情况, not 35岁以下|287人."""


def reports_nothing(page: Page, names: Names, low: int, number: Number) -> bool:
    """张三等一行5人 says who came, not what was counted (代表团一行8人 does); 免费订阅30天 is an advertisement, 阅400次 chrome.

    这5人 were counted before.
    So many kilovolts before a noun tell lines and stations apart (110千伏变电站), and 6个明显 sums up points.
    """
    if _came(page, names, number):
        return True
    if page.text.endswith(_MAKES, low, number.start) and _WORKS.match(page.text, number.end):
        return True  # 年产12亿颗电池项目
    if page.text.startswith(_NO_REPORT.get(number.unit, ()), number.end):
        return True
    if _names_works(page, names, number) or _names_shops(page, number):
        return True
    if (number.unit in _VOLTS and "\u4e00" <= page.text[number.end : number.end + 1] <= "\u9fff") or (
        number.unit == "个" and page.text.startswith(_POINTS, number.end)
    ):
        return True
    if number.unit == "元" and page.text.endswith(("以上", "以下"), 0, number.end) and _sizes_up(page, number.end):
        return True
    if _LISTED.search(page.text, max(low, number.start - _NOTHING_LENGTH), number.start):
        return True
    if _COMPANY.search(page.text, max(low, number.start - _NOTHING_LENGTH), number.start):
        return not phrases.behind(page, number.end)
    return _NOTHING.search(page.text, max(low, number.start - _NOTHING_LENGTH), number.start) is not None


def _came(page: Page, names: Names, number: Number) -> bool:
    """甲等3人来访 says how many went somewhere with somebody, and counts nothing."""
    text = page.text
    named = number.unit in PEOPLE and text[number.start - 1 : number.start] == "等" and names.hold(number.start - 2)
    return named and text.startswith(_WENT, number.end)


def _names_works(page: Page, names: Names, number: Number) -> bool:
    """Whether what is to be made is part of the name of works in a list, behind their place: 平泉镇|2万吨|果品气调库建设项目、…."""
    named = number.unit not in _NOT_IN_WORKS and number.start > 0 and names.hold(number.start - 1)
    return named and _LISTED_WORKS.match(page.text, number.end) is not None


def _names_shops(page: Page, number: Number) -> bool:
    """Whether 万家 is the end of a name in a list, behind a noun: 永辉、华润|万家|等商超."""
    if not number.in_words or page.text[number.start : number.end] != _ALL_HOMES:
        return False
    before = page.word_before(number.start)
    return before is not None and before.tag[0] == "n" and page.text.startswith(("等", "、"), number.end)


def _sizes_up(page: Page, at: int) -> bool:
    """Whether the sum that ends at ``at`` says what size of things are counted: 10亿元以上|项目|4个, 5万元以上的|村."""
    return _OF_SIZE.search(phrases.behind(page, at + page.text.startswith("的", at))) is not None
