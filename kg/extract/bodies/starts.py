"""Where the name that ends with a suffix starts: word by word to the left."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import LEVELS, level_ending
from kg.extract.bodies.words import (
    CAMPAIGN_KINDS,
    FACULTIES,
    FACULTY,
    FARMS,
    FOUNDED,
    LONGEST_NAME,
    NEW_ORGANISATIONS,
    ORGANISATIONS,
    WHOLE_BODIES,
    WORKING,
    Words,
    ends_name,
    is_verb_phrase,
)
from kg.extract.page import Token
from kg.extract.scan import Hit
from kg.lexicon import divisions
from kg.lexicon.stops import INSIDE_NAMES
from kg.lexicon.towns import is_village
from kg.lexicon.words import CAMPAIGNS, SUFFIXES

_IN_BRACKETS: Final = frozenset({"集团", "控股", "中国", "国际", "股份"})
"""What stands in brackets inside names of companies, besides places."""
_LONGEST_BRACKET: Final = 8
_NUMBERED_FIRM: Final = re.compile(
    "中(?:铁|建|交|冶|核|化|水电|电建|能建|国(?:水电|铁建|中铁|建筑|电建))第?[一二三四五六七八九十]{1,3}局?$"
)
"""The great builders are numbered: 中铁二十|局电气化公司, 中铁十二局|集团公司."""
_LONGEST_NUMBERED: Final = 8
_MAIN: Final = re.compile("中[煤铁建交核化粮电冶航远储盐铝机]")
"""What firms of the state begin with, of which the segmenter may cut 中 off: 对|中煤建工集团."""
_BEFORE_MAIN: Final = frozenset(["", *"与和对及、，。；：由为向给到在的了是“\n"])
_FIELDS: Final = 4
"""Words before a conjunction among which the level word stands whose body has two fields of work."""
_ROOMS: Final = ("处", "科", "股", "办")
_THAT_SCHOOL: Final = ("该校", "我校")
"""Before the name of a faculty: 该校|设计艺术学院."""
_ACTING_ON: Final = frozenset(
    "系兼抓建办开创设访找送借欠查管带帮请问告教救支投买卖养评选推挂靠靠属归并转改做当像叫称问比看听说想用让替陪领率发拨给还收交"
)
"""Verbs of one character that stand before the name of a body; others are as often the first character of one (攀, 盛, 裕)."""
_OVERSEEING: Final = frozenset(
    "监督 指导 督促 要求 建议 检查 协助 帮助 支援 走访 联系 邀请 慰问 参观 关注 支持 督查 考察 视察 提醒 敦促".split()
)
"""What is done to schools, firms and hospitals, and begins the name of none."""
_LONGEST_NEW: Final = 16
_FARM: Final = "农场"
"""Works that are as often called by what people are called upon to do."""
_LENGTH_OF_SHORT: Final = 2
"""Characters of most short names of places."""
_LONGEST_BRAND: Final = 3
_BRAND: Final = re.compile(f"[、，。；\n]([\u4e00-\u9fff]{{2,{_LONGEST_BRAND}}})$")
_BY_DISTANCE: Final = re.compile("十?[二三四五六七八九十][里道顷][\u4e00-\u9fff]$")
"""Villages are called by how far they are from the town: 五里塬|学校, 十里铺|小学, 三道沟|小学."""
_SETTLED: Final = re.compile(
    r"(?:^|[、，。；：！？\n了]|集团|公司)((?![我本该全各每进在到])[\u4e00-\u9fff]{2,3}(?<=[湾庄塘坝沟坡店桥屯寨井峪]))$"
)
"""A settlement at the head of a clause, or behind a verb or a firm: ，石塘湾|中学, 听取了|梅花井|煤矿, 集团梅花井|煤矿."""
_CALLED_AFTER: Final = ("煤矿", "铁矿", "金矿", *FARMS)
"""Works that are called after settlements, as schools are."""
_HILL: Final = re.compile("(?:^|[、，。；：\n])((?![我本该全各每进在到荒大深高个座])[\u4e00-\u9fff]{1,2}(?<![青荒大深高绿])[山岭])$")
"""A hill at the head of a clause, which farms and forests are called after: 、幕阜山|林场; not 荒山|林场."""
_LONGEST_VILLAGE: Final = 4
_BRANDED: Final = 2
_OF_NEIGHBOURHOODS: Final = frozenset({"社区卫生服务中心", "社区卫生服务站"})
"""What is called by its neighbourhood, 、殷行|社区卫生服务中心, which is no word that the segmenter knows."""
_NO_BRAND: Final = frozenset("pcdrumqe")
"""First letters of the tags of words that stand in no brand."""
_WORK_OF_GROUPS: Final = frozenset("调研 督查 督导 检查 指导 考核".split())
"""Verbs right before a group that say what else it does."""
_WORDY: Final = 7
"""Characters from which on a campaign's name is made of several words, among them verbs at which other names begin."""
_ANY_CAMPAIGN: Final = tuple(re.escape(name) for name in sorted(CAMPAIGNS, key=lambda name: (-len(name), name)))
_WHOLE_CAMPAIGN: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{2}系统)?"
    rf"(?:(?:{'|'.join(_ANY_CAMPAIGN)}|“[^“”]{{2,10}}”(?:教育|活动|工程|行动)?)[、和与及]){{0,3}}"
    rf"(?:{'|'.join(name for name in _ANY_CAMPAIGN if len(name) >= _WORDY)})"
)


