"""The bodies and places around a position of a page, for titles and names that lean on them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import Final

from kg.extract.bodies import BodyMention, line
from kg.extract.context import Context
from kg.extract.levels import Levels
from kg.extract.page import Page
from kg.extract.posts.leading import NOBODY, Lead, leads_of
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import Hit, last_within
from kg.lexicon import divisions
from kg.lexicon.words import RANK_WORDS

_OF_TITLES: Final = frozenset(
    {
        "",
        "的",
        "“",
        "原",
        "前",
        "老",
        "专职",
        "兼职",
        "挂职",
        "全媒体",
        "特约",
        "特派",
        "见习",
        "实习",
        "首席",
        "班子",
        "领导班子",
        "本部",
        "总部",
        *RANK_WORDS,
    }
)
"""What may stand between a body and a title of it."""
_OTHER_NAME: Final = re.compile(
    r"（(?:[\u4e00-\u9fff、]{2,16}[局委办室院社台站会]|[\u4e00-\u9fff]{0,8}中心|集团|营销部|[省市县区总分支]?公司)）"
)
"""文化和旅游局（体育局）局长, 烟草专卖局（公司）经理."""
_BEARER: Final = re.compile("[大上中少][校尉将]|(?:分管|主持|负责)(?:日常|全面|常务)?工作的")
"""The rank of an officer, or what the bearer of a title has in hand: 人民武装部|上校|政治委员, 组织部|分管日常工作的|副部长."""
_OF_SESSION: Final = re.compile("(?:第?[一二三四五六七八九十]{1,3}|新一|首|本|上)届(?:理事会|委员会|执委会)?")
"""Of which session of its council somebody leads an association: 旅游协会|第二届|会长."""
_MEMBER: Final = "委员"
_SECTOR: Final = re.compile("(?![常副主])[\u4e00-\u9fff]{2,8}界别?")
"""What the members of a consultative conference are of, before their title: 市政协|民进界别|委员."""
_CLAUSES: Final = 120
"""Characters before a title in which the body is looked for whose head it is."""
_MANY: Final = 200
"""Bodies before a title among which the only one of its unit is looked for."""
_PARAGRAPH: Final = 2000
"""Characters before a title in which the paragraph may name its group."""
_SESSION: Final = re.compile("(?:第?[一二三四五六七八九十]{1,3}|[新上本首]一?)届$")
_LONGEST_SESSION: Final = 5
_COUNTY: Final = 3
"""Characters of a county's name of two and its level."""
_SCHOOLS: Final = ("校", "学校")
_GROUP_KINDS: Final = ("leading-group", "association")
_GROUP_ENDS: Final = ("指挥部", "委员会", "理事会")
_LISTED_GROUP_ENDS: Final = ("委员会", "指挥部", "小组办公室", "协会", "学会")
_end = attrgetter("end")


def before_session(text: str, position: int) -> int:
    """``position``, or where the words start that say as whose member of many sessions: 第十二届|全国人大代表, 十一届|山西省纪委委员."""
    session = _SESSION.search(text, max(0, position - _LONGEST_SESSION), position)
    return session.start() if session is not None else position


