"""Words of names around a suffix: where a name starts, what may stand inside it, what ends it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.bodies.candidates import ORGANS, opens_title
from kg.extract.bodies.canonical import LEVELS, level_ending
from kg.extract.levels import Levels
from kg.extract.page import Page, Token, tag_of
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC, INSIDE_NAMES, NOT_STOPS, STOP_TAGS, VERBS
from kg.lexicon.words import FUSED, OFFICES, SUFFIXES

LONGEST_NAME: Final = 16
"""Characters before a suffix that may belong to a name."""
_MODIFIER: Final = re.compile(r"[\u4e00-\u9fff“”、·0-9]{0,24}$")
_QUOTING: Final = ("leading-group", "office")
"""Kinds of bodies that are named by a campaign, perhaps in quotation marks."""
_IN_BRACKETS: Final = frozenset({"集团", "控股", "中国", "国际", "股份"})
"""What stands in brackets inside names of companies, besides places."""
_LONGEST_BRACKET: Final = 8
_FACULTIES: Final = ("学院", "系", "研究院", "研究所", "重点实验室", "实验室")
"""Last words of bodies whose names are often two fields joined by 与."""
_WHOLE_BODIES: Final = ("大学", "学院", "中学", "小学", "公司", "集团", "院", "校", "局", "厅", "委", "部", "政府", "研究所")
_WITH_VERBS: Final = ("leading-group", "office")
"""Kinds whose names hold verbs: 申办赛事联席会议."""
_GROUP_WORK: Final = frozenset("调研 督查 督导 检查 考察 考核 巡视 巡察 联络 指导 走访 慰问 宣讲".split())
"""Verbs before 组 that say what a group does: 省委第六|调研|督查组."""
_FIRM: Final = re.compile(
    "(?:中国)?(?:[\u4e00-\u9fff]{2,6}?(?:银行|保险|石油|石化|电网)|移动|联通|电信|铁通|邮政|铁路|烟草|人行|工行|农行|建行|中行|农发行|交行|邮储|人保|人寿|太保|平安)(?:公司|集团)?$"
)
"""Companies and banks that have branches in every place."""
_ROOMS: Final = ("处", "科", "室", "办", "部")
"""Departments whose names are often two fields joined by 与 where a title of theirs follows: 普法与依法治理处副处长."""
_COUNTED_HERE: Final = re.compile(r"\d+多?[个名支只家所]")
_NUMBERED_FIRM: Final = re.compile("中(?:铁|建|交|冶|核|化|水电|电建)[一二三四五六七八九十]{1,3}$")
"""The great builders are numbered: 中铁二十|局电气化公司."""
_LONGEST_NUMBERED: Final = 7
_PHRASE: Final = 4
"""Characters of a word that is made of an adverb and a verb."""
_ADVERBS: Final = frozenset("认真 积极 切实 不断 广泛 充分 继续 始终 全面 统一 严格 坚决 扎实 深入".split())
_BEFORE_VERBS: Final = frozenset({"a", "ad", "d", "v"})
_ACTING_ON: Final = frozenset(
    "系兼抓建办开创设访找送借欠查管带帮请问告教救支投买卖养评选推挂靠靠属归并转改做当像叫称问比看听说想用让替陪领率发拨给还收交"
)
"""Verbs of one character that stand before the name of a body; others are as often the first character of one (攀, 盛, 裕)."""
_COUNTED: Final = ("leading-group", "office", "military")
"""Kinds whose names hold numbers, besides groups: 第一巡视组, 三大办公室."""
FOUNDING: Final = ("成立", "设立", "组建")
"""Verbs of setting up a body, which the body follows."""
LONG_MODIFIER: Final = 12
"""Characters between an owner and a suffix that are a modifier beyond doubt."""


class Words:
    """The words of one page, asked about around the suffixes of bodies; ``titles`` are the positions inside bare titles."""

    def __init__(self, page: Page, places: Levels, titles: dict[int, int]) -> None:
        self.page = page
        self.text = page.text
        self.places = places
        self.titles = titles

    def left_boundary(self, at: int) -> bool:
        """Whether no word of a name goes on to the left of ``at``."""
        before = self.text[at - 1 : at] if at else ""
        if not ("\u4e00" <= before <= "\u9fff"):
            return True
        word = self.page.word_before(at)
        return word is not None and ends_name(word)

    def opens_post(self, hit: Hit) -> bool:
        """Whether a title follows, perhaps fused with the suffix: 国际交流处|处长."""
        return opens_title(self.text, hit.end)

    def opens_organ(self, hit: Hit) -> bool:
        """Whether an organ of an organisation follows: 永安矿|党委."""
        return self.text.startswith(ORGANS, hit.end)

    def firm_before(self, at: int) -> int:
        """Where the name of a company or bank starts that ends at ``at``, or ``at``: 中国联通|平江县分公司, 人行|岳阳市中心支行."""
        found = _FIRM.search(self.text, max(0, at - LONGEST_NAME), at)
        return found.start() if found is not None and self.page.breaks(found.start()) else at

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb that names do not contain stands in ``text[start:end]``."""
        return any(token.tag == "v" and token.text not in INSIDE_NAMES for token in self.page.tokens(start, end))

    def name_start(self, hit: Hit) -> int:
        """Where the name that ends with the suffix starts, word by word to the left."""
        start = self._words_start(hit)
        if self.text[start - 1 : start] == "”" and SUFFIXES[hit.text].kind in _QUOTING:  # “百日攻坚”|行动指挥部
            opening = self.text.rfind("“", max(0, start - LONGEST_NAME), start)
            level = level_ending(self.text, opening) if opening >= 0 else ""  # 市|“百村示范”工作领导小组
            opening -= len(level) if level and self.page.breaks(opening - len(level)) else 0
            return opening if opening >= 0 else start
        if SUFFIXES[hit.text].kind == "enterprise" and (
            numbered := _NUMBERED_FIRM.search(self.text, max(0, start - _LONGEST_NUMBERED), start)
        ):
            return numbered.start()
        if self.text[start - 1 : start] != "）" or SUFFIXES[hit.text].kind != "enterprise":
            return start
        opening = self.text.rfind("（", max(0, start - _LONGEST_BRACKET), start)  # 宏达（集团）|有限责任公司
        place = self.places.ending(start - 1)
        if opening < 0 or not (self.text[opening + 1 : start - 1] in _IN_BRACKETS or (place is not None and place.start == opening + 1)):
            return start
        before = self._words_start(Hit(opening, opening, hit.text))
        return before if before < opening else start

    def _words_start(self, hit: Hit) -> int:
        """Where the words of a name start that stand before the suffix within one clause."""
        low = self.page.clause_start(hit.start, 2 * LONGEST_NAME)
        start = hit.start
        tokens = [token for token in self.page.tokens(low, hit.end) if token.start < hit.start]
        if tokens and tokens[-1].end > hit.start and tokens[-1].start < hit.start:
            start = tokens.pop().start
        for number in range(len(tokens) - 1, -1, -1):
            token = tokens[number]
            joins = (
                token.text in "和与"
                and number > 0
                and self._joins(token, tokens[number - 1], tokens[number - 2] if number > 1 else None, hit)
            )
            if hit.start - token.start > LONGEST_NAME or (self._stops(token) and not joins):
                break
            start = token.start
            if token.text in LEVELS and token.text not in ("社区", "街道", "地区"):
                break
        names = [token for token in tokens if token.start >= start]
        apposed = [token.end for token in names if token.text in ("单位", "企业", "部门", "机构") and token.end < hit.start]
        start = max([self._past_verbs(names, start, hit), *apposed])
        return start + 2 * (self.text.startswith("中共", start) and not self.text.startswith("中共中央", start))

    def _past_verbs(self, names: list[Token], start: int, hit: Hit) -> int:
        """Where the name that is made of ``names``, from ``start``, begins past the verbs before it.

        Names of groups hold verbs, all the more behind 成立; that of a firm may begin with 中, that of a department with its work.
        """
        # 应对疫情工作领导小组; ，|中|电科技公司; ，|招生|就业处副处长
        grouped = hit.text.endswith("领导小组")
        if grouped and self.text.endswith((*FOUNDING, "成立了", "的"), 0, start):
            return start
        heads = not ("\u4e00" <= self.text[start - 1 : start] <= "\u9fff")
        firm, titled = heads and SUFFIXES[hit.text].kind == "enterprise", heads and self.opens_post(hit)
        for token in names:
            if (
                (firm and token.text == "中")
                or (titled and token.text in INSIDE_NAMES)
                or not (token.text in INSIDE_NAMES or (_leads(token) and not grouped))
            ):
                break
            start = token.end
        return start

    def _joins(self, token: Token, before: Token, first: Token | None, hit: Hit) -> bool:
        """Whether a conjunction stands inside the name: 县|住房|和|城乡规划, 材料科学|与|工程学院."""
        if token.text == "和":
            return first is not None and first.text in LEVELS
        return token.text == "与" and hit.text in _FACULTIES and before.tag[0] in "nv" and not before.text.endswith(_WHOLE_BODIES)

    def _stops(self, token: Token) -> bool:
        """Whether no name goes on to the left of ``token``'s end."""
        return not self._is_of_the_party(token) and ends_name(token) and token.text not in INSIDE_NAMES and token.text not in LEVELS

    def _is_of_the_party(self, token: Token) -> bool:
        """Whether ``token`` is the 的 of 党的, which names of campaigns contain."""
        return token.text == "的" and self.text[token.start - 1] == "党"

    def is_trade_name(self, gap: str, start: int, hit: Hit) -> bool:
        """Whether ``gap`` between a place and an enterprise, school or hospital is its trade name: 山西|同晟煤电|集团公司."""
        if SUFFIXES[hit.text].kind not in ("enterprise", "school", "hospital") or not re.fullmatch("[\u4e00-\u9fff]{2,8}", gap):
            return False
        words = [token for token in self.page.tokens(start, hit.start) if len(token.text) > 1]
        return bool(words) and not any(token.text not in INSIDE_NAMES and (ends_name(token) or token.tag == "v") for token in words)

    def is_modifier(self, gap: str, start: int, hit: Hit) -> bool:
        """Whether ``gap`` can stand inside a name between its owner and its suffix."""
        if not gap:
            return True
        if not _MODIFIER.match(gap) or gap[0] in "、”" or gap[-1] in "、“" or gap.count("“") != gap.count("”"):
            return False
        if _COUNTED_HERE.search(gap):  # 乌鲁木齐|986个|工作组
            return False
        if ("、" in gap and "“" not in gap) or any(position in self.titles for position in range(start, start + len(gap))):
            return False
        if not self._are_modifiers(start, start + len(gap), hit):
            return False
        return len(gap) <= LONG_MODIFIER or "“" in gap or SUFFIXES[hit.text].kind in ("leading-group", "office")

    def _are_modifiers(self, start: int, end: int, hit: Hit) -> bool:
        """Whether every word of ``text[start:end]`` may stand inside a name."""
        suffix = SUFFIXES[hit.text]
        counted = suffix.kind in _COUNTED or hit.text.endswith("组")
        before = ""
        works = _GROUP_WORK if hit.text.endswith("组") else frozenset()
        for token in _outside_quotation(self.page.tokens(start, hit.end), works):
            if token.start >= end:
                break
            if suffix.weak and (token.end > end or (token.tag == "v" and not (token.text in INSIDE_NAMES and self.opens_post(hit)))):
                return False
            if token.text in OFFICES and OFFICES[token.text].official:
                return False
            if suffix.kind not in _WITH_VERBS and len(token.text) > 1 and token.tag in ("v", "ad", "d") and token.text not in INSIDE_NAMES:
                return False
            if (
                token.text == "和" and (suffix.kind == "government-department" or hit.text == "委员会") and before not in GENERIC
            ):  # 住房|和|城乡规划
                continue
            if (
                token.text == "与"
                and before
                and (hit.text in _FACULTIES or (hit.text in _ROOMS and self.opens_post(hit)))
                and not before.endswith(_WHOLE_BODIES)
            ):
                continue
            before = token.text
            if self._is_of_the_party(token) or not ends_name(token) or token.text in INSIDE_NAMES:
                continue
            if not (counted and token.tag in ("m", "q", "mq", "t")):
                return False
        return True


def _outside_quotation(tokens: tuple[Token, ...], besides: frozenset[str]) -> Iterator[Token]:
    """The words that do not stand in quotation marks, where anything may, but for those that may stand anywhere."""
    quoted = False
    for token in tokens:
        if quoted or token.text == "“":
            quoted = token.text != "”"
        elif token.text not in besides:
            yield token


def _leads(token: Token) -> bool:
    """Whether a name begins only behind ``token``: a verb or adverb, or both as one word (充分发挥), but of verbs of one character only those that have bodies for objects."""
    if token.tag == "v":
        return len(token.text) > 1 or token.text in _ACTING_ON
    phrase = len(token.text) == _PHRASE and (
        token.text[:2] in _ADVERBS or (tag_of(token.text[2:]) == "v" and tag_of(token.text[:2]) in _BEFORE_VERBS)
    )
    return phrase or token.tag in ("ad", "d", "vd")


def ends_name(token: Token) -> bool:
    """Whether ``token`` cannot be part of a name."""
    if token.text in NOT_STOPS or token.text in INSIDE_NAMES:
        return token.text in VERBS
    return token.tag in STOP_TAGS or token.text in VERBS or token.text in FUSED or (token.text in OFFICES and OFFICES[token.text].official)