def name_start(words: Words, hit: Hit) -> int:
    """Where the name that ends with the suffix starts, word by word to the left."""
    start = _words_start(words, hit)
    kind = SUFFIXES[hit.text].kind
    if hit.text in WORKING:
        return min(start, _with_whom_it_is_for(words, hit))
    if kind in CAMPAIGN_KINDS:
        return _group_start(words, start, hit)
    if kind == "enterprise":
        start = _firm_start(words, start, hit)
    elif hit.text in _OF_NEIGHBOURHOODS and start == hit.start:
        return _brand_start(words, start)
    elif hit.text == _FARM and (words.opens_post(hit) or words.opens_organ(hit)):
        called = words.page.word_before(hit.start)
        return min(start, called.start) if called is not None and words.left_boundary(called.start) else start  # 、|前进|农场|场长
    if kind != "school" and not hit.text.endswith(_CALLED_AFTER):
        return start
    called_after = _settlement_start(words, hit)
    of_a_firm = kind == "enterprise" and words.text.endswith(("集团", "公司"), 0, called_after)  # 宏达集团|梅花井煤矿
    return start if of_a_firm else min(start, called_after)


def _settlement_start(words: Words, hit: Hit) -> int:
    """Where the settlement or brand starts that a school or works is called after; else the suffix's own start.

    A village by its distance; one at the head of a clause by its last character; any that is known, or a brand, where a head follows.
    """
    if by_distance := _BY_DISTANCE.search(words.text, max(0, hit.start - _LONGEST_BRAND - 1), hit.start):
        return by_distance.start()
    settled = _SETTLED.search(words.text, max(0, hit.start - _LONGEST_BRAND - 3), hit.start)
    if settled is None and hit.text in FARMS:
        settled = _HILL.search(words.text, max(0, hit.start - _LONGEST_BRAND - 1), hit.start)
    if settled is not None:
        return settled.start(1)
    if not (words.opens_post(hit) or words.opens_organ(hit)):
        return hit.start
    low = words.page.clause_start(hit.start, _LONGEST_VILLAGE)
    starts = range(max(low, hit.start - _LONGEST_VILLAGE), hit.start - 1)
    return next((start for start in starts if _is_called_after(words, start, hit)), hit.start)


def _is_called_after(words: Words, start: int, hit: Hit) -> bool:
    """Whether what is led at ``hit`` is called after the village or brand that begins at ``start``: 、石岭|煤矿|矿长, ，香和|小学|校长."""
    place = words.places.ending(start)
    if place is None and not words.left_boundary(start):
        return False
    if is_village(words.text[start : hit.start]):
        return words.page.breaks(start)
    called = words.page.tokens(start, hit.start - words.text.endswith("和", 0, hit.start))
    return hit.start - start == _BRANDED and all(map(_stands_in_brand, called))


