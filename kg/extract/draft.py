"""The things and claims of one document while they are put together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kg import ids
from kg.aligned import Span
from kg.extract.page import Page
from kg.lexicon.confidences import confidence as measured
from kg.model import Basis, Claim, Kind, Mention, Properties, Relation, Thing

LONGEST_TARGET: Final = 120
"""Code points; a target that would be longer is given as the ends of the fact's words instead."""


_SPELT: Final = frozenset({Kind.PERSON, Kind.BODY, Kind.PLACE, Kind.PROGRAM})
"""Kinds whose names are kept as the source spells them, too."""
_KINDS: Final = {kind: str(kind) for kind in Kind}
_RELATIONS: Final = {relation: str(relation) for relation in Relation}


class Draft:
    """Collects things, claims and mentions; merges what has the same id. Positions are those of the repaired text."""

    def __init__(self, page: Page, articles: tuple[str, ...]) -> None:
        self.page = page
        self.things: dict[str, Thing] = {}
        self.claims: dict[str, Claim] = {}
        self.mentions: list[Mention] = []
        self._aliases: dict[str, dict[str, None]] = {}
        self._articles = articles
        self._edited = page.raw.text != page.text
        self._seen: set[tuple[str, str]] = set()

    def source_at(self, position: int) -> str:
        """The id of the article that holds ``position``, or of the document where it is one article."""
        return self._articles[self.page.article_at(position)] if len(self._articles) > 1 else self.page.source

    def add(self, thing: Thing, *aliases: str) -> str:
        """Add ``thing``, or to the thing of its id the aliases and properties that it lacks; returns the id."""
        known = self.things.setdefault(thing.id, thing)
        if known is not thing:
            aliases = (*thing.aliases, *aliases)
            if thing.properties != known.properties:
                self.things[thing.id] = known._replace(properties=tuple(sorted({*known.properties, *thing.properties})))
        for alias in aliases:
            if alias and alias != known.label:
                self._aliases.setdefault(thing.id, {})[alias] = None
        return thing.id

    def finished(self) -> tuple[Thing, ...]:
        """The things with all their aliases, by id."""
        return tuple(self._with_aliases(self.things[key]) for key in sorted(self.things))

    def _with_aliases(self, thing: Thing) -> Thing:
        more = self._aliases.get(thing.id)
        return thing._replace(aliases=tuple(dict.fromkeys((*thing.aliases, *more)))) if more else thing

    def mention(self, thing: str, start: int, end: int, basis: Basis, confidence: float, extractor: str, rule: str) -> bool:
        """``text[start:end]`` names ``thing``: a mention, and (for the first in this source, then true) its claim of being of its kind."""
        source = self.source_at(start)
        surface = self.page.text[start:end]
        span = self.page.aligned.span(start, end)
        self.mentions.append(Mention(source, thing, span, surface))
        if self._edited and end - start == span.end - span.start:
            self._add_original(thing, surface, self.page.raw.text[span.start : span.end])
        if (source, thing) in self._seen:
            return False
        self._seen.add((source, thing))
        kind = _KINDS[self.things[thing].kind]
        self._put(source, thing, Relation.TYPE, kind, self._short(start, end, span), basis, confidence, extractor, rule)
        return True

    def _add_original(self, thing: str, surface: str, original: str) -> None:
        """The traditional spelling of a name is another one of it."""
        known = self.things[thing]
        if original != surface and known.kind in _SPELT and original.isalpha():
            self.add(known, f"zh-Hant:{original}")

    def claim(
        self,
        subject: str,
        relation: Relation,
        obj: str,
        where: tuple[tuple[int, int], ...],
        basis: Basis,
        confidence: float,
        extractor: str,
        rule: str,
        qualifiers: Properties = (),
    ) -> None:
        """Add a claim on the stretches ``where``: one target if they lie close together, else one each."""
        known = where if len(where) == 1 else [(start, end) for start, end in where if start < end]
        source = self.source_at(known[0][0])
        self._put(source, subject, relation, obj, self._targets(known), basis, confidence, extractor, rule, qualifiers)

    def _targets(self, where: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """One target over all stretches where that is short enough, else one or two for each."""
        if len(where) == 1:
            return self._short(*where[0], self.page.aligned.span(*where[0]))
        spans = [self.page.aligned.span(start, end) for start, end in where]
        low, high = min(spans)[0], max([span.end for span in spans])
        if high - low <= LONGEST_TARGET:
            return (Span(low, high),)
        return tuple(sorted({part for (start, end), span in zip(where, spans, strict=True) for part in self._short(start, end, span)}))

    def _short(self, start: int, end: int, span: Span) -> tuple[Span, ...]:
        """``span``, the raw stretch of ``text[start:end]``, or where it is long (glosses, a caption inside) those of its two ends."""
        if span.end - span.start <= LONGEST_TARGET:
            return (span,)
        aligned = self.page.aligned
        for length in (20, 10, 5, 1):
            ends = {aligned.span(start, min(start + length, end)), aligned.span(max(start, end - length), end)}
            if all(part.end - part.start <= LONGEST_TARGET for part in ends):
                break
        return tuple(sorted(ends))

    def _put(
        self,
        source: str,
        subject: str,
        relation: Relation,
        obj: str,
        spans: tuple[Span, ...],
        basis: Basis,
        confidence: float,
        extractor: str,
        rule: str,
        qualifiers: Properties = (),
    ) -> None:
        claim_id = ids.claim_id(source, spans[0][0], spans[-1][1], subject, _RELATIONS[relation], obj)
        if claim_id not in self.claims:
            sure = _sure(self.things[subject].kind if subject in self.things else "", relation, rule, confidence)
            self.claims[claim_id] = Claim(claim_id, source, subject, relation, obj, spans, basis, sure, extractor, rule, qualifiers)


@lru_cache(maxsize=4096)
def _sure(kind: str, relation: str, rule: str, given: float) -> float:
    """The confidence of a claim as it is written: to two places."""
    return round(measured(kind, relation, rule, given), 2)
