"""Whose 市委 is 市委? What a page says about itself: its place at each level, its date, its publisher, its own body.

Each article of a page has its own context. Nothing is guessed: a level without a clear place stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.extract import dates, places
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceMention, PlaceRef
from kg.extract.scan import within
from kg.segment import Paragraph, Zone

_SLOT_OF_LEVEL_WORD: Final = {
    "省": ("省",),
    "自治区": ("自治区",),
    "市": ("市",),
    "州": ("州",),
    "盟": ("盟",),
    "地": ("地区",),
    "县": ("县",),
    "区": ("区",),
    "旗": ("旗",),
    "镇": ("镇",),
    "乡": ("乡", "苏木"),
    "街道": ("街道",),
    "村": ("村",),
    "社区": ("社区",),
}
"""The words by which a document refers to its own places, and the names' endings that they fit."""

_OWN_WORD: Final = {"自治县": "县", "自治州": "州", "自治旗": "旗"}
_SELF: Final = re.compile(
    r"(?:我|全|本)(省|市|州|盟|县|区|旗|镇|乡|街道|村|社区)|(自治[区州县旗])(?=[党政人教民财公农林水文卫]|$|，|各)|(?<![\u4e00-\u9fff])(地)区|(?<![\u4e00-\u9fff])(省|市|州|盟|地|县|区|旗|镇|乡|街道)(?:委|政府|直|党委|纪委|人大|政协|长|里)|(?<![\u4e00-\u9fff])(村|社区)(?:党支部|支部|党总支|委会|民委员会|居委会|“?两委)|(省|市|县|区|镇|乡)(?:委|党委)(?:、|书记|副书记|常委|的)"
    r"|(?<![\u4e00-\u9fff])(省|市|县|区)(?![场民域内外级里属容政区镇乡城郊长])[\u4e00-\u9fff]{1,6}?(?:局|厅|办(?!事)|委(?!员)|大队|支队|联合会)(?=[局厅委]?(?:党组|党委|副?书记|副?主任|副?局?长|负责))"
)
_SELF_BEGINS: Final = re.compile("[我全本自地省市州盟县区旗镇乡街村社]")
"""The first characters of what :data:`_SELF` finds, looked for first: it takes a twentieth of the time."""
_SIGNED: Final = re.compile(r"中(?:共|国共产党)([\u4e00-\u9fff]{2,14}?)(?:委员会|委)")
_STAMP: Final = re.compile(
    r"(?:发布|更新|发表|公开|印发)(?:时间|日期)[：:]\s?(?:19|20)\d\d|(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s\d{1,2}[:：]\d\d"
)
"""When a page was put up, among credits: 来源：… 发布时间：2015-11-20, ［责任编辑 …］2011年09月06日 15:20."""
_DAY_FIRST: Final = re.compile(r"\s*(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)")
"""A line that begins with day, month and year: 06.01.2017 21:32."""
_LONGEST_STAMPED: Final = 120
_PROMINENT: Final = 4
"""What a mention in a headline weighs."""
_CLEAR: Final = 0.5
"""A place is a level's own when more than this share of the weight at its level speaks for it."""

