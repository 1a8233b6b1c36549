"""What makes no name of a body of its own: general words, what is done with any body, nouns of the language."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.candidates import ORGANS
from kg.extract.bodies.free_starts import BANK, FUNCTION_TAGS, NUMBER
from kg.extract.bodies.groups import EVERY
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.starts import is_brand
from kg.extract.bodies.words import OF_ANY, SENT, ends_name
from kg.extract.page import Token
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC
from kg.lexicon.words import SUFFIXES

_NUMBERED: Final = re.compile(r"[一二三四五六七八九十]{1,2}$")
_OF_PEOPLE: Final = ("hospital", "school")
"""Kinds of bodies whose names are no verbs."""
_ANY_FIRM: Final = GENERIC | {"科技", "投资"}
"""Words that make no name by themselves; the trades among them do so in names of offices (科技与知识产权局)."""
_NO_NAME: Final = frozenset("各 支部 广大 中小学 中小学校 村干部 干部 群众 村民 居民 村级 乡级 镇级 县级 市级 省级".split())
"""Words that no name of a body of its own contains."""
_SEVERAL: Final = frozenset("各每某")
"""Before a name: of all that are called so (各|产业集聚区管委会)."""
_COUNTED: Final = re.compile(r"[多余名百千万亿\d]")
_UNITS: Final = frozenset("人羽头只吨亩")
_OF_SEVERAL_LEVELS: Final = ("市县", "省市县", "县乡", "区县")
_ONE_OF_THEM: Final = re.compile(r"(?:唯一|[一二两三四五六七八九十几数多每这那该各\d])(?:的)?[家座所间](?:大型|重点|全国|国有|省级|市级)?$")
"""Before a sort of works: 唯一一家|露天煤矿, 三家|化工企业."""
_LONGEST_COUNT: Final = 6
_SESSION: Final = re.compile(r"(?:新|本|上|下|历|首|第[一二三四五六七八九十\d]{1,3})一?届$")
"""Before a committee: that it is the next or last of one that has its name elsewhere: 新一届|少工委."""
_SORT_OF_FIRM: Final = re.compile("(?:集团|公司|下属|所属|旗下)*[子分总母]公司")
"""Any of those that a firm has: 集团|子公司."""
_SO_MANY: Final = re.compile("(?<!第)[一二两三四五六七八九十几数多][所家座]$")
"""Before a sort of schools or firms: 辖区内八所|中学."""
_OF_A_PEOPLE: Final = "商总会"
"""What the merchants of a province have, before which one character is a name: 浙|商总会."""
_ALL_CHAMBERS: Final = "全联"
"""How names of chambers of the nation's federation begin."""
GRADE: Final = re.compile("[一二三](?:级|甲|级甲等)$|^[省市县区]?(?:示范性?|重点|优质)$|^(?:社会|民间|[民公私村企])办$")
"""Before 医院 or 小学: those of that grade (晋升|三级|医院, 按|省示范|小学标准), or whoever runs them (社会办|医院)."""
_SORT_OF_HOUSE: Final = re.compile("(?:智慧|互联网|数字|平安|绿色|文明|无烟|方舱|定点|综合性?|现代化)+|新闻中心")
"""Before 医院 or 学校: what hospitals and schools are called upon to become (打造|智慧|医院); a link of their sites (新闻中心|医院新闻)."""
_ELSEWHERE: Final = re.compile("[省市县区州国境海](?:[内外]|内外)")
"""Any that lie within or beyond a place: 市外|公司."""
_BUILT: Final = (
    "自办",
    "自建",
    *(verb + done for verb in ("建", "办", "开", "创办", "兴办", "开办", "新建", "建设") for done in ("了", "起", "起了", "成", "成了")),
)
_COMMON: Final = ("n", "v", "vn", "b")
_STUDY_GROUP: Final = re.compile("(?:党委|党组|党总支|理论|学习)*中心")
"""Before 组: the study group that each committee has, where it is not said whose it is."""
_WRITERS: Final = ("记者", "通讯员")
_LOOKED_AT: Final = re.compile("(?:查看|察看|了解|参观|考察|走访|询问|视察|调研|听取|检查|走进|来到)$")
"""What is done to any firm or school: 现场查看|公司."""


