"""What is no name of a town or village: stems that make another word before 镇, 乡, 村, and what makes one behind it."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.page import Token
from kg.lexicon.people import COMMON_SURNAMES
from kg.lexicon.words import TOWN_FOLLOWERS, TOWN_STEMS_NOT, TOWN_STEMS_NOT_BEHIND

_FOLLOWING: Final = re.compile(
    "（(?:街道|乡|镇|村|社区)|民(?![族政生营])|子(?![弟女])|办(?!事处)|工作(?![队组])|组(?![织建])|(?<=[村区])组[织建]"
)
"""What makes another word of 镇, 乡, 村 behind it beside the followers of the table: but not 镇|办事处, 村|工作队, 镇|组织.

What 村 and 社区 are called is as often what they are like (后进村|组织), so that only those of the tables are named there.
"""
_OF_COMMUNITIES: Final = re.compile("矫正|戒毒|教育(?:学院|大学|中心|工作)|治理[科股处委]")
"""Behind 社区: what is done in all communities."""
_BEHIND_A_PLACE: Final = re.compile("(?:.*[镇乡][原现]|(?:.*[各全县市区城])?乡)$|[\u4e00-\u9fff]?[全各]|[省市县区州盟旗镇乡村]+$")

IDEALS: Final = frozenset(
    "团结 联合 幸福 平安 和谐 光明 红旗 文明 胜利 前进 和平 振兴 富强 繁荣 美丽 友谊 民主 先锋 和睦 健康 富裕 进步 解放".split()
)
"""What villages are called, and what 村民, 村庄 and 乡镇 are called upon to be: 团结|村民, 幸福|村庄."""

_OF_CITIES: Final = "小大中新老古旧各全县市省我本该主名两多数几每进出沿边乡外入都山水江"
"""Characters that with 城 are a kind of city: 小城|镇, 县城|街道."""
_OF_MARKETS: Final = "城区地文网"
"""Characters that with 市 are a city or a market, besides: 城市|镇区, 网市."""
_NUMERALS: Final = "一二三四五六七八九十百千万双"
_LAST_OF_TOWNS: Final = _NUMERALS + "集村"
_MADE_NEW: Final = frozenset(
    "主义 农村 建设 移民 安置 搬迁 小康 文明 生态 和谐 幸福 美丽 富裕 城乡 牧民 农民 渔民 村民 示范 乡村 扶贫 灾后 重建 社会 特色 旅游 民族".split()
)
"""What a new village is built for or by: 移民新|村."""
_LAND: Final = "山水渔牧"
"""Characters that with 村 or 乡 are a word for the country."""
_KINDS_OF_LAND: Final = ("小", "穷", "寨", "乡", *(stem for stem in TOWN_STEMS_NOT if len(stem) > 1))
_NO_BEGINNING: Final = ("所辖", "所属", "下辖", "个")
STRIVING: Final = ("创", "建", "争")
"""Before what villages are called upon to be: 创平安|村."""
_COURTS: Final = ("市院", "县院", "区院", "省院")
"""Courts and procuratorates for short, before their own 社区检察处."""
_SLOGAN: Final = len("产业兴")
_DESCRIBING: Final = frozenset({"a", "b", "t", "z"})
"""Parts of speech of words that say how or when the country is: 秀美|山村, 冬日|水乡."""


def is_no_stem(stem: str) -> bool:
    """Whether ``stem`` makes another word or phrase before 镇, 乡, 村: 示范|村, 贫困山|村."""
    return (
        stem.endswith(TOWN_STEMS_NOT)
        or stem.startswith(_NO_BEGINNING)
        or stem in _COURTS
        or (stem[:1] in STRIVING and stem[1:] in IDEALS)
        or (stem[-1:] in _LAND and stem[:-1].endswith(_KINDS_OF_LAND))
    )


def is_no_stem_behind_a_place(stem: str) -> bool:
    """Whether it is no name even right behind a place: 长沙县各|镇, 彰武县农|村, 平江县城|乡, 福鼎市重|镇."""
    return stem in ("城", "重", "集") or stem.endswith(TOWN_STEMS_NOT_BEHIND) or _BEHIND_A_PLACE.match(stem) is not None


def is_countryside(stem: str, first: Token) -> bool:
    """Whether ``stem``, of which ``first`` is the first word, with 村 or 乡 describes the country: 秀美山|村, 冬日水|乡."""
    return stem[-1:] in _LAND and first.tag in _DESCRIBING and len(first.text) > 1


def is_slogan(stem: str, first: Token) -> bool:
    """Whether ``stem``, of which ``first`` is the first word, says what makes villages prosper: 产业兴|村."""
    return len(stem) == _SLOGAN and stem[-1] in "兴强富" and first.tag in ("n", "vn") and len(first.text) > 1


def names_settlement(stem: str, word: str) -> bool:
    """Whether ``stem`` is a surname and 集 or 村 before 镇, ends with 镇 before 乡, or with 乡, 市 or 城: 胡集|镇, 张村|镇, 南乡|镇, 伍市|镇, 盐镇|乡, 德城|街道."""
    if len(stem) != 2:
        return stem[-2:] == "新村" and word.startswith("社")  # 桃源新村|社区
    if word == "镇" and stem[1] == "乡":
        return stem[0] in "东西南北"
    if stem[1] == "市" and word == "镇":
        return stem[0] not in _OF_CITIES + _OF_MARKETS
    if stem[1] == "城" and word in ("镇", "街道"):
        return stem[0] not in _OF_CITIES
    return (word in ("镇", "乡") and stem[1] in "集村" and stem[0] in COMMON_SURNAMES) or (
        word == "乡" and stem[1] == "镇" and stem[0] not in "各全城集乡"
    )


def is_numbered(stem: str) -> bool:
    """Whether ``stem``, which the table of towns has, ends with a numeral, 集 or 村 behind what tells no others of them: 西二|镇, 黄集|乡, 马村|乡."""
    return stem[-1] in _LAST_OF_TOWNS and stem[0] not in _NUMERALS + _OF_CITIES


def is_walled(stem: str) -> bool:
    """Whether ``stem`` is a name that ends with 城, though towns are so described: 老城村、新城|村."""
    return len(stem) == 2 and stem[1] == "城" and stem[0] not in "各全县市省我本该每进出沿边乡"


def is_new_village(stem: str) -> bool:
    """Whether ``stem`` is a name of two characters and 新, and does not say what a new village is built for or by: 玉地新|村, not 移民新|村."""
    return len(stem) == len("玉地新") and stem.endswith("新") and stem[:-1] not in _MADE_NEW


_EVERY_VILLAGE: Final = re.compile("村(?=[通覆有建都响达户连])")
_PARTS_OF_VILLAGES: Final = re.compile("上[\u4e00-\u9fff]{1,3}(?:组|自然村|屯|湾|坪|社)|文化(?:广场|活动|礼堂|大院|室|站|中心|书屋)")
"""What may stand behind a village's own name, though it makes another word of 村: 横溪村|上垄组, 胡垴村|文化广场."""