class Surroundings:
    """What was found on ``page`` before its posts are read."""

    def __init__(self, page: Page, places: list[PlaceMention], bodies: list[BodyMention], contexts: list[Context]) -> None:
        self.page = page
        self.text = page.text
        self.bodies = bodies
        self._ends = [mention.end for mention in bodies]
        self._groups = [mention for mention in bodies if _is_group(mention.body)]
        self._listed_groups = [mention for mention in bodies if _may_list_members(mention.body)]
        self.places = Levels(page, places, contexts)
        self._contexts = contexts
        self._leads: dict[int, list[Lead]] = {}

    def context(self, position: int) -> Context:
        """What the article that holds ``position`` says about itself."""
        return self._contexts[self.page.article_at(position)]

    def own_bodies(self, position: int) -> dict[str, BodyRef]:
        """What 集团, 我局 … stand for in the article that holds ``position``."""
        return self.context(position).self_bodies

    def lead(self, position: int) -> Lead:
        """With whose deed the last paragraph up to ``position`` begins that begins with somebody's, of the same article."""
        number = self.page.article_at(position)
        if number not in self._leads:
            self._leads[number] = leads_of(self.page, self.page.segments.articles[number], self.bodies, self.places)
        return last_within(self._leads[number], 0, position + 1) or NOBODY

    def own_place(self, level: str, position: int) -> PlaceRef | None:
        """The place of ``level`` that the article that holds ``position`` calls its own."""
        return self.context(position).own.get(level)

    def before_places(self, position: int) -> int:
        """Where the places start that stand right before ``position``: 长汀县策武镇|南坑村党支部."""
        while (place := self.places.ending(position)) is not None:
            position = place.start
        former = self.text[max(0, position - _COUNTY) : position]  # 永康县|方岩镇党委, where 永康 is a city now
        position -= _COUNTY * (former.endswith("县") and former[:-1] in divisions.load().by_short)
        return before_session(self.text, position)

    def body_before(self, position: int) -> BodyMention | None:
        """The last body that ends at ``position`` or before it."""
        number = bisect_right(self._ends, position) - 1
        return self.bodies[number] if number >= 0 else None

    def body_ending(self, hit: Hit) -> BodyMention | None:
        """The body that ends at the title, or one character into it (组织部|长), or before a word about the title (畜牧局原局长, 政协专职常委)."""
        mention = self.body_before(hit.start + 1)
        bracketed = (
            mention is not None and self.text[mention.start - 1 : mention.start] + self.text[mention.end : mention.end + 1] == "（）"
        )
        if mention is not None and bracketed:  # 文化和旅游局（|体育局|）局长
            mention = self.body_before(mention.start - 1)
        if mention is None or mention.start >= hit.start:
            return None
        if mention.body.kind == "cppcc" and hit.text == _MEMBER and _SECTOR.fullmatch(self.text, mention.end, hit.start):
            return mention
        return mention if mention.end >= hit.start or self._goes_on(mention.end, hit.start) else None

    def _goes_on(self, end: int, start: int) -> bool:
        """Whether only a word about the title, or another name of the body in brackets, stands between a body and its title."""
        between = self.text[end:start].strip(" ")
        if between in _OF_TITLES or _OF_SESSION.fullmatch(between) is not None or _BEARER.fullmatch(between) is not None:
            return True
        return between.startswith("（") and _OTHER_NAME.fullmatch(between) is not None

    def body_inside(self, hit: Hit) -> BodyMention | None:
        """The body that ends inside a fused title: 镇党委 in 镇|党委书记."""
        number = bisect_left(self._ends, hit.end) - 1
        if number >= 0 and self.bodies[number].start <= hit.start and self._ends[number] > hit.start + 1:
            return self.bodies[number]
        return None

    def inside_body(self, hit: Hit) -> bool:
        """Whether the title is part of a body's name: 研究生 in 研究生院, 参事 in 参事室."""
        number = bisect_left(self._ends, hit.end)
        return number < len(self.bodies) and self.bodies[number].start <= hit.start

    def in_body(self, start: int, end: int) -> bool:
        """Whether a body's name overlaps ``text[start:end]``."""
        number = bisect_right(self._ends, start)
        return number < len(self.bodies) and self.bodies[number].start < end

    def group_before(self, at: int) -> BodyRef | None:
        """The last leading group, committee or association named in the paragraph before ``at``."""
        sentence = self.page.sentence_at(at)
        if sentence is None:
            return None
        low = max(self.page.segments.paragraphs[sentence.paragraph].start, at - _PARAGRAPH)
        group = _last(self._groups, at)
        return group.body if group is not None and group.start >= low else None

    def named_with(self, unit: str | tuple[str, ...], at: int) -> BodyRef | None:
        """The one body that the sentence names before ``at`` whose name ends with (one of) ``unit``, or of which one named there is part."""
        sentence = self.page.sentence_at(at)
        low = max(sentence.start, at - _CLAUSES) if sentence is not None else at
        found: list[BodyRef] = []
        for mention in self._backwards(at):
            if mention.start < low:
                break
            found += [body for body in line(mention.body) if body.name.endswith(unit) and body.kind != "party-school" and body not in found]
        return found[0] if len(found) == 1 else None

    def only_with(self, ends: tuple[str, ...], at: int) -> BodyRef | None:
        """The one body of the article named before ``at`` whose name ends with one of ``ends``, among the last many."""
        high = bisect_right(self._ends, at)
        low = max(bisect_left(self._ends, self.page.segments.articles[self.page.article_at(at)].start), high - _MANY)
        bodies = (mention.body for mention in self.bodies[low:high])
        found = {body for body in bodies if body.name.endswith(ends) and body.kind != "party-school"}
        return found.pop() if len(found) == 1 else None

    def last_with(self, word: str, at: int) -> BodyRef | None:
        """The last body of the article that is named before ``at`` and that ``word`` may stand for: 该校, 该公司."""
        low = self.page.segments.articles[self.page.article_at(at)].start
        for number, mention in enumerate(self._backwards(at)):
            if number == _MANY or mention.start < low:
                return None
            named = (body for body in line(mention.body) if body.name.endswith(word) or (body.kind == "school" and word in _SCHOOLS))
            if (found := next(named, None)) is not None:
                return found
        return None

    def last_starting(self, words: Iterable[str], at: int) -> BodyRef | None:
        """The last body of the article, among the last many, that is named before ``at`` and whose name begins with one of ``words``."""
        low = self.page.segments.articles[self.page.article_at(at)].start
        begins = tuple(words)
        bodies = (mention.body for mention in islice(self._backwards(at), _MANY) if mention.start >= low)
        return next((body for body in bodies if body.name.startswith(begins)), None)

    def group_behind(self, at: int) -> BodyRef | None:
        """The first leading group, committee or association that is named behind ``at`` in the sentence."""
        sentence = self.page.sentence_at(at)
        number = bisect_right(self._ends, at)
        if sentence is None or number == len(self.bodies) or self._ends[number] > sentence.end:
            return None
        body = self.bodies[number].body
        return body if _is_group(body) else None

    def group_in(self, low: int, high: int) -> BodyRef | None:
        """The one leading group, committee or association that is named between ``low`` and ``high`` behind 的."""
        found = [
            mention.body
            for mention in self.bodies[bisect_left(self._ends, low) : bisect_right(self._ends, high)]
            if _is_group(mention.body) and self.text[mention.start - 1 : mention.start] == "的"
        ]
        return found[0] if len(found) == 1 else None

    def body_starting(self, at: int) -> BodyRef | None:
        """The body whose words start at ``at``."""
        number = bisect_right(self._ends, at)
        mention = self.bodies[number] if number < len(self.bodies) else None
        return mention.body if mention is not None and mention.start == at else None

    def group_above(self, at: int) -> BodyRef | None:
        """The last leading group or association named anywhere before ``at``; offices are only where they are named last."""
        group = _last(self._listed_groups, at)
        return group.body if group is not None else None

    def _backwards(self, at: int) -> Iterator[BodyMention]:
        """The bodies that end at ``at`` or before, the last first."""
        for number in range(bisect_right(self._ends, at) - 1, -1, -1):
            yield self.bodies[number]


def _is_group(body: BodyRef) -> bool:
    return body.kind in _GROUP_KINDS or body.name.endswith(_GROUP_ENDS)


def _may_list_members(body: BodyRef) -> bool:
    return body.kind == "leading-group" or body.name.endswith(_LISTED_GROUP_ENDS)


def _last(bodies: Sequence[BodyMention], at: int) -> BodyMention | None:
    """The last of ``bodies`` (in order) that ends at ``at`` or before it."""
    number = bisect_right(bodies, at, key=_end) - 1
    return bodies[number] if number >= 0 else None
