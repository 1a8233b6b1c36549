"""Places, with what lies above them."""

from __future__ import annotations

from typing import Final

from kg.extract.bodies import BodyMention, level_beginning, line
from kg.extract.draft import Draft
from kg.extract.findings import Findings
from kg.extract.places import place_ref
from kg.extract.refs import PlaceRef
from kg.extract.scan import Stretches
from kg.lexicon import divisions
from kg.model import Basis, Kind, Thing

_LONGEST_LEVEL: Final = 3
_CALLED_AFTER: Final = ("大学", "学院", "日报", "晚报", "晨报", "早报", "时报", "商报", "都市报", "出版社")
"""Last words of bodies whose names only begin with the short name of a place."""


def add_place(draft: Draft, place: PlaceRef) -> str:
    """The thing of a place, with its properties from the table of divisions."""
    if place.id in draft.things:
        return place.id
    properties: list[tuple[str, str]] = [("level", place.level), *(("code", code) for code in place.codes)]
    if place.parent is not None and not place.candidates:
        properties.append(("parent", place.parent.id))
    if place.division:
        row = divisions.load().by_id[place.division]
        properties += [("division", row.id)]
        properties += [("validFrom", str(row.valid_from))] if row.valid_from else []
        properties += [("validUntil", str(row.valid_until))] if row.valid_until else []
    properties += [("candidate", f"place/{candidate}") for candidate in place.candidates]
    return draft.add(Thing(place.id, Kind.PLACE, place.name, (), tuple(sorted(properties))))


def put_places(found: Findings, draft: Draft) -> None:
    """Every place that the page names, and the article's own where only the page chrome names it."""
    known: set[tuple[str, tuple[str, ...]]] = set()
    called_after = Stretches((body.start, body.end) for body in found.bodies if _is_called_after_a_place(body))
    named = {position for person in found.people for position in range(person.start, person.end)}
    for mention in found.places:
        if mention.start in named and mention.end - 1 in named:  # 费长春 names no 长春
            continue
        if mention.short and called_after.hold(mention.start):
            continue
        if (mention.place.id, mention.place.candidates) not in known:
            known.add((mention.place.id, mention.place.candidates))
            _add_with_all(draft, mention.place)
        surface = found.page.text[mention.start : mention.end]
        draft.add(draft.things[mention.place.id], surface)
        confidence = 0.6 if mention.place.candidates else 0.95 if not mention.short else 0.9
        draft.mention(
            mention.place.id, mention.start, mention.end, Basis.STATED, confidence, "places", "short name" if mention.short else "name"
        )
    _anchors(found, draft)
    _spoken_of(found, draft)


def _is_called_after_a_place(body: BodyMention) -> bool:
    """Whether it is a university, a paper or a publishing house, or a part of one: who names 南京大学 does not speak of 南京."""
    return any(one.name.endswith(_CALLED_AFTER) for one in line(body.body))


def _spoken_of(found: Findings, draft: Draft) -> None:
    """The divisions that only a body's level word speaks of: the province in 省委."""
    named = {mention.thing for mention in draft.mentions}
    for body in found.bodies:
        place, level = body.body.jurisdiction, level_beginning(found.page.text[body.start : body.start + _LONGEST_LEVEL])
        beside = "、" in (found.page.text[body.start - 1 : body.start], found.page.text[body.end : body.end + 1])  # 省委、市委、县委精神
        if body.basis is Basis.CONTEXT and level and not beside and place is not None and place.division and place.id not in named:
            add_place(draft, place)
            draft.mention(place.id, body.start, body.start + len(level), Basis.CONTEXT, 0.7, "places", "level word")


def _add_with_all(draft: Draft, place: PlaceRef) -> None:
    """A place, what it lies in, and what it may be."""
    for part in place.chain():
        add_place(draft, part)
    for candidate in place.candidates:
        for part in _division_chain(candidate):
            add_place(draft, part)


def _division_chain(division: str) -> tuple[PlaceRef, ...]:
    return place_ref(divisions.load().by_id[division]).chain()


def _anchors(found: Findings, draft: Draft) -> None:
    """The article's own place where only the page chrome (a breadcrumb, the publisher) names it."""
    named = {mention.thing for mention in draft.mentions}
    for context, article in zip(found.contexts, found.page.segments.articles, strict=True):
        place = context.anchor
        if place is None or not place.division or place.id in named:
            continue
        for name in (place.name, *divisions.load().by_id[place.division].short):
            at = found.page.text.find(name, article.start, article.end)
            if at >= 0:
                for part in place.chain():
                    add_place(draft, part)
                draft.mention(place.id, at, at + len(name), Basis.CONTEXT, 0.7, "places", "page chrome")
                break