_VILLAGE_BEHIND: Final = re.compile("(?:[上下中里头]|土(?![地特生气豪专方产办建木]))[\u4e00-\u9fff]{1,2}(?:村(?!民)|社区)")
"""A village whose name makes another word of the 乡 or 镇 that it lies in: 石桥乡|下河村."""


def has_village_behind(text: str, match: re.Match[str]) -> bool:
    """Whether a village follows 镇 or 乡 with whose first character it would be another word."""
    return match[0] in ("镇", "乡") and _VILLAGE_BEHIND.match(text, match.end()) is not None


def has_residents(text: str, match: re.Match[str]) -> bool:
    """Whether those follow who live in a community: 花园社区|居民."""
    return match[0] == "社区" and text.startswith("居民", match.end())


def is_part_of_village(text: str, match: re.Match[str]) -> bool:
    """Whether a part or facility of a village follows 村."""
    return match[0] == "村" and _PARTS_OF_VILLAGES.match(text, match.end()) is not None


def is_other_word(text: str, match: re.Match[str]) -> bool:
    """Whether what follows makes another word of it: 镇|级, 村|民, 乡|村振兴."""
    if match[0] in ("镇", "乡") and text.startswith("村", match.end()):
        return True
    if match[0] in ("乡", "村") and text.startswith("镇", match.end()):  # 虞乡|镇, 张村|镇
        return True
    if match[0] == "村" and text.startswith("乡", match.end()) and not text.startswith(("乡镇", "乡村"), match.end()):  # 江村|乡
        return True
    if match[0] == "村" and _EVERY_VILLAGE.match(text, match.end()):  # 站点|村村覆盖
        return True
    if match[0] == "社区" and _OF_COMMUNITIES.match(text, match.end()):  # 司法局|社区矫正
        return True
    return text.startswith(TOWN_FOLLOWERS, match.end()) or _FOLLOWING.match(text, match.end()) is not None