_PUBLISHER: Final = re.compile(
    r"(?:来源|稿源|信息来源|供稿)[：:]\s*(?!添加|更新|发布|发表|时间|日期|作者|编辑|点击|浏览|本[站网报台刊]|互联网|网络|转载|原创|佚名|未知|不详)([\u4e00-\u9fffA-Za-z·]{2,20})"
)
_OUTLET: Final = r"(?:新闻网|党建网|政府网|信息网|在线|日报|晚报|早报|晨报|时报|商报|都市报|网|报|新闻|电视台|广播电台|广播电视台|客户端|融媒体中心|通讯社|新华社|中新社)"
_DATELINE: Final = re.compile(
    rf"^[ \t]*据?([\u4e00-\u9fff]{{0,10}}?{_OUTLET})(?:[\u4e00-\u9fff]{{2,6}}?)?(?:\d{{1,2}}月\d{{1,2}}日)?[讯电](?=[ （，：:]|\d|$)",
    re.MULTILINE,
)
"""The outlet at the head of a report: 张家界新闻网10月12日讯."""
_STAFF_OF: Final = re.compile(rf"[（ \n]([\u4e00-\u9fff]{{1,10}}?{_OUTLET}) ?(?:首席|实习|见习|特约)?记者")
"""The outlet in a byline: （长江日报 记者…）, 封面新闻记者."""
_DATED: Final = r"(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?: ?\d{1,2}[:：]\d\d(?::\d\d)?)?"
_NO_OUTLET: Final = r"(?<![举通汇上申填公简警快]报)"
"""举报, 通报 and the like are no papers."""
_BESIDE_DATE: Final = re.compile(
    rf"^[ \t（]*(?:{_DATED}[ \t]+([\u4e00-\u9fff]{{0,10}}?{_OUTLET}){_NO_OUTLET}|([\u4e00-\u9fff]{{0,10}}?{_OUTLET}){_NO_OUTLET}[ \t]+{_DATED})[ \t）]*$",
    re.MULTILINE,
)
"""A line that is a date and an outlet: 2010年5月6日 岳阳日报."""
_AUTHORS_OUTLET: Final = re.compile(rf"作者[：:]\s*([\u4e00-\u9fff]{{2,10}}?{_OUTLET})(?![\u4e00-\u9fff])")
_OF_OUR_OWN: Final = ("本报", "本网", "本台", "本刊", "本站", "据")
_AUTHOR: Final = re.compile(r"作者[：:]\s*([\u4e00-\u9fff·]{2,12})")
_SITE_ENDS: Final = re.compile(r"(?:网|在线|日报|晚报)(?=\s*[>》]|版权|的所有作品|$)")
_SITE: Final = re.compile(r"[\u4e00-\u9fff]{2,8}$")
_YEAR_BEGINS: Final = frozenset("12一二")
_SEVERAL: Final = 3
"""Counties of a city: one that is named among so many is not by itself the city that 市 means."""
PREFECTURES: Final = frozenset({"市", "州", "盟", "地"})
"""Words for prefectures."""
_ONLY_DATED: Final = 30
"""A line that is longer says more than a date."""
_BREADCRUMB: Final = re.compile(r"当前的?位置\s?[：:]?\s*(?!(?:网站|本站)?(?:首|主)页)([\u4e00-\u9fffA-Za-z]{2,12}?)\s*(?:>|》|首页)")


@dataclass(slots=True)
class Context:
    """What one article says about itself. ``own`` maps a level word (市, 县 …) to the article's place at that level."""

    date: str = ""
    year: int | None = None
    publisher: str = ""
    """As written."""
    medium: BodyRef | None = None
    """The body that the publisher is, once bodies are found."""
    author: str = ""
    title: str = ""
    own: dict[str, PlaceRef] = field(default_factory=dict)
    faint: frozenset[str] = frozenset()
    """The level words whose own place the article hardly names, nor one of its own that lies in it."""
    anchor: PlaceRef | None = None
    self_bodies: dict[str, BodyRef] = field(default_factory=dict)
    """What 集团, 我局, 公司, 学校 … stand for: by the last word of the body's name."""


def document_date(page: Page) -> str:
    """The date of a page: of its container, its dateline, or a date that stands alone on a line."""
    if page.raw.date:
        return page.raw.date
    text = page.text
    lines = [paragraph for paragraph in page.segments.paragraphs if paragraph.zone is not Zone.BOILERPLATE]
    for paragraph in lines:
        if paragraph.zone is Zone.DATELINE:
            return dates.first_full(text[paragraph.start : paragraph.end])
    backwards = (_DAY_FIRST.match(text, paragraph.start, paragraph.end) for paragraph in lines[:6])
    if (stamp := next(filter(None, backwards), None)) is not None:
        return f"{stamp[3]}-{stamp[2]}-{stamp[1]}"
    ends = [text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST_STAMPED)] for paragraph in (*lines[:6], *lines[-4:])]
    return next(filter(None, map(_only_date, ends)), "") or next((dates.first_full(line) for line in ends if _STAMP.search(line)), "")


def build(page: Page, found: places.Found) -> list[Context]:
    """The context of each article of ``page``, given the places that the page names."""
    contexts = [_context(page, number, found) for number in range(len(page.segments.articles))]
    if len(contexts) == 1:
        contexts[0].date = contexts[0].date or document_date(page)
        contexts[0].title = page.raw.title or contexts[0].title
    for context in contexts:
        context.year = int(context.date[:4]) if context.date[:4].isdigit() else None
    return contexts


def places_of(page: Page, found: places.Found, contexts: list[Context]) -> list[PlaceMention]:
    """The mentions of places with what the context adds: short names that it explains, parents of towns and villages."""
    own = {place.id for context in contexts for place in context.own.values()}
    taken = {mention.start for mention in found.mentions}
    weak = [
        m for m in found.weak if m.start not in taken and any(place.id in own and place.level != "province" for place in m.place.chain())
    ]

    def parent(mention: PlaceMention) -> PlaceRef | None:
        context = contexts[page.article_at(mention.start)]
        words = ("镇", "乡", "街道", "县", "区", "旗", "市") if mention.place.level == "village" else ("县", "区", "旗", "市")
        return next((context.own[word] for word in words if word in context.own), None)

    return places.settle(sorted([*found.mentions, *weak, *found.venues], key=lambda mention: mention.start), parent)


