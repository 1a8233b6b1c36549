"""The context of each article of a page, and what it adds to the places that the page names."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import places
from kg.extract.context.anchor import put_own_places
from kg.extract.context.article import Context
from kg.extract.context.dating import article_date, document_date
from kg.extract.context.publisher import publisher_of
from kg.extract.page import Page
from kg.extract.refs import PlaceMention, PlaceRef
from kg.extract.scan import within

_CHRONICLE: Final = re.compile(r"((?:19|20)\d\d)年?[\u4e00-\u9fff（） ]{0,16}大事记|(?:大事记|纪事|纪要)（?((?:19|20)\d\d)(?!\d)")
"""The headline of a chronicle: its year is that of its days, whenever it was put up."""
_AUTHOR: Final = re.compile(r"作者[：:]\s*([\u4e00-\u9fff·]{2,12})")


def build(page: Page, found: places.Found) -> list[Context]:
    """The context of each article of ``page``, given the places that the page names."""
    contexts = [_context(page, number, found) for number in range(len(page.segments.articles))]
    if len(contexts) == 1:
        contexts[0].date = contexts[0].date or document_date(page)
        contexts[0].title = page.raw.title or contexts[0].title
    for context in contexts:
        chronicle = _CHRONICLE.search(context.title)
        year = (chronicle[1] or chronicle[2]) if chronicle is not None else context.date[:4]
        context.year = int(year) if year.isdigit() else None
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
    context.date = article_date(page, number)
    context.publisher = publisher_of(page, text)
    author = _AUTHOR.search(text)
    context.author = page.raw.author or (author[1] if author else "")
    own, weak = (within(group, article.start, article.end) for group in (found.mentions, found.weak))
    put_own_places(page, number, own, weak, context)
    return context
