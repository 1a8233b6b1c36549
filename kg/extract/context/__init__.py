"""Whose 市委 is 市委? What a page says about itself: its place at each level, its date, its publisher, its own body.

Each article of a page has its own context. Nothing is guessed: a level without a clear place stays open.
"""

from __future__ import annotations

from kg.extract.context.article import Context
from kg.extract.context.build import build, places_of
from kg.extract.context.dating import document_date
from kg.extract.context.others import SEATED
from kg.extract.context.own import PREFECTURES, common_prefecture

__all__ = ["PREFECTURES", "SEATED", "Context", "build", "common_prefecture", "document_date", "places_of"]
