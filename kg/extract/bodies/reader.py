"""The state of reading the bodies of one page from left to right."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.canonical import is_listed
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.other_parties import own_parties
from kg.extract.bodies.words import FOUNDING, LONG_MODIFIER, Words
from kg.extract.context import Context
from kg.extract.levels import Levels
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import OFFICES, SUFFIXES

_FAR: Final = 5000
"""Characters before 该县 in which the county is looked for."""
_CHAINED: Final = re.compile(r"[\u4e00-\u9fff]{0,8}?[、，兼和及]{0,2}")
_LONG_CHAIN: Final = re.compile(r"[\u4e00-\u9fff]{1,8}(?:、[\u4e00-\u9fff]{1,6}){1,3}、")
"""市委副书记、市长、: several titles."""
_HELD: Final = re.compile(r"((?:[\u4e00-\u9fff]{2,6}、){0,3})([\u4e00-\u9fff]{4,12})(?:[、，和及与]|以及)")
"""Titles, the last with who holds them, and a mark."""
_HEADED: Final = re.compile("(?:(?:常务|代理?)?副?[省市县区州盟旗镇乡]长)[\u4e00-\u9fff]{2,4}、$")
"""The title of the head of a place, who holds it, and 、."""
_LONGEST_HEADED: Final = 12
_OF_THEIR_OWN: Final = frozenset({"enterprise", "school", "hospital", "medium", "association", "public-institution", "military", "other"})
"""Kinds of bodies that may be guests in a list of those of a place."""
_JOINTLY: Final = re.compile("(?:组织|会同|联合|协同|和|与|及|、)[省市县区州盟旗]")
"""Between the bodies of one place: 省直机关工委|组织省|司法厅."""
_SHORTENED: Final = frozenset({"school", "enterprise", "hospital", "leading-group", "party-branch"})
"""Kinds of bodies that are named without the head of their names once they were named in full."""
_SHORT, _LONG = 4, 12
"""Characters of such a name."""
_LONGEST_BODY: Final = 100
"""Characters of a canonical name, with those of all superiors in it; what would be longer is a row of names. The longest that the seeds name has 20."""
_ACCORDING: Final = ("根据", "按照", "遵照", "依照")
"""Before a body whose word is followed by who acts."""
_OURS: Final = re.compile("[，。](?:我|本|全)[省市州盟县区旗镇乡]")
"""At the head of a later clause: who else acts."""
_LONGEST_FOUNDING: Final = 200
"""Characters from 成立 to the group, with those who lead it between."""


class Reader:
    """One page while its bodies are read; each reading may build on what was found before it."""

    def __init__(self, page: Page, places: list[PlaceMention], contexts: list[Context], titles: dict[int, int]) -> None:
        self.page = page
        self.text = page.text
        self.found: list[BodyMention] = []
        self.places = Levels(page, places, contexts)
        self.words = Words(page, self.places, titles)
        self.parties = own_parties(page.text)
        self._contexts = contexts
        self._last_of: dict[str, BodyMention] = {}
        self._by_tail: dict[str, BodyMention] = {}

    def add(self, mention: BodyMention) -> None:
        """``mention`` is read, unless its name is longer than any; it stands in the place of those that it goes on."""
        name = mention.body.name
        if len(name) > _LONGEST_BODY:
            return
        while self.found and self.found[-1].end > mention.start:
            self.found.pop()
        self.found.append(mention)
        for length in range(1, min(len(name), 9)):
            if name[-length:] in SUFFIXES:
                self._last_of[name[-length:]] = mention
        if mention.body.kind in _SHORTENED:
            self._by_tail.update((name[-length:], mention) for length in range(_SHORT, min(len(name), _LONG)))

    def last_named(self, suffix: str) -> BodyMention | None:
        """The last body whose name is longer than ``suffix`` and ends with it."""
        return self._last_of.get(suffix)

    def named_longer(self, name: str) -> BodyMention | None:
        """The last school, company, hospital or group whose name goes on before ``name``: 浙南大学城市学院 for 城市学院."""
        return self._by_tail.get(name)

    def context(self, hit: Hit) -> Context:
        """What the article that holds ``hit`` says about itself."""
        return self._contexts[self.page.article_at(hit.start)]

    def place_of_level(self, level: str, hit: Hit) -> PlaceRef | None:
        """The place that a level word refers to: that of 该县, the title chain's, or what :class:`Levels` says."""
        at = hit.start
        if "该" in (self.text[at - 1 : at], self.text[at - 1 - len(level) : at - len(level)]):
            return self.places.named_last(level, at, at - _FAR)
        last = self.near(hit)
        begins = at - len(level) * self.text.endswith(level, 0, at)  # 省委书记、|省|人大常委会
        jointly = last is not None and _JOINTLY.fullmatch(self.text, last.end, at) is not None
        chained = last is not None and (
            jointly or self.is_chain(last, begins) or self.is_long_chain(last, begins) or self.is_behind_holder(last, at)
        )
        beside = (
            last is not None and last.body.kind in _OF_THEIR_OWN and self.text[last.end : begins] == "、"
        )  # 北京师范大学联络组、|市委网信办
        told = last.body.jurisdiction if last is not None and chained and not beside else self._of_holder(begins)
        return self.places.of_word(level, at, told)

    def in_levels(self, at: int) -> bool:
        """Whether the level word at ``at`` is the last of several: 市、|县妇联干部; not 临湘市、|市林业局."""
        return is_listed(self.text, at) and self.places.ending(at - 1) is None

    def _of_holder(self, at: int) -> PlaceRef | None:
        """The place whose head, named with 、 behind the name, stands before ``at``: 襄阳市副市长甲、|市政府秘书长."""
        held = _HEADED.search(self.text, max(0, at - _LONGEST_HEADED), at)
        mention = self.places.ending(held.start()) if held is not None else None
        return mention.place if mention is not None else None

    # ------------------------------------------------------------------ what was found before

    def near(self, hit: Hit) -> BodyMention | None:
        """The body found last, if it ends in the same sentence and close before ``hit``, as in a chain of titles."""
        last = self.near_in_sentence(hit)
        return last if last is not None and hit.start - last.end <= LONG_MODIFIER else None

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

    def is_long_chain(self, last: BodyMention, at: int) -> bool:
        """Whether several titles stand between ``last`` and ``at``: 甲市委|副书记、市长、|市委书记."""
        if not _LONG_CHAIN.fullmatch(self.text, last.end, at):
            return False
        return all(title in OFFICES for title in self.text[last.end : at].removesuffix("、").split("、"))

    def is_behind_holder(self, last: BodyMention, at: int) -> bool:
        """Whether a title of ``last``, the name of who holds it and 、 stand between it and ``at``: 聊城市长甲、|市审计局长乙, 市妇联党组|成员、副主席甲、|权益部."""
        held = _HELD.fullmatch(self.text, last.end, at)
        if held is None or not all(title in OFFICES for title in held[1].split("、")[:-1]):
            return False
        return any(title in OFFICES or last.body.name[-1:] + title in OFFICES for title in (held[2][:-length] for length in (2, 3, 4)))

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
            if mention.end <= end and not self.text.endswith(_ACCORDING, 0, mention.start):
                ours = founding >= 0 and _OURS.search(self.text, mention.end, end) is not None  # 市委召开会议后，我区及时成立了由…
                return None if ours or mention.body.kind == "medium" else mention.body
        return None
