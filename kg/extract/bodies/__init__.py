"""Bodies: party committees, governments, departments, leading groups, enterprises, schools, media … by their names.

A name is read around its last word (a suffix of the table): what stands before it is another body (市委 + 组织部), a
place (岳阳市 + 委), a level word that the context resolves (市委, 县政府, 省水利厅), a word for the document's own body
(集团党委, 我局), or a free name that is read leftwards word by word until something that no name contains.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kg.extract.bodies import abbreviations, candidates, variants
from kg.extract.bodies.acting import LEAD, actor, acts
from kg.extract.bodies.anchored import anchored, unlisted
from kg.extract.bodies.beside import bare, beside
from kg.extract.bodies.branches import branch
from kg.extract.bodies.brands import brands
from kg.extract.bodies.candidates import CENTRES, bare_titles, title_scanner
from kg.extract.bodies.canonical import LEVELS, canonical, level_beginning, line
from kg.extract.bodies.chained import inner
from kg.extract.bodies.committees import committee
from kg.extract.bodies.corps import corps
from kg.extract.bodies.free import again, free
from kg.extract.bodies.groups import founded
from kg.extract.bodies.joined import joined, stationed
from kg.extract.bodies.league import league
from kg.extract.bodies.learning import is_faculty, learn
from kg.extract.bodies.levelled import campaigning, levelled
from kg.extract.bodies.listed import beside_room, listed, of_own, of_volunteers
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.nation import centre, inspects_for_centre
from kg.extract.bodies.national_firms import national_firms
from kg.extract.bodies.numbered import called_by_number, numbered
from kg.extract.bodies.other_parties import PARTIES, of_party
from kg.extract.bodies.own import OWN_HEADS, SELF_WORDS, own
from kg.extract.bodies.party_branches import branch_of_party
from kg.extract.bodies.placed import placed
from kg.extract.bodies.reader import Reader
from kg.extract.bodies.regiments import regiments
from kg.extract.bodies.services import services
from kg.extract.bodies.set_up import set_up
from kg.extract.bodies.shared import shared
from kg.extract.bodies.stations import stations
from kg.extract.bodies.systems import of_bureaus, of_justice
from kg.extract.bodies.words import OF_STATE_THEN, ORGANISATIONS
from kg.extract.bodies.zones import ZONE, of_zone_before, zoned
from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.refs import PlaceMention
from kg.extract.scan import Hit, Stretches
from kg.lexicon.words import SUFFIXES

__all__ = [
    "CENTRES",
    "LEAD",
    "LEVELS",
    "OF_STATE_THEN",
    "ORGANISATIONS",
    "OWN_HEADS",
    "PARTIES",
    "SELF_WORDS",
    "ZONE",
    "BodyMention",
    "actor",
    "acts",
    "canonical",
    "find",
    "is_faculty",
    "level_beginning",
    "line",
    "of_party",
    "title_scanner",
]

READINGS: Final[tuple[Callable[[Reader, Hit], BodyMention | None], ...]] = (
    league,
    shared,
    committee,
    founded,
    numbered,
    called_by_number,
    stationed,
    inspects_for_centre,
    of_justice,
    of_bureaus,
    branch_of_party,
    branch,
    joined,
    placed,
    zoned,
    of_zone_before,
    levelled,
    campaigning,
    listed,
    inner,
    own,
    bare,
    beside,
    beside_room,
    of_own,
    of_volunteers,
    free,
    again,
    anchored,
    unlisted,
)
"""How what ends with a suffix may be read; the first that fits counts."""


def find(page: Page, places: list[PlaceMention], contexts: list[Context]) -> list[BodyMention]:
    """The bodies named in the mined zones of ``page``, in order; contexts learn what 集团 and 我局 stand for."""
    titles = bare_titles(page)
    inside = Stretches((place.start, place.end) for place in places)
    hits = [hit for hit in candidates.find(page, titles) if not (inside.hold(hit.start) and inside.hold(hit.end))]  # 铁厂|乡
    known = sorted(
        [*regiments(page), *corps(page), *brands(page), *stations(page, places), *services(page, places), *national_firms(page)],
        key=lambda mention: (mention.start, mention.end),
    )
    first = set_up(page, variants.settled(_read(Reader(page, places, contexts, titles), hits, known)))
    short = abbreviations.defined(page, first)
    learnt = [learn(page, number, context, first, short) for number, context in enumerate(contexts)]
    if not short and not any(learnt):
        return first
    known = sorted([*known, *abbreviations.named(page, short)], key=lambda mention: (mention.start, mention.end))
    return set_up(page, variants.settled(_read(Reader(page, places, contexts, titles), hits, known)))


def _read(reader: Reader, hits: list[Hit], known: list[BodyMention]) -> list[BodyMention]:
    """The bodies that end with ``hits``, and those between them that are ``known`` by other means."""
    number = 0
    for hit in hits:
        while number < len(known) and known[number].end <= hit.start:
            reader.add(known[number])
            number += 1
        if number < len(known) and known[number].start <= hit.start and hit.end <= known[number].end:
            continue
        mention = centre(reader, hit) or (_reading(reader, hit) if hit.text in SUFFIXES else None)
        if mention is not None:
            reader.add(mention)
    for mention in known[number:]:
        reader.add(mention)
    return reader.found


def _reading(reader: Reader, hit: Hit) -> BodyMention | None:
    for reading in READINGS:
        mention = reading(reader, hit)
        if mention is not None:
            return mention
    return None
