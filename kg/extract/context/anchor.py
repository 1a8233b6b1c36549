"""The article's own places, and the one that it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from kg.extract import places
from kg.extract.context.article import Context
from kg.extract.context.dating import paragraphs
from kg.extract.context.others import delegations, others
from kg.extract.context.own import OWN_WORD, PREFECTURES, SLOT_OF_LEVEL_WORD, common_province, own_place, self_words
from kg.extract.context.weights import PROMINENT, is_prominent
from kg.extract.page import Page
from kg.extract.refs import PlaceMention, PlaceRef
from kg.segment import Zone

_SIGNATURE: Final = 6
"""What a signature or the publisher weighs."""
_DISPATCH: Final = re.compile(r"(?:本[报台网]|[日晚]报|新闻网|在线)([\u4e00-\u9fff]{2,4})\d{1,2}月\d{1,2}日[电讯]")
_OF_COUNTIES: Final = re.compile("各县(?:[市区]|（[市区、旗]{1,3}）|、[市区])")
"""What a city has that is no county itself: 各县（市、区）."""
_OF_A_REGION: Final = re.compile("(?<![\u4e00-\u9fff])区党委")
"""The committee of an autonomous region for short; that of a district is its 区委."""
_OF_DIVISIONS: Final = PREFECTURES | {"县", "区", "旗"}
"""Words by which an article speaks of its own county or prefecture."""
_TELLS_HOME: Final = re.compile("位置|(?:首|主)页[^\n]*[>》»›]|主办|承办|版权|Copyright", re.IGNORECASE)
"""Page chrome that says where in a site a page stands, or whose the site is."""
_STEP: Final = re.compile(r"[>》»›\s]+")
_SHORT_STEP: Final = 3
"""Characters of a step of breadcrumbs that may be nothing but the short name of a place: 首页 > 岳阳 > 平江."""
_SIGNED: Final = re.compile(r"中(?:共|国共产党)([\u4e00-\u9fff]{2,14}?)(?:委员会|委)")


def put_own_places(page: Page, number: int, mentions: Sequence[PlaceMention], weak: Sequence[PlaceMention], context: Context) -> None:
    """Find the article's own places: count what it names, and weigh headline, signature and publisher."""
    article = page.segments.articles[number]
    text = page.text[article.start : article.end]
    asked = Counter(OWN_WORD.get(word, word) for word in self_words(text))
    context.others = others(page, mentions)
    sent = [ours for ours, _ in delegations(page, mentions)]
    mentions = [mention for mention in mentions if mention.place not in context.others]
    weights = _weighed(page, text, mentions)
    for place in (*sent, *_of_publisher(page, number, mentions, context)):
        weights[place] += _SIGNATURE
    if home := _home_of_dispatch(text, context):
        mentions, weak = _around(home, mentions), _around(home, weak)
        weights = _seen_from(home, weights)
    for word in sorted(asked, key=lambda word: list(SLOT_OF_LEVEL_WORD).index(word)):
        own = own_place(word, weights, mentions, weak, of_counties=_OF_COUNTIES.search(text) is not None)
        if own is not None:
            context.own[word] = own
    only = _only_place(mentions) if _OF_DIVISIONS.isdisjoint(asked) else None
    if only is not None:
        context.own[only.slot] = only
    region = _region(text, mentions, weights, context.own.get("区")) if "区" in asked else None
    if region is not None and "区" in context.own:
        del context.own["区"]
    _fill_in(context, weights)
    context.home, context.anchor = context.anchor, context.anchor if only is None else None
    if region is not None:
        context.own["区"] = region
    spoken_of = {above for place, weight in weights.items() if weight >= PROMINENT for above in place.chain()}
    context.faint = frozenset(word for word, place in context.own.items() if place not in spoken_of)


def _weighed(page: Page, text: str, mentions: Sequence[PlaceMention]) -> Counter[PlaceRef]:
    """What each place weighs in an article, whose text is ``text``: by how often and where it is named, and by the signature."""
    weights = Counter[PlaceRef]()
    for mention in mentions:
        if not mention.place.candidates:
            weights[mention.place] += PROMINENT if is_prominent(page, mention) else 1
    for match in _SIGNED.finditer(text):
        for place in places.named(match[1]):
            weights[place] += _SIGNATURE
    return weights