def _with_whom_it_is_for(words: Words, hit: Hit) -> int:
    """Where 非公经济组织和社会组织 starts, with its level, that stands before 工委; the suffix's own start where nothing does."""
    new = NEW_ORGANISATIONS.search(words.text, max(0, hit.start - _LONGEST_NEW), hit.start)
    if new is None:
        return hit.start
    level = words.page.word_before(new.start())
    return level.start if level is not None and level.text in LEVELS else new.start()


def _group_start(words: Words, start: int, hit: Hit) -> int:
    """Where a group's name starts, of which ``start`` is the first word: at the beginning of a campaign's name or of a quotation."""
    start = _campaign_start(words, start, hit)
    if words.text[start - 1 : start] != "”":  # “百日攻坚”|行动指挥部
        return start
    opening = words.text.rfind("“", max(0, start - LONGEST_NAME), start)
    level = level_ending(words.text, opening) if opening >= 0 else ""  # 市|“百村示范”工作领导小组
    opening -= len(level) if level and words.page.breaks(opening - len(level)) else 0
    return opening if opening >= 0 else start


def _firm_start(words: Words, start: int, hit: Hit) -> int:
    """Where a firm's name starts, of which ``start`` is the first word: at its number, its brand, or what stands before its brackets."""
    if numbered := _NUMBERED_FIRM.search(words.text, max(0, start - _LONGEST_NUMBERED), start):
        return numbered.start()
    start -= _MAIN.match(words.text, start - 1) is not None and words.text[start - 2 : start - 1] in _BEFORE_MAIN
    if words.text[start - 1 : start] != "）":
        placed = _with_place(words, start, hit)
        return placed if placed is not None else _brand_start(words, start)
    opening = words.text.rfind("（", max(0, start - _LONGEST_BRACKET), start)  # 宏达（集团）|有限责任公司
    place = words.places.ending(start - 1)
    if opening < 0 or not (words.text[opening + 1 : start - 1] in _IN_BRACKETS or (place is not None and place.start == opening + 1)):
        return start
    before = _words_start(words, Hit(opening, opening, hit.text))
    return before if before < opening else start


def _with_place(words: Words, start: int, hit: Hit) -> int | None:
    """Where the short name of a place starts with which a firm's name begins that is else made of its trade: 大同|煤矿|集团公司."""
    trade = words.page.tokens(start, hit.start)
    place = start - _LENGTH_OF_SHORT
    named = (
        len(trade) == 1
        and trade[0].tag == "n"
        and place >= 0
        and words.text[place:start] in divisions.load().by_short
        and words.page.breaks(place)
    )
    return place if named else None


def _brand_start(words: Words, start: int) -> int:
    """Where a brand of two or three characters starts that the segmenter reads as so many words at the head of a clause: 、中车|科技公司."""
    brand = _BRAND.search(words.text, max(0, start - _LONGEST_BRAND - 1), start)
    return brand.start(1) if brand is not None and is_brand(words.page.tokens(brand.start(1), start)) else start


def is_brand(tokens: tuple[Token, ...]) -> bool:
    """Whether ``tokens`` are words of one character, two or more, that may make a brand: 中, 车."""
    return len(tokens) > 1 and all(map(_stands_in_brand, tokens))


def _stands_in_brand(token: Token) -> bool:
    return len(token.text) == 1 and token.tag[0] not in _NO_BRAND


def _campaign_start(words: Words, start: int, hit: Hit) -> int:
    """Where the campaign starts inside whose name ``start`` lies: 深入学习|实践科学发展观活动督导组."""
    wholes = _WHOLE_CAMPAIGN.finditer(words.text, max(0, hit.start - 3 * LONGEST_NAME), hit.start)
    return next((whole.start() for whole in wholes if whole.start() < start < whole.end()), start)