def _context(page: Page, number: int, found: places.Found) -> Context:
    article = page.segments.articles[number]
    text = page.text[article.start : article.end]
    context = Context(title=article.headline)
    context.date = _article_date(page, number)
    context.publisher = _publisher(page, text)
    author = _AUTHOR.search(text)
    context.author = page.raw.author or (author[1] if author else "")
    own, weak = (within(group, article.start, article.end) for group in (found.mentions, found.weak))
    _anchor(page, number, own, weak, context)
    return context


def _paragraphs(page: Page, number: int) -> Sequence[Paragraph]:
    """The paragraphs of an article."""
    article = page.segments.articles[number]
    return within(page.segments.paragraphs, article.start, article.end)


def _article_date(page: Page, number: int) -> str:
    own = [p for p in _paragraphs(page, number) if p.zone is not Zone.BOILERPLATE][:6]
    return next(filter(None, (_only_date(page.text[paragraph.start : paragraph.end]) for paragraph in own)), "")


def _only_date(line: str) -> str:
    """The date that a line consists of, if it does."""
    line = line.strip("（）() ")
    found = dates.find(line, None) if len(line) <= _ONLY_DATED and line[:1] in _YEAR_BEGINS else []
    return found[0].value if len(found) == 1 and found[0].value[0] != "-" and found[0].end - found[0].start >= len(line) else ""


def _publisher(page: Page, text: str) -> str:
    if page.raw.publisher:
        return page.raw.publisher
    text = "\n" + text
    for pattern in (_PUBLISHER, _AUTHORS_OUTLET, _BESIDE_DATE, _DATELINE, _STAFF_OF, _BREADCRUMB):
        found = pattern.search(text)
        name = next(filter(None, found.groups())) if found else ""
        if name and not name.startswith(_OF_OUR_OWN):
            return name
    named = (_SITE.search(text, max(0, match.end() - 10), match.end()) for match in _SITE_ENDS.finditer(text))
    sites = Counter(match[0] for match in named if match)
    return min(sites, key=lambda name: (-sites[name], name)) if sites else ""


def _anchor(page: Page, number: int, mentions: Sequence[PlaceMention], weak: Sequence[PlaceMention], context: Context) -> None:
    """Find the article's own places: count what it names, and weigh headline, signature and publisher."""
    article = page.segments.articles[number]
    text = page.text[article.start : article.end]
    asked = Counter(_OWN_WORD.get(word, word) for word in _self_words(text))
    weights: dict[str, Counter[PlaceRef]] = {}
    for mention in mentions:
        if not mention.place.candidates:
            _weigh(weights, mention.place, _PROMINENT if _prominent(page, mention) else 1)
    for match in _SIGNED.finditer(text):
        for place in places.named(match[1]):
            _weigh(weights, place, 6)
    for place in _of_publisher(page, number, mentions, context):
        _weigh(weights, place, 6)
    for word in sorted(asked, key=lambda word: list(_SLOT_OF_LEVEL_WORD).index(word)):
        own = _own_place(word, weights, mentions, weak)
        if own is not None:
            context.own[word] = own
    _fill_in(context, weights)
    spoken_of = {
        above for place in context.own.values() if weights.get(place.slot, Counter())[place] >= _PROMINENT for above in place.chain()
    }
    context.faint = frozenset(word for word, place in context.own.items() if place not in spoken_of)


def _own_place(
    word: str, weights: dict[str, Counter[PlaceRef]], mentions: Sequence[PlaceMention], weak: Sequence[PlaceMention]
) -> PlaceRef | None:
    """The article's own place at the level of ``word``: the one it names most, one that only the word explains, or the one over those it names."""
    slots = _SLOT_OF_LEVEL_WORD[word]
    clear = _clear(weights, slots)
    if clear is not None:
        return (_city_over(clear, mentions) if word == "市" else None) or clear
    unnamed = not any(weights.get(slot) for slot in slots)
    hints = {mention.place for mention in weak if mention.place.slot in slots}
    if unnamed and len(hints) == 1:
        return hints.pop()
    if word in ("省", "自治区"):
        return _common_province(mentions)
    return common_prefecture(mentions, slots) if unnamed and word in PREFECTURES else None


