"""The body with whose deed an article begins (近日，岳阳市第三人民医院|召开…): titles that stand alone in the article are those of its heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.extract.bodies import LEAD, ZONE, BodyMention, actor, acts, is_faculty
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
_LOW: Final = ("township", "village")


class Lead(NamedTuple):
    """With whose deed a paragraph at ``start`` begins: a body, a town or village, or a development zone (as a body whose name its own begin with)."""

    start: int
    body: BodyRef | None
    place: PlaceRef | None
    zone: BodyRef | None


NOBODY: Final = Lead(0, None, None, None)


def leads_of(page: Page, article: Article, bodies: Sequence[BodyMention], places: Levels) -> list[Lead]:
    """With whose deeds the headline and the paragraphs of ``article`` begin, in order; ``bodies`` are those of the page, in order."""
    found: list[Lead] = []
    before = -1
    for sentence in within(page.segments.sentences, article.start, article.end):
        if sentence.paragraph == before or sentence.zone not in (Zone.HEADLINE, Zone.BODY):
            continue
        before = sentence.paragraph
        body = actor(page, sentence, bodies, _HEADS)
        place, zone = _place_or_zone(page, sentence, places) if sentence.zone is Zone.BODY else (None, None)
        if body is not None or place is not None or zone is not None:
            found.append(Lead(sentence.start, body, place, zone))
    return found


def _place_or_zone(page: Page, sentence: SentenceAt, places: Levels) -> tuple[PlaceRef | None, BodyRef | None]:
    """The town, street or village that acts where ``sentence`` begins (岳阳县五里街道|召开推进会), or the zone (平江高新区|召开工作会)."""
    lead = LEAD.match(page.text, sentence.start, sentence.end)
    start = at = lead.end() if lead is not None else sentence.start
    place: PlaceRef | None = None
    while (mention := places.starting(at)) is not None:
        place, at = mention.place, mention.end
    low = place if place is not None and place.level in _LOW and acts(page, at, sentence.end) else None
    zone = ZONE.match(page.text, start, sentence.end)
    if low is not None or zone is None or places.ending(zone.end()) is not None or not acts(page, zone.end(), sentence.end):
        return low, None
    within_ = places.starting(start)
    return None, BodyRef(zone[0], "government", within_.place if within_ is not None else None, scope=page.source)


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
