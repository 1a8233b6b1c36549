"""What the courts, procuratorates and bureaus of one system call each other: 市院 and 县局 in the paper of one of them."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.bodies.candidates import ORGANS
from kg.extract.bodies.canonical import canonical, level_ending
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.reader import Reader
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES
from kg.model import Basis

_HOUSE: Final = "院"
_JUSTICE: Final = {
    "court": {"province": "高级人民法院", "prefecture": "中级人民法院", "county": "人民法院"},
    "procuratorate": dict.fromkeys(("province", "prefecture", "county"), "人民检察院"),
}
"""What courts and procuratorates call each other 院, by their level."""
_PROSECUTION, _OFTEN = "检察", 2
"""The word for the work of procuratorates, and how often an article has it that is on one."""
_BEGINNING: Final = 3000
"""Characters of an article by which its sort is told."""
_OTHER_HOUSES: Final = ("法院", "医院", "学院")
"""What else 院 may be short for."""
_BUREAU: Final = "局"
_DEPARTMENT: Final = "government-department"
_SHORTEST_STEM: Final = 3
"""Characters of what a bureau is called behind its place: 公安局."""
SYSTEM: Final = re.compile(r"全(省|市|州|盟|县|区|旗)([\u4e00-\u9fff]{2,14}?)系统")
"""Where a text speaks of the bureaus of one field, and of what level: 全市|机关事务管理|系统."""
_MANY: Final = 40
"""Bodies named last among which the bureau is looked for."""


def of_justice(reader: Reader, hit: Hit) -> BodyMention | None:
    """市院, 崇明县院 in the paper of a court or procuratorate: that of the place, by its full name."""
    level = level_ending(reader.text, hit.start) if hit.text == _HOUSE else ""
    sort = _sort_of_house(reader, hit) if level else ""
    if not sort:
        return None
    mention = reader.places.ending(hit.start)
    place = mention.place if mention is not None else reader.place_of_level(level, hit) if level else None
    start = mention.start if mention is not None else hit.start - len(level)
    if place is None or place.level not in _JUSTICE[sort] or (mention is None and not reader.words.left_boundary(start)):
        return None
    body = BodyRef(canonical(place, _JUSTICE[sort][place.level]), sort, place)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "own body's", 0.85)


def _sort_of_house(reader: Reader, hit: Hit) -> str:
    """Whether 院 is a court or a procuratorate: as the article's own is, as all are that it has named so far, or as it speaks of their work."""
    ours = reader.context(hit).self_bodies.get(_HOUSE)
    if ours is not None:
        return ours.kind if ours.kind in _JUSTICE else ""
    article = reader.page.article_at(hit.start)
    named = {
        mention.body.kind
        for mention in reader.found[-_MANY:]
        if (mention.body.kind in _JUSTICE or mention.body.kind == "hospital") and reader.page.article_at(mention.start) == article
    }
    if named:
        sort = named.pop() if len(named) == 1 else ""
        return sort if sort in _JUSTICE else ""
    told = reader.page.segments.articles[article]
    end = min(told.end, told.start + _BEGINNING)
    prosecutes = reader.text.count(_PROSECUTION, told.start, end) >= _OFTEN
    other = any(reader.text.find(word, told.start, end) >= 0 for word in _OTHER_HOUSES)
    return "procuratorate" if prosecutes and not other else ""


def of_bureaus(reader: Reader, hit: Hit) -> BodyMention | None:
    """县局, 市局, 徐州市局, 县局党委 in an article on one bureau or system: that of the place, by its full name, or an organ of it."""
    end = hit.start if hit.text == _BUREAU else hit.start - len(_BUREAU)
    if not (hit.text == _BUREAU or (hit.text in ORGANS and reader.text.startswith(_BUREAU, end))):
        return None
    mention, level = reader.places.ending(end), level_ending(reader.text, end)
    start = mention.start if mention is not None else end - len(level)
    if not level or (mention is None and not reader.words.left_boundary(start)):
        return None
    ours = _only_bureau(reader, hit)
    stem = _stem(ours) if ours is not None else _of_system(reader, hit, level)
    place = mention.place if mention is not None else reader.place_of_level(level, hit) or _over(ours, level)
    if not stem or place is None:
        return None
    bureau = BodyRef(canonical(place, stem), _DEPARTMENT, place)
    body = bureau if hit.text == _BUREAU else bureau.part(hit.text, SUFFIXES[hit.text].kind)
    return BodyMention(start, hit.end, body, Basis.CONTEXT, "bureau of the system", 0.85)


def _only_bureau(reader: Reader, hit: Hit) -> BodyRef | None:
    """The article's own bureau, or one of those of one sort that alone it has named so far: 县公安局, 市公安局."""
    ours = reader.context(hit).self_bodies.get(_BUREAU)
    article = reader.page.article_at(hit.start)
    named = [ours] if ours is not None else [m.body for m in reader.found[-_MANY:] if reader.page.article_at(m.start) == article]
    bureaus = [body for body in named if body.kind == _DEPARTMENT and _stem(body)]
    return bureaus[-1] if len({_stem(body) for body in bureaus}) == 1 else None


def _of_system(reader: Reader, hit: Hit, level: str) -> str:
    """The bureau of the system that the article speaks of, where it speaks of one of that level: 全市|机关事务管理|系统."""
    article = reader.page.segments.articles[reader.page.article_at(hit.start)]
    fields = dict.fromkeys(SYSTEM.findall(reader.text, article.start, article.end))
    told = {field for above, field in fields if above == level}
    return told.pop() + _BUREAU if len(told) == 1 else ""


def _over(bureau: BodyRef | None, level: str) -> PlaceRef | None:
    """What the place of ``bureau`` is or lies in of that level word."""
    place = bureau.jurisdiction if bureau is not None else None
    return next((above for above in place.chain() if above.slot == level), None) if place is not None else None


def _stem(body: BodyRef) -> str:
    """What of the name of a bureau stands behind that of its place: 公安局; nothing where it is no bureau of a place."""
    place = body.jurisdiction.name if body.jurisdiction is not None else ""
    stem = body.name.removeprefix(place)
    return stem if place and stem != body.name and stem.endswith(_BUREAU) and len(stem) >= _SHORTEST_STEM else ""