def is_no_name(reader: Reader, hit: Hit, start: int, name: str) -> bool:
    """Whether ``name`` is none: general words, words that no name contains, or one noun with its suffix."""
    tokens = reader.page.tokens(start, hit.start)
    in_address = name.isascii() and reader.text[start - 1 : start] == "."  # www.….net|学校
    if in_address or name.startswith(_WRITERS) or (hit.text == "组" and _STUDY_GROUP.fullmatch(name)):  # 记者曹国|厂, 理论学习中心|组
        return True
    counted = name[:1] in _UNITS and _COUNTED.match(reader.text[start - 1 : start])  # 100多|人进厂, 1.2亿|羽肉鸡加工厂
    if counted or name.startswith(_OF_SEVERAL_LEVELS):  # 实现|市县|服务中心全覆盖
        return True
    if (
        (name[:1] in EVERY and not name.startswith(_ALL_CHAMBERS))
        or (start and reader.text[start - 1] in _SEVERAL)
        or (name[:1] == "大" and reader.text[start - 1 : start] in EVERY)
        or any(token.text in _NO_NAME for token in tokens)
        or (name.startswith("基层") and hit.text in ORGANS)
    ):
        return True
    if OF_ANY.search(name) or SENT.search(name) or _LOOKED_AT.search(name):  # 汾阳市所有|煤矿, 实地查看|公司
        return True
    if NUMBER.fullmatch(name):
        return False
    if (
        _SESSION.search(name)
        or _SORT_OF_FIRM.fullmatch(name + hit.text)
        or GRADE.search(name)
        or (SUFFIXES[hit.text].kind in _OF_PEOPLE and _SORT_OF_HOUSE.fullmatch(name))
        or _SO_MANY.search(name)
        or _ELSEWHERE.fullmatch(name)
        or _is_built(reader, start, tokens)
    ):
        return True
    if (name in GENERIC or all(token.text in _ANY_FIRM or ends_name(token) for token in tokens)) and not is_brand(tokens[:2]):
        return True
    field = len(tokens) > 1 and tokens[-1].tag == "vn" and tokens[0].tag[0] in "nb"  # 公共管理|学院, not 具体布置|学院
    told = [] if field else [token for token in tokens if token.text not in GENERIC]
    if told and (_say_when_or_how(told) or (_describe(told, hit) and not reader.words.opens_post(hit))):
        return True
    if _ONE_OF_THEM.search(reader.text, max(0, start - _LONGEST_COUNT), start):  # 唯一一家|露天煤矿
        return True
    short = len(name) < 2 and not _NUMBERED.match(name) and hit.text != _OF_A_PEOPLE
    return short or _is_a_word(reader, start, hit)


def _is_built(reader: Reader, start: int, tokens: tuple[Token, ...]) -> bool:
    """Whether somebody builds or opens what only common nouns name: 办起了|服装加工|厂, not 创办了|宏达|公司."""
    return reader.text.endswith(_BUILT, 0, start) and all(token.tag in _COMMON and len(token.text) > 1 for token in tokens)


def _say_when_or_how(tokens: list[Token]) -> bool:
    """Whether ``tokens`` only say when or how: 今天|医院, 以上|银行."""
    return all(token.tag[0] in FUNCTION_TAGS and len(token.text) > 1 for token in tokens)


def _describe(tokens: list[Token], hit: Hit) -> bool:
    """Whether ``tokens`` only say what is done with a body, or what it is like: 沟通交流|医院, 丰富|学院, 具体布置|学院."""
    tags = ("v", "vn", "a", "ad", "an", "b") if SUFFIXES[hit.text].kind in _OF_PEOPLE or hit.text == BANK else ("ad", "an", "b")
    return all(token.tag in tags and len(token.text) > 1 for token in tokens)


def _is_a_word(reader: Reader, start: int, hit: Hit) -> bool:
    """Whether the name and its suffix are one noun of the language: a 选矿厂 is any, unless its committee or head follows."""
    if reader.words.opens_organ(hit) or reader.words.opens_post(hit):  # 炼钢厂|党委
        return False
    words = reader.page.tokens(start, hit.end)
    return len(words) == 1 and words[0].tag == "n" and SUFFIXES[hit.text].kind == "enterprise"