def _only_place(mentions: Sequence[PlaceMention]) -> PlaceRef | None:
    """The county, or else the prefecture, that all coded places of ``mentions`` are or lie around: where an article without 我县 or 县委 is at home."""
    coded = {mention.place for mention in mentions if mention.place.division and not mention.place.candidates}
    for level in ("county", "prefecture"):
        lowest = [place for place in coded if place.level == level]
        if lowest:
            own = lowest[0] if len(lowest) == 1 and lowest[0].slot in SLOT_OF_LEVEL_WORD else None
            return own if own is not None and all(place in own.chain() for place in coded) else None
    return None


def _region(text: str, mentions: Sequence[PlaceMention], weights: Counter[PlaceRef], district: PlaceRef | None) -> PlaceRef | None:
    """The autonomous region that 全区 is, where 区党委 says so, or the headline names it and no district."""
    region = common_province(mentions)
    if region is None or region.slot != "自治区":
        return None
    if district is None:
        return region if _OF_A_REGION.search(text) else None
    return region if weights[region] >= PROMINENT > weights[district] else None


def _of_publisher(page: Page, number: int, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceRef]:
    """The places of the publisher, of the breadcrumbs and of who has the site, where at least half of what the article names lies in them."""
    chrome = (page.text[p.start : p.end] for p in paragraphs(page, number) if p.zone is Zone.BOILERPLATE)
    told = [line for line in chrome if _TELLS_HOME.search(line)]
    steps = [step for line in told for step in _STEP.split(line) if len(step) <= _SHORT_STEP]
    named = [*places.named(context.publisher, shorts=True), *places.named("\n".join(told)), *places.named("\n".join(steps), shorts=True)]
    coded = [mention.place for mention in mentions if mention.place.division]
    return [
        place
        for place in dict.fromkeys(named)
        if 2 * sum(place in other.chain() or other in place.chain() for other in coded) >= len(coded)
    ]


def _home_of_dispatch(text: str, context: Context) -> PlaceRef | None:
    """The home of a paper whose own people report from elsewhere: 本报拉萨8月17日电, 浙江日报青海8月17日电, in a paper that is not called after 拉萨."""
    dispatch = _DISPATCH.search(text)
    if dispatch is None or dispatch[1] in context.publisher:
        return None
    return next(iter(places.named(context.publisher)), None)


def _around(home: PlaceRef, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The places of ``mentions`` that lie in ``home`` or over it."""
    return [mention for mention in mentions if mention.place in home.chain() or home in mention.place.chain()]


def _seen_from(home: PlaceRef, weights: Counter[PlaceRef]) -> Counter[PlaceRef]:
    """What the places in ``home`` and over it weigh to a paper of ``home``, which weighs as much as a signature more."""
    near = {place: weight for place, weight in weights.items() if place in home.chain() or home in place.chain()}
    return Counter(near) + Counter({home: _SIGNATURE})


def _headlined_above(anchor: PlaceRef, weights: Counter[PlaceRef]) -> PlaceRef | None:
    """The place above ``anchor`` that the headline names, where it does not name ``anchor`` and the text hardly does."""
    return next((place for place in anchor.chain()[1:] if weights[place] >= PROMINENT > weights[anchor]), None)


def _fill_in(context: Context, weights: Counter[PlaceRef]) -> None:
    """Levels above an own place are its parents'; the lowest own place is the anchor, of two of one level the one with more weight."""
    lowest_first = [word for word in reversed(SLOT_OF_LEVEL_WORD) if word in context.own]
    if not lowest_first:
        return
    lowest = context.own[lowest_first[0]]
    level = [
        word for word in lowest_first if word == lowest_first[0] or (word in ("县", "区", "旗") and context.own[word].level == lowest.level)
    ]
    lowest_first.insert(0, max(level, key=lambda word: weights[context.own[word]]))
    anchor = context.own[lowest_first[0]]
    if anchor.parent is None and anchor.level in ("township", "village"):
        counties = [context.own[word] for word in ("县", "区", "旗", "市") if word in context.own]
        if counties:
            anchor = PlaceRef(anchor.name, anchor.level, anchor.slot, parent=counties[0], scope=anchor.scope)
            context.own[lowest_first[0]] = anchor
    for place in anchor.chain()[1:]:
        word = {"地区": "地", "苏木": "乡"}.get(place.slot, place.slot)
        if context.own.get(word) not in anchor.chain():  # 市 in the paper of a county-level city is that city
            context.own[word] = place
        if place.level == "province":
            context.own.setdefault("省", place)
    context.anchor = _headlined_above(anchor, weights) or anchor