def _words_start(words: Words, hit: Hit) -> int:
    """Where the words of a name start that stand before the suffix within one clause."""
    low = words.page.clause_start(hit.start, 2 * LONGEST_NAME)
    start = hit.start
    tokens = [token for token in words.page.tokens(low, hit.end) if token.start < hit.start]
    if tokens and tokens[-1].end > hit.start and tokens[-1].start < hit.start:
        start = tokens.pop().start
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        joins = token.text in "和与" and number > 0 and _joins(words, tokens[max(0, number - _FIELDS) : number + 1], hit)
        if hit.start - token.start > LONGEST_NAME or (_stops(words, token, hit) and not joins):
            break
        start = token.start
        if token.text in LEVELS and token.text not in ("社区", "街道", "地区"):
            break
    names = [token for token in tokens if token.start >= start]
    apposed = [token.end for token in names if token.text in ("单位", "企业", "部门", "机构") and token.end < hit.start]
    start = max([_past_verbs(words, names, start, hit), *apposed])
    return start + 2 * (words.text.startswith("中共", start) and not words.text.startswith("中共中央", start))


def _past_verbs(words: Words, names: list[Token], start: int, hit: Hit) -> int:
    """Where the name that is made of ``names``, from ``start``, begins past the verbs before it.

    Names of groups hold verbs, all the more behind 成立; that of a firm may begin with 中, that of a department with its work.
    """
    # 应对疫情工作领导小组; ，|中|电科技公司; ，|招生|就业处副处长
    grouped = hit.text.endswith("领导小组")
    if grouped and words.text.endswith((*FOUNDED, "的"), 0, start):
        return start
    if hit.text == FACULTY and words.text.endswith(_THAT_SCHOOL, 0, start):
        return start
    heads = not ("\u4e00" <= words.text[start - 1 : start] <= "\u9fff")
    firm, titled = heads and SUFFIXES[hit.text].kind == "enterprise", heads and words.opens_post(hit)
    overseen = SUFFIXES[hit.text].kind in ORGANISATIONS
    for token in names:
        if overseen and token.text in _OVERSEEING:  # 监督|池沟小学, 建议|公司
            start = token.end
            continue
        if (
            (firm and token.text == "中")
            or (titled and token.text in INSIDE_NAMES)
            or (heads and hit.text == FACULTY and token.end == hit.start)  # 、|管理|学院
            or not (token.text in INSIDE_NAMES or (_leads(token) and not grouped))
        ):
            break
        start = token.end
    return start


def _joins(words: Words, tokens: list[Token], hit: Hit) -> bool:
    """Whether the last of ``tokens``, a conjunction, stands inside the name: 县|住房|和|城乡规划, 材料科学|与|工程学院, 县|公路港航|与|运输管理中心."""
    before, first = tokens[-2], tokens[-3] if len(tokens) > 2 else None
    if SUFFIXES[hit.text].kind == "public-institution" and any(token.text in LEVELS for token in tokens[:-2]):
        return not before.text.endswith(WHOLE_BODIES)
    if tokens[-1].text == "和":
        return first is not None and first.text in LEVELS
    rooms = hit.text in _ROOMS and words.opens_post(hit)  # 项目建设|与|管理科科长
    return (hit.text in FACULTIES or rooms) and before.tag[0] in "nv" and not before.text.endswith(WHOLE_BODIES)


def _stops(words: Words, token: Token, hit: Hit) -> bool:
    """Whether no name goes on to the left of ``token``'s end."""
    in_campaign = SUFFIXES[hit.text].kind in CAMPAIGN_KINDS and words.stands_in_campaigns(token)
    if token.end == hit.start and token.text in _WORK_OF_GROUPS and hit.text.endswith("组"):  # 市换届工作|调研|督导组
        return False
    return not in_campaign and ends_name(token) and token.text not in INSIDE_NAMES and token.text not in LEVELS


def _leads(token: Token) -> bool:
    """Whether a name begins only behind ``token``: a verb or adverb, or both as one word (充分发挥), but of verbs of one character only those that have bodies for objects."""
    if token.tag == "v":
        return len(token.text) > 1 or token.text in _ACTING_ON
    return is_verb_phrase(token) or token.tag in ("ad", "d", "vd")
