"""What is no name of a town or village: stems that make another word before 镇, 乡, 村, and what makes one behind it."""

from __future__ import annotations

import re
from typing import Final

from kg.lexicon.people import COMMON_SURNAMES

_NOT_TOWN_AFTER: Final = re.compile(
    r"（(?:街道|乡|镇|村|社区)|民(?![族政生营])|[级域容官里上头中庄落干情貌规风土亲贤音愁下]|办(?!事处)|建设|管理|服务|治理|发展|振兴|道路|公路|经济|企业|教育|文化|环境|卫生|居民|工作(?![队组])|党建|改造|整治|特色|旅游|品牌|[户组屯]"
)
TOWN_STEMS_NOT: Final = re.compile(
    r"(?:^|.*)(?:[全各每该本我两几多数某一二三四五六七八九十百千万个等名座的了和与及在到向把对从进驻联包帮下为是有又]|城|农|集|小|大|新|老|古|名|强|示范|重点|中心|试点|模范|"
    r"兄弟|共有|现有|设有|辖有|下辖|建有|拥有|涉及|覆盖|行政|自然|贫困|先进|文明|特色|卫星|周边|附近|乡|镇|村|街道|社区|嘎查|所在|所辖|所属|县|区|市|省|外|本|沿海|边远|民族|小康|生态|美丽|智慧|和谐|星级|标准化|城市|农村|单位|联系|帮扶|扶贫|挂点|驻点|"
    r"专业|空心|回|还|离|返|入|走|振兴|城中|城郊|难点|亿元|优秀|最美|改造|新修|改扩建|[住修建富穷弱]|弃管|老旧|旅游|工业|农业|文化|商贸|卫生|水乡|革命|贸易|生活|经济|产业|亮点|后进|薄弱|软弱涣散|党员|干部|群众|居民|职工|支部|总支)$"
)
NO_STEM_BEHIND_A_PLACE: Final = re.compile(
    "(?:.*(?:[各该本个等名的了和与及在到向把对从]|[住驻副]|亿元|所有|部分|所辖|所属|示范|重点|中心|行政|自然|贫困|先进|文明|农|全|新|老|[村镇部会委]|(?<=[镇乡])[原现]|(?:^|[各全县市区城])乡))$|[\u4e00-\u9fff]?[\u5168\u5404].*"
)
"""What before 镇, 乡, 村 is no name even right behind a place: 长沙县各镇, 彰武县农村."""


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
    return _NOT_TOWN_AFTER.match(text, match.end()) is not None
