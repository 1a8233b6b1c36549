"""The state of reading the bodies of one page from left to right, and questions about the text around a suffix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.bodies.candidates import ORGANS, opens_title
from kg.extract.bodies.canonical import LEVELS, level_ending
from kg.extract.bodies.mentions import BodyMention
from kg.extract.context import Context
from kg.extract.levels import Levels
from kg.extract.page import Page, Token, tag_of
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.stops import GENERIC, INSIDE_NAMES, NOT_STOPS, STOP_TAGS, VERBS
from kg.lexicon.words import FUSED, OFFICES, SUFFIXES

LONGEST_NAME: Final = 16
"""Characters before a suffix that may belong to a name."""

_MODIFIER: Final = re.compile(r"[\u4e00-\u9fff“”、·0-9]{0,24}$")
_FAR: Final = 5000
"""Characters before 该县 in which the county is looked for."""
_CHAINED: Final = re.compile(r"[\u4e00-\u9fff]{0,8}?[、，兼和及]{0,2}")
_HELD: Final = re.compile(r"([\u4e00-\u9fff]{4,12})、")
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
_PHRASE: Final = 4
"""Characters of a word that is made of an adverb and a verb."""
_BEFORE_VERBS: Final = frozenset({"a", "ad", "d", "v"})
_ACTING_ON: Final = frozenset("系兼抓建办开创设访找送借欠查管带帮请问告教救支投买卖养评选推挂靠靠属归并转改做当像叫称问比看听说想用让替陪领率发拨给还收交")
"""Verbs of one character that stand before the name of a body; others are as often the first character of one (攀, 盛, 裕)."""
_JOINTLY: Final = re.compile("(?:组织|会同|联合|协同|和|与|及|、)[省市县区州盟旗]")
"""Between the bodies of one place: 省直机关工委|组织省|司法厅."""
FOUNDING: Final = ("成立", "设立", "组建")
"""Verbs of setting up a body, which the body follows."""
_LONGEST_FOUNDING: Final = 200
"""Characters from 成立 to the group, with those who lead it between."""
_COUNTED: Final = ("leading-group", "office", "military")
"""Kinds whose names hold numbers, besides groups: 第一巡视组, 三大办公室."""
_LONG_MODIFIER: Final = 12


class Reader:
    """One page while its bodies are read; each reading may build on what was found before it."""

    def __init__(self, page: Page, places: list[PlaceMention], contexts: list[Context], titles: dict[int, int]) -> None:
        self.page = page
        self.text = page.text
        self.titles = titles
        self.found: list[BodyMention] = []
        self.places = Levels(page, places, contexts)
        self._contexts = contexts
        self._last_of: dict[str, BodyMention] = {}

    def add(self, mention: BodyMention) -> None:
        """``mention`` is read; it stands in the place of those that it goes on."""
        while self.found and self.found[-1].end > mention.start:
            self.found.pop()
        self.found.append(mention)
        name = mention.body.name
        for length in range(1, min(len(name), 9)):
            if name[-length:] in SUFFIXES:
                self._last_of[name[-length:]] = mention

    def last_named(self, suffix: str) -> BodyMention | None:
        """The last body whose name is longer than ``suffix`` and ends with it."""
        return self._last_of.get(suffix)

    def context(self, hit: Hit) -> Context:
        """What the article that holds ``hit`` says about itself."""
        return self._contexts[self.page.article_at(hit.start)]

    def place_of_level(self, level: str, hit: Hit) -> PlaceRef | None:
        """The place that a level word refers to: that of 该县, the title chain's, or what :class:`Levels` says."""
        at = hit.start
        if "该" in (self.text[at - 1 : at], self.text[at - 1 - len(level) : at - len(level)]):
            return self.places.named_last(level, at, at - _FAR)
        last = self.near(hit)
        jointly = last is not None and _JOINTLY.fullmatch(self.text, last.end, at) is not None
        chained = last is not None and (jointly or self.is_chain(last, at) or self._is_behind_holder(last, at))
        return self.places.of_word(level, at, last.body.jurisdiction if last is not None and chained else None)

    # ------------------------------------------------------------------ what was found before

    def near(self, hit: Hit) -> BodyMention | None:
        """The body found last, if it ends in the same sentence and close before ``hit``, as in a chain of titles."""
        last = self.near_in_sentence(hit)
        return last if last is not None and hit.start - last.end <= _LONG_MODIFIER else None

    def near_in_sentence(self, hit: Hit) -> BodyMention | None:
        """The body found last, if it stands in the sentence of ``hit``."""
        last = self.found[-1] if self.found else None
        sentence = self.page.sentence_at(hit.start)
        return last if last is not None and sentence is not None and last.start >= sentence.start else None

    def is_chain(self, last: BodyMention, at: int) -> bool:
        """Whether nothing but a title of ``last`` and a separator stands between it and ``at``."""
        if not _CHAINED.fullmatch(self.text, last.end, at):
            return False
        title = self.text[last.end : at].strip("、，兼和及")
        return not title or title in OFFICES or last.body.name[-1:] + title in OFFICES

    def _is_behind_holder(self, last: BodyMention, at: int) -> bool:
        """Whether a title of ``last``, the name of who holds it and 、 stand between it and ``at``: 聊城市长甲、|市审计局长乙."""
        held = _HELD.fullmatch(self.text, last.end, at)
        return held is not None and any(
            title in OFFICES or last.body.name[-1:] + title in OFFICES for title in (held[1][:-length] for length in (2, 3, 4))
        )

    def actor_before(self, at: int) -> BodyRef | None:
        """The body that the sentence names last before ``at``, or before 成立 in 县委成立了由…任组长的: who sets up the group."""
        sentence = self.page.sentence_at(at)
        if sentence is None:
            return None
        low = max(sentence.start, at - _LONGEST_FOUNDING)
        founding = max(self.text.rfind(verb, low, at) for verb in FOUNDING) if self.text[at - 1] == "的" else -1
        end = founding if founding >= 0 else at
        for mention in reversed(self.found):
            if mention.start < sentence.start:
                break
            if mention.end <= end:
                return None if mention.body.kind == "medium" else mention.body
        return None

    # ------------------------------------------------------------------ words

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
        low, _ = self.page.clause(hit.start)
        if hit.start - low > 2 * LONGEST_NAME:
            near = range(hit.start - 2 * LONGEST_NAME, hit.start - LONGEST_NAME)
            low = next(filter(self.page.breaks, near), low)
        start = hit.start
        tokens = [token for token in self.page.tokens(low, hit.end) if token.start < hit.start]
        if tokens and tokens[-1].end > hit.start and tokens[-1].start < hit.start:
            start = tokens.pop().start
        for number in range(len(tokens) - 1, -1, -1):
            token = tokens[number]
            joins = token.text in "和与" and number > 0 and self._joins(token, tokens[number - 1], tokens[number - 2] if number > 1 else None, hit)
            if hit.start - token.start > LONGEST_NAME or (self._stops(token) and not joins):
                break
            start = token.start
            if token.text in LEVELS and token.text not in ("社区", "街道", "地区"):
                break
        names = [token for token in tokens if token.start >= start]
        grouped = hit.text.endswith("领导小组")  # 应对疫情工作领导小组
        founded = grouped and self.text.endswith((*FOUNDING, "成立了", "的"), 0, start)  # 成立|教育活动领导小组
        while names and not founded and (names[0].text in INSIDE_NAMES or (_leads(names[0]) and not grouped)):
            start = names[0].end
            names.pop(0)
        apposed = [token.end for token in names if token.text in ("单位", "企业", "部门", "机构") and token.end < hit.start]
        start = max([start, *apposed])
        return start + 2 * (self.text.startswith("中共", start) and not self.text.startswith("中共中央", start))

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
        if ("、" in gap and "“" not in gap) or any(position in self.titles for position in range(start, start + len(gap))):
            return False
        if not self._are_modifiers(start, start + len(gap), hit):
            return False
        return len(gap) <= _LONG_MODIFIER or "“" in gap or SUFFIXES[hit.text].kind in ("leading-group", "office")

    def _are_modifiers(self, start: int, end: int, hit: Hit) -> bool:
        """Whether every word of ``text[start:end]`` may stand inside a name."""
        suffix = SUFFIXES[hit.text]
        counted = suffix.kind in _COUNTED or hit.text.endswith("组")
        before = ""
        for token in _outside_quotation(self.page.tokens(start, hit.end)):
            if token.start >= end:
                break
            if suffix.weak and (token.end > end or (token.tag == "v" and not (token.text in INSIDE_NAMES and self.opens_post(hit)))):
                return False
            if token.text in OFFICES and OFFICES[token.text].official:
                return False
            if suffix.kind not in _WITH_VERBS and len(token.text) > 1 and token.tag in ("v", "ad", "d") and token.text not in INSIDE_NAMES:
                return False
            if token.text == "和" and (suffix.kind == "government-department" or hit.text == "委员会") and before not in GENERIC:  # 住房|和|城乡规划
                continue
            if token.text == "与" and hit.text in _FACULTIES and before and not before.endswith(_WHOLE_BODIES):
                continue
            before = token.text
            if self._is_of_the_party(token) or not ends_name(token) or token.text in INSIDE_NAMES:
                continue
            if not (counted and token.tag in ("m", "q", "mq", "t")):
                return False
        return True


def _outside_quotation(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """The words that do not stand in quotation marks, where anything may."""
    quoted = False
    for token in tokens:
        if quoted or token.text == "“":
            quoted = token.text != "”"
        else:
            yield token


def _leads(token: Token) -> bool:
    """Whether a name begins only behind ``token``: a verb or adverb, or both as one word (充分发挥), but of verbs of one character only those that have bodies for objects."""
    if token.tag == "v":
        return len(token.text) > 1 or token.text in _ACTING_ON
    phrase = len(token.text) == _PHRASE and tag_of(token.text[2:]) == "v" and tag_of(token.text[:2]) in _BEFORE_VERBS
    return phrase or token.tag in ("ad", "d", "vd")


def ends_name(token: Token) -> bool:
    """Whether ``token`` cannot be part of a name."""
    if token.text in NOT_STOPS or token.text in INSIDE_NAMES:
        return token.text in VERBS
    return token.tag in STOP_TAGS or token.text in VERBS or token.text in FUSED or (token.text in OFFICES and OFFICES[token.text].official)
