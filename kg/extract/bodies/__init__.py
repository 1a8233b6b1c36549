"""Bodies: party committees, governments, departments, leading groups, enterprises, schools, media … by their names.

A name is read around its last word (a suffix of the table): what stands before it is another body (市委 + 组织部), a
place (岳阳市 + 委), a level word that the context resolves (市委, 县政府, 省水利厅), a word for the document's own body
(集团党委, 我局), or a free name that is read leftwards word by word until something that no name contains.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kg.extract.bodies import candidates
from kg.extract.bodies.candidates import bare_titles, title_scanner
from kg.extract.bodies.canonical import LEVELS, canonical
from kg.extract.bodies.free import again, centre, free, regiments
from kg.extract.bodies.mentions import BodyMention
from kg.extract.bodies.own import learn, own
from kg.extract.bodies.owned import bare, beside, inner, joined, league, levelled, placed
from kg.extract.bodies.reader import Reader
from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.refs import PlaceMention
from kg.extract.scan import Hit
from kg.lexicon.words import SUFFIXES

__all__ = ["LEVELS", "BodyMention", "canonical", "find", "title_scanner"]

READINGS: Final[tuple[Callable[[Reader, Hit], BodyMention | None], ...]] = (league, joined, placed, levelled, inner, own, bare, beside, free, again)
"""How what ends with a suffix may be read; the first that fits counts."""


def find(page: Page, places: list[PlaceMention], contexts: list[Context]) -> list[BodyMention]:
    """The bodies named in the mined zones of ``page``, in order; contexts learn what 集团 and 我局 stand for."""
    titles = bare_titles(page.text)
    hits = candidates.find(page, titles)
    first = _read(Reader(page, places, contexts, titles), hits)
    learnt = [learn(page, number, context, first) for number, context in enumerate(contexts)]
    return _read(Reader(page, places, contexts, titles), hits) if any(learnt) else first


def _read(reader: Reader, hits: list[Hit]) -> list[BodyMention]:
    """The bodies that end with ``hits``, and the regiments between them."""
    corps = iter(regiments(reader.page))
    regiment = next(corps, None)
    for hit in hits:
        while regiment is not None and regiment.end <= hit.start:
            reader.add(regiment)
            regiment = next(corps, None)
        mention = centre(reader, hit) or (_reading(reader, hit) if hit.text in SUFFIXES else None)
        if mention is not None:
            reader.add(mention)
    return [*reader.found, *([regiment] if regiment else []), *corps]


def _reading(reader: Reader, hit: Hit) -> BodyMention | None:
    for reading in READINGS:
        mention = reading(reader, hit)
        if mention is not None:
            return mention
    return None