def _self_words(text: str) -> Iterator[str]:
    """The level words by which ``text`` refers to its own place: 我市, 县委, 全省."""
    end = 0
    for begins in _SELF_BEGINS.finditer(text):
        match = _SELF.match(text, begins.start()) if begins.start() >= end else None
        if match:
            end = match.end()
            yield from filter(None, match.groups())


def _of_publisher(page: Page, number: int, mentions: Sequence[PlaceMention], context: Context) -> list[PlaceRef]:
    """The places of the publisher and of the breadcrumbs, where at least half of what the article names lies in them."""
    crumbs = [
        page.text[p.start : p.end]
        for p in _paragraphs(page, number)
        if p.zone is Zone.BOILERPLATE and _BREADCRUMB.search(page.text, p.start, p.end)
    ]
    named = places.named(" ".join([context.publisher, *crumbs]))
    coded = [mention.place for mention in mentions if mention.place.division]
    return [
        place
        for place in dict.fromkeys(named)
        if 2 * sum(place in other.chain() or other in place.chain() for other in coded) >= len(coded)
    ]


def _common_province(mentions: Sequence[PlaceMention]) -> PlaceRef | None:
    """The province in which all of at least three named places lie."""
    chains = {mention.place: mention.place.chain()[-1] for mention in mentions if mention.place.division}
    counted = Counter(chains.values())
    if not counted:
        return None
    best, count = min(counted.items(), key=lambda item: (-item[1], item[0].id))
    return best if (len(counted) == 1 and count >= 2) or (best.slot == "自治区" and count * 2 > len(chains)) else None


def common_prefecture(mentions: Sequence[PlaceMention], slots: tuple[str, ...]) -> PlaceRef | None:
    """The prefecture in which all counties lie that are named, at least twice in all."""
    parents = [mention.place.parent for mention in mentions if mention.place.level == "county" and not mention.place.candidates]
    place = parents[0] if parents else None
    return place if place is not None and len(parents) > 1 and set(parents) == {place} and place.slot in slots else None


def _city_over(city: PlaceRef, mentions: Sequence[PlaceMention]) -> PlaceRef | None:
    """The city of which ``city`` is but one of several counties that are named as often."""
    named = Counter(mention.place for mention in mentions if mention.place.level == "county")
    several = city.level == "county" and len(named) >= _SEVERAL and 2 * named[city] < named.total()
    return common_prefecture(mentions, ("市",)) if several else None


def _weigh(weights: dict[str, Counter[PlaceRef]], place: PlaceRef, weight: int) -> None:
    weights.setdefault(place.slot, Counter())[place] += weight


def _prominent(page: Page, mention: PlaceMention) -> bool:
    sentence = page.sentence_at(mention.start)
    return sentence is not None and sentence.zone in (Zone.HEADLINE, Zone.CAPTION, Zone.DATELINE)


def _clear(weights: dict[str, Counter[PlaceRef]], slots: tuple[str, ...]) -> PlaceRef | None:
    """The one place with more than half of the weight at its level."""
    counted = Counter[PlaceRef]()
    for slot in slots:
        counted.update(weights.get(slot, {}))
    if not counted:
        return None
    place = min(counted, key=lambda place: (-counted[place], place.id))
    if counted[place] > _CLEAR * sum(counted.values()):
        return place
    tied = [other for other in counted if counted[other] == counted[place]]
    over_all = [other for other in tied if all(other in place.chain() for place in counted)]
    return over_all[0] if len(over_all) == 1 else None  # of a city and the cities that it governs, the former


def _headlined_above(anchor: PlaceRef, weights: dict[str, Counter[PlaceRef]]) -> PlaceRef | None:
    """The place above ``anchor`` that the headline names, where it does not name ``anchor`` and the text hardly does."""

    def weight(place: PlaceRef) -> int:
        return weights.get(place.slot, Counter())[place]

    above = (place for place in anchor.chain()[1:] if weight(place) >= _PROMINENT > weight(anchor))
    return next(above, None)


def _fill_in(context: Context, weights: dict[str, Counter[PlaceRef]]) -> None:
    """Levels above an own place are its parents'; the lowest own place is the anchor, of two of one level the one with more weight."""
    lowest_first = [word for word in reversed(_SLOT_OF_LEVEL_WORD) if word in context.own]
    if not lowest_first:
        return
    lowest = context.own[lowest_first[0]]
    level = [
        word for word in lowest_first if word == lowest_first[0] or (word in ("县", "区", "旗") and context.own[word].level == lowest.level)
    ]
    lowest_first.insert(0, max(level, key=lambda word: weights.get(context.own[word].slot, Counter())[context.own[word]]))
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
