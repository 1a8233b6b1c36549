"""Posts whose body one mention leaves open and another on the page tells: 第一书记甲：…, behind which 甲被选派到某村任第一书记."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from kg.extract.page import Page
from kg.extract.posts.mentions import Holding
from kg.extract.refs import BodyRef
from kg.model import Basis, Status

_RULE: Final = "told elsewhere in the article"
_LESS: Final = 0.9
"""How much less sure it is that both are one post."""


def told_elsewhere(page: Page, holdings: list[Holding]) -> list[Holding]:
    """``holdings``, those that are open with the one body in which the article has the same person hold the same title.

    A post that was given up says nothing of one that is held: 曾任财政局局长…，局长甲 may head another bureau.
    """
    bodies: defaultdict[tuple[int, str, str, bool], set[BodyRef]] = defaultdict(set)
    for holding in holdings:
        if holding.title.body is not None:
            for former in {True, holding.title.status is Status.FORMER}:
                bodies[_key(page, holding, former=former)].add(holding.title.body)
    return [
        _filled(holding, bodies[_key(page, holding, former=holding.title.status is Status.FORMER)])
        if holding.title.body is None
        else holding
        for holding in holdings
    ]


def _key(page: Page, holding: Holding, *, former: bool) -> tuple[int, str, str, bool]:
    return page.article_at(holding.person.start), holding.person.name, holding.title.title, former


def _filled(holding: Holding, bodies: set[BodyRef]) -> Holding:
    if len(bodies) != 1:
        return holding
    title = holding.title
    confidence = title.confidence * _LESS
    return holding._replace(title=title._replace(body=next(iter(bodies)), basis=Basis.CONTEXT, rule=_RULE, confidence=confidence))
