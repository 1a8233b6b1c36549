"""Who runs a program of which its sentence tells nothing: whom the paragraph is about, or whose article it is."""

from __future__ import annotations

from typing import Final

from kg.extract import hosts
from kg.extract.context import Context
from kg.extract.page import Page
from kg.extract.programs import ProgramMention
from kg.extract.refs import BodyRef, PlaceRef
from kg.extract.runners import bystanders, stated
from kg.extract.runners.runner import LEAD
from kg.extract.subjects import FAR, Subject, Subjects
from kg.model import Basis
from kg.segment import Article

ALONE: Final = frozenset(
    {"court", "procuratorate", "cppcc", "congress", "mass-organisation", "government-department", "hospital", "school", "enterprise"}
)
"""Bodies whose reports tell of what they run themselves, not their place."""
_HEAD: Final = 80
"""Characters at the head of an article in which the body is named that speaks."""
_HEARD: Final = 4000
"""Characters of an article in which it says 我校: each program asks, so that a bound keeps the time linear."""


def _told_again(page: Page, subjects: Subjects, program: ProgramMention) -> Subject | None:
    """Whom the paragraph is about where it only says 该县 of them."""
    sentence = page.sentence_at(program.start)
    if sentence is None:
        return None
    return subjects.told_again(max(page.segments.paragraphs[sentence.paragraph].start, sentence.start - FAR), sentence.start)


def body_of(place: BodyRef | PlaceRef, topic: list[Subject]) -> list[Subject]:
    """The body that the paragraph is about, if it is one of ``place`` that reports what it runs itself."""
    return [one for one in topic if isinstance(one.ref, BodyRef) and one.ref.kind in ALONE and one.ref.jurisdiction == place]


def topic(page: Page, program: ProgramMention, subjects: Subjects, context: Context) -> list[Subject]:
    """Whom the paragraph is about, where that may be who runs what it tells of; by name, or by 该县 alone."""
    topic = [
        s
        for s in subjects.topic(program.start)
        if not (
            bystanders.is_medium(s)
            or bystanders.visits(s)
            or bystanders.is_aside(page, s, context)
            or bystanders.is_chief(s, context)
            or bystanders.is_of_the_nation(s)
        )
        and not bystanders.issues(page, s, context)
    ]
    told = None if topic else _told_again(page, subjects, program)
    return [told] if told is not None else topic


def carried_out(page: Page, subjects: Subjects, context: Context, program: ProgramMention) -> list[Subject]:
    """Where a campaign is carried out of which an article says no more: in the body whose article it is, else at the article's own place."""
    speaker = _speaker(page, subjects, context, page.segments.articles[page.article_at(program.start)])
    if speaker is not None:
        return [Subject(speaker, program.start, program.start, Basis.CONTEXT)]
    return [Subject(context.anchor, program.start, program.start, Basis.CONTEXT)] if context.anchor is not None else []


def own(page: Page, subjects: Subjects, context: Context, program: ProgramMention, below: BodyRef | PlaceRef | None) -> list[Subject]:
    """The body whose article it is (集团, or the one with which its first sentence begins), else the place."""
    article = page.segments.articles[page.article_at(program.start)]
    first = page.sentence_at(article.start)
    lead = subjects.leads(first.start, min(first.end, first.start + LEAD)) if first is not None else None
    lead = None if lead is not None and (stated.is_urged(page, program) or bystanders.leads_nothing(page, lead, context)) else lead
    speaker = _speaker(page, subjects, context, article)
    told = hosts.informant(page, subjects, article)
    own = speaker or (told if told is not None and told.kind in ALONE else None) or below or (lead.ref if lead else None) or context.anchor
    return [Subject(own, program.start, program.start, Basis.CONTEXT)] if own is not None else []


def reporting(subjects: Subjects, article: Article) -> BodyRef | None:
    """The one body that begins sentences of an article, if it begins several: a bureau that reports what it did."""
    ahead = subjects.bodies_ahead(article.start, min(article.end, article.start + _HEARD))
    return ahead[0] if len(ahead) > 1 and len(set(ahead)) == 1 and ahead[0].kind in ALONE else None


def _speaker(page: Page, subjects: Subjects, context: Context, article: Article) -> BodyRef | None:
    """The body whose paper it is: one that the article speaks of as ours, or names at its head; not one that is called 院 behind its name there."""
    head, heard = min(article.end, article.start + _HEAD), min(article.end, article.start + _HEARD)
    named = {one.ref for one in subjects.between(article.start, head)}
    for word, body in context.self_bodies.items():
        if body in named or any(page.text.find(ours + word, article.start, heard) >= 0 for ours in "我本"):
            return body
    return None


def _is_alone(subjects: Subjects, place: PlaceRef, within: tuple[int, int]) -> bool:
    """Whether all that an article names is ``place``, lies in it, or holds it."""
    named = (one.ref.jurisdiction if isinstance(one.ref, BodyRef) else one.ref for one in subjects.between(*within))
    return all(other is None or other in place.chain() or place in other.chain() for other in named)


def below(subjects: Subjects, context: Context, within: tuple[int, int]) -> PlaceRef | None:
    """The one place inside the article's own that begins sentences of it, where it is named more often: a county that carries out what 市委 decided.

    Of an article that has no place of its own, the only one that begins sentences of it, if it is named again, or no place elsewhere is.
    """
    anchor = context.anchor
    if anchor is None:
        heads = set(subjects.heads(*within))
        only = heads.pop() if len(heads) == 1 else None
        return only if only is not None and (subjects.times(only, *within) > 1 or _is_alone(subjects, only, within)) else None
    below = {place for place in subjects.heads(*within) if place != anchor and anchor in place.chain()}
    place = below.pop() if len(below) == 1 else None
    return place if place is not None and subjects.times(place, *within) > subjects.times(anchor, *within) + 1 else None
