"""The body with whose deed an article begins (近日，岳阳市第三人民医院|召开…): titles that stand alone in the article are those of its heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.extract.bodies import ORGANISATIONS, ZONE, BodyMention, is_faculty, line, opens_title
from kg.extract.levels import Levels
from kg.extract.page import Page
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import within
from kg.lexicon.words import OFFICES
from kg.segment import Article, SentenceAt, Zone

_CHAIRS: Final = frozenset({"主席", "理事长", "会长", "秘书长"})
_HEADS: Final[dict[str, frozenset[str]]] = {
    "mass-organisation": _CHAIRS,
    "association": _CHAIRS,
    "cppcc": _CHAIRS,
    "congress": frozenset({"主任", "秘书长"}),
    "party-school": frozenset({"校长"}),
    "military": frozenset({"部长", "政委", "司令员", "支队长", "大队长"}),
    "party-department": frozenset({"部务委员", "部委委员"}),
    "office": frozenset({"主任"}),
    "medium": frozenset({"总编辑", "主编"}),
    "leading-group": frozenset({"组长", "总指挥"}),
    "other": frozenset(),
    "government-department": frozenset(),
    "public-institution": frozenset(),
    **dict.fromkeys(("court", "procuratorate", "hospital"), frozenset({"院长"})),
    "school": frozenset({"校长", "院长", "园长"}),
    "enterprise": frozenset({"董事长", "总经理", "总裁", "经理", "总工程师", "总会计师"}),
}
"""What the heads of bodies of each kind are called, whatever the last word of its name; deputies with 副 before it."""
_LEAGUE: Final = ("共青团", "团")
_DEPUTY: Final = re.compile("^(?:常务|专职|兼职|第一|驻会|名誉)?副?")
_ENDS: Final[dict[str, tuple[str, ...]]] = {
    "主任": ("委", "办", "中心", "室", "委员会"),
    "台长": ("台", "广播电视台"),
    "社长": ("社",),
    "队长": ("队",),
}
"""Last words of the names of those bodies whose head is called so."""
_LEAD: Final = re.compile(
    r"\s*(?:[^，。；：\n]{0,12}[讯电]\s*)?(?:（[^（）\n]{2,30}）\s*)?(?:[^，。；：\n]{1,12}(?:以来|期间|之际|前夕)，\s*)?"
    r"(?:(?:近日|日前|今日|昨日|近期|连日来|今天|昨天|当日|今年|近年来|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)(?:上午|下午|晚上?)?，?\s*)?"
)
"""What stands before the one who acts: 本报讯（记者甲）近日，; 今年以来，."""
_LONGEST_LEAD: Final = 80
_ENTERED: Final = re.compile(r"(?:记者)?(?:走进|走近|步入|来到)|(?:地处|位于|坐落|始建于|创办于|成立于)[^，。；的\n]{2,16}的")
"""Before the organisation that an article is about: 走进|岳阳市第一中学，, 位于某处的|某厂."""
_LOW: Final = ("township", "village")
_ACTING: Final = "vdpa"
"""First letters of the tags of words that go on from who acts: 召开, 积极, 在."""


class Lead(NamedTuple):
    """With whose deed an article begins: a body, a town or village, or a development zone (as a body whose name its own begin with)."""

    body: BodyRef | None
    place: PlaceRef | None
    zone: BodyRef | None


def lead_of(page: Page, article: Article, bodies: Sequence[BodyMention], places: Levels) -> Lead:
    """With whose deed the headline or the first sentence of ``article`` begins; ``bodies`` are those of the page, in order."""
    told = [one for one in within(page.segments.sentences, article.start, article.end) if one.zone in (Zone.HEADLINE, Zone.BODY)]
    headed = bool(told) and told[0].zone is Zone.HEADLINE
    found = [body for sentence in told[: 1 + headed] if (body := _actor(page, sentence, bodies)) is not None]
    first = next((one for one in told if one.zone is Zone.BODY), None)
    return Lead(found[-1] if found else None, *(_place_or_zone(page, first, places) if first is not None else (None, None)))


def _actor(page: Page, sentence: SentenceAt, bodies: Sequence[BodyMention]) -> BodyRef | None:
    """The body that acts where ``sentence`` begins, or of an organisation whose head speaks there."""
    first = next(iter(within(bodies, sentence.start, sentence.end)), None)
    if first is None or first.start - sentence.start > _LONGEST_LEAD:
        return None
    of = next((body for body in line(first.body) if body.kind in _HEADS and body.resolved), None)
    lead = _LEAD.match(page.text, sentence.start, first.start)
    if lead is None or lead.end() < first.start:
        entered = _ENTERED.fullmatch(page.text, lead.end() if lead is not None else sentence.start, first.start)
        return of if entered is not None and of is not None and of.kind in ORGANISATIONS else None
    speaks = of is not None and of.kind in ORGANISATIONS and opens_title(page.text, first.end)  # 某医院党委书记甲表示
    return of if speaks or _acts(page, first.end, sentence.end) else None


def _place_or_zone(page: Page, sentence: SentenceAt, places: Levels) -> tuple[PlaceRef | None, BodyRef | None]:
    """The town, street or village that acts where ``sentence`` begins (岳阳县五里街道|召开推进会), or the zone (平江高新区|召开工作会)."""
    lead = _LEAD.match(page.text, sentence.start, sentence.end)
    start = at = lead.end() if lead is not None else sentence.start
    place: PlaceRef | None = None
    while (mention := places.starting(at)) is not None:
        place, at = mention.place, mention.end
    low = place if place is not None and place.level in _LOW and _acts(page, at, sentence.end) else None
    zone = ZONE.match(page.text, start, sentence.end)
    if low is not None or zone is None or places.ending(zone.end()) is not None or not _acts(page, zone.end(), sentence.end):
        return low, None
    within_ = places.starting(start)
    return None, BodyRef(zone[0], "government", within_.place if within_ is not None else None, scope=page.source)


def _acts(page: Page, at: int, end: int) -> bool:
    """Whether what stands at ``at`` goes on from who acts: 召开, 积极, 在."""
    behind = page.tokens(at, min(end, at + 4))
    return bool(behind) and behind[0].tag[0] in _ACTING


def is_headed(body: BodyRef, title: str) -> bool:
    """Whether the heads of ``body`` and their deputies are called ``title``: 副主席 of a union, 局长 of a bureau."""
    head = _DEPUTY.sub("", title, count=1)
    if body.name.startswith(_LEAGUE) and head in ("书记", "常委"):
        return True
    if head in _HEADS.get(body.kind, ()):
        return not (head == "校长" and is_faculty(body))
    office = OFFICES.get(head)
    unit = office.unit if office is not None else ""
    return body.name.endswith(_ENDS.get(head, (unit,) if unit else ())) if unit or head in _ENDS else False
