"""Posts and who holds them: titles, the bodies before them, the names behind or before them.

A chain of titles (市委组织部副部长、市委编办主任) is read item by item; each item is a body, perhaps named only by its place
in the chain, and one or more bare titles. People are found where titles lead to them, and posts are what the chain says.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.bodies import BodyMention
from kg.extract.context import Context
from kg.extract.dates import Date
from kg.extract.page import Page
from kg.extract.posts import titles
from kg.extract.posts.addressed import put_addressed
from kg.extract.posts.elsewhere import told_elsewhere
from kg.extract.posts.holders import put_holders
from kg.extract.posts.labels import put_members
from kg.extract.posts.mentions import LABEL_RULE, Found, Holding, PersonMention, Term, Title
from kg.extract.posts.ranks import ranked
from kg.extract.posts.register import Register
from kg.extract.posts.speakers import put_speakers
from kg.extract.posts.surroundings import Surroundings
from kg.extract.posts.terms import dated
from kg.extract.posts.unofficial import put_again, put_known, put_others
from kg.extract.refs import PlaceMention

__all__ = ["LABEL_RULE", "Found", "Holding", "PersonMention", "Term", "Title", "find"]


def find(page: Page, places: list[PlaceMention], bodies: list[BodyMention], contexts: list[Context], dates: list[Date]) -> Found:
    """The people and posts of ``page``, and since when they hold them; ``dates`` are those of the page."""
    around = Surroundings(page, places, bodies, contexts)
    register = Register(around, titles.read(around))
    for chain in titles.chains(register.around, register.titles):
        put_holders(register, chain)
    put_addressed(register)
    put_others(register)
    put_members(register)
    put_speakers(register)
    register.complete()
    put_again(register)
    put_known(register)
    return replace(register.found(), holdings=told_elsewhere(page, ranked(page.text, dated(register, dates))))
